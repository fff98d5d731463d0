// SPDX-License-Identifier: GPL-3.0-or-later

extension Firm {
    /// The hours of a booking in each week of the horizon, by position; nothing where it has none.
    ///
    /// Spread over the person's usual working days less holidays; days outside the horizon keep their part. Leave does
    /// not shrink a booking, and neither does the end of a contract: that they clash is for the planner to know.
    public func weeks(of booking: Booking) -> [(week: Int, hours: Hours)] {
        guard let person = people.first(where: { $0.id == booking.person }) else { return [] }
        return weeks(of: booking, by: person)
    }

    /// The hours of a booking from its beginning through a day, as `weeks(of:)` spreads them, also outside the horizon.
    public func hours(of booking: Booking, through last: Day) -> Hours {
        guard let person = people.first(where: { $0.id == booking.person }), last >= booking.days.first else {
            return .zero
        }
        var whole = self
        whole.horizon = Horizon(DayRange(booking.days.first, min(last, booking.days.last)))
        return whole.weeks(of: booking, by: person).reduce(.zero) { $0 + $1.hours }
    }

    /// The same, of a person who has been found already.
    package func weeks(of booking: Booking, by person: Person) -> [(week: Int, hours: Hours)] {
        let days = PersonDays(
            of: person, in: self,
            over: DayRange(Week(of: booking.days.first).monday, Week(of: booking.days.last).sunday))
        func working(_ range: DayRange) -> Hours {
            (range.first.number...range.last.number).reduce(.zero) { sum, number in
                let day = days[Day(number: number)]
                return sum + (day.usual - day.holiday)
            }
        }
        guard let inside = booking.days.intersection(horizon.days) else { return [] }
        let all = working(booking.days)
        var done = booking.days.first < inside.first ? working(DayRange(booking.days.first, inside.first - 1)) : .zero
        var result: [(week: Int, hours: Hours)] = []
        for week in Week(of: inside.first)...Week(of: inside.last) {
            guard let span = week.days.intersection(inside) else { continue }
            let open = working(span)
            let hours: Hours
            switch booking.amount {
            case .perWeek(let weekly):
                hours = weekly.scaledDown(by: open, over: days.days(in: week).reduce(.zero) { $0 + $1.usual })
            case .share(let share): hours = open.times(share)
            case .total(let total):
                hours = total.scaledDown(by: done + open, over: all) - total.scaledDown(by: done, over: all)
            }
            done = done + open
            if hours > .zero, let index = horizon.index(of: week) { result.append((index, hours)) }
        }
        return result
    }
}
