// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Matching
import Outlook
public import Planning
import Reports
import Staffing
import Verification

/// A plan as a page: what it comes to, who is full, where it falls short.
public struct PlanPage: Sendable {
    let planned: PlannedFirm
    let grouping: HeatMap.Grouping
    let money: MoneyStatement?

    /// - Parameters:
    ///   - grouping: how people are grouped.
    ///   - money: what the accounts say; nil leaves it out.
    public init(of planned: PlannedFirm, by grouping: HeatMap.Grouping, money: MoneyStatement? = nil) {
        self.planned = planned
        self.grouping = grouping
        self.money = money
    }

    var firm: Firm { planned.situation.firm }
    var plan: Plan { planned.plan }

    public var page: Page {
        Page(
            title: firm.name, subtitle: "\(firm.horizon.firstWeek) … \(firm.horizon.lastWeek)",
            lead: .list([HTML("p", .class("lead"), text: report.verdict()), tiles]),
            sections: [
                HeatMap(of: planned, by: grouping).section, Timeline(of: planned).section, capacity(.skill),
                capacity(.role),
                UnfilledSection(planned: planned).section,
                AlertsSection(alerts: alerts(for: planned), firm: firm).section,
                BenchSection(bench: bench(of: planned), firm: firm).section,
            ] + (money?.sections ?? []) + [certificate])
    }

    var report: PlanReport { PlanReport(of: planned, style: .plain) }

    private func capacity(_ grouping: Forecast.Grouping) -> Page.Section {
        let months = firm.horizon.weekCount > 16
        return CapacityCharts(
            of: Forecast(of: planned, by: grouping, per: months ? .month : .week), in: firm, against: .weighted
        ).section
    }

    private var tiles: HTML {
        HTML("dl", .class("tiles")) {
            for fact in report.facts() {
                HTML("div") {
                    HTML("dt", text: fact.name)
                    HTML("dd") {
                        fact.value
                        if !fact.unit.isEmpty { HTML("small", text: " \(fact.unit)") }
                    }
                }
            }
        }
    }
}
