// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// The sheets of people by week: load, booked hours, capacity.
extension StaffGrid {
    /// Booked hours over effective capacity, as formulas over the two other sheets; groups as sum over sum.
    func loadSheet() -> Sheet {
        var sheet = sheet(
            "Load", "Load by week",
            "Booked hours over capacity (contract less holidays and leave). "
                + "· nothing booked   grey: not there   orange and bold: more than capacity"
        ) { line, week in
            let capacity = sum(effective, line, week)
            let booked = sum(load, line, week)
            let place = Place(StaffGrid.row(of: line), week.map(StaffGrid.column) ?? StaffGrid.totalColumn).name
            let value: Cell.Result =
                capacity > .zero
                ? .number(booked.inHours / capacity.inHours) : .text(booked > .zero ? "!" : "")
            return .formula(
                "IF(Capacity!\(place)>0,Booked!\(place)/Capacity!\(place),IF(Booked!\(place)>0,\"!\",\"\"))", value,
                .load)
        }
        let first = Place(StaffGrid.headRows, StaffGrid.totalColumn).name
        sheet.rules = [
            Sheet.Rule(
                area: numbers,
                test: .holds("OR(\(first)=\"!\",AND(ISNUMBER(\(first)),\(first)>1))", fill: Ink.over, isBold: true)),
            Sheet.Rule(area: numbers, test: .holds("\(first)=\"\"", fill: Ink.absent, isBold: false)),
            Sheet.Rule(area: numbers, test: .scale(Ink.full)),
        ]
        return sheet
    }

    func bookedSheet() -> Sheet {
        hoursSheet("Booked", "Booked hours by week", "Hours that the plan puts on people.", load)
    }

    func capacitySheet() -> Sheet {
        hoursSheet("Capacity", "Capacity by week, in hours", "Contract less holidays and leave.", effective)
    }

    private func hoursSheet(_ name: String, _ title: String, _ note: String, _ hours: [[Hours]]) -> Sheet {
        sheet(name, title, note) { line, week in
            let row = StaffGrid.row(of: line)
            let value = sum(hours, line, week)
            guard let week else {
                let weeks = Area(rows: row...row, columns: StaffGrid.headColumns...lastColumn)
                return .hours("SUM(\(weeks.name))", value)
            }
            guard let rows = rows(under: line) else { return .hours(value) }
            let column = StaffGrid.column(ofWeek: week)
            // Leaves out the sums among them.
            return .hours("SUBTOTAL(9,\(Area(rows: rows, columns: column...column).name))", value)
        }
    }

    private func sheet(
        _ name: String, _ title: String, _ note: String, _ cell: @escaping @Sendable (_ line: Int, _ week: Int?) -> Cell
    ) -> Sheet {
        let heads = heads(title, note)
        var sheet = Sheet(name, rowCount: rowCount) { row in
            row < StaffGrid.headRows ? heads[row] : self.row(row - StaffGrid.headRows, cell)
        }
        let names = firm.people.map(\.name.count).max() ?? 0
        sheet.columns = [
            .init(0...0, Double(min(40, max(16, names + 5)))), .init(1...1, 14), .init(2...2, 9),
            .init(StaffGrid.headColumns...lastColumn, 7),
        ]
        sheet.frozen = .init(rows: StaffGrid.headRows, columns: StaffGrid.headColumns)
        return sheet
    }

    private func heads(_ title: String, _ note: String) -> [Row] {
        let weeks = firm.horizon.weeks
        let quiet = CellStyle(isQuiet: true, align: .right)
        let years = weeks.enumerated().map { index, week -> Cell in
            let year = String(week.description.prefix(4))
            let before = index > 0 ? String(weeks[index - 1].description.prefix(4)) : ""
            return year == before ? .blank(quiet) : .text(year, quiet)
        }
        let day = CellStyle(number: "d mmm", isQuiet: true, align: .right, isRuledBelow: true)
        return [
            Row(cells: [.text(title, .title)], height: 24), Row(cells: [.text(note, .quiet)]),
            Row(cells: [.blank(), .blank(), .blank()] + years),
            Row(
                cells: [.blank(), .blank(), .blank()]
                    + weeks.map {
                        .text(String($0.description.dropFirst(5)), CellStyle(isBold: true, align: .right))
                    }),
            Row(
                cells: [.text("Person", .heading), .text("Office", .heading), .text("Total", .headingRight)]
                    + weeks.map { .date($0.monday, day) }),
        ]
    }

    private func row(_ line: Int, _ cell: (_ line: Int, _ week: Int?) -> Cell) -> Row {
        let cells = [cell(line, nil)] + (0..<weekCount).map { cell(line, $0) }
        switch lines[line] {
        case .everybody: return sums("Everybody", cells)
        case .group(let name, _): return sums(name, cells)
        case .person(let index):
            let person = firm.people[index]
            let name = CellStyle(indent: hasGroups ? 1 : 0)
            return Row(
                cells: [.text(person.name, name), .text(person.office?.text ?? "", .quiet)] + cells,
                level: hasGroups ? 1 : 0)
        }
    }

    private func sums(_ name: String, _ cells: [Cell]) -> Row {
        Row(cells: [.text(name, CellStyle().band), .blank(CellStyle().band)] + cells.map { $0.changed(\.band) })
    }
}

extension Cell {
    /// The same in another style.
    func changed(_ style: (CellStyle) -> CellStyle) -> Cell {
        switch self {
        case .blank(let old): .blank(style(old))
        case .text(let text, let old): .text(text, style(old))
        case .number(let number, let old): .number(number, style(old))
        case .date(let day, let old): .date(day, style(old))
        case .formula(let formula, let value, let old): .formula(formula, value, style(old))
        }
    }
}
