// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Verification
import WhatIf

extension SweepReport {
    /// A row for each point.
    func grid() -> [String] {
        let hasDraws = input.draws != nil
        let axes = input.varied.map(Self.name)
        let columns: [TextTable.Column] =
            hasDraws
            ? [
                .number("coverage P50"), .number("margin P10"), .number("P50"), .number("P90"),
                .number("worth P50"),
            ]
            : [
                .number("demand, h"), .number("coverage"), .number("revenue"), .number("cost"), .number("margin"),
                .number("worth"),
            ]
        var table = TextTable(axes.map { .text($0, .cut(floor: 8)) } + columns)
        for point in summary.points {
            let figures =
                hasDraws
                ? [
                    Numbers.coverage(point.coverage.p50),
                    money(point.margin.p10), money(point.margin.p50), money(point.margin.p90), money(point.worth.p50),
                ]
                : [
                    Numbers.hours(point.asked.p50), Numbers.coverage(point.coverage.p50), money(point.revenue.p50),
                    money(point.cost.p50), money(point.margin.p50), money(point.worth.p50),
                ]
            table.add((point.values + figures).map { .init($0) })
        }
        return [style.heading("Point by point, money in \(input.currency)")] + table.lines(style) + best(axes)
    }

    /// Where it can be said: not if the points are measured differently.
    private func best(_ axes: [String]) -> [String] {
        guard input.hasOneRuler, summary.points.count > 1, let most = summary.points.map(\.worth.p50).max(),
            let point = summary.points.first(where: { $0.worth.p50 == most })
        else { return [] }
        let place = zip(axes, point.values).map { "\($0) \($1)" }.joined(separator: ", ")
        return [""] + "Worth most to the firm: \(place).".wrapped(to: style.width - 2).map { "  " + $0 }
    }

    /// `projects.apollo.start=0w..6w` is shown as `apollo.start`.
    private static func name(_ varied: String) -> String {
        let parts = varied.prefix { $0 != "=" }.split(separator: ".")
        return (parts.count > 2 ? parts.dropFirst() : parts[...]).joined(separator: ".")
    }
}
