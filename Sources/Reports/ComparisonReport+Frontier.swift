// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Staffing
import Verification
import WhatIf

extension ComparisonReport {
    /// What each budget of moves brings, with a bar for the part of what free moving brings; nothing where no curve was
    /// asked for.
    func frontier(_ variant: Comparison.Variant, _ style: Style) -> [String] {
        guard let frontier = variant.frontier else { return [] }
        var table = TextTable([
            .number("at most"), .number("bookings"), .number("hours"), .number("coverage"), .number("margin"),
            .number("worth"), .number("gain"), .text("", .cut(floor: 4)),
        ])
        for point in frontier.points {
            let gain = frontier.gain(of: point)
            table.add([
                .init(words(point.budget)), .init(Numbers.grouped(point.bookings)), .init(Numbers.hours(point.hours)),
                .init(Numbers.percent(point.totals.filled, of: point.totals.asked)),
                .init(text(.margin, point.totals)), .init(text(.worth, point.totals)),
                .init(gain.map(Numbers.percent) ?? "--"), .init(gain.map(bar) ?? ""),
            ])
        }
        let title = "\(head(variant.result)): what moving more brings, in \(currency.code)"
        let note =
            "Bookings and hours of the base's plan that are moved; the gain is the part of the worth that free moving brings. "
            + "Limits that bring no more than a tighter one are left out."
        return [style.heading(title)] + table.lines(style)
            + note.wrapped(to: style.width - 2).map { style.paint("  " + $0, .quiet) }
    }

    private func words(_ budget: Commitment.Budget?) -> String {
        switch budget {
        case nil: "free"
        case .bookings(let most): Numbers.grouped(most)
        case .hours(let most): "\(Numbers.hours(most)) h"
        }
    }

    /// Up to twelve columns, to half a column.
    private func bar(_ gain: Double) -> String {
        let halves = Int((min(max(gain, 0), 1) * 24).rounded())
        return String(repeating: "█", count: halves / 2) + (halves % 2 == 1 ? "▌" : "")
    }

    /// One row a point, of all variants.
    public func frontierCSV() -> String {
        let measures: [Measure] = [.filled, .unfilled, .coverage, .revenue, .cost, .margin, .worth]
        let head =
            ["scenario", "at most", "unit", "bookings moved", "hours moved"] + measures.map(\.name)
        let rows = comparison.variants.flatMap { variant in
            (variant.frontier?.points ?? []).map { point in
                [variant.result.label] + cells(point.budget) + [String(point.bookings), point.hours.decimal]
                    + measures.map { decimal(point.totals[$0]) ?? "" }
            }
        }
        return CSV.text([head] + rows)
    }

    private func cells(_ budget: Commitment.Budget?) -> [String] {
        switch budget {
        case nil: ["", ""]
        case .bookings(let most): [String(most), "bookings"]
        case .hours(let most): [most.decimal, "h"]
        }
    }

    func json(_ frontier: Frontier) -> JSON {
        .object([
            "axis": .string(frontier.axis.rawValue),
            "points": .array(
                frontier.points.map { point in
                    let most: JSON =
                        switch point.budget {
                        case nil: .null
                        case .bookings(let most): .integer(most)
                        case .hours(let most): .number(most.decimal)
                        }
                    return .object([
                        "at most": most, "bookings": .integer(point.bookings), "hours": .number(point.hours.decimal),
                        "gap": .real((point.gap * 1e9).rounded(.up) / 1e9), "figures": figures(point.totals),
                    ])
                }),
        ])
    }
}
