// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Staffing
import Verification

extension PlanReview {
    /// Projects whose planned work, at its bill rates and as if won, comes to more than their budget: what the client
    /// has agreed to pay. Work outside the horizon is not counted.
    func overBudgets() -> [Alert] {
        reviewed { project, earnings in
            guard let budget = project.budget, earnings.revenue > budget else { return nil }
            return (.overBudget(project.id, revenue: earnings.revenue, budget: budget), .warning)
        }
    }

    /// Projects whose margin, (revenue − cost) / revenue, is below the policy's; a loss where cost is above revenue.
    /// A project that bills nothing has no margin to fall short of.
    func margins() -> [Alert] {
        let limit = firm.policy.alerts.margin
        return reviewed { project, earnings in
            let (revenue, margin) = (earnings.revenue, earnings.margin)
            guard revenue > .zero, margin < revenue.times(limit) else { return nil }
            return margin < .zero
                ? (.loss(project.id, revenue: revenue, margin: margin), .warning)
                : (.thinMargin(project.id, revenue: revenue, margin: margin, limit: limit), .notice)
        }
    }

    /// What a rule has to say of each project, one step milder where it is not won.
    private func reviewed(
        _ rule: (Project, Figures.Earnings) -> (cause: Alert.Cause, severity: Alert.Severity)?
    ) -> [Alert] {
        zip(firm.projects, figures.earnings).compactMap { project, earnings in
            guard let (cause, severity) = rule(project, earnings) else { return nil }
            let weeks = firm.horizon.indices(touching: project.days(within: firm.horizon))
            return Alert(
                cause, project.stage == .won ? severity : severity.milder,
                weeks.isEmpty ? situation.wholeHorizon : situation.dated(weeks))
        }
    }
}
