// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Verification
public import WhatIf

/// What a sweep found, in words and tables for the terminal.
public struct SweepReport: Sendable {
    let summary: SweepSummary
    let style: Style

    public init(of summary: SweepSummary, style: Style) {
        self.summary = summary
        self.style = style
    }

    var input: SweepInput { summary.input }

    /// The whole report, ended by a line break.
    public func text() -> String {
        var sections = [head()]
        if !input.varied.isEmpty { sections.append(grid()) }
        if summary.points.count == 1, let point = summary.points.first, input.draws != nil {
            sections += [figures(point), proposals(point), hires(point)]
        }
        if input.draws != nil { sections.append(legend()) }
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func head() -> [String] {
        let span = "\(input.firstWeek) … \(input.lastWeek)"
        let name = input.scenario.printable.cut(to: style.width - span.columns - 2)
        let gap = String(repeating: " ", count: max(2, style.width - name.columns - span.columns))
        return [style.heading(name) + gap + style.paint(span, .quiet), headline()]
    }

    /// One line: what was planned.
    public func headline() -> String {
        guard let draws = input.draws else { return count(input.count, "scenario") }
        let open = [
            input.proposals.isEmpty ? nil : count(input.proposals.count, "proposal"),
            input.ranges == 0 ? nil : count(input.ranges, "range"),
        ].compactMap(\.self).joined(separator: " and ")
        let of = open.isEmpty ? "" : " of \(open)"
        let points = summary.points.count > 1 ? " at each of \(count(summary.points.count, "point"))" : ""
        return "\(count(draws, "draw"))\(of)\(points), seed \(input.seed)"
    }

    func money(_ money: Money) -> String {
        Currency(input.currency).map { Numbers.money(money, in: $0) } ?? "\(money.minorUnits)"
    }

    private func figures(_ point: SweepSummary.Point) -> [String] {
        var table = TextTable([.text(""), .number("P10"), .number("P50"), .number("P90")])
        func add<Value>(_ name: String, _ spread: Spread<Value>, _ words: (Value) -> String) {
            table.add([.init(name), .init(words(spread.p10)), .init(words(spread.p50)), .init(words(spread.p90))])
        }
        add("demand, h", point.asked, Numbers.hours)
        add("filled, h", point.filled, Numbers.hours)
        add("coverage", point.coverage, Numbers.coverage)
        add("revenue, \(input.currency)", point.revenue, money)
        add("cost, \(input.currency)", point.cost, money)
        add("margin, \(input.currency)", point.margin, money)
        add("overtime, h", point.overtime, Numbers.hours)
        add("subcontracted, h", point.subcontracted, Numbers.hours)
        add("bench, h", point.bench, Numbers.hours)
        return table.lines(style)
    }

    private func proposals(_ point: SweepSummary.Point) -> [String] {
        guard !point.proposals.isEmpty else { return [] }
        var table = TextTable([
            .text("proposal", .cut(floor: 12)), .number("chance"), .number("won"), .number("margin if won"),
            .number("if lost"), .number("coverage if won"), .number("if lost"),
        ])
        for (proposal, stated) in zip(point.proposals, input.proposals) {
            table.add([
                .init(proposal.id.text), .init(Numbers.percent(Share(millionths: stated.chance))),
                .init(Numbers.percent(Double(proposal.wins) / Double(point.count))),
                .init(proposal.marginIfWon.map(money) ?? "--"), .init(proposal.marginIfLost.map(money) ?? "--"),
                .init(proposal.coverageIfWon.map(Numbers.coverage) ?? "--"),
                .init(proposal.coverageIfLost.map(Numbers.coverage) ?? "--"),
            ])
        }
        return [style.heading("What hangs on each proposal, P50")] + table.lines(style)
    }

    private func legend() -> [String] {
        let text =
            "P10, P50 and P90: in a tenth, in half and in nine tenths of the draws the figure is as large as that or "
            + "smaller."
        return text.wrapped(to: style.width - 2).map { style.paint("  " + $0, .quiet) }
    }

    private func count(_ number: Int, _ word: String) -> String {
        "\(Numbers.grouped(number)) \(word)\(number == 1 ? "" : "s")"
    }
}
