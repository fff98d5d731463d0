// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
public import Verification
public import WhatIf

/// What giving up some of one goal brings of another, for one scenario or several.
public struct GoalFrontierReport: Sendable {
    private let drawn: [(label: String, frontier: GoalFrontier)]

    /// - Parameter drawn: the curves of the same goals, each with a short word for its scenario.
    public init(of drawn: [(label: String, frontier: GoalFrontier)]) {
        self.drawn = drawn
    }

    public func text(_ style: Style) -> String {
        drawn.map { table($0.label, $0.frontier, style).joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func table(_ label: String, _ frontier: GoalFrontier, _ style: Style) -> [String] {
        let (first, second) = (frontier.first, frontier.second)
        var table = TextTable([
            .number(first.name), .number(second.name), .number("filled"), .number("unfilled"),
            .number("next % costs"), .text("", .cut(floor: 4)),
        ])
        for (index, point) in frontier.points.enumerated() {
            let words = GoalWords(of: point.planned.situation)
            table.add([
                .init(words.text(point.first, of: first)), .init(words.text(point.second, of: second)),
                .init(words.percent(ratio(point.totals))),
                .init("\(Numbers.hours(point.totals.asked - point.totals.filled)) h"),
                .init(frontier.price(after: index).map { words.amount($0, of: second) } ?? "--"),
                .init(bar(point, in: frontier)),
            ])
        }
        return [style.heading("\(label.printable): \(first.name) against \(second.name)")] + table.lines(style)
            + note(frontier).wrapped(to: style.width - 2).map { style.paint("  " + $0, .quiet) }
    }

    private func note(_ frontier: GoalFrontier) -> String {
        let (first, second) = (frontier.first.name, frontier.second.name)
        let whole = frontier.first == .balance ? "the time that people's targets come to" : "the best \(first)"
        return frontier.points.count == 1
            ? "One plan is the best by both, so there is nothing to weigh."
            : "Each row is a whole plan, and none is worse than another by both goals. The last column is what one more "
                + "per cent of \(whole) costs of \(second), on the way to the next row."
    }

    /// The part of the way from the least of the first goal to the most, up to twelve columns.
    private func bar(_ point: GoalFrontier.Point, in frontier: GoalFrontier) -> String {
        guard let least = frontier.points.first?.given, least > 0 else { return "" }
        let halves = Int(((1 - point.given / least) * 24).rounded())
        return String(repeating: "█", count: halves / 2) + (halves % 2 == 1 ? "▌" : "")
    }

    private func ratio(_ totals: Totals) -> Double {
        totals.asked > .zero ? totals.filled.inHours / totals.asked.inHours : 1
    }

    /// One row a point.
    public func csv() -> String {
        guard let any = drawn.first?.frontier else { return "" }
        let measures: [Measure] = [.demand, .filled, .unfilled, .coverage, .revenue, .cost, .margin, .worth]
        let head =
            ["scenario", "\(any.first.name) goal", "\(any.second.name) goal", "next per cent costs", "gap"]
            + measures.map(\.name)
        let rows = drawn.flatMap { label, frontier in
            frontier.points.enumerated().map { index, point in
                let situation = point.planned.situation
                return [
                    label, decimal(point.first, in: situation), decimal(point.second, in: situation),
                    frontier.price(after: index).map { decimal($0, of: frontier.second, in: situation) } ?? "",
                    "\((point.gap * 1e9).rounded(.up) / 1e9)",
                ] + measures.map { decimal(point.totals[$0], in: situation) }
            }
        }
        return CSV.text([head] + rows)
    }

    public func json() -> JSON {
        .array(
            drawn.map { label, frontier in
                .object([
                    "scenario": .string(label), "first": .string(frontier.first.rawValue),
                    "second": .string(frontier.second.rawValue),
                    "points": .array(frontier.points.indices.map { json($0, of: frontier) }),
                ])
            })
    }

    private func json(_ index: Int, of frontier: GoalFrontier) -> JSON {
        let point = frontier.points[index]
        let situation = point.planned.situation
        return .object([
            "first": .number(decimal(point.first, in: situation)),
            "second": .number(decimal(point.second, in: situation)),
            "next per cent costs": frontier.price(after: index).map {
                .number(decimal($0, of: frontier.second, in: situation))
            } ?? .null,
            "gap": .real((point.gap * 1e9).rounded(.up) / 1e9),
            "filled": .number(point.totals.filled.decimal), "demand": .number(point.totals.asked.decimal),
            "margin": .number((point.totals.revenue - point.totals.cost).decimal(in: situation.firm.currency)),
            "worth": .number(point.totals.worth.decimal(in: situation.firm.currency)),
        ])
    }

    private func decimal(_ value: GoalValue, in situation: Situation) -> String {
        switch value {
        case .money(let money): money.decimal(in: situation.firm.currency)
        case .hours(let hours): hours.decimal
        }
    }

    /// Of minor units or seconds, to the nearest one.
    private func decimal(_ smallest: Double, of measure: PlanGoal.Measure, in situation: Situation) -> String {
        switch measure.unit {
        case .money: decimal(GoalValue.money(Money(minorUnits: Int(smallest.rounded()))), in: situation)
        case .hours: decimal(GoalValue.hours(Hours(seconds: Int(smallest.rounded()))), in: situation)
        }
    }

    private func decimal(_ amount: Measure.Amount, in situation: Situation) -> String {
        switch amount {
        case .hours(let hours): hours.decimal
        case .money(let money): money.decimal(in: situation.firm.currency)
        case .ratio(let ratio): ratio.map { "\(($0 * 1e6).rounded() / 1e6)" } ?? ""
        }
    }
}
