// SPDX-License-Identifier: GPL-3.0-or-later

import SmallFirms
import Staffing
import Testing

/// What one line asks for, week by week from Monday, 5 January 2026.
@Suite struct DemandTests {
    static func line(
        _ need: String, project: String = "", calendar: String = "{}", horizon: String = "2026-01-05 .. 2026-01-25"
    ) throws -> LineDemand {
        let firm = try firm(
            """
            calendar: home
            calendars: { home: \(calendar) }
            projects:
              p:
                \(project)
                needs:
                  x: { rate: 100/h, \(need) }
            """, horizon: horizon)
        return Demand(of: firm).lines[0]
    }

    static func hours(
        _ need: String, project: String = "", calendar: String = "{}", horizon: String = "2026-01-05 .. 2026-01-25"
    ) throws -> [Double] {
        let line = try line(need, project: project, calendar: calendar, horizon: horizon)
        return (0..<Horizon(DayRange(line.days.first, line.days.first)).weekCount + 5).map {
            line.hours(in: $0).inHours
        }
        .prefix(3).map { $0 }
    }

    @Test(arguments: [
        ("hours: 30h/week", "", "{}", [30.0, 30, 30]),
        // Wednesday to Monday: three days, five, one.
        ("hours: 30h/week, dates: 2026-01-07 .. 2026-01-19", "", "{}", [18, 30, 6]),
        ("hours: 30h/week", "dates: 2026-01-12 .. 2026-01-18", "{}", [0, 30, 0]),
        ("hours: 30h/week, dates: 2026-01-10 .. 2026-01-11", "", "{}", [0, 0, 0]),
        ("hours: 30h/week", "", "{ holidays: [2026-01-13, 2026-01-15 half] }", [30, 21, 30]),
        ("hours: 30h/week", "", "{ holidays: [2026-01-12 .. 2026-01-16] }", [30, 0, 30]),
        // Two half days on one day are the whole day, half of them and two hours are six, and nothing is off twice.
        ("hours: 40h/week", "", "{ holidays: [2026-01-13 half, 2026-01-13 half] }", [40, 32, 40]),
        ("hours: 40h/week", "", "{ holidays: [2026-01-13 2h, 2026-01-13 half] }", [40, 34, 40]),
        ("hours: 40h/week", "", "{ holidays: [2026-01-13 6h, 2026-01-13 half] }", [40, 32, 40]),
        ("hours: 36h/week", "", "{ week: 9 9 9 9 0 0 0, holidays: [2026-01-12, 2026-01-16] }", [36, 27, 36]),
        ("hours: 0.5 fte", "", "{}", [20, 20, 20]),
        ("hours: 2.5 fte", "", "{ holidays: [2026-01-13] }", [100, 80, 100]),
        ("hours: 0.5 fte", "", "{ week: 9 9 9 9 0 0 0 }", [18, 18, 18]),
        // A list says itself what a short week asks for.
        ("hours: [8h, 16h]", "", "{ holidays: [2026-01-13] }", [8, 16, 0]),
        ("hours: [8h, 16h], dates: 2026-01-14 .. 2026-01-25", "", "{}", [0, 8, 16]),
        // 60 h over 3 + 5 + 2 days.
        ("hours: 60h total, dates: 2026-01-07 .. 2026-01-20", "", "{}", [18, 30, 12]),
        ("hours: 60h total, spread: anytime", "", "{}", [20, 20, 20]),
    ])
    func amounts(need: String, project: String, calendar: String, hours: [Double]) throws {
        #expect(try Self.hours(need, project: project, calendar: calendar) == hours)
    }

    /// 100 h over 7 weeks are no whole seconds a week, and add up all the same.
    @Test(arguments: ["100h", "0.1h", "333.33h"]) func totalsAddUpExactly(total: String) throws {
        let line = try Self.line("hours: \(total) total", horizon: "2026-01-07 .. 2026-02-19")
        let hours = try #require(Double(total.dropLast()))
        #expect(line.total.seconds == Int((hours * 3600).rounded()))
        #expect(line.hours.allSatisfy { $0 > .zero })
    }

    /// From two weeks before the horizon to two after it: three sevenths of the hours lie within, and each second in one
    /// of seven plans of a week.
    @Test func totalsReachBeyondTheHorizon() throws {
        let need = "hours: 100h total, dates: 2025-12-22 .. 2026-02-08"
        let weeks = try (0..<7).map { week in
            let monday = try #require(Day("2025-12-22")) + 7 * week
            return try Self.line(need, horizon: "\(monday) .. \(monday + 6)").total
        }
        #expect(weeks.reduce(.zero, +) == Hours(100))
        let within = try Self.line(need).total
        #expect(within == weeks[2] + weeks[3] + weeks[4])
    }

    /// A list begins with the line, also where that lies before the horizon.
    @Test func listsBeginWithTheLine() throws {
        let hours = try Self.hours("hours: [1h, 2h, 3h, 4h], dates: 2025-12-29 .. 2026-01-25")
        #expect(hours == [2, 3, 4])
    }

    @Test func aHorizonThatBeginsWithinAWeek() throws {
        let hours = try Self.hours("hours: 30h/week", horizon: "2026-01-07 .. 2026-01-20")
        #expect(hours == [18, 30, 12])
    }

    @Test func lostProjectsAskForNothing() throws {
        let firm = try firm(
            """
            projects:
              gone: { stage: lost, needs: { x: { rate: 1/h, hours: 10h/week } } }
              p: { stage: proposed 10%, needs: { x: { rate: 1/h, hours: 10h/week } } }
            """)
        #expect(Demand(of: firm).lines.map(\.id.description) == ["p.x"])
    }

    /// Whoever is there for as large a part of a week as the line does all; else in proportion.
    @Test func presenceIsMeasuredAgainstTheLines() throws {
        let line = try Self.line("hours: 40h/week", calendar: "{ holidays: [2026-01-13] }")
        func done(_ present: Int, of full: Int) -> Double {
            line.done(of: Hours(32), in: 1, present: Hours(present), full: Hours(full)).inHours
        }
        #expect(done(32, of: 40) == 32)
        #expect(done(40, of: 40) == 32)
        #expect(done(16, of: 20) == 32)
        #expect(done(16, of: 40) == 16)
        #expect(done(0, of: 40) == 0)
        #expect(line.openPart(in: 1) == 0.8)
        #expect(line.done(of: Hours(32), in: 7, present: Hours(40), full: Hours(40)) == .zero)
    }
}
