// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Staffing
import Testing

/// Why demand stays unmet, and who comes nearest to it.
@Suite struct UnmetReasonsTests {
    /// - Parameter need: of a line of 10 h a week at 100 an hour.
    static func unfilled(_ need: String, more: String = "", people: String = defaultPeople) throws -> [String] {
        try planned(
            """
            people:
            \(people)
            offices:
              porto: {}
              faro: {}
            projects:
              p:
                needs:
                  x: { hours: 10h/week, rate: 100/h, \(need) }
            \(more)
            """
        ).unfilled
    }

    static let defaultPeople = """
          ana: { cost: 50/h, role: coder, office: porto, skills: { swift: 3, sql: 1 } }
          ben: { cost: 50/h, role: coder, office: porto, skills: { sql: 4 } }
        """

    @Test func nobodyHasTheSkill() throws {
        // Ana lacks ux alone; Ben lacks ux and swift.
        #expect(try Self.unfilled("skills: { swift: 2, ux: 2 }") == ["p.x, skill, nearest ana: 10 10"])
    }

    /// Ben lives at the site, but lacks the skill.
    @Test func nobodyWithTheSkillTravels() throws {
        let plan = try planned(
            """
            offices: { porto: {}, faro: {} }
            people:
              ana: { cost: 50/h, office: porto, travels: no, skills: { swift: 3 } }
              ben: { cost: 50/h, office: faro }
            projects:
              p: { site: faro, needs: { x: { hours: 10h/week, rate: 100/h, skills: { swift: 2 } } } }
            """)
        #expect(plan.unfilled == ["p.x, site, nearest ben: 10 10"])
    }

    @Test func nobodyHasTheLevel() throws {
        // Ana is two levels below, Ben, without the skill, counts as five.
        #expect(try Self.unfilled("skills: { swift: 5 }") == ["p.x, level, nearest ana: 10 10"])
        let plan = try planned(
            """
            people:
              ana: { cost: 50/h, skills: { swift: 3 } }
            projects:
              p: { needs: { x: { hours: 10h/week, rate: 100/h, skills: { swift: 5 } } } }
            """
        ).plan
        #expect(plan.unfilled.map(\.reason) == [.level("swift", needs: 5, best: 3)])
    }

    @Test func nobodyHasThemTogether() throws {
        // Ana lacks two levels of SQL, Ben all of Swift.
        #expect(try Self.unfilled("skills: { swift: 3, sql: 3 }") == ["p.x, combination, nearest ana: 10 10"])
    }

    @Test func nobodyHasTheRole() throws {
        #expect(try Self.unfilled("role: tester") == ["p.x, role, nearest ana: 10 10"])
    }

    @Test func nobodyIsInTheOffice() throws {
        #expect(try Self.unfilled("office: faro") == ["p.x, office, nearest ana: 10 10"])
    }

    @Test func whoCouldIsExcluded() throws {
        #expect(
            try Self.unfilled("skills: { swift: 3 }", more: "exclusions: ['ana not on p']") == [
                "p.x, excluded, nearest ben: 10 10"
            ])
    }

    @Test func whoCouldIsAway() throws {
        let people = "  ana: { cost: 50/h, leave: [2026-01-05 .. 2026-01-18] }"
        #expect(try Self.unfilled("team: 1", people: people) == ["p.x, away, nearest ana: 10 10"])
        let second = "  ana: { cost: 50/h, leave: [2026-01-12 .. 2026-01-18] }"
        #expect(try Self.unfilled("team: 1", people: second) == ["p.x, away, nearest nobody: 0 10"])
    }

    /// Both are full of better work.
    @Test func nobodyHasTime() throws {
        let found = try Self.unfilled(
            "team: 1",
            more: """
                  q:
                    priority: critical
                    needs:
                      y: { hours: 80h/week, rate: 100/h }
                """)
        #expect(found == ["p.x, time, nearest nobody: 10 10"])
    }

    @Test(arguments: ["steady", "weekly", "anytime"]) func itIsNotWorthIt(spread: String) throws {
        let people = "  ana: { cost: 300/h }"
        #expect(try Self.unfilled("spread: \(spread)", people: people) == ["p.x, price, nearest ana: 10 10"])
    }

    /// 10 h in the first week, 30 in the second, 25 h of time: what is missing stands in the weeks where it is missing.
    @Test func anytimeWorkIsMissingWhereItsSpreadIs() throws {
        let found = try planned(
            """
            people:
              ana: { cost: 50/h, contract: 8 0 0 0 0 0 0 }
            projects:
              p: { needs: { x: { hours: 40h total, rate: 100/h, spread: anytime } } }
            """
        ).unfilled
        #expect(found == ["p.x, time, nearest nobody: 12 12"])
    }

    @Test func weeksWithOtherReasonsStandApart() throws {
        // Away in W02, not enough time in W03, and again in W04.
        let found = try planned(
            """
            people:
              ana: { cost: 50/h, leave: [2026-01-05 .. 2026-01-11] }
            projects:
              p: { needs: { x: { hours: 50h/week, rate: 100/h, spread: weekly } } }
            """, horizon: "2026-01-05 .. 2026-01-25"
        ).unfilled
        #expect(found == ["p.x, away, nearest nobody: 50 0 0", "p.x, time, nearest nobody: 0 10 10"])
    }
}
