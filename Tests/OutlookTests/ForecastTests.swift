// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Outlook
import Staffing
import Testing
import Verification

struct ForecastTests {
    /// From Thursday, 2026-01-29, to Wednesday, 2026-03-04: W05 (in January, by its Thursday) to W10 (in March).
    /// Carnival, Tuesday of W08, is a holiday.
    private let studio = """
        horizon: 2026-01-29 .. 2026-03-04
        calendar: city
        calendars: { city: { holidays: [2026-02-17] } }
        offices: { porto: { name: Porto }, lisbon: { name: Lisbon } }
        people:
          ana: { name: Ana, cost: 60/h, role: engineer, office: lisbon, skills: { swift: 4, sql: 3 }, internal: 10% }
          ben: { name: Ben, cost: 60/h, role: designer, leave: [2026-02-09 .. 2026-02-10] }
        projects:
          apollo:
            needs:
              api: { hours: 40h/week, rate: none, skills: { swift: 3, sql: 2 }, role: engineer }
          borealis:
            stage: proposed 25%
            dates: 2026-02-02 .. 2026-02-15
            needs:
              app: { hours: 32h/week, rate: none, skills: { swift: 3 }, office: lisbon }
              copy: { hours: 8h/week, rate: none }
        """

    private func forecast(by grouping: Forecast.Grouping, per period: Period) throws -> Forecast {
        Forecast(of: Situation(of: try firm(studio)), by: grouping, per: period)
    }

    private func hours(_ cells: [Forecast.Cell], _ value: (Forecast.Cell) -> Hours) -> [Double] {
        cells.map { value($0).inHours }
    }

    @Test func aWeekBelongsToTheMonthOfItsThursday() throws {
        let columns = try forecast(by: .skill, per: .month).columns
        #expect(columns.map(\.name) == ["2026-01", "2026-02", "2026-03"])
        #expect(columns.map { "\($0.weeks)" } == ["2026-W05...2026-W05", "2026-W06...2026-W09", "2026-W10...2026-W10"])
        // Thursday and Friday; four weeks; Monday to Wednesday.
        #expect(columns.map(\.fullTime.inHours) == [16, 160, 24])
        #expect(Period.quarter.name(of: try #require(Week("2026-W01"))) == "2026-Q1")
        // Thursday, 2026-12-31.
        #expect(Period.quarter.name(of: try #require(Week("2026-W53"))) == "2026-Q4")
    }

    @Test func bySkillEachOfThemCounts() throws {
        let forecast = try forecast(by: .skill, per: .month)
        #expect(forecast.rows.map(\.key.description) == ["swift", "sql", "(any)"])
        let swift = forecast.rows[0].cells
        // Ana: 16; 160 less a holiday; 24.
        #expect(hours(swift, \.effective) == [16, 152, 24])
        #expect(hours(swift, \.plannable) == [14.4, 136.8, 21.6])
        #expect(hours(swift, \.confirmed) == [16, 152, 24])
        // Two weeks of 32 h at 25 %.
        #expect(hours(swift, \.weighted) == [16, 168, 24])
        #expect(hours(swift, \.exposure) == [16, 216, 24])
        #expect(swift.map { $0.surplus(.exposure).inHours.rounded() } == [-2, -79, -2])
        // 79.2 / 160.
        #expect(forecast.fullTimeEquivalents(swift[1].surplus(.exposure), in: 1) == -0.495)
        let sql = forecast.rows[1].cells
        #expect(hours(sql, \.exposure) == [16, 152, 24])
        let any = forecast.rows[2].cells
        // Ben: two days of leave and a holiday off.
        #expect(hours(any, \.plannable) == [16, 136, 24])
        #expect(hours(any, \.exposure) == [0, 16, 0])
    }

    @Test func theTotalCountsEachHourOnce() throws {
        let forecast = try forecast(by: .skill, per: .month)
        #expect(hours(forecast.total.cells, \.effective) == [32, 288, 48])
        #expect(hours(forecast.total.cells, \.exposure) == [16, 232, 24])
        #expect(forecast.total.sum.effective == Hours(368))
        for grouping in Forecast.Grouping.allCases {
            #expect(try self.forecast(by: grouping, per: .month).total.cells == forecast.total.cells)
        }
    }

    @Test func byRoleAndOffice() throws {
        let roles = try forecast(by: .role, per: .quarter)
        #expect(roles.columns.map(\.name) == ["2026-Q1"])
        #expect(roles.rows.map(\.key.description) == ["engineer", "designer", "(any)"])
        #expect(roles.rows.map(\.sum.effective.inHours) == [192, 176, 0])
        #expect(roles.rows.map(\.sum.exposure.inHours) == [192, 0, 80])
        let offices = try forecast(by: .office, per: .quarter)
        #expect(offices.rows.map(\.key.description) == ["porto", "lisbon", "(any)"])
        #expect(offices.rows.map(\.sum.effective.inHours) == [0, 192, 176])
        #expect(offices.rows.map(\.sum.exposure.inHours) == [0, 64, 208])
    }

    @Test func aHolidayShortensCapacityAndDemandOfItsWeek() throws {
        let weeks = try forecast(by: .role, per: .week)
        #expect(weeks.columns.map(\.name) == (5...10).map { $0 < 10 ? "2026-W0\($0)" : "2026-W\($0)" })
        #expect(hours(weeks.rows[0].cells, \.effective) == [16, 40, 40, 32, 40, 24])
        #expect(hours(weeks.rows[0].cells, \.confirmed) == [16, 40, 40, 32, 40, 24])
        #expect(hours(weeks.rows[1].cells, \.effective) == [16, 40, 24, 32, 40, 24])
    }
}
