// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

@testable import Reports

/// Over the two weeks that end January, 40 h a week each: Ana with swift and sql, Ben with swift. Won work asks for
/// 24 h of swift a week, a proposal of 50 % for 20 h of sql.
private let two = """
    people:
      ana: { name: Ana Duarte, role: engineer, skills: { swift: 4, sql: 3 }, cost: 50/h }
      ben: { name: Ben Okafor, role: designer, skills: { swift: 3 }, cost: 40/h, internal: 4h/week }
    projects:
      apollo:
        needs:
          app: { skills: { swift: 3 }, hours: 24h/week, rate: 100/h }
      zephyr:
        stage: proposed 50%
        needs:
          data: { skills: { sql: 3 }, hours: 20h/week, rate: 90/h }
    """

@Suite struct ForecastReportTests {
    private func report(
        by grouping: Forecast.Grouping = .skill, per period: Period = .month, basis: Figures.Basis = .weighted
    ) throws -> ForecastReport {
        let firm = try firm(two, horizon: "2026-01-26 .. 2026-02-08")
        let planned = try makePlan(for: firm)
        return ForecastReport(
            of: Forecast(of: planned, by: grouping, per: period), bench: bench(of: planned), in: firm, basis: basis)
    }

    @Test func text() throws {
        #expect(
            try report().text(.plain) == """
                Small
                Capacity against demand by skill, in hours
                  skill  capacity  confirmed  weighted  exposure  surplus  FTE
                  swift       152         48        48        48      104  1.3
                  sql          80          0        20        40       60  0.8
                  all         152         48        68        88       84  1.1
                  Who has several skills, and what asks for several, stands in each of their
                  rows.

                Surplus by month against weighted demand, in hours; deficits are negative
                  skill  2026-01  2026-02
                  swift       52       52
                  sql         30       30
                  all         42       42

                On the bench: a fifth of their time and more without work
                  person      role      from  until  h/week  last on  skills
                  Ana Duarte  engineer  W05   W06        20           swift 4, sql 3
                  Ben Okafor  designer  W05   W06        12           swift 3

                """)
    }

    @Test func byRoleAndWeekAgainstConfirmedWork() throws {
        #expect(
            try report(by: .role, per: .week, basis: .confirmed).text(.plain) == """
                Small
                Capacity against demand by role, in hours
                  role      capacity  confirmed  weighted  exposure  surplus   FTE
                  engineer        80          0         0         0       80   1.0
                  designer        72          0         0         0       72   0.9
                  (any)            0         48        68        88      -48  -0.6
                  all            152         48        68        88      104   1.3

                Surplus by week against confirmed demand, in hours; deficits are negative
                  role      2026-W05  2026-W06
                  engineer        40        40
                  designer        36        36
                  (any)          -24       -24
                  all             52        52

                On the bench: a fifth of their time and more without work
                  person      role      from  until  h/week  last on  skills
                  Ana Duarte  engineer  W05   W06        20           swift 4, sql 3
                  Ben Okafor  designer  W05   W06        12           swift 3

                """)
    }

    @Test func csv() throws {
        #expect(
            try report(per: .quarter).csv() == """
                skill,period,from,to,effective,capacity,confirmed,weighted,exposure,planned,surplus confirmed,surplus weighted,surplus exposure,full time
                swift,2026-Q1,2026-W05,2026-W06,160,152,48,48,48,88,104,104,104,80
                sql,2026-Q1,2026-W05,2026-W06,80,80,0,20,40,40,80,60,40,80
                all,2026-Q1,2026-W05,2026-W06,160,152,48,68,88,88,104,84,64,80

                """)
    }

    @Test func json() throws {
        #expect(
            try report(by: .office).json().text(brokenTo: 2) == """
                {
                  "by": "office",
                  "per": "month",
                  "rows": [
                    {"key": "(any)", "periods": [{"period": "2026-01", "effective": 80, "capacity": 76, "confirmed": 24, "weighted": 34, "exposure": 44, "planned": 44, "full time": 40}, {"period": "2026-02", "effective": 80, "capacity": 76, "confirmed": 24, "weighted": 34, "exposure": 44, "planned": 44, "full time": 40}]},
                    {"key": "all", "periods": [{"period": "2026-01", "effective": 80, "capacity": 76, "confirmed": 24, "weighted": 34, "exposure": 44, "planned": 44, "full time": 40}, {"period": "2026-02", "effective": 80, "capacity": 76, "confirmed": 24, "weighted": 34, "exposure": 44, "planned": 44, "full time": 40}]}
                  ],
                  "bench": [
                    {"person": "ana", "role": "engineer", "last project": null, "weeks": {"2026-W05": 20, "2026-W06": 20}},
                    {"person": "ben", "role": "designer", "last project": null, "weeks": {"2026-W05": 12, "2026-W06": 12}}
                  ]
                }

                """)
    }
}
