// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// The tables that a CSV file can hold, told apart by their columns.
enum TableFormat: CaseIterable {
    case people, needs, bookings

    /// A column, and how its cells are rewritten as values of the files.
    struct Column {
        let header: String
        /// The key that it stands for.
        let key: String
        /// Added to a cell that lacks it.
        var unit = ""
        var layout = Layout.scalar

        init(_ header: String, key: String? = nil, unit: String = "", _ layout: Layout = .scalar) {
            self.header = header
            self.key = key ?? header
            self.unit = unit
            self.layout = layout
        }
    }

    enum Layout {
        case scalar, list
        /// Names, each followed by its value: `swift 4; sql 3`.
        case map
        /// A list only where there are several.
        case pieces
        /// `none`, or as in `10% at 150%`.
        case overtime
    }

    var columns: [Column] {
        switch self {
        case .people:
            [
                Column("person"), Column("name"), Column("role"), Column("grade"), Column("office"), Column("travels"),
                Column("calendar"),
                Column("skills", .map), Column("contract", .pieces),
                Column("contract percent", key: "contract", unit: "%"), Column("cost", .pieces),
                Column("cost per hour", key: "cost", unit: "/h"), Column("leave", .list), Column("internal"),
                Column("target"), Column("overtime", .overtime), Column("knows", .list), Column("wishes", .list),
                Column("mentors", .list),
            ]
        case .needs:
            [
                Column("project"), Column("need"), Column("name"), Column("phase"), Column("from"), Column("to"),
                Column("skills", .map), Column("prefer", .map), Column("role"), Column("office"),
                Column("hours", .pieces), Column("hours per week", key: "hours", unit: "h/week"),
                Column("total hours", key: "hours", unit: "h total"), Column("fte", key: "hours", unit: " fte"),
                Column("spread"), Column("team"), Column("mix", .map), Column("rate", .pieces),
                Column("rate per hour", key: "rate", unit: "/h"),
                Column("priority"),
            ]
        case .bookings:
            [
                Column("person"), Column("project"), Column("need"), Column("hours", key: "amount"),
                Column("hours per week", key: "amount", unit: "h/week"),
                Column("total hours", key: "amount", unit: "h total"), Column("percent", key: "amount", unit: "%"),
                Column("from"), Column("to"), Column("firmness"),
            ]
        }
    }

    /// The columns that tell the table apart; every row has them.
    var identity: [String] {
        switch self {
        case .people: ["person"]
        case .needs: ["project", "need"]
        case .bookings: ["person", "project", "need"]
        }
    }

    /// As in "a table of people has no key `nmae`".
    var name: String {
        switch self {
        case .people: "a table of people"
        case .needs: "a table of needs"
        case .bookings: "a table of bookings"
        }
    }

    /// The table with those columns: the one that finds the most of its identity among them.
    static func of(_ header: [String]) -> TableFormat? {
        [.bookings, .needs, .people].first { $0.identity.allSatisfy(header.contains) }
    }
}

/// A row of a table by the keys of its columns, without empty cells.
struct TableRow {
    let place: SourcePlace
    private let cells: [(column: TableFormat.Column, cell: Excerpt)]

    init(_ columns: [TableFormat.Column?], _ cells: [Excerpt], _ reading: Reading) {
        place = cells[0].place
        var filled: [(column: TableFormat.Column, cell: Excerpt)] = []
        for case (let column?, let cell) in zip(columns, cells) where !cell.text.isEmpty {
            if let other = filled.first(where: { $0.column.key == column.key }) {
                reading.report(cell.fault(.conflictingKeys(other.column.header, column.header)))
            } else {
                filled.append((column, cell.with(unit: column.unit)))
            }
        }
        self.cells = filled
    }

    subscript(key: String) -> Excerpt? { cells.first { $0.column.key == key }?.cell }

    /// A required cell; nil once its absence is reported.
    func required(_ key: String, _ format: TableFormat, _ reading: Reading) -> Excerpt? {
        if let cell = self[key] { return cell }
        let example = key == "amount" ? "24h/week" : key == "from" || key == "to" ? Word.date.example : Word.id.example
        reading.report(.missingKey(key, of: "a row of \(format.name)", example: example), at: place)
        return nil
    }

    /// The days from the cell `from` to the cell `to`, or nil where there are none; a lone cell is reported.
    func days(_ format: TableFormat, _ reading: Reading) -> DayRange? {
        guard let from = required("from", format, reading), let to = required("to", format, reading) else { return nil }
        let first = reading.attempt { () throws(Problem) in try from.day() }
        let last = reading.attempt { () throws(Problem) in try to.day() }
        guard let first, let last else { return nil }
        guard first <= last else {
            reading.report(to.fault(.datesReversed(first, last)))
            return nil
        }
        return DayRange(first, last)
    }

    /// The row as the mapping that a file would have, without those keys.
    func node(without keys: [String], adding more: [Node.Entry] = [], _ reading: Reading) -> Node {
        let entries = cells.filter { !keys.contains($0.column.key) }.map { column, cell in
            Node.Entry(key: Excerpt(text: column.key, place: cell.place), value: column.layout.node(cell, reading))
        }
        return Node(.mapping(entries + more), at: place)
    }

    func bookingParts(_ reading: Reading) -> BookingParts? {
        let format = TableFormat.bookings
        let (person, project) = (required("person", format, reading), required("project", format, reading))
        let (need, amount) = (required("need", format, reading), required("amount", format, reading))
        let days = days(format, reading)
        guard let person, let project, let need, let amount else { return nil }
        return BookingParts(
            person: person, project: project, need: need, amount: amount, days: days, firmness: self["firmness"])
    }
}

extension TableFormat.Layout {
    /// Lists within a cell are separated by `;`, and names are followed by their values.
    fileprivate func node(_ cell: Excerpt, _ reading: Reading) -> Node {
        let pieces = cell.split(at: ";").filter { !$0.text.isEmpty }
        switch self {
        case .scalar: return Node(cell)
        case .list: return Node(.list(pieces.map { Node($0) }), at: cell.place)
        case .pieces: return pieces.count == 1 ? Node(pieces[0]) : Node(.list(pieces.map { Node($0) }), at: cell.place)
        case .map:
            var entries = Sections.Section()
            entries.add(pieces.map(entry), reading)
            return Node(.mapping(entries.entries), at: cell.place)
        case .overtime: return overtime(cell, reading)
        }
    }

    /// How much overtime, and at what pay, as the mapping that a file would have.
    private func overtime(_ cell: Excerpt, _ reading: Reading) -> Node {
        guard let (limit, pay) = cell.cut(at: " at ") else {
            guard cell.text != "none" else { return Node(cell) }
            reading.report(cell.fault(.notASentence(cell.text, of: Word.noOvertime.name, example: "10% at 150%")))
            return Node(.text(""), at: cell.place)
        }
        let parts = [(OvertimeFormat.limit.name, limit), (OvertimeFormat.pay.name, pay)]
        let entries = parts.map { Node.Entry(key: Excerpt(text: $0, place: $1.place), value: Node($1)) }
        return Node(.mapping(entries), at: cell.place)
    }

    /// A skill and its level; a grade and its quota.
    private func entry(_ piece: Excerpt) -> Node.Entry {
        let name = piece.words[0]
        let value = piece.part(name.text.endIndex..<piece.text.endIndex).trimmed
        return Node.Entry(key: name, value: Node(value.text.isEmpty ? piece : value))
    }
}

extension Excerpt {
    fileprivate func with(unit: String) -> Excerpt {
        unit.isEmpty || text.hasSuffix(unit.trimmingPrefix(" ")) ? self : Excerpt(text: text + unit, place: place)
    }
}

extension Reading {
    /// Takes the rows of a table into the sections.
    func take(_ table: Table) {
        table.problems.forEach(report)
        if !table.problems.isEmpty { isPartial = true }
        let headers = table.header.map { Excerpt(text: $0.text.lowercased(), place: $0.place) }
        guard let format = TableFormat.of(headers.map(\.text)) else {
            isPartial = true
            let place = table.header.first?.place ?? SourcePlace(file: table.name, line: 1, column: 1)
            return report(.unknownTable(table.header.map(\.text)), at: place)
        }
        let columns = headers.map { header in
            let column = format.columns.first { $0.header == header.text }
            if column == nil {
                report(header.fault(.unknownKey(header.text, of: format.name, known: format.columns.map(\.header))))
            }
            return column
        }
        for (index, header) in headers.enumerated() {
            if let first = headers[..<index].first(where: { $0.text == header.text }) {
                report(header.fault(.duplicateKey(header.text, first: first.place)))
            }
        }
        for cells in table.rows {
            take(TableRow(columns, cells, self), format)
        }
    }

    private func take(_ row: TableRow, _ format: TableFormat) {
        switch format {
        case .people:
            guard let person = row.required("person", format, self), isID(person) else { return }
            sections.people.add([Node.Entry(key: person, value: row.node(without: ["person"], self))], self)
        case .needs:
            guard let project = row.required("project", format, self), let need = row.required("need", format, self),
                isID(need)
            else { return }
            var dates: [Node.Entry] = []
            if let from = row["from"] ?? row["to"], let days = row.days(format, self) {
                let text = Node(.text("\(days)"), at: from.place)
                dates = [Node.Entry(key: Excerpt(text: "dates", place: from.place), value: text)]
            }
            let value = row.node(without: ["project", "need", "from", "to"], adding: dates, self)
            tabledProjects.append(project)
            sections.tabledNeeds[project.text, default: Sections.Section()]
                .add([Node.Entry(key: need, value: value)], self)
        case .bookings:
            sections.bookings.append(.row(row))
        }
    }
}
