// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

/// What the holders of steady lines cannot deliver because they are away, and who has hours to spare for it.
public struct Absences: Sendable {
    public struct Gap: Sendable, Hashable {
        public let line: Int
        public let week: Int
        public let hours: Hours
    }

    /// By line, then by week.
    public let missing: [Gap]
    private let weekCount: Int
    private let spare: [Hours]

    public init(of tally: Tally, in situation: Situation) {
        let weeks = situation.firm.horizon.weekCount
        weekCount = weeks
        spare = situation.firm.people.indices.flatMap { person in
            (0..<weeks).map { week in
                max(
                    .zero,
                    situation.openCapacity(person: person, week: week) - tally.staffed(person: person, week: week))
            }
        }
        struct Cell: Hashable {
            let line: Int
            let week: Int
        }
        var sums: [Cell: Hours] = [:]
        for holding in tally.holdings {
            for (stretch, share) in zip(situation.stretches[holding.line], holding.shares) where share > .zero {
                for week in stretch {
                    let asked = situation.openHours(line: holding.line, week: week).part(share)
                    let given = situation.delivery(person: holding.holder, line: holding.line, week: week).part(share)
                    if asked > given { sums[Cell(line: holding.line, week: week), default: .zero] += asked - given }
                }
            }
        }
        missing = sums.map { Gap(line: $0.line, week: $0.week, hours: $1) }
            .sorted { ($0.line, $0.week) < ($1.line, $1.week) }
    }

    /// Hours that a person has left in a week after pinned and staffed work.
    public func spare(person: Int, week: Int) -> Hours { spare[person * weekCount + week] }
}
