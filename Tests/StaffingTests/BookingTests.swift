// SPDX-License-Identifier: GPL-3.0-or-later

import SmallFirms
import Staffing
import Testing

/// A booking of Ana's, week by week from Monday, 5 January 2026.
@Suite struct BookingTests {
    static func hours(
        _ booking: String, ana: String = "", calendar: String = "{}", horizon: String = "2026-01-05 .. 2026-01-25"
    )
        throws -> [Double]
    {
        let firm = try firm(
            """
            calendar: home
            calendars: { home: \(calendar) }
            people:
              ana: { cost: 50/h, \(ana) }
            projects: { p: { needs: { x: { hours: 10h/week, rate: 1/h } } } }
            bookings: ['ana on p.x, \(booking)']
            """, horizon: horizon)
        let weeks = firm.weeks(of: firm.bookings[0])
        return (0..<3).map { index in weeks.first { $0.week == index }?.hours.inHours ?? 0 }
    }

    static let all = "2026-01-05 .. 2026-01-25"

    @Test(arguments: [
        ("24h/week, 2026-01-05 .. 2026-01-25", [24.0, 24, 24]),
        // Wednesday to Tuesday.
        ("20h/week, 2026-01-07 .. 2026-01-20", [12, 20, 8]),
        ("50%, 2026-01-07 .. 2026-01-20", [12, 20, 8]),
        ("60h total, 2026-01-07 .. 2026-01-20", [18, 30, 12]),
        ("20h/week, 2026-01-10 .. 2026-01-11", [0, 0, 0]),
    ])
    func amounts(booking: String, hours: [Double]) throws {
        #expect(try Self.hours(booking) == hours)
    }

    @Test func holidaysShrinkABooking() throws {
        let calendar = "{ holidays: [2026-01-13] }"
        #expect(try Self.hours("20h/week, \(Self.all)", calendar: calendar) == [20, 16, 20])
        #expect(try Self.hours("50%, \(Self.all)", calendar: calendar) == [20, 16, 20])
        #expect(try Self.hours("56h total, \(Self.all)", calendar: calendar) == [20, 16, 20])
    }

    /// That a booking clashes with leave, or with the end of a contract, is for the planner to know.
    @Test func leaveAndContractsDoNot() throws {
        #expect(try Self.hours("20h/week, \(Self.all)", ana: "leave: [2026-01-12 .. 2026-01-18]") == [20, 20, 20])
        #expect(try Self.hours("20h/week, \(Self.all)", ana: "contract: 100% to 2026-01-11") == [20, 20, 20])
    }

    @Test func partTimersAreBookedByTheirOwnHours() throws {
        #expect(try Self.hours("50%, \(Self.all)", ana: "contract: 60%") == [12, 12, 12])
        // Monday and Tuesday of two days a week are the whole week.
        #expect(try Self.hours("10h/week, 2026-01-05 .. 2026-01-06", ana: "contract: 8 8 0 0 0 0 0") == [10, 0, 0])
    }

    /// 10 h over 21 days of 15 working ones, a third of a second each: nothing is lost.
    @Test func totalsAddUpExactly() throws {
        let hours = try Self.hours("10h total, \(Self.all)", calendar: "{ holidays: [2026-01-14] }")
        #expect(abs(hours.reduce(0, +) - 10) < 1e-9)
    }

    @Test func whatLiesBeyondTheHorizonIsNotCounted() throws {
        #expect(try Self.hours("50h total, 2025-12-29 .. 2026-02-01") == [10, 10, 10])
        #expect(try Self.hours("20h/week, 2026-02-02 .. 2026-02-08") == [0, 0, 0])
    }

    /// Half of a 32 h task on days of 8 h: 4 h a day.
    @Test func halfAPersonIsFourHoursADay() throws {
        #expect(try Self.hours("50%, 2026-01-05 .. 2026-01-05") == [4, 0, 0])
    }

    /// Four days a week against a line that allows five: the person's own days decide.
    @Test func thePersonsDaysDecide() throws {
        #expect(try Self.hours("100%, \(Self.all)", ana: "contract: 8 8 8 8 0 0 0") == [32, 32, 32])
    }
}
