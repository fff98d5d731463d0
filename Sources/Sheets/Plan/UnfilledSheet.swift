// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Reports
import Staffing
import Verification

/// Demand that stays unmet, by line, reason and week.
struct UnfilledSheet {
    private static let headRows = 3
    private static let heads: [(text: String, width: Double)] = [
        ("Project", 26), ("Need", 20), ("Week", 11), ("Monday", 12), ("Short h", 11), ("Why", 52), ("Nearest", 22),
        ("Need's id", 24),
    ]
    private static let hoursColumn = 4

    private let planned: PlannedFirm
    private let projects: [Identifier<Project>: Int]
    private let people: [Identifier<Person>: Int]

    init(of planned: PlannedFirm) {
        self.planned = planned
        projects = positions(planned.situation.firm.projects.map(\.id))
        people = positions(planned.situation.firm.people.map(\.id))
    }

    private var firm: Firm { planned.situation.firm }

    func sheet() -> Sheet {
        // What rounding leaves over is worth nobody's attention.
        let short = planned.plan.unfilled.flatMap { item in
            item.weeks.filter { !$0.hours.isDust }.map { (item, $0) }
        }
        let rows = short.map(row)
        var sheet = Sheet("Unfilled", top(rows.count, short.map(\.1).total) + rows)
        sheet.columns = SheetTable.columns(UnfilledSheet.heads.map(\.width), [0: firm.projects.map(\.name)])
        sheet.frozen = .init(rows: UnfilledSheet.headRows, columns: 1)
        sheet.filter = Area(
            rows: UnfilledSheet.headRows - 1...UnfilledSheet.headRows - 1 + max(1, rows.count),
            columns: 0...UnfilledSheet.heads.count - 1)
        return sheet
    }

    private func top(_ count: Int, _ total: Hours) -> [Row] {
        let column = UnfilledSheet.hoursColumn
        let first = UnfilledSheet.headRows
        let hours = Area(rows: first...first + max(0, count - 1), columns: column...column)
        var note = [Cell.text("The sum is of the rows that the filter shows.", .quiet)]
        note += (1..<column).map { _ in .blank() }
        note.append(.hours("SUBTOTAL(109,\(hours.name))", total, CellStyle.hours.strong))
        return [
            Row(cells: [.text("Unfilled demand", .title)], height: 24), Row(cells: note),
            Row(
                cells: UnfilledSheet.heads.enumerated().map { index, head in
                    .text(head.text, index == column ? .filterHeading : .heading)
                }),
        ]
    }

    private func row(_ item: Unfilled, _ week: WeekHours) -> Row {
        let project = projects[item.line.project].map { firm.projects[$0] }
        let need = project?.lines.first { $0.id == item.line.line }
        let nearest = item.nearest.flatMap { people[$0] }.map { firm.people[$0] }
        return Row(cells: [
            .text(project?.name ?? item.line.project.text), .text(need?.name ?? item.line.line.text),
            .text(week.week.description), .date(week.week.monday), .hours(week.hours), .text(item.reason.words),
            .text(nearest?.name ?? ""), .text(item.line.description, .id),
        ])
    }
}
