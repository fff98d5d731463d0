// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing
import Verification

/// Who stands in for absences: each week on its own, hours of whoever is eligible and has some to spare.
///
/// Maximise Σ value × hours, with no more for a line than its holders miss through absence, and no more of a person
/// than is left of the week. Overtime is not used.
struct CoverStage {
    private struct Cell: Hashable {
        let person: Int
        let week: Int
    }

    private let situation: Situation
    private(set) var model = Model(.maximise)
    private var columns: [(person: Int, line: Int, week: Int)] = []
    private var limits: [Limit] = []

    private enum Limit {
        case line(Int, week: Int)
        case person(Int, week: Int)
    }

    init(after tally: Tally, in situation: Situation) {
        self.situation = situation
        let absences = Absences(of: tally, in: situation)
        var personRow: [Cell: Row] = [:]
        for gap in absences.missing {
            let line = model.addRow(.atMost(gap.hours.inHours))
            limits.append(.line(gap.line, week: gap.week))
            for candidate in situation.candidates[gap.line] {
                let spare = absences.spare(person: candidate.person, week: gap.week)
                let value = situation.value(of: candidate, line: gap.line, week: gap.week)
                guard spare > .zero, value > 0 else { continue }
                let cell = Cell(person: candidate.person, week: gap.week)
                let person = personRow[cell] ?? model.addRow(.atMost(spare.inHours))
                if personRow[cell] == nil {
                    personRow[cell] = person
                    limits.append(.person(candidate.person, week: gap.week))
                }
                columns.append((candidate.person, gap.line, gap.week))
                model.addColumn(
                    objective: value / Double(situation.firm.currency.scale),
                    .between(0, min(spare, gap.hours).inHours), entries: [(line, 1), (person, 1)])
            }
        }
    }

    /// The hours as bookings: whole seconds, rounded down.
    func assignments(_ values: [Double]) -> [(person: Int, line: Int, weeks: [WeekHours])] {
        struct Pair: Hashable {
            let person: Int
            let line: Int
        }
        var found: [Pair: [WeekHours]] = [:]
        var order: [Pair] = []
        for (column, value) in zip(columns, values) {
            let hours = Hours(seconds: Int((value * 3600 + 0.01).rounded(.down)))
            guard hours > .zero else { continue }
            let pair = Pair(person: column.person, line: column.line)
            if found[pair] == nil { order.append(pair) }
            found[pair, default: []].append(WeekHours(situation.week(column.week), hours))
        }
        return order.map { ($0.person, $0.line, found[$0] ?? []) }
    }

    func prices(_ rowPrices: [Double]) -> StagePrices {
        var lines: [StagePrices.OfLine] = []
        var people: [StagePrices.OfHour<Person>] = []
        for (limit, price) in zip(limits, rowPrices.map(\.toMillionth)) where price > 0 {
            switch limit {
            case .line(let line, let week):
                let week = situation.week(week)
                lines.append(.init(line: situation.demand.lines[line].id, first: week, last: week, price: price))
            case .person(let person, let week):
                people.append(
                    .init(owner: situation.firm.people[person].id, week: situation.week(week), price: price))
            }
        }
        return StagePrices(lines: lines, people: people, pools: [], seats: [])
    }
}
