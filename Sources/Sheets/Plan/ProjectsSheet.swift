// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Verification

/// One row for each project: hours, and money as if it were won; sums below the heads.
struct ProjectsSheet {
    enum Column: Int, CaseIterable {
        case name, client, stage, chance, asked, filled, unfilled, coverage, revenue, cost, margin, ratio,
            weightedRevenue,
            weightedCost
    }

    static let name = "Projects"
    private static let sumRow = 3
    private static let firstRow = 4

    let firm: Firm
    let figures: Figures

    init(of planned: PlannedFirm) {
        firm = planned.situation.firm
        figures = planned.figures
    }

    /// The cells of a column, one for each project.
    func area(_ column: Column) -> Area {
        Area(
            rows: ProjectsSheet.firstRow...ProjectsSheet.firstRow + max(0, firm.projects.count - 1),
            columns: column.rawValue...column.rawValue)
    }

    /// The same, as other sheets call it.
    func named(_ column: Column) -> String { "\(ProjectsSheet.name)!\(area(column).fixed)" }

    /// Where the sum of a column stands, as other sheets call it.
    func sum(_ column: Column) -> String {
        "\(ProjectsSheet.name)!\(Place(ProjectsSheet.sumRow, column.rawValue).fixed)"
    }

    func sheet() -> Sheet {
        var sheet = Sheet(ProjectsSheet.name, heads() + [sums()] + firm.projects.indices.map(row))
        sheet.columns = SheetTable.columns(
            Column.allCases.map(\.width), [0: firm.projects.map(\.name), 1: firm.clients.map(\.name)])
        sheet.frozen = .init(rows: ProjectsSheet.sumRow, columns: 1)
        return sheet
    }

    private func heads() -> [Row] {
        let note =
            "Money in \(firm.currency.code), as if each project were won; weighted: times its chance. "
            + "Overtime beyond ordinary pay is the firm's, and stands in the summary."
        return [
            Row(cells: [.text("Projects", .title)], height: 24), Row(cells: [.text(note, .quiet)]),
            Row(cells: Column.allCases.map { .text($0.head, $0.isNumber ? .headingRight : .heading) }, height: 18),
        ]
    }

    private func sums() -> Row {
        let coverage = figures.coverage
        let earnings = figures.earnings.reduce((Money.zero, Money.zero)) { ($0.0 + $1.revenue, $0.1 + $1.cost) }
        let weighted = weighted.reduce((Money.zero, Money.zero)) { ($0.0 + $1.revenue, $0.1 + $1.cost) }
        func hours(_ column: Column, _ hours: Hours) -> Cell { .hours("SUM(\(area(column).name))", hours) }
        func money(_ column: Column, _ money: Money) -> Cell {
            .money("SUM(\(area(column).name))", money, in: firm.currency)
        }
        let cells: [Cell] =
            [
                .text("All projects"), .blank(), .blank(), .blank(), hours(.asked, coverage.asked),
                hours(.filled, coverage.filled),
            ] + derived(ProjectsSheet.sumRow, coverage) + [
                money(.revenue, earnings.0), money(.cost, earnings.1),
            ] + margins(ProjectsSheet.sumRow, revenue: earnings.0, cost: earnings.1) + [
                money(.weightedRevenue, weighted.0), money(.weightedCost, weighted.1),
            ]
        return Row(cells: cells.map { $0.changed(\.band) })
    }

    private func row(_ index: Int) -> Row {
        let project = firm.projects[index]
        let (coverage, earnings, weighted) = (figures.projects[index], figures.earnings[index], weighted[index])
        let row = ProjectsSheet.firstRow + index
        let client = firm.clients.first { $0.id == project.client }
        let chance = Double(project.stage.chance.millionths) / 1_000_000
        let cells: [Cell] =
            [
                .text(project.name), .text(client?.name ?? ""), .text(project.stage.word),
                .number(chance, CellStyle(number: "0%", align: .right)), .hours(coverage.asked),
                .hours(coverage.filled),
            ] + derived(row, coverage) + [
                .money(earnings.revenue, in: firm.currency), .money(earnings.cost, in: firm.currency),
            ] + margins(row, revenue: earnings.revenue, cost: earnings.cost) + [
                .money(weighted.revenue, in: firm.currency), .money(weighted.cost, in: firm.currency),
            ]
        return Row(cells: cells)
    }

    /// Unfilled hours and coverage.
    private func derived(_ row: Int, _ coverage: Figures.Coverage) -> [Cell] {
        let asked = Place(row, Column.asked.rawValue).name
        let filled = Place(row, Column.filled.rawValue).name
        return [
            .hours("\(asked)-\(filled)", coverage.unfilled), .ratio(filled, of: asked, coverage.ratio),
        ]
    }

    private func margins(_ row: Int, revenue: Money, cost: Money) -> [Cell] {
        let (plus, minus) = (Place(row, Column.revenue.rawValue).name, Place(row, Column.cost.rawValue).name)
        let margin = revenue - cost
        let ratio = revenue == .zero ? nil : Double(margin.minorUnits) / Double(revenue.minorUnits)
        return [
            .money("\(plus)-\(minus)", margin, in: firm.currency),
            .ratio(Place(row, Column.margin.rawValue).name, of: plus, ratio),
        ]
    }

    private var weighted: [Figures.Earnings] {
        zip(firm.projects, figures.earnings).map { $1.times($0.stage.chance) }
    }
}

extension ProjectsSheet.Column {
    fileprivate var isNumber: Bool { rawValue >= ProjectsSheet.Column.chance.rawValue }

    fileprivate var width: Double {
        switch self {
        case .name: 28
        case .client: 22
        case .stage, .chance, .coverage, .ratio: 10
        case .asked, .filled, .unfilled: 11
        case .revenue, .cost, .margin: 13
        case .weightedRevenue, .weightedCost: 17
        }
    }

    fileprivate var head: String {
        switch self {
        case .name: "Project"
        case .client: "Client"
        case .stage: "Stage"
        case .chance: "Chance"
        case .asked: "Asked h"
        case .filled: "Filled h"
        case .unfilled: "Unfilled h"
        case .coverage: "Coverage"
        case .revenue: "Revenue"
        case .cost: "Cost"
        case .margin: "Margin"
        case .ratio: "Margin"
        case .weightedRevenue: "Weighted revenue"
        case .weightedCost: "Weighted cost"
        }
    }
}
