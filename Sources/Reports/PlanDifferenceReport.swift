// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Staffing
public import Verification
public import WhatIf

/// How two plan files differ: figures, then line by line who joins, leaves and moves.
public struct PlanDifferenceReport: Sendable {
    let difference: PlanFileDifference

    public init(of difference: PlanFileDifference) {
        self.difference = difference
    }

    public func text(_ style: Style) -> String {
        let names = "\(difference.scenarioBefore) → \(difference.scenarioAfter)"
        let head = [style.heading(names.printable.cut(to: style.width)), headline()]
        let sections = [head, figures(style)] + lines(style) + [dust()]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// How much differs, in one line.
    private func headline() -> String {
        guard !difference.isEmpty else {
            return difference.isOfSameInput ? "No difference." : "No difference, though the scenarios differ."
        }
        guard !seen.isEmpty else { return "The bookings are the same." }
        let turnover = Turnover(difference.plan)
        var parts = [seen.count == 1 ? "1 booking differs" : "\(Numbers.grouped(seen.count)) bookings differ"]
        if !turnover.hours.isDust { parts.append("\(Numbers.hours(turnover.hours)) h are gone") }
        if !turnover.newHours.isDust { parts.append("\(Numbers.hours(turnover.newHours)) h are new") }
        return parts.joined(separator: ", ")
    }

    private func figures(_ style: Style) -> [String] {
        guard !difference.figures.isEmpty else { return [] }
        var table = TextTable([.text(""), .number("before"), .number("after"), .number("")])
        for figure in difference.figures {
            let isHours = figure.name.hasSuffix("hours")
            func text(_ value: Double) -> String {
                isHours
                    ? Numbers.hours(Hours(seconds: whole(value * 3600)))
                    : Numbers.money(Money(minorUnits: whole(value * Double(currency.scale))), in: currency)
            }
            let change = figure.before.flatMap { before in figure.after.map { $0 - before } }
            table.add([
                .init(isHours ? figure.name : "\(figure.name), \(currency.code)"),
                .init(figure.before.map(text) ?? "--"), .init(figure.after.map(text) ?? "--"),
                .init(change.map { Numbers.signed(text($0)) } ?? ""),
            ])
        }
        return [style.heading("Figures")] + table.lines(style)
    }

    private var currency: Currency { difference.currency }

    /// A stated number may be any; what is beyond all sense is shown as the largest that makes some.
    private func whole(_ number: Double) -> Int {
        number.isFinite ? Int(min(max(number, -1e15), 1e15).rounded()) : 0
    }

    private var seen: [PlanDifference.Booking] { difference.plan.bookings.filter { !$0.weeks.isDust } }

    /// A paragraph for each line on which a minute or more differs.
    private func lines(_ style: Style) -> [[String]] {
        let words = DifferenceWords()
        let gaps = difference.plan.gaps.filter { !$0.weeks.isDust }
        let ids = (seen.map(\.line) + gaps.map(\.line)).uniqued().sorted()
        return ids.map { line in
            let sentences =
                seen.filter { $0.line == line }.map { words.sentence($0, namingLine: false) }
                + gaps.filter { $0.line == line }.map { words.sentence($0) }
            return [style.heading(line.description.printable)]
                + sentences.flatMap { sentence in
                    sentence.printable.wrapped(to: style.width - 4).enumerated().map {
                        ($0.offset == 0 ? "  " : "    ") + $0.element
                    }
                }
        }
    }

    private func dust() -> [String] {
        let count = difference.plan.bookings.count - seen.count
        guard count > 0 else { return [] }
        return ["\(count) \(count == 1 ? "booking differs" : "bookings differ") by less than a minute."]
    }

    public func json() -> JSON {
        .object([
            "same": .bool(difference.isEmpty), "same input": .bool(difference.isOfSameInput),
            "currency": .string(currency.code),
            "figures": .object(
                difference.figures.map { figure in
                    .init(
                        figure.name,
                        .array([figure.before, figure.after].map { $0.map { .real($0) } ?? .null }))
                }), "bookings": DifferenceData.bookings(difference.plan),
            "unfilled": DifferenceData.unfilled(difference.plan),
        ])
    }
}
