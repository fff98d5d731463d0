// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Reports
import Staffing

/// Amounts month by month, the series side by side; below zero downwards.
struct MonthBars {
    struct Series {
        let name: String
        let paint: Palette.Fill
        let amounts: [Money]

        init(_ name: String, _ paint: Palette.Fill, _ amounts: [Money]) {
            self.name = name
            self.paint = paint
            self.amounts = amounts
        }
    }

    let title: String
    let currency: Currency
    /// Those that say the same as the first are left out.
    private let series: [Series]
    /// `2026-03`
    let months: [String]

    init(title: String, currency: Currency, series: [Series], months: [String]) {
        self.title = title
        self.currency = currency
        self.series = series.enumerated().filter { $0.offset == 0 || $0.element.amounts != series[0].amounts }.map(
            \.element)
        self.months = months
    }

    var html: HTML {
        HTML("figure") {
            HTML("figcaption", text: title)
            Legend(series.map { .fill($0.paint, $0.name) }).html
            drawing.html()
        }
    }

    private func major(_ money: Money) -> Double { Double(money.minorUnits) / Double(currency.scale) }

    private var drawing: Drawing {
        let (height, left, bottom) = (220.0, 70.0, 22.0)
        let width = min(760, max(340, left + 90 * Double(months.count)))
        let ticks = Ticks(holding: series.flatMap { $0.amounts.map(major) }, about: 5)
        let y = LinearScale(from: ticks.domain, to: height - bottom, 16)
        let x = BandScale(months.count, from: left, to: width, gap: 0.25)
        let sums = series.map { "\($0.name) \(Numbers.money($0.amounts.reduce(.zero, +), in: currency))" }
        var drawing = Drawing(width: width, height: height, name: "\(title): \(sums.joined(separator: ", "))")
        drawing.add(Axis.rows(ticks, y, from: left, to: width) { Numbers.grouped(Int($0)) })
        let inner = x.width / Double(series.count)
        for (index, item) in series.enumerated() {
            for (month, amount) in item.amounts.enumerated() where amount != .zero {
                let begin = x.begin(month) + inner * Double(index)
                let (top, base) = (y(max(0, major(amount))), y(min(0, major(amount))))
                drawing.add(
                    Mark.rect(
                        begin, top, max(1, inner - 1.5), max(0.5, base - top), item.paint,
                        hint: "\(months[month]), \(item.name): \(Numbers.money(amount, in: currency)) \(currency.code)")
                )
            }
        }
        drawing.add(Axis.names(months.map(name), x, at: height - 6))
        return drawing
    }

    /// `Mar`, with the year in January.
    private func name(_ month: String) -> String {
        guard let number = Int(month.suffix(2)), (1...12).contains(number) else { return month }
        return number == 1 ? "Jan \(month.prefix(4))" : Day.monthNames[number - 1]
    }
}
