// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

extension Tally {
    /// What a plan is worth to the firm at the planner's own prices, in money: for every hour, pinned ones and cover
    /// included, chance × (bill rate − cost − misfit); less overtime premiums and hand-overs; less chance × price for
    /// every hour of demand that stays unmet; less chance × penalty for every late milestone.
    ///
    /// Of two plans of one firm the better one is worth more, and the difference is that of their objectives. Unlike
    /// objectives, worths can also be set side by side where pins, people or demand differ. The price of moving bookings
    /// that were to be kept is left out: it is there to keep a plan calm, and nobody pays it. Ordinary hours are charged
    /// as the policy says (`Policy.CostBasis`); idle hours cost nothing.
    public func worth(in situation: Situation) -> Money {
        let firm = situation.firm
        var sum = 0.0
        for entry in entries {
            let earned =
                situation.billRate(line: entry.line, person: entry.person, week: entry.week).perHour
                - situation.chargedRate(person: entry.person, week: entry.week).perHour
            let misfit = situation.misfit(person: entry.person, line: entry.line)
            sum +=
                weight(entry.line, in: situation) * Double((earned - misfit.perHour).minorUnits) * entry.hours.inHours
        }
        for entry in poolEntries {
            let earned =
                situation.billRate(line: entry.line, pool: entry.pool, week: entry.week).perHour
                - situation.costRate(pool: entry.pool, week: entry.week).perHour
            sum += weight(entry.line, in: situation) * Double(earned.minorUnits) * entry.hours.inHours
        }
        for person in firm.people.indices {
            for week in 0..<firm.horizon.weekCount {
                let beyond = load(person: person, week: week) - situation.capacity[person, week].plannable
                guard beyond > .zero else { continue }
                let premium = situation.overtimePremium(person: person, week: week)
                sum -= Double(premium.perHour.minorUnits) * beyond.inHours
            }
        }
        for line in situation.demand.lines.indices where situation.weight(of: line) > .zero {
            let price = Double(situation.unmetPrice(line: line).perHour.minorUnits)
            sum -= weight(line, in: situation) * price * unfilled(line: line, in: situation).inHours
        }
        return Money(rounding: sum - handOvers(in: situation) - situation.penalties())
    }

    /// What a line asks for beyond what is done: week by week, or of an anytime line in all.
    func unfilled(line: Int, in situation: Situation) -> Hours {
        let demand = situation.demand.lines[line]
        if situation.need(of: line).spread == .anytime {
            return max(.zero, demand.total - demand.weeks.reduce(.zero) { $0 + filled(line: line, week: $1) })
        }
        return demand.weeks.reduce(.zero) { $0 + max(.zero, demand.hours(in: $1) - filled(line: line, week: $1)) }
    }

    private func weight(_ line: Int, in situation: Situation) -> Double { situation.weight(of: line).fraction }
}
