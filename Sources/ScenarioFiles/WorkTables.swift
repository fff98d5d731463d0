// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import Staffing

/// A row of a table of time or expenses, with the id by which another program knows it.
public typealias WorkRow<Entry> = (entry: Entry, external: String?)

extension Scenario {
    /// Reads a table of time (CSV): `person,project,line,date,hours,billable,note,id`, of which the last four may be
    /// missing. Hours are `7.5` or `7:30`. The entries have no numbers yet.
    ///
    /// - Parameter month: in which they count; nil for that of each day.
    /// - Throws: everything that is wrong in the table, in the order of its lines.
    public func time(
        inTableAt path: String, as state: EntryState = .draft, in month: Month? = nil, from files: FileReader = .disk
    ) throws(Problems) -> [WorkRow<TimeEntry>] {
        // Most cells say what another one has said.
        var (days, hours): ([String: Day], [String: Hours]) = ([:], [:])
        return try WorkTable(
            path, firm, files, required: ["person", "project", "date", "hours"],
            optional: ["line", "billable", "note", "id"]
        ).rows { row throws(Problem) in
            let project = try row.project()
            return TimeEntry(
                number: EntryNumber(0), person: try row.person(row["person"]), project: project.id,
                line: try row["line"].map { text throws(Problem) in try text.line(of: project) },
                day: try row.cell("date").known(in: &days) { text throws(Problem) in try text.day() }, month: month,
                hours: try row.cell("hours").known(in: &hours) { text throws(Problem) in try text.workedHours() },
                billable: try row["billable"].map { text throws(Problem) in try text.isYes() } ?? true,
                note: row["note"]?.text ?? "", state: state)
        }
    }

    /// Reads a table of expenses (CSV): `project,category,date,cost`, and as far as they are needed `person,supplier,
    /// currency,tax,mark up,billable,receipt,note,id`.
    ///
    /// - Parameter month: in which they count; nil for that of each day.
    /// - Throws: everything that is wrong in the table, in the order of its lines.
    public func expenses(
        inTableAt path: String, as state: EntryState = .draft, in month: Month? = nil, from files: FileReader = .disk
    ) throws(Problems) -> [WorkRow<Expense>] {
        try WorkTable(
            path, firm, files, required: ["project", "category", "date", "cost"],
            optional: [
                "person", "supplier", "currency", "tax", "mark up", "billable", "receipt", "note", "id",
            ]
        ).rows { row throws(Problem) in
            let currency = try row["currency"].map { text throws(Problem) in try text.currency() } ?? firm.currency
            let text = try row.cell("cost")
            let cost = try text.money(currency)
            guard cost > .zero else {
                throw text.fault(.outOfRange(text.text, least: "the smallest coin", most: "any"))
            }
            return Expense(
                number: EntryNumber(0), project: try row.project().id,
                person: try row["person"].map { text throws(Problem) in try row.person(text) },
                supplier: row["supplier"]?.text ?? "", category: try row.cell("category").text,
                day: try row.cell("date").day(), month: month, cost: cost, currency: currency,
                tax: try row["tax"].map { text throws(Problem) in try text.money(currency) } ?? .zero,
                markUp: try row["mark up"].map { text throws(Problem) in try text.share() },
                billable: try row["billable"].map { text throws(Problem) in try text.isYes() } ?? true,
                receipt: row["receipt"]?.text ?? "", note: row["note"]?.text ?? "", state: state)
        }
    }
}

/// A table whose columns are known by their names, read row by row.
private struct WorkTable {
    private let path: String
    private let bytes: [UInt8]
    private let known: Known
    private let required: [String]
    private let optional: [String]
    private let problem: Problem?

    /// A year of a large firm has sixty million.
    private static let mostBytes = 1 << 30

    /// Whom and what cells may name.
    final class Known: Sendable {
        let people: Set<String>
        let projects: [String: KnownProject]
        let firm: Firm

        init(_ firm: Firm) {
            self.firm = firm
            people = Set(firm.people.map(\.id.text))
            projects = Dictionary(firm.projects.map { ($0.id.text, KnownProject($0)) }) { first, _ in first }
        }
    }

    struct Row {
        let cells: [Excerpt]
        let columns: [String: Int]
        let known: Known

        /// Nil where the column is missing or the cell empty.
        subscript(column: String) -> Excerpt? {
            columns[column].map { cells[$0] }.flatMap { $0.text.isEmpty ? nil : $0 }
        }

        func cell(_ column: String) throws(Problem) -> Excerpt {
            if let cell = self[column] { return cell }
            throw cells[columns[column] ?? 0].fault(.missingKey(column, of: "the row", example: "a value"))
        }
    }

    init(_ path: String, _ firm: Firm, _ files: FileReader, required: [String], optional: [String]) {
        (self.path, self.required, self.optional, known) = (path, required, optional, Known(firm))
        do throws(Problem) {
            (bytes, problem) = (try WorkTable.bytes(path, files), nil)
        } catch {
            (bytes, problem) = ([], error)
        }
    }

    /// - Returns: without byte-order mark and with one kind of line end.
    private static func bytes(_ path: String, _ files: FileReader) throws(Problem) -> [UInt8] {
        let name = Excerpt(text: path, place: SourcePlace(file: path, line: 1, column: 1))
        let bytes: [UInt8]
        do {
            bytes = try files.bytes(path, mostBytes + 1)
        } catch {
            switch error {
            case .missing: throw name.fault(.missingFile(path))
            case .unreadable(let why): throw name.fault(.unreadableFile(path, why: why))
            }
        }
        guard bytes.count <= mostBytes else { throw name.fault(.tableTooLarge) }
        let clean = try SourceText.clean(bytes, at: name.place)
        return clean
    }

    func rows<Entry>(_ read: (Row) throws(Problem) -> Entry) throws(Problems) -> [WorkRow<Entry>] {
        var problems: [Problem] = []
        var result: [WorkRow<Entry>] = []
        do throws(Problem) {
            if let problem { throw problem }
            try self.read(&problems) { row throws(Problem) in
                result.append((entry: try read(row), external: row["id"]?.text))
            }
        } catch {
            problems.append(error)
        }
        guard problems.isEmpty else {
            throw Problems(problems, in: [SourceText(name: path, text: String(decoding: bytes, as: UTF8.self))])
        }
        return result
    }

    /// Goes through all rows. A table with rows of another length is read on; one with other columns says nothing.
    private func read(_ problems: inout [Problem], _ take: (Row) throws(Problem) -> Void) throws(Problem) {
        var reader = TableReader(name: path, clean: bytes)
        let header = try reader.next() ?? []
        let columns = columns(header, &problems)
        let hasColumns = problems.isEmpty
        problems += reader.controls(in: header)
        var seen: [String: (line: Int32, column: Int32)] = [:]
        while let cells = try reader.next() {
            problems += reader.controls(in: cells)
            guard cells.count == header.count else {
                problems.append(cells[0].fault(.raggedRow(cells: cells.count, columns: header.count)))
                continue
            }
            guard hasColumns else { continue }
            let row = Row(cells: cells, columns: columns, known: known)
            do throws(Problem) {
                if let id = row["id"] {
                    if let first = seen[id.text] {
                        let place = SourcePlace(file: path, line: Int(first.line), column: Int(first.column))
                        throw id.fault(.duplicateKey(id.text, first: place))
                    }
                    seen[id.text] = (Int32(clamping: id.place.line), Int32(clamping: id.place.column))
                }
                try take(row)
            } catch {
                problems.append(error)
            }
        }
    }

    private func columns(_ header: [Excerpt], _ problems: inout [Problem]) -> [String: Int] {
        var columns: [String: Int] = [:]
        for (index, cell) in header.enumerated() {
            let name = cell.text.lowercased()
            if !(required + optional).contains(name) {
                problems.append(cell.fault(.unknownKey(cell.text, of: "the table", known: required + optional)))
            } else if let first = columns[name] {
                problems.append(cell.fault(.duplicateKey(name, first: header[first].place)))
            } else {
                columns[name] = index
            }
        }
        let start = Excerpt(text: path, place: SourcePlace(file: path, line: 1, column: 1))
        for name in required where columns[name] == nil {
            problems.append(start.fault(.missingKey(name, of: "the table", example: required.joined(separator: ","))))
        }
        return columns
    }
}

/// A project and its lines by their ids.
private struct KnownProject: Sendable {
    let id: Identifier<Project>
    let lines: [String: Identifier<DemandLine>]
    let inOrder: [String]

    init(_ project: Project) {
        id = project.id
        lines = Dictionary(project.lines.map { ($0.id.text, $0.id) }) { first, _ in first }
        inOrder = project.lines.map(\.id.text)
    }
}

extension WorkTable.Row {
    fileprivate func person(_ text: Excerpt?) throws(Problem) -> Identifier<Person> {
        guard let text else {
            _ = try cell("person")
            return ""
        }
        guard known.people.contains(text.text) else {
            throw text.fault(.unknown(.person, text.text, known: known.people.sorted()))
        }
        return Identifier(text.text)
    }

    fileprivate func project() throws(Problem) -> KnownProject {
        let text = try cell("project")
        guard let project = known.projects[text.text] else {
            throw text.fault(.unknown(.project, text.text, known: known.firm.projects.map(\.id.text)))
        }
        return project
    }
}

extension Excerpt {
    fileprivate func line(of project: KnownProject) throws(Problem) -> Identifier<DemandLine> {
        guard let line = project.lines[text] else { throw fault(.unknown(.need, text, known: project.inOrder)) }
        return line
    }

    /// What the text means, read once.
    fileprivate func known<Value>(
        in values: inout [String: Value], _ read: (Excerpt) throws(Problem) -> Value
    ) throws(Problem) -> Value {
        if let value = values[text] { return value }
        let value = try read(self)
        values[text] = value
        return value
    }

    /// `7.5` or `7:30`: above zero, a day at most.
    fileprivate func workedHours() throws(Problem) -> Hours {
        var hours: Hours?
        if let (whole, minutes) = cut(at: ":") {
            if let full = Int(whole.text), let rest = Int(minutes.text), minutes.text.count == 2, rest < 60,
                (0...24) ~= full
            {
                hours = Hours(seconds: full * 3600 + rest * 60)
            }
        } else {
            hours = try bareHours(most: 24)
        }
        guard let hours else { throw fault(.notANumber(text)) }
        guard hours > .zero, hours <= Hours(24) else { throw fault(.outOfRange(text, least: "a minute", most: "24")) }
        return hours
    }

    fileprivate func isYes() throws(Problem) -> Bool {
        switch text.lowercased() {
        case "yes", "true", "1": return true
        case "no", "false", "0": return false
        default: throw fault(.unknownWord(text, of: "yes or no", known: ["yes", "no"]))
        }
    }

    fileprivate func currency() throws(Problem) -> Currency {
        guard let currency = Currency(text) else { throw fault(.notACurrency(text)) }
        return currency
    }
}
