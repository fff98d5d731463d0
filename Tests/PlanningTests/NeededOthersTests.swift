// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import LinearProgramming
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

/// Bookable plans in which somebody is worth having only for what others may do beside them. An unmet hour of normal work
/// costs 100, of low work 40.
@Suite struct NeededOthersTests {
    private func booked(_ yaml: String, _ effort: Effort = .normal) throws -> PlannedFirm {
        let planned = try makePlan(for: try firm(yaml), style: .bookable, effort: effort)
        #expect(try planned.plan.violations(in: planned.situation) == [])
        return planned
    }

    /// Of two to three nobody does more than half: Ana 20 h at 100 + 40 − 20. The pool's hour costs 141, one more than it
    /// brings, and eight of them are the smallest booking: 20 · 120 − 8 = 2,392 a week.
    @Test(arguments: Effort.allCases) func aTeamMayNeedAPool(effort: Effort) throws {
        let planned = try booked(
            """
            people: { ana: { cost: 20/h, skills: { a: 2 } } }
            subcontractors: { pool: { skills: { a: 2 }, hours: 40h/week, cost: 141/h } }
            projects:
              p: { priority: low, needs: { x: { hours: 40h/week, skills: { a: 2 }, rate: 100/h, team: 2 .. 3 } } }
            """, effort)
        #expect(planned.bookings == ["ana on p.x, steady: 20 20", "pool on p.x: 8 8"])
        #expect(planned.worth == [478_400, 0])
        #expect(planned.plan.certificate.status == .optimal)
    }

    /// Nobody of the firm is on the work, so nobody of the firm is missing there.
    @Test(arguments: Effort.allCases) func aMixAsksForNobodyBesideAPoolAlone(effort: Effort) throws {
        let planned = try booked(
            """
            people: { ana: { cost: 20/h, skills: { b: 3 } } }
            subcontractors: { pool: { skills: { a: 2 }, hours: 40h/week, cost: 80/h } }
            projects:
              p:
                needs: { x: { hours: 40h/week, skills: { a: 2 }, rate: 100/h, mix: { senior: at least 1 } } }
            """, effort)
        #expect(planned.bookings == ["pool on p.x: 40 40"])
        #expect(planned.plan.certificate.status == .optimal)
    }

    /// The pool is part of the team, of two at least; with Ben, who is no senior, there would have to be one.
    @Test func aMixAndATeamCountDifferently() throws {
        let planned = try booked(
            """
            people: { ben: { cost: 20/h, grade: junior, skills: { a: 2 } } }
            subcontractors:
              one: { skills: { a: 2 }, hours: 40h/week, cost: 80/h }
              two: { skills: { a: 2 }, hours: 40h/week, cost: 80/h }
            projects:
              p:
                needs: { x: { hours: 40h/week, skills: { a: 2 }, rate: 100/h, team: 2 .. 3, mix: { senior: at least 1 } } }
            """)
        #expect(planned.plan.assignments.isEmpty)
        #expect(planned.plan.unfilled.isEmpty)
        #expect(planned.plan.subcontracts.count == 2)
    }

    /// Of three pieces of work alike. The junior's hour brings 180, the senior's −1, and 40 % of all hours are the junior's at
    /// the most: 16 h and 24 h a week.
    @Test func aMixMayNeedThoseWhoCostMoreThanTheyBring() throws {
        let people = (0..<3).map {
            """
              s\($0): { cost: 201/h, grade: senior, skills: { k\($0): 2 } }
              j\($0): { cost: 20/h, grade: junior, skills: { k\($0): 2 } }
            """
        }
        let projects = (0..<3).map {
            """
              p\($0):
                needs: { x: { hours: 40h/week, skills: { k\($0): 2 }, rate: 100/h, mix: { junior: at most 40% } } }
            """
        }
        let yaml = (["people:"] + people + ["projects:"] + projects).joined(separator: "\n")
        for effort in Effort.allCases {
            let planned = try booked(yaml, effort)
            #expect(planned.plan.unfilled.isEmpty)
            // 2 weeks · 3 · (16 · 180 − 24).
            #expect(planned.worth == [1_713_600, 0])
            #expect(planned.plan.certificate.status == .optimal)
        }
    }

    /// Ann has 13 hours, which are no whole step; 12 are what Bob's step of eight leaves of 20: 12 · 180 − 8.
    @Test func aStepMayNeedThoseWhoCostMoreThanTheyBring() throws {
        for effort in Effort.allCases {
            let planned = try booked(
                """
                people:
                  ann: { cost: 20/h, contract: 13 0 0 0 0 0 0, skills: { a: 2 } }
                  bob: { cost: 201/h, skills: { a: 2 } }
                projects: { p: { needs: { x: { hours: 20h/week, skills: { a: 2 }, rate: 100/h } } } }
                policy: { bookable: { step: 8h, smallest: 4h/week } }
                """, effort)
            #expect(planned.bookings == ["ann on p.x, steady: 12 12", "bob on p.x, steady: 8 8"])
            #expect(planned.plan.certificate.status == .optimal)
        }
    }

    /// All the time that Ana has beside what is pinned is one hour, and enough.
    @Test(arguments: ["weekly", "anytime"]) func allThatSomebodyHasTimeForIsEnough(spread: String) throws {
        let planned = try booked(
            """
            people: { ana: { cost: 20/h } }
            projects:
              p: { needs: { x: { hours: 39h/week, rate: 100/h } } }
              q: { needs: { y: { hours: 20h total, rate: 100/h, spread: \(spread) } } }
            bookings:
              - ana on p.x, 39h/week, 2026-01-05 .. 2026-01-18, pinned
            """)
        #expect(planned.bookings.contains("ana on q.y, hourly: 1 1"))
        #expect(planned.plan.certificate.status == .optimal)
    }

    /// Whoever has time and is kept from the work by a rule is told so.
    @Test(arguments: [
        ("grade: senior", "mix: { senior: at most 50% }", "", "mix"),
        ("grade: junior", "mix: { senior: at least 1 }", "", "mix"),
        ("mentors: [eve]", "priority: normal", "", "company"),
        ("contract: 10%", "team: 2", "", "smallest"),
        ("office: a", "priority: normal", "sites: 0", "sites"),
        ("office: a", "priority: normal", "at once: 1", "at once"),
    ]) func rulesOfBookingAreNamed(who: String, need: String, rule: String, reason: String) throws {
        let more =
            reason == "at once" ? "\n  q: { needs: { y: { hours: 10h/week, skills: { a: 2 }, rate: 300/h } } }" : ""
        let planned = try booked(
            """
            offices: { a: {}, b: {} }
            people:
              ana: { cost: 20/h, skills: { a: 2 }, \(who) }
              eve: { cost: 20/h, grade: senior, skills: { b: 2 } }
            projects:
              p: { site: b, needs: { x: { hours: 20h/week, skills: { a: 2 }, rate: 100/h, \(need) } } }\(more)
            policy: { bookable: { \(rule.isEmpty ? "slice: 2h" : rule) } }
            """)
        #expect(planned.unfilled == ["p.x, \(reason), nearest ana: 20 20"])
        let text = PlanFile.json(of: planned.plan, figures: planned.figures, in: planned.situation).text()
        let again = try PlanFile.read(Data(text.utf8)).plan
        #expect(again.unfilled == planned.plan.unfilled)
    }
}
