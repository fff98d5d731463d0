// SPDX-License-Identifier: GPL-3.0-or-later

public import Outlook
public import Staffing
public import Verification

/// A forecast and the bench, in tables, as JSON and as rows for a spreadsheet.
public struct ForecastReport: Sendable {
    let forecast: Forecast
    let bench: [BenchEntry]
    let firm: Firm
    /// The demand that surplus and deficit are measured against.
    let basis: Figures.Basis

    public init(of forecast: Forecast, bench: [BenchEntry], in firm: Firm, basis: Figures.Basis) {
        self.forecast = forecast
        self.bench = bench
        self.firm = firm
        self.basis = basis
    }

    public func text(_ style: Style) -> String {
        let sections = [totals(style), surpluses(style), benchList(style)]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// Over the whole horizon: what there is, and what is asked for on each basis.
    private func totals(_ style: Style) -> [String] {
        var table = TextTable([
            .text(forecast.grouping.rawValue, .cut(floor: 12)), .number("capacity"), .number("confirmed"),
            .number("weighted"), .number("exposure"), .number("surplus"), .number("FTE"),
        ])
        let full = forecast.columns.reduce(.zero) { $0 + $1.fullTime }
        for (name, row) in named() {
            let surplus = row.sum.surplus(basis)
            let fte = full > .zero ? surplus.inHours / full.inHours : 0
            table.add([
                .init(name), .init(Numbers.hours(row.sum.plannable)), .init(Numbers.hours(row.sum.confirmed)),
                .init(Numbers.hours(row.sum.weighted)), .init(Numbers.hours(row.sum.exposure)),
                .init(Numbers.hours(surplus), surplus < .zero ? .bad : nil),
                .init(Numbers.tenths(fte), surplus < .zero ? .bad : nil),
            ])
        }
        let title = "Capacity against demand by \(forecast.grouping.rawValue), in hours"
        let note =
            forecast.grouping == .skill
            ? "Who has several skills, and what asks for several, stands in each of their rows."
                .wrapped(to: style.width - 2).map { "  " + $0 } : []
        return [style.heading(firm.name.printable.cut(to: style.width)), style.heading(title)] + table.lines(style)
            + note.map { style.paint($0, .quiet) }
    }

    /// Period by period, in blocks that fit the width.
    private func surpluses(_ style: Style) -> [String] {
        let names = named()
        let width = min(24, names.map(\.0.columns).max() ?? 0)
        let perBlock = max(3, (style.width - 2 - width) / 10)
        let all = Array(forecast.columns.indices)
        let title =
            "Surplus by \(forecast.period.rawValue) against \(basis.rawValue) demand, in hours; deficits are negative"
        let blocks = stride(from: 0, to: all.count, by: perBlock).map { start -> [String] in
            let columns = all[start..<min(start + perBlock, all.count)]
            var table = TextTable(
                [.text(forecast.grouping.rawValue, .cut(floor: 12))]
                    + columns.map { .number(forecast.columns[$0].name) })
            for (name, row) in names {
                table.add(
                    [.init(name)]
                        + columns.map { column in
                            let surplus = row.cells[column].surplus(basis)
                            return .init(Numbers.hours(surplus), surplus < .zero ? .bad : nil)
                        })
            }
            return table.lines(style)
        }
        return [style.heading(title)] + blocks.joined(separator: [""])
    }

    private func benchList(_ style: Style) -> [String] {
        guard !bench.isEmpty else { return [] }
        var table = TextTable([
            .text("person", .cut(floor: 12)), .text("role", .cut(floor: 8)), .text("from"), .text("until"),
            .number("h/week"), .text("last on", .cut(floor: 8)), .text("skills", .wrap(floor: 16)),
        ])
        for entry in bench {
            table.add(entry.words(in: firm).map { .init($0) })
        }
        return [style.heading("On the bench: a fifth of their time and more without work")] + table.lines(style)
    }

    private func named() -> [(String, Forecast.Row)] {
        forecast.rows.map { ($0.key.description, $0) } + [("all", forecast.total)]
    }

    /// One row for each group and period.
    public func csv() -> String {
        let head = [
            forecast.grouping.rawValue, "period", "from", "to", "effective", "capacity", "confirmed", "weighted",
            "exposure",
            "planned", "surplus confirmed", "surplus weighted", "surplus exposure", "full time",
        ]
        let rows = named().flatMap { name, row in
            zip(forecast.columns, row.cells).map { column, cell in
                [
                    name, column.name, column.weeks.lowerBound.description, column.weeks.upperBound.description,
                    cell.effective.decimal, cell.plannable.decimal, cell.confirmed.decimal, cell.weighted.decimal,
                    cell.exposure.decimal, cell.load.decimal, cell.surplus(.confirmed).decimal,
                    cell.surplus(.weighted).decimal, cell.surplus(.exposure).decimal, column.fullTime.decimal,
                ]
            }
        }
        return CSV.text([head] + rows)
    }

    public func json() -> JSON {
        func cells(_ row: Forecast.Row) -> JSON {
            .array(
                zip(forecast.columns, row.cells).map { column, cell in
                    .object([
                        "period": .string(column.name), "effective": .number(cell.effective.decimal),
                        "capacity": .number(cell.plannable.decimal), "confirmed": .number(cell.confirmed.decimal),
                        "weighted": .number(cell.weighted.decimal), "exposure": .number(cell.exposure.decimal),
                        "planned": .number(cell.load.decimal), "full time": .number(column.fullTime.decimal),
                    ])
                })
        }
        return .object([
            "by": .string(forecast.grouping.rawValue), "per": .string(forecast.period.rawValue),
            "rows": .array(named().map { .object(["key": .string($0), "periods": cells($1)]) }),
            "bench": .array(
                bench.map { entry in
                    .object([
                        "person": .string(entry.person.text), "role": entry.role.map { .string($0.text) } ?? .null,
                        "last project": entry.lastProject.map { .string($0.text) } ?? .null,
                        "weeks": .object(
                            entry.weeks.map { .init($0.week.description, .number($0.hours.decimal)) }),
                    ])
                }),
        ])
    }
}

extension BenchEntry {
    /// As tables have it: person, role, from, until, hours a week, last project, skills.
    package func words(in firm: Firm) -> [String] {
        [
            firm.people.first { $0.id == person }?.name ?? person.text, role?.text ?? "", Numbers.week(freeFrom),
            weeks.last.map { Numbers.week($0.week) } ?? "", Numbers.hours(hoursPerWeek), lastProject?.text ?? "",
            skills.words,
        ]
    }
}

extension [SkillLevel] {
    /// `swift 4, sql 3`, none of them torn apart at the end of a line.
    package var words: String { map { "\($0.skill)\u{A0}\($0.level)" }.joined(separator: ", ") }
}
