// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Outlook
import Planning
import Staffing
import Testing
import Verification

/// Worked examples that other planning tools publish, or that their users have argued about.
struct GoldenUtilisationTests {
    @Test func fourDaysOffLeaveADay() throws {
        let firm = try firm("people: { ben: { name: Ben, cost: 60/h, leave: [2026-01-05 .. 2026-01-08] } }")
        let cell = Capacity(of: firm)[0, 0]
        #expect(cell.contracted == Hours(40))
        #expect(cell.leave == Hours(32))
        #expect(cell.effective == Hours(8))
    }

    /// 100 of 80 h, 80 of 112 h, 20 of 40 h: 125 %, 71 % and 50 %, and 200 of 232 h for all, which is not their mean.
    @Test func groupsAreSumOverSum() throws {
        let planned = try planned(
            """
            horizon: 2026-01-05 .. 2026-01-11
            people:
              ana: { name: Ana, cost: 60/h, role: engineer }
              ben: { name: Ben, cost: 60/h, role: engineer }
              eva: { name: Eva, cost: 60/h, role: designer }
              kai: { name: Kai, cost: 60/h, role: designer }
              lea: { name: Lea, cost: 60/h, role: designer, leave: [2026-01-05] }
              tom: { name: Tom, cost: 60/h, role: analyst }
            projects: { apollo: { needs: { work: { hours: 200h/week, rate: none } } } }
            bookings:
              - ana on apollo.work, 60h/week, 2026-01-05 .. 2026-01-11, pinned
              - ben on apollo.work, 40h/week, 2026-01-05 .. 2026-01-11, pinned
              - eva on apollo.work, 40h/week, 2026-01-05 .. 2026-01-11, pinned
              - kai on apollo.work, 40h/week, 2026-01-05 .. 2026-01-11, pinned
              - tom on apollo.work, 20h/week, 2026-01-05 .. 2026-01-11, pinned
            """)
        let forecast = Forecast(of: planned, by: .role, per: .week)
        #expect(forecast.rows.map(\.key.description) == ["engineer", "designer", "analyst", "(any)"])
        #expect(forecast.rows.map(\.sum.load) == [Hours(100), Hours(80), Hours(20), .zero])
        #expect(forecast.rows.map(\.sum.effective) == [Hours(80), Hours(112), Hours(40), .zero])
        #expect(forecast.rows.map { $0.sum.utilisation.map { ($0 * 100).rounded() } } == [125, 71, 50, nil])
        #expect(forecast.total.sum.utilisation == 200.0 / 232)
        #expect(planned.figures.use.utilisation == 200.0 / 232)
    }

    /// Tasks of 62.5 %, 60 % and 25 % that overlap: 62.5, 122.5, 60, 85 and 25 % week by week.
    @Test func overlappingTasksAddUpWeekByWeek() throws {
        let planned = try planned(
            """
            horizon: 2026-01-05 .. 2026-02-08
            people: { ben: { name: Ben, cost: 60/h } }
            projects:
              apollo:
                needs:
                  one: { hours: 40h/week, rate: none, role: nobody }
                  two: { hours: 40h/week, rate: none, role: nobody }
                  three: { hours: 40h/week, rate: none, role: nobody }
            bookings:
              - ben on apollo.one, 62.5%, 2026-01-05 .. 2026-01-18, pinned
              - ben on apollo.two, 60%, 2026-01-12 .. 2026-02-01, pinned
              - ben on apollo.three, 25%, 2026-01-26 .. 2026-02-08, pinned
            """)
        let forecast = Forecast(of: planned, by: .role, per: .week)
        #expect(forecast.total.cells.map(\.utilisation) == [0.625, 1.225, 0.6, 0.85, 0.25])
        #expect(
            alerts(for: planned).filter { $0.people == ["ben"] }.map { "\($0.words(in: planned.situation.firm))" }
                .first == "Ben is pinned for 49 h in 2026-W03 and has 40 h: unpin 9 h of apollo.one and apollo.two")
    }

    /// Half a day off halves the day, and leaves a booking of two hours as it is.
    @Test func halfADayOffShrinksTheDayAndNotTheBooking() throws {
        let planned = try planned(
            """
            horizon: 2026-01-05 .. 2026-01-05
            people: { ben: { name: Ben, cost: 60/h, leave: [2026-01-05 half] } }
            projects: { apollo: { needs: { api: { hours: 2h total, spread: anytime, rate: none } } } }
            bookings: ["ben on apollo.api, 2h total, 2026-01-05, pinned"]
            """)
        #expect(planned.situation.capacity[0, 0].effective == Hours(4))
        #expect(planned.figures.people[0].load == Hours(2))
        #expect(planned.figures.people[0].bench == Hours(2))
        #expect(alerts(for: planned).filter { $0.kind == .leaveClash } == [])
    }
}
