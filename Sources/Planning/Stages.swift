// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

/// A firm's goals planned for one after the other, and last its sum of money among the plans that keep them all.
struct Stages {
    /// What came of a goal.
    struct Outcome {
        let goal: PlanGoal
        /// Nil where the search ended before; then the finished plan is the best that is known.
        let best: GoalValue?
        let prices: StagePrices
    }

    private(set) var goals: [Outcome] = []
    /// Of the last stage, with its answer.
    let model: StaffingModel
    let answer: Answer
    /// What ended a search before there was proof; the gravest of all stages.
    let stop: LinearProgramming.Outcome.Stop?

    init(
        in situation: Situation, with options: Options, _ effort: Effort, from base: PlannedFirm?,
        onProgress: ProgressReceiver?
    ) throws {
        let clock = ContinuousClock()
        let deadline = options.timeLimit.map { clock.now + $0 }
        var aim = Aim()
        var before: Start?
        var stops: [LinearProgramming.Outcome.Stop] = []
        func solved(_ model: StaffingModel, _ measure: PlanGoal.Measure?) throws -> Answer {
            var rest = options.telling(onProgress, in: situation.firm.currency, of: measure)
            rest.timeLimit = deadline.map { max(.zero, $0 - clock.now) }
            let answer =
                try before.map { try Answer(to: model, with: rest, effort, after: $0) }
                ?? Answer(to: model, with: rest, effort, near: base?.start?.nearby(model))
            if let stop = answer.stop { stops.append(stop) }
            before = Start(model: model, answer: answer)
            return answer
        }
        for goal in situation.goals {
            aim.objective = .measure(goal.measure)
            let model = StaffingModel(of: situation, aim: aim)
            let answer = try solved(model, goal.measure)
            var best: GoalValue?
            if answer.isFound {
                let found = situation.value(model.model.objective(at: answer.values), of: goal.measure, .down)
                let base = situation.base(of: goal, best: found)
                aim.floors.append(
                    Aim.Floor(measure: goal.measure, least: situation.floor(of: goal, best: found, base: base)))
                best = found
            }
            goals.append(Outcome(goal: goal, best: best, prices: model.prices(answer.rowPrices)))
            if best == nil { break }
        }
        // What was not come to keeps its place, so that it is said.
        goals += situation.goals.dropFirst(goals.count).map { Outcome(goal: $0, best: nil, prices: .none) }
        aim.objective = .money
        model = StaffingModel(of: situation, aim: aim)
        answer = try solved(model, nil)
        stop = stops.max()
    }
}
