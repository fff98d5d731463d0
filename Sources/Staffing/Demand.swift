// SPDX-License-Identifier: GPL-3.0-or-later

/// What one demand line asks for, week by week, within the horizon.
public struct LineDemand: Sendable {
    public let id: LineID
    /// Position in `Firm.projects`.
    public let project: Int
    /// Position in the project's lines.
    public let line: Int
    /// The days of the line, also where they reach beyond the horizon.
    public let days: DayRange
    /// The weeks of the horizon that it touches; may be empty.
    public let weeks: Range<Int>
    /// Hours of a whole week at the line's pace, for each of `weeks`.
    public let pace: [Hours]
    /// Hours asked for in each of `weeks`: the pace, less in a week cut short by the line's dates or by holidays of
    /// its calendar. For an anytime line, its even spread; only the sum binds.
    public let hours: [Hours]
    /// The working time of the line's calendar on its days in each of `weeks`, and of the whole week.
    let working: [(open: Hours, full: Hours)]

    public var total: Hours { hours.reduce(.zero, +) }

    /// Hours asked for in a week of the horizon; zero outside the line.
    public func hours(in week: Int) -> Hours { weeks.contains(week) ? hours[week - weeks.lowerBound] : .zero }
    /// Whether any hour is asked for before that week.
    public func hasBegun(before week: Int) -> Bool { weeks.contains { $0 < week && hours(in: $0) > .zero } }

    public func pace(in week: Int) -> Hours { weeks.contains(week) ? pace[week - weeks.lowerBound] : .zero }

    /// The whole week of the line's calendar, without holidays; zero outside the line.
    public func fullWeek(in week: Int) -> Hours {
        weeks.contains(week) ? working[week - weeks.lowerBound].full : .zero
    }

    /// What somebody does of `hours` asked for in a week, who is there for `present` of their `full` week and works at
    /// the line's pace: all of them if they are there for as large a part of the week as the line is open, else in
    /// proportion.
    public func done(of hours: Hours, in week: Int, present: Hours, full: Hours) -> Hours {
        guard weeks.contains(week), present > .zero else { return .zero }
        let line = working[week - weeks.lowerBound]
        if present.seconds * line.full.seconds >= full.seconds * line.open.seconds { return hours }
        return hours.scaledDown(by: line.full, over: line.open).scaledDown(by: present, over: full)
    }

    /// The working time of the line's calendar on its days in a week, and of the whole week; nothing outside the line.
    public func working(in week: Int) -> (open: Hours, full: Hours) {
        weeks.contains(week) ? working[week - weeks.lowerBound] : (.zero, .zero)
    }

    /// The part of the week in which the line is open; zero outside the line.
    public func openPart(in week: Int) -> Double {
        guard weeks.contains(week) else { return 0 }
        let line = working[week - weeks.lowerBound]
        return line.full > .zero ? line.open.inHours / line.full.inHours : 0
    }
}

/// The demand of all lines of all projects that are not lost, in the order of the files.
public struct Demand: Sendable {
    public let lines: [LineDemand]

    public init(of firm: Firm) {
        var lines: [LineDemand] = []
        for (projectIndex, project) in firm.projects.enumerated() where project.stage != .lost {
            let calendar = LineCalendar(calendar: firm.calendar(of: project) ?? .standard)
            for (lineIndex, line) in project.lines.enumerated() {
                let days = project.days(of: line, within: firm.horizon)
                let weeks = firm.horizon.indices(touching: days)
                let spans = calendar.spans(of: days, weeks: weeks, horizon: firm.horizon)
                let (pace, hours) = calendar.spread(line.amount, over: days, spans: spans, horizon: firm.horizon)
                lines.append(
                    LineDemand(
                        id: LineID(project.id, line.id), project: projectIndex, line: lineIndex, days: days,
                        weeks: weeks, pace: pace, hours: hours,
                        working: spans.map { (open: $0.working, full: calendar.full($0.week)) }))
            }
        }
        self.lines = lines
    }

    /// The position of a line in `lines`.
    public func index(of id: LineID) -> Int? { lines.firstIndex { $0.id == id } }
}

/// The working time of the calendar that a line follows.
private struct LineCalendar {
    let calendar: WorkCalendar

    func full(_ week: Week) -> Hours { calendar.pattern.hours(in: week).reduce(.zero, +) }

    /// Working time of the days, less holidays.
    func working(_ days: DayRange) -> Hours {
        (days.first.number...days.last.number).reduce(.zero) { $0 + calendar.open(on: Day(number: $1)) }
    }

    /// The weeks that the days touch, with the working time in each.
    func spans(of days: DayRange, weeks: Range<Int>, horizon: Horizon) -> [(week: Week, working: Hours)] {
        weeks.map { index in
            let week = horizon.firstWeek.advanced(by: index)
            let span = week.days.intersection(days)?.intersection(horizon.days)
            return (week: week, working: span.map(working) ?? .zero)
        }
    }

    func spread(
        _ amount: DemandLine.Amount, over days: DayRange, spans: [(week: Week, working: Hours)], horizon: Horizon
    ) -> (pace: [Hours], hours: [Hours]) {
        switch amount {
        case .perWeek(let weekly):
            return (spans.map { _ in weekly }, spans.map { weekly.scaledDown(by: $0.working, over: full($0.week)) })
        case .fullTimeEquivalents(let share):
            let pace = spans.map { full($0.week).times(share) }
            return (pace, zip(pace, spans).map { $0.scaledDown(by: $1.working, over: full($1.week)) })
        case .byWeek(let listed):
            // A list says itself what a short week asks for.
            let skipped = max(0, Week(of: days.first).distance(to: horizon.firstWeek))
            let hours = spans.indices.map { skipped + $0 < listed.count ? listed[skipped + $0] : .zero }
            return (hours, hours)
        case .total(let total):
            let all = working(days)
            // Rounded on the running sum, so that the weeks add up to the total.
            var done = days.first < horizon.days.first ? working(DayRange(days.first, horizon.days.first - 1)) : .zero
            let hours = spans.map { span in
                let before = total.scaledDown(by: done, over: all)
                done = done + span.working
                return total.scaledDown(by: done, over: all) - before
            }
            return (spans.map { total.scaledDown(by: full($0.week), over: all) }, hours)
        }
    }
}
