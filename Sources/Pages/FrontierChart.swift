// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Reports
import Staffing
import Verification
import WhatIf

/// What a what-if is worth by how much of the base's plan may move.
struct FrontierChart {
    let title: String
    let frontier: Frontier
    let currency: Currency

    var html: HTML {
        HTML("figure") {
            HTML("figcaption", text: title)
            HTML("div", .class("scroll"), .role("region"), .label(title), .init("tabindex", 0)) {
                drawing.html(isFixed: true)
            }
            table.folded
        }
    }

    private func moved(_ point: Frontier.Point) -> Double {
        switch frontier.axis {
        case .moves: Double(point.bookings)
        case .hours: point.hours.inHours
        }
    }

    private func worth(_ point: Frontier.Point) -> Double {
        Double(point.totals.worth.minorUnits) / Double(currency.scale)
    }

    private var drawing: Drawing {
        let (width, height, left, bottom) = (720.0, 260.0, 70.0, 40.0)
        let points = frontier.points
        let across = Ticks(holding: points.map(moved), about: 6)
        let x = LinearScale(from: across.domain, to: left, width - 110)
        let worths = points.map(worth)
        let (least, most) = (worths.min() ?? 0, worths.max() ?? 1)
        let step = Ticks(holding: [most - least], about: 4).step
        let low = (least / step).rounded(.down)
        let high = max(low + 1, (most / step).rounded(.up))
        let y = LinearScale(from: (low * step)...(high * step), to: height - bottom, 14)
        let unit = frontier.axis == .moves ? "bookings" : "hours"
        let words = points.map {
            "\(Numbers.grouped(Int(moved($0)))) \(unit) \(Numbers.money($0.totals.worth, in: currency))"
        }
        var drawing = Drawing(
            width: width, height: height, name: "\(title): \(words.joined(separator: ", "))")
        for number in Int(low)...Int(high) {
            let value = Double(number) * step
            drawing.add(Mark.line(left, y(value), width - 110, y(value), number == Int(low) ? .axis : .grid))
            drawing.add(Mark.text(Numbers.grouped(Int(value)), left - 6, y(value) + 4, .end, .quiet))
        }
        for value in across.values {
            drawing.add(Mark.text(Numbers.grouped(Int(value)), x(value), height - bottom + 16, .middle, .quiet))
        }
        drawing.add(
            Mark.text(
                "\(unit) moved; the axis of worth begins at \(Numbers.grouped(Int(low * step)))", left, height - 6,
                .start, .quiet))
        drawing.add(Mark.path(points.map { (x(moved($0)), y(worth($0))) }, .curve))
        for (index, point) in points.enumerated() {
            let (px, py) = (x(moved(point)), y(worth(point)))
            drawing.add(
                Mark.rect(px - 3.5, py - 3.5, 7, 7, .confirmed, hint: words[index], round: 3.5))
            if index == 0 || index == points.count - 1 {
                drawing.add(
                    Mark.text(
                        Numbers.money(point.totals.worth, in: currency), px + 8, py + (index == 0 ? 14 : 4), .start,
                        .strong))
            }
        }
        return drawing
    }

    private var table: PlainTable {
        var table = PlainTable(
            "In \(currency.code)",
            [
                .text("at most"), .number("bookings"), .number("hours"), .number("margin"), .number("worth"),
                .number("gain"),
            ])
        for point in frontier.points {
            let most =
                switch point.budget {
                case nil: "free"
                case .bookings(let most): Numbers.grouped(most)
                case .hours(let most): "\(Numbers.hours(most)) h"
                }
            table.add([
                .init(most), .init(Numbers.grouped(point.bookings)), .init(Numbers.hours(point.hours)),
                .init(Numbers.money(point.totals.revenue - point.totals.cost, in: currency)),
                .init(Numbers.money(point.totals.worth, in: currency)),
                .init(Numbers.percent(frontier.gain(of: point))),
            ])
        }
        return table
    }
}
