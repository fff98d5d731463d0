// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Matching
import Outlook
import Planning
import Reports
import Staffing

/// What would go wrong, the gravest first, each with its cause and a way out.
struct AlertsSection {
    let alerts: [Alert]
    let firm: Firm

    var section: Page.Section {
        Page.Section("alerts", "What would go wrong") {
            HTML("p", .class("lead"), text: CheckReport(of: alerts, in: firm).headline(.plain))
            list
        }
    }

    /// By severity, notices folded.
    var list: HTML { .list([list(.error), list(.warning), notices]) }

    private func list(_ severity: Alert.Severity) -> HTML {
        let alerts = alerts.filter { $0.severity == severity }
        return alerts.isEmpty ? .nothing : HTML("ul", [.class("alerts")], alerts.map(item))
    }

    /// Folded: nobody need act on them.
    private var notices: HTML {
        let notices = alerts.filter { $0.severity == .notice }
        guard !notices.isEmpty else { return .nothing }
        return HTML("details") {
            HTML("summary", text: notices.count == 1 ? "1 notice" : "\(notices.count) notices")
            HTML("ul", [.class("alerts")], notices.map(item))
        }
    }

    private func item(_ alert: Alert) -> HTML {
        let words = alert.words(in: firm)
        return HTML("li", .class("alert \(alert.severity.rawValue)")) {
            HTML("span", .class("tag"), text: alert.severity.rawValue)
            HTML("p") { words.message }
            HTML("p", .class("way")) {
                HTML("span", .init("aria-hidden", "true"), text: "→ ")
                words.advice
            }
        }
    }
}

/// What nobody does, the most first, and why.
struct UnfilledSection {
    let planned: PlannedFirm

    var section: Page.Section {
        let rows = PlanReport(of: planned, style: .plain).unfilledRows()
        return Page.Section("unfilled", "Unfilled demand") {
            if !rows.isEmpty { table(rows).html }
        }
    }

    private func table(_ rows: [PlanReport.UnfilledRow]) -> PlainTable {
        var table = PlainTable(
            "Hours that nobody does", [.text("line"), .text("weeks"), .number("short, h"), .text("why")])
        for row in rows {
            table.add([
                .init(row.line.description), .init(row.weeks), .init(Numbers.hours(row.hours), .warn), .init(row.why),
            ])
        }
        let total = rows.reduce(.zero) { $0 + $1.hours }
        table.addTotal(["together", "", .init(Numbers.hours(total)), ""])
        return table
    }
}

/// Who has a fifth of their time and more without work.
struct BenchSection {
    let bench: [BenchEntry]
    let firm: Firm

    var section: Page.Section {
        Page.Section("bench", "On the bench") { if !bench.isEmpty { table.html } }
    }

    private var table: PlainTable {
        var table = PlainTable(
            "A fifth of their time and more without work, for two weeks and more",
            [
                .text("person"), .text("role"), .text("from"), .text("until"), .number("h a week"), .text("last on"),
                .text("skills"),
            ])
        for entry in bench {
            table.add(entry.words(in: firm).map { .init($0) })
        }
        return table
    }
}
