// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Reports
import Staffing

/// From one amount to another, a step for each of what lies between; the steps add up.
struct Waterfall {
    let title: String
    let start: (name: String, amount: Money)
    let steps: [(name: String, amount: Money)]
    let end: (name: String, amount: Money)
    let currency: Currency

    private struct Bar {
        let name: String
        let from: Double
        let to: Double
        let words: String
        let paint: Palette.Fill
    }

    private var bars: [Bar] {
        let scale = Double(currency.scale)
        var level = start.amount
        var bars = [
            Bar(
                name: start.name, from: 0, to: Double(level.minorUnits) / scale,
                words: Numbers.money(level, in: currency), paint: .quiet)
        ]
        for step in steps {
            let next = level + step.amount
            bars.append(
                Bar(
                    name: step.name, from: Double(level.minorUnits) / scale, to: Double(next.minorUnits) / scale,
                    words: Numbers.change(step.amount, in: currency), paint: step.amount < .zero ? .loss : .gain))
            level = next
        }
        bars.append(
            Bar(
                name: end.name, from: 0, to: Double(end.amount.minorUnits) / scale,
                words: Numbers.money(end.amount, in: currency), paint: .quiet))
        return bars
    }

    private static let row = 30.0
    private static let left = 340.0

    var html: HTML {
        HTML("figure") {
            HTML("figcaption", text: title)
            HTML("div", .class("scroll"), .role("region"), .label(title), .init("tabindex", 0)) {
                drawing.html(isFixed: true)
            }
        }
    }

    /// Bars lie, so that the sentences beside them can be read. The axis does not begin at zero where the steps would be
    /// too small to see; it says so.
    private var drawing: Drawing {
        let bars = bars
        let (low, high) = extent(bars)
        let width = 980.0
        let x = LinearScale(from: low...high, to: Waterfall.left, width - 90)
        let height = Waterfall.row * Double(bars.count) + 6 + (low == 0 ? 0 : 16)
        let steps = bars.dropFirst().dropLast().map { "\($0.name) \($0.words)" }.joined(separator: "; ")
        var drawing = Drawing(
            width: width, height: height,
            name: "\(title). \(start.name) \(bars[0].words); \(steps); \(end.name) \(bars[bars.count - 1].words)")
        for (index, bar) in bars.enumerated() {
            let top = Waterfall.row * Double(index)
            let from = x(max(low, min(bar.from, bar.to)))
            let to = x(max(bar.from, bar.to))
            let isEnd = index == 0 || index == bars.count - 1
            drawing.add(
                Mark.text(
                    TextWidth.fit(bar.name, in: Waterfall.left - 12, size: 11), Waterfall.left - 10, top + 19, .end,
                    isEnd ? .strong : .plain))
            drawing.add(Mark.rect(from, top + 6, max(1, to - from), 18, bar.paint, hint: "\(bar.name): \(bar.words)"))
            drawing.add(Mark.text(bar.words, to + 6, top + 19, .start, isEnd ? .strong : .plain))
            if index + 1 < bars.count { drawing.add(Mark.line(x(bar.to), top + 24, x(bar.to), top + 36, .link)) }
        }
        if low != 0 {
            drawing.add(
                Mark.text("The bars begin at \(Numbers.grouped(Int(low))).", Waterfall.left, height - 4, .start, .quiet)
            )
        }
        return drawing
    }

    private func extent(_ bars: [Bar]) -> (Double, Double) {
        let levels = bars.map(\.to) + [bars[0].to]
        let (least, most) = (levels.min() ?? 0, levels.max() ?? 1)
        let ticks = Ticks(holding: levels, about: 4)
        guard least > 0, most > least, (most - least) < most / 4 else {
            return (ticks.domain.lowerBound, max(ticks.domain.upperBound, most))
        }
        let margin = Ticks(holding: [most - least], about: 4).step
        return (max(0, ((least / margin).rounded(.down) - 1) * margin), most)
    }
}
