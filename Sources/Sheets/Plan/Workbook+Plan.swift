// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
import Staffing

extension Workbook {
    /// A plan as a workbook: summary with charts, load, booked hours and capacity of people by week, bookings, projects,
    /// unfilled demand, weeks, skills. What follows from other cells is a formula, with the value that the plan has.
    ///
    /// ```swift
    /// try Workbook(of: makePlan(for: firm)).write(to: "plan.xlsx")
    /// ```
    public init(of planned: PlannedFirm) {
        let grid = StaffGrid(of: planned)
        let projects = ProjectsSheet(of: planned)
        let demand = DemandSheets(of: planned, grid)
        title = CellText.safe(String(planned.situation.firm.name.unicodeScalars.prefix(200)))
        comment = "A plan by muster, made from the input with the SHA-256 \(planned.plan.digest)"
        created = planned.situation.firm.horizon.days.first
        sheets = [
            SummarySheet(planned: planned, projects: projects, demand: demand).sheet(), grid.loadSheet(),
            BookingsSheet(of: planned).sheet(), projects.sheet(), UnfilledSheet(of: planned).sheet(),
            demand.weeksSheet(), demand.skillsSheet(), grid.bookedSheet(), grid.capacitySheet(),
        ]
    }
}
