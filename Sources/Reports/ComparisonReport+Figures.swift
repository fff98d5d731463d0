// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Outlook
import Planning
import Staffing
import Verification
package import WhatIf

extension ComparisonReport {
    /// Hours, money, ratios, then alerts and what is moved; beside each figure how it differs from the base's.
    func figures(_ style: Style) -> [String] {
        [style.heading("Figures")]
            + blocks(style) { variants in
                var table = TextTable(
                    [.text(""), .number(head(base))]
                        + variants.flatMap { [.number(head($0.result)), .number("")] })
                for measure in measures {
                    table.add(
                        [.init(title(measure)), .init(text(measure, base.totals))]
                            + variants.flatMap { variant -> [TextTable.Cell] in
                                [.init(text(measure, variant.result.totals)), difference(measure, variant.result)]
                            })
                }
                for severity in Alert.Severity.allCases.reversed() {
                    let count = base.alerts.count(of: severity)
                    table.add(
                        [.init("\(severity.rawValue)s"), .init(Numbers.grouped(count))]
                            + variants.flatMap { variant -> [TextTable.Cell] in
                                let here = variant.result.alerts.count(of: severity)
                                let tone: Style.Tone? = here > count ? severity.tone : here < count ? .good : nil
                                return [.init(Numbers.grouped(here)), .init(Numbers.signed(here - count), tone)]
                            })
                }
                for (title, text) in turnover {
                    table.add([.init(title), ""] + variants.flatMap { [.init(text($0.turnover)), ""] })
                }
                return table
            }
    }

    /// What became of the base's bookings.
    private var turnover: [(title: String, text: (Turnover) -> String)] {
        [
            ("bookings moved", { Numbers.grouped($0.bookings) }), ("hours moved", { Numbers.hours($0.hours) }),
            ("bookings new", { Numbers.grouped($0.newBookings) }),
        ]
    }

    /// Those that say something of one of the scenarios.
    package var measures: [Measure] {
        let all = comparison.cases.map(\.totals)
        let priorities = Priority.allCases.filter { priority in all.contains { $0.asked(priority) > .zero } }
        return Measure.allCases.filter { measure in
            switch measure {
            case .unfilledOf(let priority): priorities.count > 1 && priorities.contains(priority)
            case .overtime, .subcontracted: all.contains { $0[measure] != .hours(.zero) }
            case .demand, .filled, .unfilled, .coverage, .revenue, .cost, .margin, .marginRatio, .worth, .capacity,
                .booked, .utilisation, .billableUtilisation, .bench:
                true
            }
        }
    }

    package func title(_ measure: Measure) -> String {
        switch measure {
        case .unfilledOf(let priority): "  \(priority.rawValue), h"
        case .demand, .filled, .unfilled, .capacity, .booked, .overtime, .subcontracted, .bench: "\(measure.name), h"
        case .revenue, .cost, .margin, .worth: "\(measure.name), \(currency.code)"
        case .coverage, .utilisation: measure.name
        case .marginRatio: "margin"
        case .billableUtilisation: "  billable"
        }
    }

    package func text(_ measure: Measure, _ totals: Totals) -> String {
        switch totals[measure] {
        case .hours(let hours): Numbers.hours(hours)
        case .money(let money): Numbers.money(money, in: currency)
        case .ratio(let ratio):
            measure == .coverage ? Numbers.percent(totals.filled, of: totals.asked) : Numbers.percent(ratio)
        }
    }

    private func difference(_ measure: Measure, _ item: Comparison.Case) -> TextTable.Cell {
        let delta = delta(measure, item)
        return .init(delta.text, delta.isGood.map { $0 ? .good : .bad })
    }

    /// How a figure differs from the base's, and whether a planner is glad of it; nil where she does not mind.
    package func delta(_ measure: Measure, _ item: Comparison.Case) -> (text: String, isGood: Bool?) {
        let text: String
        switch (base.totals[measure], item.totals[measure]) {
        case (.hours(let before), .hours(let after)): text = Numbers.signed(after - before)
        case (.money(let before), .money(let after)): text = Numbers.signed(after - before, in: currency)
        case (.ratio(let before?), .ratio(let after?)): text = Numbers.points(after - before)
        case (.ratio, _), (.hours, _), (.money, _): text = ""
        }
        let isMore = !text.hasPrefix("-")
        switch measure.wish {
        case .more: return (text, text.isEmpty ? nil : isMore)
        case .less: return (text, text.isEmpty ? nil : !isMore)
        case .neither: return (text, nil)
        }
    }
}

extension [Alert] {
    func count(of severity: Alert.Severity) -> Int { count { $0.severity == severity } }
}
