// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matching
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

/// A sound plan by goals is spoilt in one place after the other, and each time the check must name what is wrong.
@Suite struct GoalViolationsTests {
    static let yaml = """
        people:
          ana: { cost: 50/h, target: 60% }
          ben: { cost: 60/h }
        projects:
          p:
            needs:
              must: { hours: 40h/week, rate: 70/h, priority: critical, spread: weekly }
              pays: { hours: 60h/week, rate: 150/h, priority: low }
        policy: { goals: [coverage within 10%, balance within 5%, margin] }
        """

    static func planned() throws -> PlannedFirm { try makePlan(for: firm(yaml)) }

    /// What a change of one goal of the plan leads to.
    private func found(_ index: Int, _ change: (inout Stage) -> Void) throws -> [Violation] {
        let planned = try Self.planned()
        let certificate = planned.plan.certificate
        var stages = certificate.goals
        var stage = Stage(of: stages[index])
        change(&stage)
        stages[index] = stage.whole
        var plan = planned.plan
        plan.certificate = Certificate(status: certificate.status, stages: certificate.stages, goals: stages)
        return try plan.violations(in: planned.situation)
    }

    /// A goal stage whose parts can be changed.
    private struct Stage {
        var goal: PlanGoal
        var best, bound, base, reached: GoalValue
        var prices: StagePrices

        init(of stage: GoalStage) {
            (goal, best, bound, base, reached, prices) = (
                stage.goal, stage.best, stage.bound, stage.base, stage.reached, stage.prices
            )
        }

        var whole: GoalStage {
            GoalStage(goal: goal, best: best, bound: bound, base: base, reached: reached, prices: prices)
        }
    }

    private func names(_ violations: [Violation], _ part: String, of goal: PlanGoal.Measure) -> Bool {
        violations.contains {
            if case .goalWrong(goal, part, _, _) = $0 { true } else { false }
        }
    }

    @Test func theSoundPlanHolds() throws {
        let planned = try Self.planned()
        #expect(planned.plan.certificate.status == .optimal)
        #expect(try planned.plan.violations(in: planned.situation) == [])
        let text = PlanFile.json(of: planned.plan, figures: planned.figures, in: planned.situation).text()
        let read = try PlanFile.read(Data(text.utf8))
        #expect(read.plan == planned.plan)
        #expect(try read.violations(in: planned.situation) == [])
    }

    @Test(arguments: 0..<3) func eachValueIsRecomputed(index: Int) throws {
        let goal = try Self.planned().plan.certificate.goals[index].goal.measure
        #expect(names(try found(index) { $0.bound = $0.bound.plus(5_000) }, "bound", of: goal))
        #expect(names(try found(index) { $0.bound = $0.bound.plus(-50_000) }, "bound", of: goal))
        #expect(names(try found(index) { $0.reached = $0.reached.plus(5_000) }, "reached", of: goal))
        #expect(names(try found(index) { $0.base = $0.base.plus(5_000) }, "base", of: goal))
        #expect(names(try found(index) { $0.best = $0.best.plus(1_000_000) }, "best", of: goal))
    }

    /// Whoever says that the best is worse than it is, to have more to give up, has a bound that does not follow, or a gap.
    @Test(arguments: 0..<3) func aBestThatIsSaidToBeWorseShows(index: Int) throws {
        let violations = try found(index) { $0.best = $0.best.plus(-200_000) }
        #expect(!violations.isEmpty)
    }

    @Test func aGoalThatIsGivenUpBeyondItsToleranceIsNamed() throws {
        // The other plan is worth more money and covers less than nine tenths of the best.
        let planned = try Self.planned()
        var free = planned.situation.firm
        free.policy.goals = [PlanGoal(.margin)]
        let other = try makePlan(for: free)
        var plan = other.plan
        plan.digest = planned.plan.digest
        plan.certificate = planned.plan.certificate
        let violations = try plan.violations(in: planned.situation)
        #expect(
            violations.contains {
                if case .goalMissed(.coverage, _, _) = $0 { true } else { false }
            })
    }

    @Test func theGoalsAreTheFirms() throws {
        #expect(try found(0) { $0.goal = PlanGoal(.coverage, within: Share(percent: 11)) }.contains(.goalsWrong))
        #expect(try found(0) { $0.goal = PlanGoal(.calm, within: Share(percent: 10)) }.contains(.goalsWrong))
        let planned = try Self.planned()
        for goals in [[], Array(planned.plan.certificate.goals.reversed())] {
            var plan = planned.plan
            plan.certificate = Certificate(
                status: .optimal, stages: planned.plan.certificate.stages, goals: goals)
            #expect(try plan.violations(in: planned.situation).contains(.goalsWrong))
        }
        var money = planned.situation.firm
        money.policy.goals = nil
        #expect(try planned.plan.violations(in: Situation(of: money)).contains(.goalsWrong))
    }

    @Test func pricesAreNotNegativeAndOfGoalsBefore() throws {
        func prices(_ old: StagePrices, goals: [Double]) -> StagePrices {
            StagePrices(
                lines: old.lines, people: old.people, pools: old.pools, seats: old.seats, promises: old.promises,
                goals: goals, loads: old.loads)
        }
        let isBad = { (violation: Violation) in if case .badGoalPrice = violation { true } else { false } }
        #expect(try found(2) { $0.prices = prices($0.prices, goals: [-1, 0]) }.contains(where: isBad))
        #expect(try found(1) { $0.prices = prices($0.prices, goals: [0, 1]) }.contains(where: isBad))
        #expect(try found(0) { $0.prices = prices($0.prices, goals: [1]) }.contains(where: isBad))
    }

    /// Any prices give a bound, so another price of a goal moves the bound that the stage states.
    @Test func thePriceOfAGoalIsPartOfTheBound() throws {
        let planned = try Self.planned()
        let margin = planned.plan.certificate.goals[2]
        #expect(margin.prices.goals.count == 2)
        let violations = try found(2) {
            let old = $0.prices
            $0.prices = StagePrices(
                lines: old.lines, people: old.people, pools: old.pools, seats: old.seats,
                goals: old.goals.map { $0 + 0.5 }, loads: old.loads)
        }
        #expect(names(violations, "bound", of: .margin))
    }
}

extension GoalValue {
    /// More by so many minor units or seconds.
    fileprivate func plus(_ count: Int) -> GoalValue {
        switch self {
        case .money(let money): .money(money + Money(minorUnits: count))
        case .hours(let hours): .hours(hours + Hours(seconds: count))
        }
    }
}
