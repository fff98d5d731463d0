// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
import Staffing

extension Tally {
    /// The value of the staffing stage, in minor units: what its hours bring, less overtime premiums, hand-overs and
    /// the price of promises that are not kept.
    ///
    /// Pinned work is not decided and counts nowhere.
    public func staffingObjective(in situation: Situation) -> Double {
        staffingObjective(in: situation, by: .money)
    }

    /// What the staffing stage comes to by goals, too, in minor units: an hour of what is counted in hours is a major one.
    public func staffingObjective(in situation: Situation, by weights: GoalWeights) -> Double {
        var sum = work(in: situation, by: weights) { $0 == .steady || $0 == .hourly }
        sum += poolWork(in: situation, by: weights)
        sum -= (weights.money + weights[.margin]) * overtime(in: situation)
        sum -= weights.money * (handOvers(in: situation) + brokenPromises(in: situation))
        guard !weights.isMoneyAlone else { return sum }
        for promise in situation.promises {
            let price = situation.price(of: promise, by: weights)
            sum += (price.all - price.money) * kept(promise).inHours
        }
        if weights[.balance] != 0 {
            sum -= weights[.balance] * Double(situation.firm.currency.scale) * hoursApart(in: situation)
        }
        return sum
    }

    /// By how much people's loads are apart, cover aside: see ``PlanGoal/Measure/balance``.
    private func hoursApart(in situation: Situation) -> Double {
        let loads = situation.firm.people.indices.map { person in
            (0..<situation.firm.horizon.weekCount).reduce(0.0) { sum, week in
                sum + (staffed(person: person, week: week) + pinned(person: person, week: week)).inHours
            }
        }
        return situation.balance.hoursApart(loads)
    }

    /// The value of the hours that stand in for absences, in minor units.
    public func coverObjective(in situation: Situation) -> Double {
        work(in: situation, by: .money) { $0 == .cover }
    }

    private func work(
        in situation: Situation, by weights: GoalWeights, where isMeant: (Assignment.Kind) -> Bool
    ) -> Double {
        entries.reduce(0) { sum, entry in
            guard isMeant(entry.kind), let candidate = situation.candidate(person: entry.person, line: entry.line)
            else { return sum }
            let value = situation.value(of: candidate, line: entry.line, week: entry.week, by: weights)
            return sum + value * entry.hours.inHours
        }
    }

    private func poolWork(in situation: Situation, by weights: GoalWeights) -> Double {
        poolEntries.reduce(0) { sum, entry in
            // What stood before was not decided.
            guard !situation.isFrozen(entry.week) else { return sum }
            let value = situation.value(ofPool: entry.pool, line: entry.line, week: entry.week, by: weights)
            return sum + value * entry.hours.inHours
        }
    }

    private func overtime(in situation: Situation) -> Double {
        var sum = 0.0
        for person in situation.firm.people.indices {
            for week in 0..<situation.firm.horizon.weekCount {
                let beyond = staffed(person: person, week: week) - situation.openCapacity(person: person, week: week)
                guard beyond > .zero else { continue }
                let premium = situation.overtimePremium(person: person, week: week)
                sum += Double(premium.perHour.minorUnits) * beyond.inHours
            }
        }
        return sum
    }

    func handOvers(in situation: Situation) -> Double {
        holdings.reduce(0) { sum, holding in
            let stretches = situation.stretches[holding.line]
            return holding.shares.indices.dropFirst().reduce(sum) { sum, index in
                let taken = holding.shares[index] - holding.shares[index - 1]
                guard taken > .zero else { return sum }
                let cost = situation.handOverCost(
                    person: holding.holder, line: holding.line, from: stretches[index].lowerBound)
                return sum + cost * taken.fraction
            }
        }
    }
}
