// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Excerpt {
    func day() throws(Problem) -> Day {
        guard let day = Day(text), Limit.years.contains(day.date.year) else { throw fault(.notADate(text)) }
        return day
    }

    /// One date, or two with `..` between them.
    func days() throws(Problem) -> DayRange {
        guard let (before, after) = cut(at: "..") else {
            let day = try day()
            return DayRange(day, day)
        }
        let (first, last) = (try before.day(), try after.day())
        guard first <= last else { throw fault(.datesReversed(first, last)) }
        return DayRange(first, last)
    }

    /// Dates, then nothing, `half`, or hours of each day.
    func timeOff() throws(Problem) -> TimeOff {
        if let days = without(suffix: " half") { return TimeOff(try days.trimmed.days(), .halfDay) }
        guard let last = words.last, last.text.hasSuffix("h"), words.count > 1,
            let before = without(suffix: last.text)
        else { return TimeOff(try days()) }
        return TimeOff(try before.trimmed.days(), .hours(try last.hours(most: 24)))
    }

    /// `3 weeks`
    func weeks(in range: ClosedRange<Int>) throws(Problem) -> Int {
        guard let number = without(suffix: " weeks") ?? without(suffix: " week") else {
            throw fault(.wrongUnit(text, wanted: Word.length.name, example: Word.length.example))
        }
        return try number.trimmed.whole(in: range)
    }

    /// A value, then `from` and a date, then `to` and a date, either of them left out.
    func dated() throws(Problem) -> (value: Excerpt, first: Day?, last: Day?) {
        let (rest, last) = try cut(atLast: " to ")
        let (value, first) = try rest.cut(atLast: " from ")
        if let first, let last, first > last { throw fault(.datesReversed(first, last)) }
        return (value, first, last)
    }

    private func cut(atLast word: String) throws(Problem) -> (before: Excerpt, day: Day?) {
        guard let (before, after) = cut(at: word) else { return (self, nil) }
        return (before, try after.day())
    }

    /// Seven days, or several weeks of them that alternate from a day on.
    func weekPattern(from anchor: Day?) throws(Problem) -> WeekPattern {
        var weeks: [[Hours]] = []
        for week in split(at: "/") {
            let days = week.words
            guard days.count == 7 else { throw week.fault(.notAWeekPattern(week.text)) }
            var hours: [Hours] = []
            for day in days { hours.append(try day.bareHours(most: 24)) }
            weeks.append(hours)
        }
        let standard = WeekPattern.fullTime.anchor
        guard weeks.count == 1 || anchor != nil else { throw fault(.alternatingWithoutStart(text)) }
        // The same week over and over counts from nowhere.
        return WeekPattern(weeks: weeks, anchor: weeks.count > 1 ? anchor ?? standard : standard)
    }
}

extension Form {
    static var date: Form<Day> { .word(.date) { text, _ throws(Problem) in try text.day() } }

    static var dates: Form<DayRange> { .word(.dates) { text, _ throws(Problem) in try text.days() } }

    static var timeOff: Form<TimeOff> { .word(.timeOff) { text, _ throws(Problem) in try text.timeOff() } }

    /// Holidays or leave.
    static var timesOff: Form<[TimeOff]> {
        let all = Form<[TimeOff]>.list(.timeOff)
        return Form<[TimeOff]>(shape: all.shape) { node, reading in
            if case .list(let nodes) = node.content, nodes.count > Limit.timeOff {
                reading.report(
                    .tooMany("entries of time off in a list", most: Limit.timeOff), at: nodes[Limit.timeOff].place)
                return nil
            }
            return all.read(node, reading)
        }
    }

    static func weeks(_ range: ClosedRange<Int>) -> Form<Int> {
        .word(.length) { text, _ throws(Problem) in try text.weeks(in: range) }
    }

    static var weekPattern: Form<WeekPattern> {
        .word(.weekPattern) { text, _ throws(Problem) in
            let (value, first, last) = try text.dated()
            guard last == nil else { throw text.fault(.notAWeekPattern(text.text)) }
            return try value.weekPattern(from: first)
        }
    }
}
