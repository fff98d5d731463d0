// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Reports
import Staffing
import Verification

/// What the plan comes to, as formulas over the other sheets, with charts beside.
struct SummarySheet {
    let planned: PlannedFirm
    let projects: ProjectsSheet
    let demand: DemandSheets

    private var firm: Firm { planned.situation.firm }
    private var figures: Figures { planned.figures }

    func sheet() -> Sheet {
        var sheet = Sheet("Summary", head() + hours() + money() + foot())
        sheet.columns = [.init(0...0, 28), .init(1...3, 14), .init(4...4, 3)]
        sheet.charts = charts()
        return sheet
    }

    private func head() -> [Row] {
        let horizon = firm.horizon
        let weeks = horizon.weekCount == 1 ? "1 week" : "\(horizon.weekCount) weeks"
        return [
            Row(cells: [.text(firm.name, .title)], height: 26),
            Row(cells: [.text("\(horizon.days.first) to \(horizon.days.last), \(weeks)", .quiet)]),
            Row(cells: [.text(PlanReport(of: planned, style: .plain).headline(), .quiet)]), .empty,
        ]
    }

    /// Rows 5 to 14 of the sheet.
    private func hours() -> [Row] {
        let coverage = figures.coverage
        let use = figures.use
        let everybody = Place(StaffGrid.headRows, StaffGrid.totalColumn).fixed
        return [
            heads("Hours", [""]),
            row("Asked for", .hours(projects.sum(.asked), coverage.asked)),
            row("Filled", .hours(projects.sum(.filled), coverage.filled)),
            row("Unfilled", .hours("B6-B7", coverage.unfilled)),
            row("Coverage", .ratio("B7", of: "B6", coverage.ratio, CellStyle.percent.strong)), .empty,
            row("Capacity", .hours("Capacity!\(everybody)", use.effective)),
            row("Booked", .hours("Booked!\(everybody)", use.load)),
            row("Load", .ratio("B12", of: "B11", use.utilisation, CellStyle.percent.strong)),
            row("Bench", .hours("SUM(Weeks!\(demand.weeks(5).fixed))", use.bench)),
            row("Overtime", .hours("SUM(Weeks!\(demand.weeks(6).fixed))", use.overtime)), .empty,
        ]
    }

    /// Rows 17 to 23: won, weighted, all.
    private func money() -> [Row] {
        let all = Figures.Basis.allCases.map(figures.earnings)
        func cells(_ make: (Int, Figures.Earnings) -> Cell) -> [Cell] { all.enumerated().map(make) }
        func money(_ formula: String, _ money: Money, _ style: CellStyle = .money) -> Cell {
            .money(formula, money, in: firm.currency, style)
        }
        let columns = ["B", "C", "D"]
        let won = "\(projects.named(.stage)),\"won\""
        let revenue = [
            "SUMIFS(\(projects.named(.revenue)),\(won))", projects.sum(.weightedRevenue), projects.sum(.revenue),
        ]
        let cost = ["SUMIFS(\(projects.named(.cost)),\(won))", projects.sum(.weightedCost), projects.sum(.cost)]
        return [
            heads("Money, \(firm.currency.code)", ["won", "weighted", "if all is won"]),
            row("Revenue", cells { money(revenue[$0], $1.revenue) }),
            row("Cost of the projects", cells { money(cost[$0], $1.cost - $1.overtime) }),
            row("Overtime beyond ordinary pay", cells { .money($1.overtime, in: firm.currency) }),
            row("Cost", cells { money("\(columns[$0])19+\(columns[$0])20", $1.cost, CellStyle.money.sum) }),
            row("Margin", cells { money("\(columns[$0])18-\(columns[$0])21", $1.margin, CellStyle.money.strong) }),
            row(
                "Margin, of revenue",
                cells { .ratio("\(columns[$0])22", of: "\(columns[$0])18", $1.marginRatio, CellStyle.percent.strong) }),
            .empty,
        ]
    }

    private func foot() -> [Row] {
        [
            Row(cells: [.text("Numbers are formulas over the other sheets.", .quiet)]),
            Row(cells: [.text("Input: SHA-256 \(planned.plan.digest.prefix(16))…", .quiet)]),
        ]
    }

    private func heads(_ name: String, _ columns: [String]) -> Row {
        let filled = columns + Array(repeating: "", count: 3 - columns.count)
        return Row(cells: [.text(name, .heading)] + filled.map { .text($0, .headingRight) })
    }

    private func row(_ name: String, _ cells: Cell...) -> Row { row(name, cells) }
    private func row(_ name: String, _ cells: [Cell]) -> Row { Row(cells: [.text(name)] + cells) }
}

extension SummarySheet {
    private func charts() -> [SheetChart] {
        let weeks = SheetChart(
            kind: .lines, title: "Capacity against booked, hours by week", sheet: "Weeks",
            categories: demand.weeks(0),
            series: [
                .init(name: "capacity", values: demand.weeks(2), color: Ink.capacity, isDashed: false),
                .init(name: "booked", values: demand.weeks(3), color: Ink.booked, isDashed: false),
                .init(name: "asked for, weighted", values: demand.weeks(8), color: Ink.asked, isDashed: true),
            ], place: Place(3, 5), width: 720, height: 300,
            description:
                "Hours of capacity, booked hours and hours asked for, week by week; the numbers stand in Weeks.")
        guard demand.charted > 0 else { return [weeks] }
        let skills = SheetChart(
            kind: .bars,
            title: "Plannable, booked and asked for, hours by skill", sheet: "Skills",
            categories: demand.skills(0),
            series: [
                .init(name: "plannable", values: demand.skills(1), color: Ink.capacity, isDashed: false),
                .init(name: "booked", values: demand.skills(2), color: Ink.booked, isDashed: false),
                .init(name: "asked for, weighted", values: demand.skills(4), color: Ink.asked, isDashed: false),
            ], place: Place(19, 5), width: 720, height: 110 + 48 * Double(demand.charted),
            description: "Hours by skill, those with most asked for first; the numbers stand in Skills.")
        return [weeks, skills]
    }
}
