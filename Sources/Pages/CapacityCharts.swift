// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
public import Outlook
import Reports
public import Staffing
public import Verification

/// Capacity against demand, a small drawing for each skill, role or office, all to the scale of its own.
public struct CapacityCharts: Sendable {
    let forecast: Forecast
    let firm: Firm
    let basis: Figures.Basis

    /// - Parameter basis: the demand that deficits are measured against.
    public init(of forecast: Forecast, in firm: Firm, against basis: Figures.Basis) {
        self.forecast = forecast
        self.firm = firm
        self.basis = basis
    }

    /// Shortest first: those whose demand is the greatest part of their capacity in some period.
    var rows: [Forecast.Row] {
        forecast.rows.enumerated().filter { $0.element.sum.exposure > .zero && $0.element.key != .any }
            .sorted { (worst($1.element), $0.offset) < (worst($0.element), $1.offset) }.map(\.element)
    }

    private func worst(_ row: Forecast.Row) -> Double {
        row.cells.map { cell in
            let demand = cell.demand(basis).inHours
            return demand == 0 ? 0 : cell.plannable > .zero ? demand / cell.plannable.inHours : .infinity
        }.max() ?? 0
    }

    public var section: Page.Section {
        let by = forecast.grouping.rawValue
        let id: StaticString =
            switch forecast.grouping {
            case .skill: "by-skill"
            case .role: "by-role"
            case .office: "by-office"
            }
        guard !rows.isEmpty else { return Page.Section(id, "", .nothing) }
        let unnamed = forecast.rows.first { $0.key == .any }?.sum.exposure ?? .zero
        return Page.Section(id, "Capacity against demand by \(by)") {
            HTML("p", .class("note")) {
                "Hours by \(forecast.period.rawValue). Deficits are what \(basis.rawValue) demand asks for beyond capacity. Each drawing has a scale of its own."
                if forecast.grouping == .skill { " Who has several skills stands in each of their drawings." }
                if unnamed > .zero {
                    " Work that names no \(by), \(Numbers.hours(unnamed)) h, stands in the first drawing alone."
                }
            }
            Legend([
                .line(.capacity, "capacity"), .fill(.confirmed, "won work"),
                .fill(.tentative, "proposals, by their chance"), .fill(.exposure, "if everything is won"),
                .fill(.over, "deficit"),
            ]).html
            HTML("div", [.class("multiples")], ([forecast.total] + rows).map(figure))
            table.folded
        }
    }

    private func name(_ row: Forecast.Row) -> String { row == forecast.total ? "all" : row.key.description }

    private func figure(_ row: Forecast.Row) -> HTML {
        let deficits = row.cells.map { $0.demand(basis) - $0.plannable }.filter { $0 > .zero && !$0.isDust }
        let total = deficits.reduce(.zero, +)
        let title = row == forecast.total ? "Everybody, every hour once" : row.key.description
        return HTML("figure", .class("small-multiple")) {
            HTML("figcaption") {
                title
                if !deficits.isEmpty {
                    HTML("span", .class("bad"), text: " short of \(Numbers.hours(total)) h")
                }
            }
            drawing(row, title, short: total)
        }
    }

    private func drawing(_ row: Forecast.Row, _ title: String, short: Hours) -> HTML {
        let (width, height, left, bottom, top) = (340.0, 150.0, 44.0, 20.0, 14.0)
        let most = row.cells.flatMap { [$0.plannable.inHours, $0.exposure.inHours] }
        let ticks = Ticks(holding: most, about: 4)
        let y = LinearScale(from: ticks.domain, to: height - bottom, top)
        let x = BandScale(row.cells.count, from: left, to: width, gap: row.cells.count > 20 ? 0.15 : 0.35)
        var drawing = Drawing(
            width: width, height: height,
            name:
                "\(title): capacity \(Numbers.hours(row.sum.plannable)) h, won work \(Numbers.hours(row.sum.confirmed)) h, "
                + "with proposals \(Numbers.hours(row.sum.weighted)) h"
                + (short > .zero ? ", short of \(Numbers.hours(short)) h" : ""))
        drawing.add(Axis.rows(ticks, y, from: left, to: width) { Numbers.grouped(Int($0)) })
        for (index, cell) in row.cells.enumerated() {
            drawing.add(bars(cell, forecast.columns[index].name, index, x, y))
        }
        drawing.add(capacity(row, x, y))
        drawing.add(Axis.names(forecast.columns.map { columnName($0.name) }, x, at: height - 5))
        return drawing.html()
    }

    private func bars(
        _ cell: Forecast.Cell, _ period: String, _ index: Int, _ x: BandScale, _ y: LinearScale
    ) -> [HTML] {
        let hint =
            "\(period): capacity \(Numbers.hours(cell.plannable)) h, won \(Numbers.hours(cell.confirmed)), "
            + "weighted \(Numbers.hours(cell.weighted)), if all is won \(Numbers.hours(cell.exposure))"
        func bar(_ from: Hours, _ to: Hours, _ paint: Palette.Fill) -> HTML {
            let top = y(to.inHours)
            return Mark.rect(x.begin(index), top, x.width, y(from.inHours) - top, paint, hint: hint)
        }
        let parts: [(Hours, Hours, Palette.Fill)] = [
            (.zero, cell.confirmed, .confirmed), (cell.confirmed, cell.weighted, .tentative),
            (cell.weighted, cell.exposure, .exposure),
        ]
        let demand = cell.demand(basis)
        let deficit =
            demand > cell.plannable && !(demand - cell.plannable).isDust
            ? [
                bar(cell.plannable, demand, .over),
                Mark.text(
                    "−" + Numbers.hours(demand - cell.plannable), x.middle(index),
                    y(max(demand, cell.exposure).inHours) - 3,
                    .middle, .bad),
            ] : []
        return parts.filter { $0.1 > $0.0 }.map { bar($0.0, $0.1, $0.2) } + deficit
    }

    /// A step a period, since capacity is of the whole of it.
    private func capacity(_ row: Forecast.Row, _ x: BandScale, _ y: LinearScale) -> HTML {
        Mark.path(
            row.cells.enumerated().flatMap { index, cell -> [(x: Double, y: Double)] in
                let level = y(cell.plannable.inHours)
                return [(x.start + x.step * Double(index), level), (x.start + x.step * Double(index + 1), level)]
            }, .capacity)
    }

    private func columnName(_ name: String) -> String {
        switch forecast.period {
        case .week: String(name.suffix(3))
        case .month: Int(name.suffix(2)).map { Day.monthNames[$0 - 1] } ?? name
        case .quarter: String(name.suffix(2))
        }
    }

    /// The same numbers as the JSON of `muster forecast`.
    private var table: PlainTable {
        var table = PlainTable(
            "Capacity and demand by \(forecast.grouping.rawValue) and \(forecast.period.rawValue), in hours",
            [
                .text("\(forecast.period.rawValue)"), .number("capacity"), .number("confirmed"), .number("weighted"),
                .number("exposure"), .number("surplus"),
            ])
        for row in rows + [forecast.total] {
            table.addHeading(name(row))
            for (column, cell) in zip(forecast.columns, row.cells) {
                let surplus = cell.surplus(basis)
                table.add([
                    .init(column.name), .init(Numbers.hours(cell.plannable)), .init(Numbers.hours(cell.confirmed)),
                    .init(Numbers.hours(cell.weighted)), .init(Numbers.hours(cell.exposure)),
                    .init(Numbers.hours(surplus), surplus < .zero ? .bad : nil),
                ])
            }
        }
        return table
    }
}
