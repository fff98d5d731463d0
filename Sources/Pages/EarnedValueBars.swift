// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Finance
import Reports
import Staffing

/// Of each project: its budget of labour, what of it is done, and what that has cost.
struct EarnedValueBars {
    let health: [ProjectHealth]
    let currency: Currency

    private static let row = 34.0
    private static let left = 210.0

    private var shown: [ProjectHealth] {
        health.filter { $0.total.value.budget > .zero || $0.total.value.spent > .zero }
    }

    var html: HTML {
        guard !shown.isEmpty else { return .nothing }
        let title = "Earned value of labour, in \(currency.code)"
        return HTML("figure") {
            HTML("figcaption", text: title)
            Legend([
                .fill(.capacity, "budget"), .fill(.confirmed, "done"), .fill(.over, "cost more than is done"),
                .line(.due, "spent"), .line(.capacity, "was to be done"),
            ]).html
            HTML("div", .class("scroll"), .role("region"), .label(title), .init("tabindex", 0)) {
                drawing(title).html(isFixed: true)
            }
        }
    }

    private func drawing(_ title: String) -> Drawing {
        let width = 820.0
        let height = EarnedValueBars.row * Double(shown.count) + 22
        let values = shown.map(\.total.value)
        let ticks = Ticks(
            holding: values.map { major(max($0.budget, max($0.spent, $0.performed))) }, about: 5)
        let x = LinearScale(from: ticks.domain, to: EarnedValueBars.left, width - 100)
        let words = shown.map { "\($0.name) \(indices($0.total.value))" }
        var drawing = Drawing(width: width, height: height, name: "\(title): \(words.joined(separator: "; "))")
        for value in ticks.values {
            drawing.add(Mark.line(x(value), 0, x(value), height - 20, value == 0 ? .axis : .grid))
            drawing.add(Mark.text(Numbers.grouped(Int(value)), x(value), height - 6, .middle, .quiet))
        }
        for (index, project) in shown.enumerated() {
            drawing.add(bar(project, at: EarnedValueBars.row * Double(index), x, width))
        }
        return drawing
    }

    private func bar(_ project: ProjectHealth, at top: Double, _ x: LinearScale, _ width: Double) -> [HTML] {
        let value = project.total.value
        let hint =
            "\(project.name): budget \(money(value.budget)), done \(money(value.performed)), spent \(money(value.spent)), "
            + "was to be done \(money(value.scheduled))"
        func span(_ from: Money, _ to: Money, _ inset: Double, _ paint: Palette.Fill) -> HTML {
            Mark.rect(
                x(major(from)), top + inset, x(major(to)) - x(major(from)), 24 - 2 * inset + 4, paint, hint: hint)
        }
        var marks = [
            Mark.text(
                TextWidth.fit(project.name, in: EarnedValueBars.left - 14, size: 11), EarnedValueBars.left - 10,
                top + 20,
                .end), span(.zero, value.budget, 4, .capacity), span(.zero, value.performed, 8, .confirmed),
        ]
        if value.spent > value.performed { marks.append(span(value.performed, value.spent, 8, .over)) }
        let (spent, scheduled) = (x(major(value.spent)), x(major(value.scheduled)))
        marks.append(Mark.line(scheduled, top + 4, scheduled, top + 28, .capacity))
        marks.append(Mark.line(spent, top + 2, spent, top + 30, .due))
        marks.append(
            Mark.text(
                indices(value), width - 94, top + 20, .start,
                value.costIndex.map { $0 < Share(percent: 90) } ?? false ? .bad : .quiet))
        return marks
    }

    private func indices(_ value: EarnedValue) -> String {
        func index(_ share: Share?) -> String { share.map { Numbers.hundredths($0) } ?? "--" }
        return "CPI \(index(value.costIndex)) SPI \(index(value.scheduleIndex))"
    }

    private func major(_ money: Money) -> Double { Double(money.minorUnits) / Double(currency.scale) }
    private func money(_ money: Money) -> String { Numbers.money(money, in: currency) }
}
