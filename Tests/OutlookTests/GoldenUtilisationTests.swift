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

    /// Half a person's time on a task of 32 h, in a calendar of 8 h a day: 4 h each day, eight days.
    @Test func halfAPersonIsFourHoursADay() throws {
        let planned = try planned(
            """
            people: { ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { needs: { task: { hours: 32h total, spread: anytime, rate: none } } } }
            bookings: ["ben on apollo.task, 50%, 2026-01-05 .. 2026-01-14, pinned"]
            """)
        // Five days of the first week and three of the second.
        #expect(planned.plan.bookedTime.all.map(\.hours) == [Hours(20), Hours(12)])
    }

    /// An hour each working day from 21 August to 4 September 2025: 11 h, of which 7 h lie ahead on 27 August.
    @Test(arguments: [("2025-08-20", 11), ("2025-08-21", 11), ("2025-08-27", 7)])
    func demandFollowsTheDaysThatAreLeft(_ first: String, _ hours: Int) throws {
        let firm = try firm(
            """
            horizon: \(first) .. 2025-09-30
            people: { ben: { name: Ben, cost: 60/h } }
            projects:
              apollo:
                dates: 2025-08-21 .. 2025-09-04
                needs: { anybody: { hours: 5h/week, rate: none } }
            """)
        #expect(Demand(of: firm).lines.map(\.total) == [Hours(hours)])
    }

    /// Whoever is there four days a week does 32 of the 40 h that a line takes, whose calendar allows five: people's
    /// contracts bind, and what they leave stays unfilled.
    @Test func contractsBindBeforeWhatWorkAllows() throws {
        let planned = try planned(
            """
            horizon: 2026-01-05 .. 2026-01-11
            people: { ben: { name: Ben, cost: 60/h, contract: 80% } }
            projects: { apollo: { needs: { task: { hours: 40h/week, rate: 100/h } } } }
            """)
        #expect(planned.figures.coverage.filled == Hours(32))
        #expect(planned.figures.coverage.unfilled == Hours(8))
    }
}
