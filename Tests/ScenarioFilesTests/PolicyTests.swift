// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("The policy and subcontractors")
struct PolicyTests {
    @Test func replacesTheStandardWhereItSpeaks() throws {
        let firm = try firm(studio)
        var expected = Policy.standard(in: firm.currency)
        expected.tentative = .full
        expected.overtime = Overtime(limit: Share(percent: 10), pay: Share(percent: 150))
        expected.unmet.critical = Rate(perHour: Money(minorUnits: 50_000))
        expected.longAbsenceWeeks = 4
        expected.alerts.margin = Share(millionths: 125_000)
        expected.alerts.sustainedWeeks = 5
        #expect(firm.policy == expected)
    }

    @Test func hasAllItsKeys() throws {
        let text = """
            policy:
              tentative: out
              cost: marginal
              overtime: none
              unmet: { critical: 1/h, high: 2/h, normal: 3/h, low: 4/h }
              fit: { preferred: 1/h, overqualified: 2/h, newcomer: 3/h, wish: 4/h, stay: 5/h, travel: 6/h }
              hand-over: 1h
              long absence: 1 week
              internal: 10%
              target: 80%
              alerts:
                sustained load: 1%
                sustained weeks: 2 weeks
                under target: 3%
                over target: 4%
                margin: 5%
                expiry: 6 weeks
              bookable: { smallest: 7%, slice: 8h, at once: 9, step: 10h, sites: 11 }
            """
        func rate(_ major: Int) -> Rate { Rate(perHour: Money(minorUnits: major * 100)) }
        #expect(
            try firm(head + text).policy
                == Policy(
                    tentative: .out, cost: .marginal, overtime: nil,
                    unmet: .init(critical: rate(1), high: rate(2), normal: rate(3), low: rate(4)),
                    fit: .init(
                        missingPreferred: rate(1), overqualified: rate(2), newcomer: rate(3), wish: rate(4),
                        stay: rate(5), travel: rate(6)),
                    handOver: Hours(1), longAbsenceWeeks: 1, internalTime: .share(Share(percent: 10)),
                    target: Share(percent: 80),
                    alerts: .init(
                        sustainedLoad: Share(percent: 1), sustainedWeeks: 2, underTarget: Share(percent: 3),
                        overTarget: Share(percent: 4), margin: Share(percent: 5), expiryWeeks: 6),
                    bookable: BookingRules(
                        smallest: .share(Share(percent: 7)), slice: Hours(8), atOnce: 9, step: Hours(10), sites: 11)))
    }

    @Test(arguments: [
        ("tentative: half", "unknown-word"), ("overtime: some", "not-a-sentence"),
        ("overtime: { up to: 10% }", "missing-key"),
        ("unmet: { urgent: 1/h }", "unknown-key"), ("long absence: 3", "wrong-unit"), ("internal: 4h", "wrong-unit"),
    ])
    func otherValuesAreProblems(_ text: String, _ id: String) {
        #expect(problems(head + "policy: { \(text) }\n").map(\.id.rawValue) == [id])
    }

    @Test func goalsStandInTheirOrder() throws {
        let goals = try firm(head + "policy: { goals: [coverage within 1.5%, calm, margin within 2%, balance] }\n")
            .policy.goals
        #expect(
            goals == [
                PlanGoal(.coverage, within: Share(millionths: 15_000)), PlanGoal(.calm),
                PlanGoal(.margin, within: Share(percent: 2)), PlanGoal(.balance),
            ])
        #expect(try firm(head + "policy: { goals: [] }\n").policy.goals == nil)
        #expect(goals?.map(\.text) == ["coverage within 1.5%", "calm", "margin within 2%", "balance"])
        #expect(PlanGoal("coverage within 1%") == PlanGoal(.coverage, within: Share(percent: 1)))
        #expect(PlanGoal("promises") == nil)
        #expect(PlanGoal("coverage within 101%") == nil)
    }

    @Test(arguments: [
        ("[speed]", "9:20 unknown-word"), ("[coverage within 1]", "wrong-unit"),
        ("[margin, calm, margin]", "goal-twice"),
        ("[coverage within 101%]", "out-of-range"), ("margin", "wrong-shape"), ("[promises]", "unknown-word"),
    ])
    func otherGoalsAreProblems(_ text: String, _ id: String) {
        #expect(
            problems(head + "policy: { goals: \(text) }\n").map(\.id.rawValue) == [
                id.split(separator: " ").map(String.init).last
            ])
    }

    @Test func poolsHaveACostWheneverTheyCanBeCalledIn() {
        func found(_ keys: String) -> [String] {
            problems(head + "subcontractors:\n  free: { hours: 8h/week, \(keys) }\n").map(\.description)
        }
        #expect(
            found("cost: 90/h to 2026-03-31") == [
                """
                studio.yaml:6:3: no-cost: `free` can be called in on 2026-04-01, but has no cost
                      free: { hours: 8h/week, cost: 90/h to 2026-03-31 }
                      ^
                  Add a cost for that time, or leave it out of the pool's `dates`.
                """
            ])
        #expect(found("cost: 90/h to 2026-03-31, dates: 2026-03-01 .. 2026-03-31") == [])
        #expect(found("cost: 90/h to 2026-03-31, dates: 2026-03-01 .. 2026-04-01").count == 1)
        #expect(found("cost: 90/h from 2026-01-05 to 2026-06-28") == [])
        #expect(found("cost: 90/h from 2027-01-01, dates: 2027-01-01 .. 2027-12-31") == [])
    }

    @Test func poolsAreAThousandAtMost() {
        let pools = (1...1001).map { "  p\($0): { roles: [engineer], hours: 1h/week, cost: 1/h }\n" }.joined()
        let found = problems(head + "subcontractors:\n" + pools)
        #expect(found.map(\.what) == ["more than 1,000 pools of subcontractors"])
        #expect(found.map(\.place.line) == [1006])
    }

    @Test func poolsHaveAllTheirKeys() throws {
        let text = """
            subcontractors:
              freelancers:
                name: Free hands
                skills: { swift: 4 }
                roles: [engineer]
                hours: 40h/week
                cost: [95/h, 99/h from 2026-04-01]
                dates: 2026-03-01 .. 2026-06-30
            """
        let pool = try firm(head + text).subcontractors[0]
        #expect(pool.name == "Free hands")
        #expect(pool.skills == [SkillLevel("swift", 4)])
        #expect(pool.roles == ["engineer"])
        #expect(pool.hoursPerWeek == Hours(40))
        #expect(pool.cost.value(on: day("2026-04-01"))?.perHour.minorUnits == 9900)
        #expect(pool.days == DayRange(day("2026-03-01"), day("2026-06-30")))
    }
}
