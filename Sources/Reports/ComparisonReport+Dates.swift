// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Outlook
import Planning
package import Staffing
package import WhatIf

extension ComparisonReport {
    /// A date of a project or a milestone in each scenario; nil where the scenario does not have it.
    package struct DateRow {
        package let subject: Delivery.Subject
        package let deliveries: [Delivery?]

        package var dueDates: [Day?] { deliveries.compactMap(\.self).map(\.due).uniqued() }
        /// Whether a planner should look at it: it differs, or somewhere it is late or its work is not all done.
        package var isWorthSaying: Bool {
            let first = deliveries.first ?? nil
            return deliveries.contains { $0?.ends != first?.ends || $0?.due != first?.due }
                || deliveries.contains { $0.map { $0.due != nil && ($0.isLate || !$0.short.isDust) } ?? false }
        }
    }

    /// Each project with its milestones, in the order of the base's files, then what other scenarios have besides.
    package var dateRows: [DateRow] {
        let all = comparison.cases.map(\.deliveries)
        let subjects = all.flatMap { $0.map(\.subject) }.uniqued()
        return subjects.map(\.project).uniqued().flatMap { project in
            subjects.filter { $0.project == project }.map { subject in
                DateRow(subject: subject, deliveries: all.map { list in list.first { $0.subject == subject } })
            }
        }
    }

    /// The last working day of each project and milestone that differs or is in danger.
    func dates(_ style: Style) -> [String] {
        let rows = dateRows
        let worth = rows.filter(\.isWorthSaying)
        let projects = Set(worth.map(\.subject.project))
        // A milestone stands below its project.
        let shown = rows.filter { row in
            row.isWorthSaying
                || (row.subject == .project(row.subject.project) && projects.contains(row.subject.project))
        }
        let kept = rows.count { !$0.isWorthSaying && $0.dueDates != [nil] }
        let rest = kept == 0 ? [] : ["  \(kept) other \(kept == 1 ? "date is" : "dates are") kept in all of them."]
        guard !shown.isEmpty else { return rest.isEmpty ? [] : [style.heading("Last working days")] + rest }
        return [style.heading("Last working days")]
            + blocks(style) { variants in
                let columns =
                    [0]
                    + variants.compactMap { variant in
                        comparison.cases.firstIndex { $0.label == variant.result.label }
                    }
                var table = TextTable(
                    [.text("", .cut(floor: 12)), .text("due")] + columns.map { .text(head(comparison.cases[$0])) })
                for row in shown {
                    let due = row.dueDates
                    table.add(
                        [.init(title(row.subject)), .init(due.count > 1 ? "differs" : due.first??.description ?? "")]
                            + columns.map { cell(row.deliveries[$0]) })
                }
                return table
            } + rest.map { style.paint($0, .quiet) }
    }

    private func cell(_ delivery: Delivery?) -> TextTable.Cell {
        guard let delivery else { return "--" }
        if delivery.isLate { return .init("\(delivery.ends) late", .bad) }
        if delivery.due != nil, !delivery.short.isDust { return .init("\(delivery.ends) short", .warning) }
        return .init(delivery.ends.description)
    }

    private func title(_ subject: Delivery.Subject) -> String {
        switch subject {
        case .project(let project): project.text
        case .milestone(_, _, let name): "  \(name)"
        }
    }
}
