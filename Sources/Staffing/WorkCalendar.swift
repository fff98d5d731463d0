// SPDX-License-Identifier: GPL-3.0-or-later

/// Seven days of working hours that repeat, Monday first; a fortnightly pattern has two weeks, and so on.
public struct WeekPattern: Hashable, Sendable, Encodable {
    /// One row a week, each of seven days.
    public let weeks: [[Hours]]
    /// A day in the week to which the first row belongs; without meaning when there is one row.
    public let anchor: Day

    /// - Precondition: at least one week, each of seven days.
    public init(weeks: [[Hours]], anchor: Day) {
        precondition(!weeks.isEmpty && weeks.allSatisfy { $0.count == 7 }, "a pattern is made of whole weeks")
        self.weeks = weeks
        self.anchor = anchor
    }

    /// Eight hours from Monday to Friday.
    public static let fullTime = WeekPattern(
        weeks: [[8, 8, 8, 8, 8, 0, 0].map { Hours($0) }], anchor: Day(number: 4))

    public func hours(in week: Week) -> [Hours] {
        let offset = (week.number - Week(of: anchor).number) % weeks.count
        return weeks[offset < 0 ? offset + weeks.count : offset]
    }
}

/// When an office works: the weekly pattern, less its public holidays.
public struct WorkCalendar: Sendable, Equatable, Encodable {
    public let id: Identifier<WorkCalendar>
    public let pattern: WeekPattern
    public let holidays: [TimeOff]

    /// Eight hours from Monday to Friday, without holidays: for whoever has no calendar.
    static let standard = WorkCalendar(id: "standard", pattern: .fullTime, holidays: [])

    public init(id: Identifier<WorkCalendar>, pattern: WeekPattern, holidays: [TimeOff]) {
        self.id = id
        self.pattern = pattern
        self.holidays = holidays
    }
}

extension WorkCalendar {
    /// The working hours of a day, less its holidays.
    func open(on day: Day) -> Hours {
        let usual = pattern.hours(in: Week(of: day))[day.weekday]
        var off = Hours.zero
        for holiday in holidays where holiday.days.contains(day) { off = holiday.added(to: off, of: usual) }
        return usual - off
    }
}

/// Days on which no work, or only part of it, is done: holidays of a calendar, leave of a person.
public struct TimeOff: Hashable, Sendable, Encodable {
    /// How much of each day is off.
    public enum Extent: Hashable, Sendable, Encodable {
        case wholeDay
        case halfDay
        /// That many hours of each day, or the whole day where it has fewer.
        case hours(Hours)
    }

    public let days: DayRange
    public let extent: Extent

    public init(_ days: DayRange, _ extent: Extent = .wholeDay) {
        self.days = days
        self.extent = extent
    }

    /// What it takes off a day of that many hours. A half day of an odd number of seconds keeps the smaller half.
    func taken(of hours: Hours) -> Hours {
        switch extent {
        case .wholeDay: hours
        case .halfDay: hours - Hours(seconds: hours.seconds / 2)
        case .hours(let off): min(hours, off)
        }
    }

    /// What is off of a day of that many hours once this is, too: the sum of what each takes off the whole day, and no
    /// more than the day.
    func added(to off: Hours, of hours: Hours) -> Hours { min(hours, off + taken(of: hours)) }
}
