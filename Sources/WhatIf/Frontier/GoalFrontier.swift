// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming
import Matching
public import Planning
public import Staffing
public import Verification

/// What giving up some of one goal brings of another: plans from the best by the one to the best by the other, none of
/// which is worse by both than another of them.
///
/// Each point is a whole plan by goals, first the one within a tolerance and then the other, with a proof of both
/// (the ε-constraint method: Haimes, Lasdon and Wismer 1971). The tolerances are alike parts of what there is to give up.
public struct GoalFrontier: Sendable {
    public struct Point: Sendable {
        /// What is given up of the first goal, as a part of its best, or of what balance is measured against.
        public let given: Double
        public let first: GoalValue
        public let second: GoalValue
        public let planned: PlannedFirm
        public let totals: Totals
        /// How much more of the second goal there could be at most, as a part of it.
        public let gap: Double
    }

    /// A goal that a curve can be drawn for: calm needs bookings to keep, which a comparison has not.
    public static let measures: [PlanGoal.Measure] = [.coverage, .margin, .balance]

    public let first: PlanGoal.Measure
    public let second: PlanGoal.Measure
    /// From the least of the first goal, which is the most of the second, to the most of the first.
    public let points: [Point]

    /// - Parameter steps: parts in which what there is to give up is given up.
    public init(
        _ first: PlanGoal.Measure, _ second: PlanGoal.Measure, of firm: Firm, _ basis: Figures.Basis, steps: Int = 8,
        options: Options = Options(), onProgress: ProgressReceiver? = nil
    ) throws {
        func planned(_ goals: [PlanGoal], from base: PlannedFirm?) throws -> PlannedFirm {
            var firm = firm
            firm.policy.goals = goals
            return try makePlan(for: firm, with: options, from: base, onProgress: onProgress)
        }
        let most = try planned([PlanGoal(first), PlanGoal(second)], from: nil)
        let least = try planned([PlanGoal(second), PlanGoal(first)], from: most)
        let (best, base, _) = try most.stage(first)
        let span = most.situation.major(best) - most.situation.major(try least.stage(first).reached)
        let whole = abs(most.situation.major(base))
        func point(_ planned: PlannedFirm) throws -> Point {
            let (own, other) = (try planned.stage(first).reached, try planned.stage(second).reached)
            return Point(
                given: whole == 0
                    ? 0 : max(0, most.situation.major(best) - most.situation.major(own)) / whole,
                first: own, second: other, planned: planned, totals: Totals(of: planned, basis),
                gap: planned.plan.certificate.goals.map(\.gap).max() ?? 0)
        }
        var points = [try point(least)]
        var before = least
        for step in (1..<max(1, steps)).reversed() where span > 0 && whole > 0 {
            let tolerance = Share(millionths: Int(1_000_000 * span / whole * Double(step) / Double(steps)))
            before = try planned([PlanGoal(first, within: tolerance), PlanGoal(second)], from: before)
            points.append(try point(before))
        }
        points.append(try point(most))
        self.first = first
        self.second = second
        self.points = GoalFrontier.undominated(points)
    }

    /// What a hundredth more of the first goal costs of the second, from a point to the next one: a hundredth of its best,
    /// or of what balance is measured against; nil for the last point. In minor units or in seconds.
    public func price(after index: Int) -> Double? {
        guard points.indices.contains(index + 1) else { return nil }
        let (here, next) = (points[index], points[index + 1])
        let won = here.given - next.given
        return won > 0 ? Double(here.second.smallest - next.second.smallest) / won / 100 : nil
    }

    /// Without points that another one is as good as by the one goal and better than by the other. Less than what rounding
    /// explains is no difference.
    private static func undominated(_ points: [Point]) -> [Point] {
        points.enumerated().reduce(into: []) { kept, item in
            guard let last = kept.last else { return kept.append(item.element) }
            let point = item.element
            if !point.first.isMore(than: last.first) {
                // As much of the first goal: the one with more of the second stays.
                if point.second.isMore(than: last.second) { kept[kept.count - 1] = point }
            } else if !last.second.isMore(than: point.second) {
                kept[kept.count - 1] = point
            } else {
                kept.append(point)
            }
        }
    }
}

extension GoalValue {
    /// By more than rounding to whole seconds explains.
    fileprivate func isMore(than other: GoalValue) -> Bool {
        Double(smallest - other.smallest) > 60 + 1e-5 * max(abs(Double(smallest)), abs(Double(other.smallest)))
    }
}

extension PlannedFirm {
    fileprivate func stage(_ measure: PlanGoal.Measure) throws -> (best: GoalValue, base: GoalValue, reached: GoalValue)
    {
        guard let stage = plan.certificate.goals.first(where: { $0.goal.measure == measure }) else {
            preconditionFailure("a plan by goals says what it comes to by each")
        }
        return (stage.best, stage.base, stage.reached)
    }
}
