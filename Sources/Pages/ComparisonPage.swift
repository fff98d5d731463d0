// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Matching
import Outlook
import Planning
import Reports
import Staffing
import Verification
public import WhatIf

/// What-ifs beside their base, as a page: what changes, why, and what it takes.
public struct ComparisonPage: Sendable {
    private let comparison: Comparison
    private let report: ComparisonReport

    public init(of comparison: Comparison) {
        self.comparison = comparison
        report = ComparisonReport(of: comparison)
    }

    private var base: Comparison.Case { comparison.base }
    private var currency: Currency { base.firm.currency }

    public var page: Page {
        let count = comparison.variants.count
        return Page(
            title: count == 1 ? "A what-if beside its base" : "\(count) what-ifs beside their base",
            subtitle: "\(base.firm.horizon.firstWeek) … \(base.firm.horizon.lastWeek)",
            lead: HTML("dl", .class("cases")) {
                for item in comparison.cases {
                    HTML("div") {
                        HTML("dt", text: item.label)
                        HTML("dd", text: item.firm.name)
                    }
                }
            },
            sections: [deltas, figures, attributions, frontiers, dates, alerts] + timelines + [notes])
    }

    /// What matters most first: by how much each what-if is better or worse.
    private var deltas: Page.Section {
        let measures: [Measure] = [.unfilled, .revenue, .cost, .margin, .worth, .utilisation]
        return Page.Section("deltas", "What changes") {
            for variant in comparison.variants {
                HTML("h3", text: variant.result.label)
                HTML("dl", .class("tiles")) {
                    for measure in measures {
                        let cell = report.delta(measure, variant.result)
                        HTML("div") {
                            HTML("dt", text: report.title(measure))
                            HTML("dd", tone(cell.isGood), [.text(words(cell.text, measure))])
                        }
                    }
                    HTML("div") {
                        HTML("dt", text: "bookings moved")
                        HTML("dd", text: Numbers.grouped(variant.turnover.bookings))
                    }
                }
            }
        }
    }

    private func words(_ delta: String, _ measure: Measure) -> String {
        guard !delta.isEmpty else { return "as before" }
        if case .ratio = base.totals[measure] { return delta + " points" }
        return delta
    }

    private func tone(_ isGood: Bool?) -> [HTML.Attribute] { isGood.map { [.class($0 ? "good" : "bad")] } ?? [] }

    private var figures: Page.Section {
        var table = PlainTable(
            "All figures",
            [.text(""), .number(base.label)]
                + comparison.variants.flatMap { [.number($0.result.label), .number("±")] }, isNarrow: true)
        for measure in report.measures {
            table.add(
                [.init(report.title(measure)), .init(report.text(measure, base.totals))]
                    + comparison.variants.flatMap { variant -> [PlainTable.Cell] in
                        let delta = report.delta(measure, variant.result)
                        return [
                            .init(report.text(measure, variant.result.totals)),
                            .init(delta.text, delta.isGood.map { $0 ? .good : .bad }),
                        ]
                    })
        }
        for severity in Alert.Severity.allCases.reversed() {
            let count = base.alerts.count { $0.severity == severity }
            table.add(
                [.init("\(severity.rawValue)s"), .init(Numbers.grouped(count))]
                    + comparison.variants.flatMap { variant -> [PlainTable.Cell] in
                        let here = variant.result.alerts.count { $0.severity == severity }
                        return [
                            .init(Numbers.grouped(here)),
                            .init(Numbers.signed(here - count), here == count ? nil : here < count ? .good : .bad),
                        ]
                    })
        }
        return Page.Section("figures", "Side by side", table.html)
    }

    private var attributions: Page.Section {
        Page.Section("attribution", "What each change brings") {
            for variant in comparison.variants {
                if let attribution = variant.attribution {
                    Waterfall(
                        title: "\(variant.result.label): from \(base.label) to it, worth in \(currency.code)",
                        start: (base.label, base.totals.worth),
                        steps: attribution.items.map {
                            ($0.sentences.joined(separator: "; "), $0.share.worth)
                        },
                        end: (variant.result.label, variant.result.totals.worth), currency: currency
                    ).html
                    HTML("p", .class("note"), text: report.note(attribution))
                    attributionTable(attribution).html
                }
            }
        }
    }

    private func attributionTable(_ attribution: Attribution) -> PlainTable {
        var table = PlainTable(
            "In \(currency.code)",
            [
                .text("change"), .number("unfilled, h"), .number("revenue"), .number("cost"), .number("margin"),
                .number("worth"),
            ])
        func cells(_ totals: Totals) -> [PlainTable.Cell] {
            [
                .init(Numbers.change(totals.asked - totals.filled)),
                .init(Numbers.change(totals.revenue, in: currency)),
                .init(Numbers.change(totals.cost, in: currency)),
                .init(Numbers.change(totals.revenue - totals.cost, in: currency)),
                .init(Numbers.change(totals.worth, in: currency)),
            ]
        }
        for item in attribution.items { table.add([.init(item.sentences.joined(separator: "; "))] + cells(item.share)) }
        if attribution.items.count > 1 { table.addTotal(["all together"] + cells(attribution.total)) }
        return table
    }

    private var frontiers: Page.Section {
        Page.Section("frontier", "What moving more brings") {
            for variant in comparison.variants {
                if let frontier = variant.frontier {
                    FrontierChart(
                        title: "\(variant.result.label): worth in \(currency.code) by hours moved", frontier: frontier,
                        currency: currency
                    ).html
                }
            }
        }
    }

    private var dates: Page.Section {
        let rows = report.dateRows.filter(\.isWorthSaying)
        guard !rows.isEmpty else { return Page.Section("dates", "", .nothing) }
        var table = PlainTable(
            "Last working days that differ or are in danger",
            [.text(""), .text("due")] + comparison.cases.map { .text($0.label) })
        for row in rows {
            let due = row.dueDates
            table.add(
                [.init(name(row.subject)), .init(due.count > 1 ? "differs" : due.first??.description ?? "")]
                    + row.deliveries.map(cell))
        }
        return Page.Section("dates", "Dates", table.html)
    }

    private func name(_ subject: Delivery.Subject) -> String {
        switch subject {
        case .project(let project): project.text
        case .milestone(let project, _, let name): "\(project): \(name)"
        }
    }

    private func cell(_ delivery: Delivery?) -> PlainTable.Cell {
        guard let delivery else { return "--" }
        if delivery.isLate { return .init("\(delivery.ends) late", .bad) }
        if delivery.due != nil, !delivery.short.isDust { return .init("\(delivery.ends) short", .warn) }
        return .init(delivery.ends.description)
    }

    private var alerts: Page.Section {
        Page.Section("alerts", "New and gone alerts") {
            for variant in comparison.variants where !(variant.newAlerts.isEmpty && variant.goneAlerts.isEmpty) {
                HTML("h3", text: variant.result.label)
                HTML("p", text: "\(variant.newAlerts.count) new, \(variant.goneAlerts.count) gone.")
                AlertsSection(alerts: variant.newAlerts, firm: variant.result.firm).list
            }
        }
    }

    private var timelines: [Page.Section] {
        guard comparison.variants.count == 1, let variant = comparison.variants.first else { return [] }
        return [Timeline(of: variant.result.planned, against: base.planned).section]
    }

    private var notes: Page.Section {
        Page.Section("notes", "Notes") { report.noteTexts.map { HTML("p", text: $0) } }
    }
}
