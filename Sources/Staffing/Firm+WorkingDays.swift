// SPDX-License-Identifier: GPL-3.0-or-later

extension Firm {
    /// Whether the person works on each day of the horizon: by contract, less holidays and leave.
    public func workingDays(of person: Person) -> [Bool] {
        let range = horizon.days
        let days = PersonDays(of: person, in: self, over: range)
        return (range.first.number...range.last.number).map { number in
            let day = days[Day(number: number)]
            return day.contracted - min(day.contracted, day.holiday) - day.leave > .zero
        }
    }
}
