// SPDX-License-Identifier: GPL-3.0-or-later

extension Firm {
    /// From the first through the last day of a range on which the person works: by contract, less holidays and leave.
    /// Nil where there is none.
    public func workingDays(of person: Person, in range: DayRange) -> DayRange? {
        let days = PersonDays(of: person, in: self, over: range)
        let working = (range.first.number...range.last.number).lazy.map { Day(number: $0) }.filter { day in
            let day = days[day]
            return day.contracted - min(day.contracted, day.holiday) - day.leave > .zero
        }
        guard let first = working.first, let last = working.last else { return nil }
        return DayRange(first, last)
    }
}
