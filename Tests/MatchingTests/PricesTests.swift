// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import SmallFirms
import Staffing
import Testing

@Suite struct PricesTests {
    /// A firm of Ana, an engineer, and one line.
    static func situation(
        cost: String = "50/h", ana: String = "role: engineer", need: String, project: String = "",
        stage: String = "won",
        policy: String = "{}",
        rates: String = "{ engineer: 100/h, designer: 80/h }"
    ) throws -> Situation {
        Situation(
            of: try firm(
                """
                people:
                  ana: { cost: \(cost), \(ana) }
                rates: \(rates)
                projects:
                  p:
                    stage: \(stage)
                    \(project)
                    needs:
                      x: { hours: 10h/week, \(need) }
                subcontractors:
                  free: { hours: 10h/week, cost: 90/h, roles: [designer, engineer] }
                policy: \(policy)
                """))
    }

    /// The line's own rate, else of the line's role, else of the person's; the project's card before the firm's.
    @Test(arguments: [
        ("rate: 140/h, role: engineer", "rates: { engineer: 120/h }", 140),
        ("rate: none, role: engineer", "rates: { engineer: 120/h }", 0),
        ("role: engineer", "rates: { engineer: 120/h }", 120),
        ("role: engineer", "rates: { designer: 120/h }", 100),
        ("role: engineer", "", 100),
        ("team: 1", "rates: { engineer: 120/h }", 120),
        ("team: 1", "", 100),
    ])
    func billRates(need: String, project: String, rate: Int) throws {
        let situation = try Self.situation(need: need, project: project)
        #expect(situation.billRate(line: 0, person: 0, week: 0).perHour.minorUnits == rate * 100)
    }

    /// A pool is billed by the line's rate or role, else by its first role.
    @Test(arguments: [("rate: 140/h", 140), ("role: engineer", 100), ("team: 1", 80)])
    func poolsAreBilledByTheirFirstRole(need: String, rate: Int) throws {
        #expect(try Self.situation(need: need).billRate(line: 0, pool: 0, week: 0).perHour.minorUnits == rate * 100)
    }

    /// From Thursday 15 January: the second week; from Friday 16: not yet.
    @Test(arguments: [("2026-01-15", 200), ("2026-01-16", 100)]) func ratesAreThoseOfThursday(from: String, second: Int)
        throws
    {
        let situation = try Self.situation(need: "rate: [100/h, 200/h from \(from)]")
        #expect(
            [0, 1].map { situation.billRate(line: 0, person: 0, week: $0).perHour.minorUnits / 100 } == [100, second])
        let cost = try Self.situation(cost: "[50/h, 60/h from \(from)]", need: "rate: 1/h")
        #expect(
            [0, 1].map { cost.costRate(person: 0, week: $0).perHour.minorUnits } == [5000, second == 200 ? 6000 : 5000])
    }

    @Test(arguments: [("won", 100), ("proposed 60%", 60)]) func proposedWorkIsWeighted(stage: String, chance: Int)
        throws
    {
        let situation = try Self.situation(need: "rate: 140/h", stage: stage)
        let candidate = situation.candidates[0][0]
        // 140 + 100 − 50 = 190.
        #expect(situation.value(of: candidate, line: 0, week: 0) == Double(190 * chance))
        // 140 + 100 − 90 = 150.
        #expect(situation.value(ofPool: 0, line: 0, week: 0) == Double(150 * chance))
    }

    @Test(arguments: [("weighted", 60), ("full", 100), ("out", 0)]) func thePolicyWeighs(tentative: String, weight: Int)
        throws
    {
        let situation = try Self.situation(
            need: "rate: 140/h", stage: "proposed 60%", policy: "{ tentative: \(tentative) }")
        #expect(situation.weight(of: 0) == Share(percent: weight))
    }

    @Test func marginalCostLeavesSalariesOut() throws {
        let overtime = "overtime: { up to: 10%, at: 150% }"
        let full = try Self.situation(need: "rate: 140/h", policy: "{ \(overtime) }")
        #expect(full.chargedRate(person: 0, week: 0).perHour.minorUnits == 5000)
        #expect(full.overtimePremium(person: 0, week: 0).perHour.minorUnits == 2500)
        let marginal = try Self.situation(need: "rate: 140/h", policy: "{ cost: marginal, \(overtime) }")
        #expect(marginal.chargedRate(person: 0, week: 0) == .zero)
        #expect(marginal.overtimePremium(person: 0, week: 0).perHour.minorUnits == 7500)
        #expect(marginal.costRate(person: 0, week: 0).perHour.minorUnits == 5000)
    }

    @Test(arguments: [("priority: critical", 400), ("priority: high", 200), ("team: 1", 100), ("priority: low", 40)])
    func unmetHoursHaveThePriceOfTheirPriority(need: String, price: Int) throws {
        #expect(try Self.situation(need: "rate: 1/h, \(need)").unmetPrice(line: 0).perHour.minorUnits == price * 100)
    }

    @Test func theLinesPriorityIsItsProjects() throws {
        let project = "priority: high"
        #expect(try Self.situation(need: "rate: 1/h", project: project).priority(of: 0) == .high)
        #expect(try Self.situation(need: "rate: 1/h, priority: low", project: project).priority(of: 0) == .low)
    }
}
