// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Staffing
import Testing

@Suite struct DayTests {
    /// Days since 1970-01-01, as `date -u -d … +%s` divided by 86,400 gives them; 0 is Monday.
    @Test(arguments: [
        ("1970-01-01", 0, 3), ("1969-12-31", -1, 2), ("1900-03-01", -25_508, 3), ("2000-02-29", 11_016, 1),
        ("2026-01-05", 20_458, 0), ("2026-02-28", 20_512, 5), ("2028-02-29", 21_243, 1), ("0001-01-01", -719_162, 0),
        ("9999-12-31", 2_932_896, 4),
    ])
    func knownDays(text: String, number: Int, weekday: Int) throws {
        let day = try #require(Day(text))
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(day.description == text)
    }

    /// Eighty centuries, day by day, against a calendar that counts on its fingers.
    @Test func everyDayFollowsTheOneBefore() throws {
        var (year, month, day) = (1600, 1, 1)
        let first = try #require(Day(year: 1600, month: 1, day: 1))
        for offset in 0..<300_000 {
            let date = (first + offset).date
            guard date == (year, month, day) else {
                Issue.record("\(date) is not \(year)-\(month)-\(day)")
                return
            }
            guard Day(year: year, month: month, day: day) == first + offset else {
                Issue.record("\(year)-\(month)-\(day) is another day")
                return
            }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            day += 1
            if day > [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] {
                (month, day) = (month + 1, 1)
            }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-05", "26-01-05", "2026-01-05 ",
        "2026/01/05", "0000-01-01", "+026-01-05", "２０２６-01-05", "", "2026-01-05-01", "-026-01-01",
    ])
    func whatIsNoDateIsRefused(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func rangesHoldBothEnds() throws {
        let days = try DayRange(#require(Day("2026-02-16")), #require(Day("2026-02-20")))
        #expect(days.dayCount == 5)
        #expect(days.contains(days.first) && days.contains(days.last))
        #expect(!days.contains(days.last + 1))
        #expect(days.intersection(DayRange(days.last, days.last + 9)) == DayRange(days.last, days.last))
        #expect(days.intersection(DayRange(days.last + 1, days.last + 9)) == nil)
        #expect(days.description == "2026-02-16 .. 2026-02-20")
        #expect(DayRange(days.first, days.first).description == "2026-02-16")
    }
}
