// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension Form<[PlanGoal]> {
    /// `[coverage within 1%, calm, margin]`, each at most once.
    static var goals: Form<[PlanGoal]> {
        let one = Form<PlanGoal>.word(.goal) { text, _ throws(Problem) in try text.goal() }
        return Form(shape: .list(one.shape, isTall: false)) { node, reading in
            let goals = Form.list(one).read(node, reading)
            guard let goals, case .list(let nodes) = node.content, goals.count == nodes.count else { return nil }
            var seen: Set<PlanGoal.Measure> = []
            for (goal, node) in zip(goals, nodes) where !seen.insert(goal.measure).inserted {
                reading.report(.goalTwice(goal.measure.rawValue), at: node.place)
            }
            return goals
        }
    }
}

extension Excerpt {
    /// `coverage`, `coverage within 1%`
    fileprivate func goal() throws(Problem) -> PlanGoal {
        let (name, tolerance) = cut(at: " within ") ?? (self, .written("0%"))
        guard let measure = PlanGoal.Measure(rawValue: name.text), PlanGoal.Measure.chosen.contains(measure) else {
            throw name.fault(.unknownWord(name.text, of: "a goal", known: PlanGoal.Measure.chosen.map(\.rawValue)))
        }
        return PlanGoal(measure, within: try tolerance.share(most: 100, as: .goal))
    }
}

extension PlanGoal {
    /// A goal as files say it: `coverage`, `margin within 2%`; nil where it is none.
    public init?(_ text: String) {
        do {
            self = try Excerpt.written(text).goal()
        } catch {
            return nil
        }
    }

    /// As files say it.
    public var text: String { tolerance == .zero ? measure.rawValue : "\(measure.rawValue) within \(tolerance.text)" }
}
