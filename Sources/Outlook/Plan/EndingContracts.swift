// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Verification

extension PlanReview {
    /// Contracts that end within the horizon while lines on which the plan has the person go on.
    ///
    /// The horizon begins today, so a contract that ends within the policy's notice from its first day is a warning;
    /// a later one is a notice.
    func endingContracts() -> [Alert] {
        firm.people.indices.compactMap { person in
            guard let end = firm.people[person].contract.end, firm.horizon.days.contains(end),
                let week = firm.horizon.index(of: Week(of: end))
            else { return nil }
            let held = Set(tally.entries.filter { $0.person == person }.map(\.line))
            let after = held.sorted().map { line in
                (
                    line: line,
                    hours: (week + 1..<max(week + 1, firm.horizon.weekCount)).reduce(.zero) {
                        $0 + situation.demand.lines[line].hours(in: $1)
                    }
                )
            }.filter { !$0.hours.isDust }
            guard !after.isEmpty else { return nil }
            let isSoon = end - firm.horizon.days.first < 7 * firm.policy.alerts.expiryWeeks
            return Alert(
                .contractEnds(
                    firm.people[person].id, on: end, after.map { situation.demand.lines[$0.line].id },
                    after: after.reduce(.zero) { $0 + $1.hours }),
                isSoon ? .warning : .notice, Week(of: end)...Week(of: end))
        }
    }
}

extension Dated {
    /// The last day of the last piece; nil where it reaches on without end, or where there is none.
    fileprivate var end: Day? { pieces.last?.last }
}
