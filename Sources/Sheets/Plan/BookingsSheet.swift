// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing

/// One row for each run of weeks in which somebody has the same hours on a line, to be filtered.
struct BookingsSheet {
    static let headRows = 3
    private static let heads: [(text: String, width: Double)] = [
        ("Person", 24), ("Role", 16), ("Project", 24), ("Need", 20), ("Kind", 14), ("Project is", 13), ("From", 12),
        ("To", 12), ("Weeks", 10), ("Hours a week", 16), ("Hours", 12), ("Person's id", 16), ("Need's id", 24),
    ]
    private static let hoursColumn = 10

    let firm: Firm
    let demand: Demand
    let runs: [BookingRun]

    init(of planned: PlannedFirm) {
        firm = planned.situation.firm
        demand = planned.situation.demand
        runs = BookingRuns(of: planned).all()
    }

    func sheet() -> Sheet {
        let last = max(BookingsSheet.headRows, BookingsSheet.headRows + runs.count - 1)
        let top = top(through: last)
        var sheet = Sheet("Bookings", rowCount: BookingsSheet.headRows + runs.count) { row in
            row < BookingsSheet.headRows ? top[row] : self.row(self.runs[row - BookingsSheet.headRows])
        }
        sheet.columns = SheetTable.columns(
            BookingsSheet.heads.map(\.width), [0: firm.people.map(\.name), 2: firm.projects.map(\.name)])
        sheet.frozen = .init(rows: BookingsSheet.headRows, columns: 1)
        sheet.filter = Area(rows: BookingsSheet.headRows - 1...last, columns: 0...BookingsSheet.heads.count - 1)
        return sheet
    }

    private func top(through last: Int) -> [Row] {
        let column = BookingsSheet.hoursColumn
        let hours = Area(rows: BookingsSheet.headRows...last, columns: column...column)
        let total = runs.reduce(.zero) { $0 + $1.hours }
        var note = [Cell.text("The sum is of the rows that the filter shows.", .quiet)]
        note += (1..<column).map { _ in .blank() }
        note.append(.hours("SUBTOTAL(109,\(hours.name))", total, CellStyle.hours.strong))
        return [
            Row(cells: [.text("Bookings", .title)], height: 24), Row(cells: note),
            Row(
                cells: BookingsSheet.heads.enumerated().map { index, head in
                    .text(head.text, (8...column).contains(index) ? .filterHeading : .heading)
                }),
        ]
    }

    private func row(_ run: BookingRun) -> Row {
        let line = demand.lines[run.line]
        let project = firm.projects[line.project]
        let (id, name, role) =
            switch run.who {
            case .person(let index):
                (firm.people[index].id.text, firm.people[index].name, firm.people[index].role?.text)
            case .pool(let index): (firm.subcontractors[index].id.text, firm.subcontractors[index].name, nil)
            }
        return Row(cells: [
            .text(name), .text(role ?? ""), .text(project.name), .text(project.lines[line.line].name),
            .text(run.kind?.rawValue ?? "subcontracted"), .text(project.stage.word), .date(run.days.first),
            .date(run.days.last), .number(Double(run.weekCount), .count), .hours(run.hoursPerWeek), .hours(run.hours),
            .text(id, .id), .text(line.id.description, .id),
        ])
    }
}
