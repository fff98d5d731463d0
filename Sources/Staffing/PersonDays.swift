// SPDX-License-Identifier: GPL-3.0-or-later

/// A person's working time, day by day, over a run of days: the calendar kernel from which weeks, capacity and
/// bookings are summed.
struct PersonDays {
    struct Day {
        /// Hours of the weekly pattern, whether or not the person is employed on the day.
        var usual: Hours
        /// Hours of the contract in force; zero without one.
        var contracted: Hours
        /// Off by the calendar's holidays, of the usual hours.
        var holiday: Hours
        /// Off by leave, of the contracted hours, beyond the holidays.
        var leave: Hours
    }

    let range: DayRange
    private let days: [Day]

    init(of person: Person, in firm: Firm, over range: DayRange) {
        self.range = range
        let calendar = firm.calendar(of: person)
        let pattern = calendar?.pattern ?? .fullTime
        var days: [Day] = []
        days.reserveCapacity(range.dayCount)
        for number in range.first.number...range.last.number {
            let day = Staffing.Day(number: number)
            let usual = person.contract.nearest(to: day).map { $0.hours(on: day, calendar: pattern) } ?? .zero
            let employed = person.contract.value(on: day) != nil
            days.append(Day(usual: usual, contracted: employed ? usual : .zero, holiday: .zero, leave: .zero))
        }
        for off in calendar?.holidays ?? [] {
            guard let hit = off.days.intersection(range) else { continue }
            for index in hit.first - range.first...hit.last - range.first {
                days[index].holiday = off.added(to: days[index].holiday, of: days[index].usual)
            }
        }
        for off in person.leave {
            guard let hit = off.days.intersection(range) else { continue }
            for index in hit.first - range.first...hit.last - range.first {
                let contracted = days[index].contracted
                let open = contracted - min(contracted, days[index].holiday)
                days[index].leave = min(open, days[index].leave + off.taken(of: contracted))
            }
        }
        self.days = days
    }

    subscript(day: Staffing.Day) -> Day { days[day - range.first] }

    /// The days of a week, where they lie within the range.
    func days(in week: Week) -> ArraySlice<Day> {
        guard let inside = week.days.intersection(range) else { return [] }
        return days[inside.first - range.first...inside.last - range.first]
    }
}

extension Contract {
    /// The hours of one day, before holidays and leave.
    fileprivate func hours(on day: Day, calendar: WeekPattern) -> Hours {
        switch self {
        case .share(let share): calendar.hours(in: Week(of: day))[day.weekday].times(share)
        case .pattern(let own): own.hours(in: Week(of: day))[day.weekday]
        }
    }
}

extension Dated {
    /// The value on that day; in a gap, of the piece that comes next, else of the last one.
    public func nearest(to day: Day) -> Value? {
        if let value = value(on: day) { return value }
        return (pieces.first { ($0.first ?? day) > day } ?? pieces.last)?.value
    }
}
