// SPDX-License-Identifier: GPL-3.0-or-later

extension Firm {
    /// What can be planned on projects of each day of the horizon, for a person by position: the day's part of what can be
    /// planned of its week, in proportion to the hours that the person is there.
    public func plannableDays(of person: Int, _ capacity: Capacity) -> [Hours] {
        let days = PersonDays(of: people[person], in: self, over: horizon.days)
        return horizon.weeks.enumerated().flatMap { index, week in
            let effective = days.days(in: week).map {
                max(.zero, $0.contracted - min($0.contracted, $0.holiday) - $0.leave)
            }
            return capacity[person, index].plannable.shared(by: effective)
        }
    }
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
