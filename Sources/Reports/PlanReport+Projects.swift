// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Staffing
import Verification

extension PlanReport {
    /// Each project as if it were won: hours, revenue, cost, margin.
    func projects() -> [String] {
        var table = TextTable([
            .text("project", .cut(floor: 16)), .text("stage"), .number("asked"), .number("filled"), .number("revenue"),
            .number("cost"), .number("margin"), .number(""),
        ])
        for (index, project) in firm.projects.enumerated() {
            let coverage = figures.projects[index]
            let earnings = figures.earnings[index]
            let isLoss = earnings.margin < .zero
            table.add([
                .init(project.name), .init(stage(of: project)), .init(Numbers.hours(coverage.asked)),
                .init(Numbers.percent(coverage), coverage.unfilled.isDust ? nil : .warning),
                .init(Numbers.money(earnings.revenue, in: firm.currency)),
                .init(Numbers.money(earnings.cost, in: firm.currency)),
                .init(Numbers.money(earnings.margin, in: firm.currency), isLoss ? .bad : nil),
                .init(Numbers.percent(earnings.marginRatio), isLoss ? .bad : nil),
            ])
        }
        var totals = TextTable([.text(""), .number("revenue"), .number("cost"), .number("margin"), .number("")])
        for basis in Figures.Basis.allCases {
            let earnings = figures.earnings(basis)
            totals.add([
                .init(basis.rawValue), .init(Numbers.money(earnings.revenue, in: firm.currency)),
                .init(Numbers.money(earnings.cost, in: firm.currency)),
                .init(Numbers.money(earnings.margin, in: firm.currency)), .init(Numbers.percent(earnings.marginRatio)),
            ])
        }
        let sum = Numbers.money(figures.earnings(.weighted).penalties, in: firm.currency)
        let penalties = figures.penalties > .zero ? ", and \(sum) \(firm.currency.code) penalties" : ""
        let marginal =
            "Of the cost, \(Numbers.money(figures.marginalCost, in: firm.currency)) \(firm.currency.code) is overtime and "
            + "subcontracting\(penalties); the rest is salaries that are paid in any case."
        return [style.heading("Projects, in \(firm.currency.code)")] + table.lines(style) + [""]
            + totals.lines(style) + [""] + wrapped(marginal)
    }

    private func stage(of project: Project) -> String {
        switch project.stage {
        case .won: "won"
        case .lost: "lost"
        case .proposed(let chance): Numbers.percent(chance)
        }
    }
}
