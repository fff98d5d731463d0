// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

@Suite struct WeekTests {
    /// ISO 8601: the week of the year's first Thursday is the first.
    @Test(arguments: [
        ("2026-01-01", "2026-W01"), ("2025-12-29", "2026-W01"), ("2025-12-28", "2025-W52"), ("2026-01-05", "2026-W02"),
        ("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"), ("2024-12-30", "2025-W01"),
        ("2016-01-03", "2015-W53"), ("2005-01-01", "2004-W53"), ("2027-01-01", "2026-W53"), ("1969-12-31", "1970-W01"),
        ("1969-12-28", "1969-W52"), ("2000-01-01", "1999-W52"),
    ])
    func theWeekOfADay(day: String, week: String) throws {
        let found = Week(of: try #require(Day(day)))
        #expect(found.description == week)
        #expect(Week(week) == found)
    }

    @Test func aWeekRunsFromMondayToSunday() throws {
        let week = try #require(Week("2026-W07"))
        #expect(week.monday.description == "2026-02-09")
        #expect(week.thursday.description == "2026-02-12")
        #expect(week.sunday.description == "2026-02-15")
        #expect((0..<7).allSatisfy { Week(of: week.monday + $0) == week })
        #expect(week.advanced(by: -7).description == "2025-W52")
    }

    @Test func weeksBefore1970Count() throws {
        let week = try #require(Week("1969-W52"))
        #expect((0..<7).allSatisfy { Week(of: week.monday + $0) == week })
        #expect(week.distance(to: Week(of: Day(number: 0))) == 1)
    }

    @Test(arguments: ["2026-W54", "2025-W53", "2026-W00", "2026-W7", "2026-07", "26-W07", "2026-W07 ", "", "2026-w07"])
    func whatIsNoWeekIsRefused(text: String) {
        #expect(Week(text) == nil)
    }

    /// Four centuries: a year has 53 weeks where it begins on a Thursday, or on a Wednesday and is a leap year.
    @Test func longYearsAreThoseOfTheRule() throws {
        for year in 1800..<2200 {
            let weekday = try #require(Day(year: year, month: 1, day: 1)).weekday
            let isLong = weekday == 3 || (weekday == 2 && Day(year: year, month: 2, day: 29) != nil)
            #expect((Week("\(year)-W53") != nil) == isLong)
        }
    }
}
