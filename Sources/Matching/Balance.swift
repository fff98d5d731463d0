// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Against what people's loads are to be alike: everybody at the same part of the hours that their targets come to.
///
/// A person's target is their own, else the firm's, else all their time. Who could do none of the firm's work is left out.
public struct Balance: Sendable {
    /// Hours that the target comes to, by position of the person; zero for whoever is left out.
    public let wished: [Double]
    /// Hours that are theirs in any case.
    public let pinned: [Double]
    /// No plan brings everybody's load above that part of their target.
    public let mostLevel: Double

    public init(wished: [Double], pinned: [Double], mostLevel: Double) {
        self.wished = wished
        self.pinned = pinned
        self.mostLevel = mostLevel
    }

    /// What all targets come to, in hours.
    public var base: Double { wished.reduce(0, +) }

    /// The hours by which loads are apart: Σ |load − level × wished|, at the level at which that is least, which is a
    /// weighted median of the parts of their targets that people reach.
    public func hoursApart(_ loads: [Double]) -> Double {
        let counted = wished.indices.filter { wished[$0] > 0 }
        let byPart = counted.sorted { (loads[$0] / wished[$0], $0) < (loads[$1] / wished[$1], $1) }
        var passed = 0.0
        var level = 0.0
        for person in byPart {
            level = loads[person] / wished[person]
            passed += wished[person]
            if 2 * passed >= base { break }
        }
        return counted.reduce(0) { $0 + abs(loads[$1] - level * wished[$1]) }
    }
}

extension Situation {
    /// What ``PlanGoal/Measure/balance`` is measured against.
    public var balance: Balance {
        var isCandidate = [Bool](repeating: false, count: firm.people.count)
        for line in demand.lines.indices where weight(of: line) > .zero {
            for candidate in candidates[line] { isCandidate[candidate.person] = true }
        }
        var wished: [Double] = []
        var fixed: [Double] = []
        var most = 0.0
        for (index, person) in firm.people.enumerated() {
            let target = (person.target ?? firm.policy.target ?? .whole).fraction
            var (effective, pinnedHours, possible) = (0.0, 0.0, 0.0)
            for (week, cell) in capacity.weeks(of: index).enumerated() {
                effective += cell.effective.inHours
                pinnedHours += pinned.hours(person: index, week: week).inHours
                possible += (cell.plannable + overtimeLimit(person: index, week: week)).inHours
            }
            let hours = isCandidate[index] ? target * effective : 0
            wished.append(hours)
            fixed.append(pinnedHours)
            if hours > 0 { most = max(most, (possible + pinnedHours) / hours) }
        }
        return Balance(wished: wished, pinned: fixed, mostLevel: most)
    }
}
