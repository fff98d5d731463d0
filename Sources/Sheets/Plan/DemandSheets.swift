// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Outlook
import Planning
import Staffing
import Verification

/// Capacity against what is booked and asked for: week by week, and by skill.
struct DemandSheets {
    static let headRows = 3

    let grid: StaffGrid
    private let planned: PlannedFirm
    private let forecast: Forecast
    private let bench: [Hours]
    private let overtime: [Hours]

    init(of planned: PlannedFirm, _ grid: StaffGrid) {
        self.planned = planned
        self.grid = grid
        forecast = Forecast(of: planned, by: .skill, per: .week)
        let situation = planned.situation
        func sums(_ part: (_ plannable: Hours, _ load: Hours) -> Hours) -> [Hours] {
            (0..<grid.weekCount).map { week in
                situation.firm.people.indices.reduce(.zero) {
                    $0 + part(situation.capacity[$1, week].plannable, grid.load[$1][week])
                }
            }
        }
        bench = sums { max(.zero, $0 - $1) }
        overtime = sums { max(.zero, $1 - $0) }
    }

    // MARK: By week

    private static let weekHeads = [
        "Week", "Monday", "Capacity", "Booked", "Load", "Bench", "Overtime", "Asked, won", "Asked, weighted",
        "Asked, all",
    ]

    /// Cells of the sheet of weeks, by its column.
    func weeks(_ column: Int) -> Area {
        Area(
            rows: DemandSheets.headRows...DemandSheets.headRows + grid.weekCount - 1, columns: column...column)
    }

    func weeksSheet() -> Sheet {
        let rows = grid.firm.horizon.weeks.enumerated().map { index, week -> Row in
            let cell = forecast.total.cells[index]
            let row = DemandSheets.headRows + index
            let there = Place(StaffGrid.headRows, StaffGrid.column(ofWeek: index)).name
            return Row(cells: [
                .text(week.description), .date(week.monday), .hours("Capacity!\(there)", cell.effective),
                .hours("Booked!\(there)", cell.load),
                .ratio(Place(row, 3).name, of: Place(row, 2).name, cell.utilisation), .hours(bench[index]),
                .hours(overtime[index]), .hours(cell.confirmed), .hours(cell.weighted), .hours(cell.exposure),
            ])
        }
        let note =
            "Hours. Bench: plannable and not booked, overtime: booked beyond what is plannable (capacity less time inside "
            + "the firm), person by person."
        var sheet = Sheet(
            "Weeks", heads("Weeks", note, DemandSheets.weekHeads, texts: 2) + rows)
        sheet.columns = [.init(0...1, 12), .init(2...6, 11), .init(7...9, 16)]
        sheet.frozen = .init(rows: DemandSheets.headRows, columns: 2)
        return sheet
    }

    // MARK: By skill

    private static let skillHeads = [
        "Skill", "Plannable", "Booked", "Asked, won", "Asked, weighted", "Asked, all", "Surplus, weighted",
    ]

    /// Skills with most asked for first; ties in the order of the files.
    private var skills: [Forecast.Row] {
        forecast.rows.enumerated().sorted {
            ($1.element.sum.weighted, $0.offset) < ($0.element.sum.weighted, $1.offset)
        }.map(\.element)
    }

    /// How many skills the chart shows.
    var charted: Int { min(12, forecast.rows.count) }

    /// Cells of the skills that the chart shows, by column of their sheet.
    func skills(_ column: Int) -> Area {
        Area(
            rows: DemandSheets.headRows...DemandSheets.headRows + max(1, charted) - 1, columns: column...column)
    }

    func skillsSheet() -> Sheet {
        let rows = skills.enumerated().map { index, skill -> Row in
            let sum = skill.sum
            let row = DemandSheets.headRows + index
            return Row(cells: [
                .text(skill.key.description), .hours(sum.plannable), .hours(sum.load), .hours(sum.confirmed),
                .hours(sum.weighted), .hours(sum.exposure),
                .hours("\(Place(row, 1).name)-\(Place(row, 4).name)", sum.surplus(.weighted)),
            ])
        }
        let note =
            "Hours. Whoever has several skills stands in the row of each, and so does work that asks for several: rows "
            + "overlap and do not add up."
        var sheet = Sheet("Skills", heads("Skills", note, DemandSheets.skillHeads, texts: 1) + rows)
        sheet.columns = [.init(0...0, 24), .init(1...2, 12), .init(3...6, 17)]
        sheet.frozen = .init(rows: DemandSheets.headRows, columns: 1)
        return sheet
    }

    private func heads(_ title: String, _ note: String, _ heads: [String], texts: Int) -> [Row] {
        [
            Row(cells: [.text(title, .title)], height: 24), Row(cells: [.text(note, .quiet)]),
            Row(
                cells: heads.enumerated().map { .text($0.element, $0.offset < texts ? .heading : .headingRight) },
                height: 18),
        ]
    }
}
