// SPDX-License-Identifier: GPL-3.0-or-later

extension Firm {
    /// What a person works on each day of a range: the hours of the contract in force, less holidays and leave. The
    /// denominator of utilisation, day by day, within the horizon and outside.
    public func workingHours(of person: Person, over range: DayRange) -> [Hours] {
        let days = PersonDays(of: person, in: self, over: range)
        return (range.first.number...range.last.number).map { number in
            let day = days[Day(number: number)]
            return max(.zero, day.contracted - min(day.contracted, day.holiday) - day.leave)
        }
    }
}
