// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Outlook
import Planning
import Staffing
import Verification
import WhatIf

extension ComparisonReport {
    /// At most so many bookings of a scenario are listed.
    private static let most = 8

    /// What is new and gone in a scenario, and who moves; nothing where nothing changes.
    func changes(_ variant: Comparison.Variant, _ style: Style) -> [String] {
        let lines = alerts(variant, style) + bookings(variant, style)
        let name = variant.result.firm.name.printable.cut(to: style.width - head(variant.result).columns - 2)
        return [style.heading("\(head(variant.result)): \(name)")]
            + (lines.isEmpty ? ["  The plan and its alerts are as before."] : lines)
    }

    private func alerts(_ variant: Comparison.Variant, _ style: Style) -> [String] {
        var table = TextTable([.text(""), .text(""), .text("", .wrap(floor: 30))])
        var left: [String] = []
        func add(_ word: String, _ alerts: [Alert], of firm: Firm, atMost most: Int, _ tone: Style.Tone?) {
            let grave = alerts.filter { $0.severity > .notice }
            for alert in grave.prefix(most) {
                table.add([
                    .init(word, tone ?? alert.severity.tone), .init(alert.severity.rawValue),
                    .init(alert.words(in: firm).message),
                ])
            }
            let notices = alerts.count - grave.count
            if grave.count > most { left.append("\(grave.count - most) more \(word)") }
            if notices > 0 { left.append("\(count(notices, "\(word) notice"))") }
        }
        add("new", variant.newAlerts, of: variant.result.firm, atMost: 6, nil)
        add("gone", variant.goneAlerts, of: base.firm, atMost: 4, .good)
        return table.lines(style) + (left.isEmpty ? [] : [rest(left, style)])
    }

    private func bookings(_ variant: Comparison.Variant, _ style: Style) -> [String] {
        let moved = variant.difference.bookings.filter { !$0.weeks.isDust }
        guard !moved.isEmpty else { return [] }
        let words = DifferenceWords([base.firm, variant.result.firm])
        func size(_ index: Int) -> Hours { moved[index].weeks.lost + moved[index].weeks.gained }
        let order = moved.indices.sorted { (size($1), $0) < (size($0), $1) }.prefix(Self.most)
        var lines = order.flatMap { index -> [String] in
            let text = words.sentence(moved[index]).printable.wrapped(to: style.width - 4)
            return text.enumerated().map { ($0.offset == 0 ? "  " : "    ") + $0.element }
        }
        if moved.count > order.count {
            lines.append(rest(["\(count(moved.count - order.count, "more booking")) changed"], style))
        }
        return lines
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(Numbers.grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    private func rest(_ parts: [String], _ style: Style) -> String {
        style.paint("  and " + parts.joined(separator: ", "), .quiet)
    }

    /// What a reader must know to set the columns side by side.
    func notes(_ style: Style) -> [String] {
        noteTexts.flatMap { $0.printable.wrapped(to: style.width) }.map { style.paint($0, .quiet) }
    }

    /// What is to be known of the figures.
    package var noteTexts: [String] {
        var notes: [String] = []
        if comparison.cases.contains(where: { !$0.proposed.isEmpty }) {
            switch comparison.basis {
            case .confirmed: notes.append("Money counts won work alone.")
            case .weighted: notes.append("Money weighs proposals by their chance.")
            case .exposure: notes.append("Money counts proposals as if they were won.")
            }
        }
        for item in comparison.variants.map(\.result) {
            if item.firm.horizon != base.firm.horizon {
                notes.append(
                    "'\(item.label)' covers \(item.firm.horizon.span), '\(base.label)' \(base.firm.horizon.span): "
                        + "their sums are not of the same time.")
            }
            if item.proposed != base.proposed {
                notes.append(
                    "Proposed work differs: '\(item.label)' has \(list(item.proposed)), "
                        + "'\(base.label)' \(list(base.proposed)).")
            }
        }
        for item in comparison.cases where item.planned.plan.certificate.status != .optimal {
            notes.append(
                "The plan of '\(item.label)' is within \(Numbers.gap(item.planned.plan.certificate.gap)) of the best "
                    + "possible: a difference below that may be the search's.")
        }
        return notes
    }

    private func list(_ projects: [Identifier<Project>]) -> String {
        projects.isEmpty ? "none" : projects.map(\.text).joined(separator: ", ")
    }
}

extension Comparison.Case {
    /// Projects that count as proposed.
    fileprivate var proposed: [Identifier<Project>] {
        guard firm.policy.tentative != .out else { return [] }
        return firm.projects.filter { if case .proposed = $0.stage { true } else { false } }.map(\.id)
    }
}

extension Horizon {
    fileprivate var span: String { "\(firstWeek) … \(lastWeek)" }
}
