// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Verification

extension PlanReport {
    /// Each goal: the best that there is, what of it may be given up, and what the plan comes to; nothing where the firm
    /// goes by its sum of money.
    func goals() -> [String] {
        let stages = plan.certificate.goals
        guard !stages.isEmpty else { return [] }
        let words = GoalWords(of: planned.situation)
        var table = TextTable([
            .text("goal"), .number("best"), .number("within"), .number("limit"), .number("reached"), .number("proven"),
        ])
        for stage in stages {
            let measure = stage.goal.measure
            let tolerance = stage.goal.tolerance
            table.add([
                .init(measure.name), .init(words.text(stage.best, of: measure)),
                .init(tolerance == .zero ? "--" : words.percent(tolerance.fraction)),
                .init(words.text(words.floor(of: stage), of: measure)), .init(words.text(stage.reached, of: measure)),
                .init(stage.gap <= Certificate.roundingGap ? "best" : "to \(Numbers.gap(stage.gap))"),
            ])
        }
        let isIdle =
            stages.contains { $0.goal.measure == .calm } && !planned.situation.promises.contains { $0.origin == .kept }
        let notes =
            "Each is the best among the plans that keep the goals above it; money decides what is left open. "
            + "Pinned work and cover are decided apart and stand in no goal."
            + (isIdle ? " No bookings are to be kept, so calm asks for nothing." : "")
        return [style.heading("Goals, in their order")] + table.lines(style)
            + wrapped(notes).map { style.paint($0, .quiet) }
    }
}
