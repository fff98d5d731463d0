// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Verification

extension PlanReview {
    /// People whose planned work and time inside the firm fill the policy's share of their effective capacity, for as
    /// many weeks in a row as the policy allows or more. A week without capacity is a rest and ends the row.
    func sustainedLoads() -> [Alert] {
        let limits = firm.policy.alerts
        return firm.people.indices.flatMap { person in
            func load(_ week: Int) -> Alert.Ratio {
                let cell = situation.capacity[person, week]
                return Alert.Ratio(
                    part: tally.load(person: person, week: week) + cell.internalTime, whole: cell.effective)
            }
            let full = runs(in: situation.horizonWeeks) { week -> Bool? in
                let load = load(week)
                guard load.whole > .zero else { return nil }
                return (load.whole.times(limits.sustainedLoad) - load.part).isDust ? true : nil
            }
            return full.filter { $0.weeks.count >= limits.sustainedWeeks }.map { run in
                let sum = run.weeks.map(load).reduce(Alert.Ratio(part: .zero, whole: .zero)) {
                    Alert.Ratio(part: $0.part + $1.part, whole: $0.whole + $1.whole)
                }
                return Alert(
                    .sustainedLoad(firm.people[person].id, sum, limit: limits.sustainedLoad), .warning,
                    situation.dated(run.weeks))
            }
        }
    }

    /// Billable utilisation over the horizon (billable hours / effective capacity) below `under target`, or above
    /// `over target`, of the person's target, else of the firm's.
    func missedTargets() -> [Alert] {
        let limits = firm.policy.alerts
        return zip(firm.people, figures.people).compactMap { person, use in
            guard let target = person.target ?? firm.policy.target, use.effective > .zero else { return nil }
            let ratio = Alert.Ratio(part: use.billable, whole: use.effective)
            let wished = use.effective.times(target)
            if ratio.part < wished.times(limits.underTarget) {
                return Alert(.underTarget(person.id, ratio, target: target), .notice, situation.wholeHorizon)
            }
            if ratio.part > wished.times(limits.overTarget) {
                return Alert(.overTarget(person.id, ratio, target: target), .warning, situation.wholeHorizon)
            }
            return nil
        }
    }
}
