// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import SmallFirms
import Staffing
import Testing

@testable import WhatIf

@Suite struct HireNeedsTests {
    private func needs(_ yaml: String, horizon: String = "2026-01-05 .. 2026-01-18") throws -> [String] {
        let planned = try makePlan(for: firm(yaml, horizon: horizon))
        return HireNeeds(in: planned.situation).all(for: planned.plan)
            .map { "\($0.skill) \($0.month) \($0.thousandths)" }
    }

    /// Ana alone has both skills; Ben has swift, too, so sql is the scarce one. Ana does 40 of 60 h a week; 20 of 40 are
    /// half a person.
    @Test func theScarceSkillIsTheOneWithFewestHours() throws {
        let people = """
            people:
              ana: { skills: { swift: 3, sql: 3 }, cost: 50/h }
              ben: { skills: { swift: 3 }, cost: 50/h }
            projects:
              p:
                needs:
                  x: { skills: { swift: 3, sql: 2 }, hours: 60h/week, rate: 100/h }
            """
        #expect(try needs(people) == ["sql 2026-01 500"])
        // At level 4 nobody has swift.
        #expect(
            try needs(people.replacing("{ swift: 3, sql: 2 }", with: "{ swift: 4, sql: 2 }")) == ["swift 2026-01 1500"])
    }

    /// The week of 26 January belongs to January by its Thursday. With a tenth for the firm and a holiday on Monday,
    /// 2 February, a full-time person has 36 h in the one, and 0.9 × 32 = 28.8 h in the other.
    @Test func monthsAreMeasuredByTheirOwnWorkingTime() throws {
        let found = try needs(
            """
            calendars:
              lisbon: { week: 8 8 8 8 8 0 0, holidays: [2026-02-02] }
            calendar: lisbon
            people:
              ana: { skills: { sql: 3 }, cost: 50/h }
            projects:
              p:
                needs:
                  x: { skills: { swift: 3 }, hours: [18h, 36h], rate: 100/h }
                  y: { hours: [0h, 64.8h], rate: 100/h, spread: weekly }
            policy: { internal: 10% }
            """, horizon: "2026-01-26 .. 2026-02-08")
        // y: Ana does 28.8 of 64.8 h.
        #expect(found == ["swift 2026-01 500", "swift 2026-02 1250", "(any) 2026-02 1250"])
    }

    @Test func nobodyIsNeededWhereAllIsFilled() throws {
        #expect(
            try needs(
                """
                people:
                  ana: { cost: 50/h }
                projects:
                  p: { needs: { x: { hours: 30h/week, rate: 100/h } } }
                """) == [])
    }
}
