// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension Form<[Goal]> {
    /// `[coverage within 1%, calm, margin]`, each at most once.
    static var goals: Form<[Goal]> {
        let one = Form<Goal>.word(.goal) { text, _ throws(Problem) in try text.goal() }
        return Form(shape: .list(one.shape, isTall: false)) { node, reading in
            let goals = Form.list(one).read(node, reading)
            guard let goals, case .list(let nodes) = node.content, goals.count == nodes.count else { return nil }
            var seen: Set<Goal.Measure> = []
            for (goal, node) in zip(goals, nodes) where !seen.insert(goal.measure).inserted {
                reading.report(.goalTwice(goal.measure.rawValue), at: node.place)
            }
            return goals
        }
    }
}

extension Excerpt {
    /// `coverage`, `coverage within 1%`
    fileprivate func goal() throws(Problem) -> Goal {
        let (name, tolerance) = cut(at: " within ") ?? (self, .written("0%"))
        guard let measure = Goal.Measure(rawValue: name.text), Goal.Measure.chosen.contains(measure) else {
            throw name.fault(.unknownWord(name.text, of: "a goal", known: Goal.Measure.chosen.map(\.rawValue)))
        }
        return Goal(measure, within: try tolerance.share(most: 100, as: .goal))
    }
}

extension Goal {
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
