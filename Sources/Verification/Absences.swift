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
        let byLine = Dictionary(grouping: tally.holdings, by: \.line)
        missing = byLine.keys.sorted().flatMap { line in
            Absences.gaps(of: line, holdings: byLine[line] ?? [], in: situation)
        }
    }

    /// In a week in which somebody who holds a share cannot deliver all of it: what the shares ask for, less what they
    /// give. Less than a minute is rounding, not absence.
    private static func gaps(of line: Int, holdings: [Tally.Holding], in situation: Situation) -> [Gap] {
        var gaps: [Gap] = []
        for (index, stretch) in situation.stretches[line].enumerated() {
            let holders = holdings.filter { $0.shares[index] > .zero }
            let held = holders.reduce(.zero) { $0 + $1.shares[index] }
            for week in stretch {
                let open = situation.openHours(line: line, week: week)
                let deliveries = holders.map { situation.delivery(person: $0.holder, line: line, week: week) }
                guard deliveries.contains(where: { $0 < open }) else { continue }
                let given = zip(deliveries, holders).reduce(.zero) { $0 + $1.0.part($1.1.shares[index]) }
                let hours = open.part(held) - given
                if !hours.isDust { gaps.append(Gap(line: line, week: week, hours: hours)) }
            }
        }
        return gaps
    }

    /// Hours that a person has left in a week after pinned and staffed work.
    public func spare(person: Int, week: Int) -> Hours { spare[person * weekCount + week] }
}
