// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension Situation {
    /// What an hour of the line is billed at when the person does it; zero where it is not billed.
    ///
    /// The line's own rate, else the project's rate card, else the firm's: by the line's role, else by the person's.
    /// The rate is that of the week's Thursday; outside the dates it has, the next one, else the last.
    public func billRate(line: Int, person: Int, week: Int) -> Rate {
        tables.bill(line: line, person: person, week: week)
    }

    /// What an hour of the line is billed at when a subcontractor does it, by the pool's first role.
    public func billRate(line: Int, pool: Int, week: Int) -> Rate {
        tables.bill(line: line, pool: pool, week: week)
    }

    /// What an hour of the person costs, by the rate in force on the week's Thursday.
    public func costRate(person: Int, week: Int) -> Rate { tables.cost(person: person, week: week) }

    public func costRate(pool: Int, week: Int) -> Rate {
        firm.subcontractors[pool].cost.nearest(to: firm.horizon.firstWeek.advanced(by: week).thursday) ?? .zero
    }

    /// What an ordinary hour of the person is charged to the plan: nothing where only marginal cost counts.
    public func chargedRate(person: Int, week: Int) -> Rate {
        switch firm.policy.cost {
        case .full: costRate(person: person, week: week)
        case .marginal: .zero
        }
    }

    /// The overtime rule of a person, or nil where there is none.
    public func overtime(of person: Int) -> Overtime? { firm.people[person].overtime ?? firm.policy.overtime }

    /// What an hour of overtime is charged beyond an ordinary hour. Overtime that is paid less, or not at all, is charged
    /// as an ordinary hour: a plan must not gain by calling work overtime.
    public func overtimePremium(person: Int, week: Int) -> Rate {
        guard let overtime = overtime(of: person) else { return .zero }
        let pay = costRate(person: person, week: week).times(overtime.pay)
        return max(.zero, Rate(perHour: pay.perHour - chargedRate(person: person, week: week).perHour))
    }

    /// Hours of overtime that the rule allows in a week, pinned work included.
    public func overtimeLimit(person: Int, week: Int) -> Hours {
        overtime(of: person).map { capacity[person, week].plannable.times($0.limit) } ?? .zero
    }

    /// The price of an hour of the line that stays unmet, beyond its revenue.
    public func unmetPrice(line: Int) -> Rate { unmetPrices[line] }

    /// What an hour of the candidate on the line brings the firm, in minor units, times its chance:
    /// chance × (bill rate + price of an unmet hour − cost − misfit).
    public func value(of candidate: Candidate, line: Int, week: Int) -> Double {
        let worth =
            billRate(line: line, person: candidate.person, week: week).perHour
            + unmetPrices[line].perHour - chargedRate(person: candidate.person, week: week).perHour
            - candidate.misfit.perHour
        return weights[line].fraction * Double(worth.minorUnits)
    }

    /// What an hour of a subcontractor on the line brings, in minor units, times its chance.
    public func value(ofPool pool: Int, line: Int, week: Int) -> Double {
        let worth =
            billRate(line: line, pool: pool, week: week).perHour
            + unmetPrices[line].perHour - costRate(pool: pool, week: week).perHour
        return weights[line].fraction * Double(worth.minorUnits)
    }

    /// The positions of the subcontractor pools that may take hours of the line. A line bound to an office takes none.
    public func pools(for line: Int) -> [Int] {
        let need = need(of: line)
        guard need.office == nil else { return [] }
        return firm.subcontractors.indices.filter { index in
            let pool = firm.subcontractors[index]
            return need.skills.allSatisfy { required in
                pool.skills.contains { $0.skill == required.skill && $0.level >= required.level }
            } && need.role.map { pool.roles.isEmpty || pool.roles.contains($0) } ?? true
        }
    }

    /// Hours that a pool can give in a week of the horizon.
    public func capacity(ofPool pool: Int, week: Int) -> Hours {
        let pool = firm.subcontractors[pool]
        guard let days = pool.days else { return pool.hoursPerWeek }
        guard firm.horizon.indices(touching: days).contains(week) else { return .zero }
        return pool.hoursPerWeek
    }
}
