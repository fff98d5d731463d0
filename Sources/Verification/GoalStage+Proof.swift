// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

extension GoalStage {
    /// What is proven of a goal, by arithmetic from the best that is stated and the prices.
    ///
    /// - Parameters:
    ///   - best: nil for what the plan comes to.
    ///   - earlier: the goals before it, which the plans that count here keep.
    public init(
        _ goal: PlanGoal, best: GoalValue?, prices: StagePrices, after earlier: [GoalStage], tally: Tally,
        in situation: Situation
    ) {
        self.init(
            goal, best: best, prices: prices, book: PriceBook(prices, in: situation), after: earlier, tally: tally,
            in: situation)
    }

    init(
        _ goal: PlanGoal, best: GoalValue?, prices: StagePrices, book: PriceBook, after earlier: [GoalStage],
        tally: Tally, in situation: Situation
    ) {
        let weights = GoalWeights(goal.measure)
        let minor = Double(situation.firm.currency.scale)
        let bound = Bound(situation: situation, prices: book, aim: weights, after: earlier).staffing()
        let reached = situation.value(
            tally.staffingObjective(in: situation, by: weights) / minor, of: goal.measure, .toNearestOrAwayFromZero)
        let best = best ?? reached
        self.init(
            goal: goal, best: best, bound: situation.value(bound / minor, of: goal.measure, .up),
            base: situation.base(of: goal, best: best), reached: reached, prices: prices)
    }

    /// The least that a plan has to come to, in minor units.
    func least(in situation: Situation) -> Double {
        situation.floor(of: goal, best: best, base: base) * Double(situation.firm.currency.scale)
    }

    /// By how much the plan falls short of that, in minor units; rounding to whole seconds may.
    func shortfall(in situation: Situation) -> Double {
        max(0, least(in: situation) - situation.major(reached) * Double(situation.firm.currency.scale))
    }
}

extension PlanCheck {
    /// The goals are the firm's, what is said of each follows from the plan and the prices, and no goal is given up
    /// beyond its tolerance.
    func goals() -> [Violation] {
        let stages = plan.certificate.goals
        guard stages.map(\.goal) == situation.goals else { return [.goalsWrong] }
        var found: [Violation] = []
        for (index, stage) in stages.enumerated() {
            let book = PriceBook(stage.prices, in: situation)
            found += book.bad(after: index).map { .badGoalPrice(stage.goal.measure, $0) }
            let proof = GoalStage(
                stage.goal, best: stage.best, prices: stage.prices, book: book, after: Array(stages.prefix(index)),
                tally: tally, in: situation)
            for (name, stated, actual) in [
                ("bound", stage.bound, proof.bound), ("base", stage.base, proof.base),
                ("reached", stage.reached, proof.reached),
            ] where !stated.isClose(to: actual) {
                found.append(.goalWrong(stage.goal.measure, name, stated: stated, actual: actual))
            }
            let allowance = rounding(of: stage)
            if Double(stage.best.smallest - stage.bound.smallest) > allowance {
                found.append(.goalWrong(stage.goal.measure, "best", stated: stage.best, actual: stage.bound))
            }
            if proof.shortfall(in: situation) > allowance * minor(stage) {
                found.append(.goalMissed(stage.goal.measure, best: stage.best, reached: proof.reached))
            }
            if plan.certificate.status == .optimal, stage.gap > Certificate.roundingGap {
                found.append(.statusWrong(stated: plan.certificate.status, gap: stage.gap))
            }
        }
        return found
    }

    /// What whole seconds and millionths of shares may cost a goal, in its smallest unit.
    private func rounding(of stage: GoalStage) -> Double {
        let smallest = stage.goal.measure.unit == .money ? 100.0 : 60.0
        let size = max(abs(Double(stage.base.smallest)), abs(Double(stage.best.smallest)))
        return smallest * Double(1 + situation.demand.lines.count) / 2 + Certificate.roundingGap * size
    }

    /// Minor units of one of the goal's smallest unit.
    private func minor(_ stage: GoalStage) -> Double {
        stage.goal.measure.unit == .money ? 1 : Double(situation.firm.currency.scale) / 3600
    }
}

extension GoalValue {
    /// Equal but for the last digits of a long sum.
    fileprivate func isClose(to other: GoalValue) -> Bool {
        abs(Double(smallest) - Double(other.smallest)) <= max(2, 1e-9 * abs(Double(other.smallest)))
    }
}
