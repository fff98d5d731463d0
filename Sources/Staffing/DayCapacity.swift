// SPDX-License-Identifier: GPL-3.0-or-later

extension Firm {
    /// The hours that a person is there on each day of a range: contract less holidays and leave.
    public func presence(of person: Person, in days: DayRange) -> [Hours] {
        let all = PersonDays(of: person, in: self, over: days)
        return (days.first.number...days.last.number).map { all[Day(number: $0)].present }
    }

    /// What can be planned on projects of each day of the horizon, for a person by position: the day's part of what can be
    /// planned of its week, in proportion to the hours that the person is there.
    public func plannableDays(of person: Int, _ capacity: Capacity) -> [Hours] {
        let days = PersonDays(of: people[person], in: self, over: horizon.days)
        return horizon.weeks.enumerated().flatMap { index, week in
            capacity[person, index].plannable.shared(by: days.days(in: week).map(\.present))
        }
    }
}

extension PersonDays.Day {
    /// What is left of the contract by holidays and leave.
    fileprivate var present: Hours { max(.zero, contracted - min(contracted, holiday) - leave) }
}

extension Hours {
    /// Parts in proportion to the weights, rounded on the running sum so that they add up; nothing where all weights are
    /// nothing.
    public func shared(by weights: [Hours]) -> [Hours] {
        let all = weights.reduce(.zero, +)
        var (before, done) = (Hours.zero, Hours.zero)
        return weights.map { weight in
            done = done + weight
            let until = scaledDown(by: done, over: all)
            defer { before = until }
            return until - before
        }
    }
}
