// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Testing
import Verification

/// A subcontractor pool gives no more than its hours in any week. Ana's hour is worth 100 + 100 − 50 = 150, one of the
/// pool 100 + 100 − 95 = 105.
@Suite struct PoolRowsTests {
    static func yaml(pool: String = "hours: 10h/week, cost: 95/h", need: String) -> String {
        """
        people:
          ana: { cost: 50/h, skills: { swift: 3 } }
        offices:
          porto: {}
        projects:
          p:
            needs:
              x: { rate: 100/h, \(need) }
        subcontractors:
          free: { \(pool) }
        """
    }

    @Test func thePoolTakesWhatPeopleCannot() throws {
        let yaml = Self.yaml(need: "hours: 60h/week")
        #expect(
            try rows(yaml) == [
                "line[p.x,2026-W02..2026-W03]", "capacity[ana,2026-W02]", "pool[free,2026-W02]", "pool[free,2026-W03]",
            ])
        let result = try planned(yaml)
        #expect(result.bookings == ["ana on p.x, steady: 40 40", "free on p.x: 10 10"])
        #expect(result.unfilled == ["p.x, time, nearest nobody: 10 10"])
        #expect(result.worth == [2 * (40 * 15_000 + 10 * 10_500), 0])
        #expect(result.figures.marginalCost.minorUnits == 20 * 9500)
    }

    @Test func peopleComeFirstWhenTheyAreBetter() throws {
        #expect(try planned(Self.yaml(need: "hours: 40h/week")).bookings == ["ana on p.x, steady: 40 40"])
    }

    @Test func aCheaperPoolComesFirst() throws {
        let result = try planned(Self.yaml(pool: "hours: 10h/week, cost: 20/h", need: "hours: 40h/week"))
        #expect(result.bookings == ["ana on p.x, steady: 30 30", "free on p.x: 10 10"])
    }

    @Test func aPoolThatCostsMoreThanTheWorkIsLeft() throws {
        let result = try planned(Self.yaml(pool: "hours: 10h/week, cost: 250/h", need: "hours: 60h/week"))
        #expect(result.bookings == ["ana on p.x, steady: 40 40"])
    }

    /// A steady line may change hands where the pool's dates begin or end, so its share holds in just these weeks.
    @Test func aPoolHasDates() throws {
        let pool = "hours: 10h/week, cost: 95/h, dates: 2026-01-12 .. 2026-01-18"
        let steady = try planned(Self.yaml(pool: pool, need: "hours: 60h/week"))
        #expect(steady.bookings == ["ana on p.x, steady: 40 40", "free on p.x: 0 10"])
        let weekly = try planned(Self.yaml(pool: pool, need: "hours: 60h/week, spread: weekly"))
        #expect(weekly.bookings == ["ana on p.x, hourly: 40 40", "free on p.x: 0 10"])
        let anytime = try planned(Self.yaml(pool: pool, need: "hours: 120h total, spread: anytime"))
        #expect(anytime.bookings == ["ana on p.x, hourly: 40 40", "free on p.x: 0 10"])
    }

    @Test(arguments: [
        ("hours: 10h/week, cost: 95/h", "skills: { swift: 3 }", false),
        ("hours: 10h/week, cost: 95/h, skills: { swift: 2 }", "skills: { swift: 3 }", false),
        ("hours: 10h/week, cost: 95/h, skills: { swift: 3 }", "skills: { swift: 3 }", true),
        ("hours: 10h/week, cost: 95/h, roles: [tester]", "role: coder", false),
        ("hours: 10h/week, cost: 95/h, roles: [tester, coder]", "role: coder", true),
        ("hours: 10h/week, cost: 95/h", "role: coder", true),
        ("hours: 10h/week, cost: 95/h", "office: porto", false),
    ])
    func aPoolHasTheSkillsAndRoles(pool: String, need: String, takesIt: Bool) throws {
        let result = try planned(Self.yaml(pool: pool, need: "hours: 60h/week, \(need)"))
        #expect(!result.plan.subcontracts.isEmpty == takesIt)
    }

    /// Two lines of 30 h, both beyond Ana: the pool's 10 h go to the one that pays more.
    @Test func aPoolIsSharedByLines() throws {
        let result = try planned(
            """
            people:
            projects:
              p:
                needs:
                  x: { rate: 100/h, hours: 30h/week }
                  y: { rate: 110/h, hours: 30h/week, spread: weekly }
            subcontractors:
              free: { hours: 35h/week, cost: 95/h }
            """)
        #expect(result.bookings == ["free on p.x: 5 5", "free on p.y: 30 30"])
        #expect(result.worth == [2 * (5 * 10_500 + 30 * 11_500), 0])
    }
}
