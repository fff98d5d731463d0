// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import Staffing

/// Rows of a table of time or expenses, each with the id by which another program knows it.
public struct WorkRow<Entry: Sendable>: Sendable {
    public let entry: Entry
    public let external: String?
}

extension Scenario {
    /// Reads a table of time (CSV): `person,project,line,date,hours,billable,note,id`, of which the last four may be
    /// missing. Hours are `7.5` or `7:30`. The entries have no numbers yet.
    ///
    /// - Throws: everything that is wrong in the table, in the order of its lines.
    public func time(inTableAt path: String, from files: FileReader = .disk) throws(Problems) -> [WorkRow<TimeEntry>] {
        try WorkTable(
            path, firm, files, required: ["person", "project", "date", "hours"],
            optional: ["line", "billable", "note", "id"]
        ).rows { row throws(Problem) in
            let project = try row.project(of: firm)
            return TimeEntry(
                number: EntryNumber(0), person: try row.person(row["person"]), project: project.id,
                line: try row["line"].map { text throws(Problem) in try text.line(of: project) },
                day: try row.cell("date").day(), hours: try row.cell("hours").workedHours(),
                billable: try row["billable"].map { text throws(Problem) in try text.isYes() } ?? true,
                note: row["note"]?.text ?? "", state: .draft)
        }
    }

    /// Reads a table of expenses (CSV): `project,category,date,cost`, and as far as they are needed `person,supplier,
    /// currency,tax,mark up,billable,receipt,note,id`.
    ///
    /// - Throws: everything that is wrong in the table, in the order of its lines.
    public func expenses(
        inTableAt path: String, from files: FileReader = .disk
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
                number: EntryNumber(0), project: try row.project(of: firm).id,
                person: try row["person"].map { text throws(Problem) in try row.person(text) },
                supplier: row["supplier"]?.text ?? "", category: try row.cell("category").text,
                day: try row.cell("date").day(), cost: cost, currency: currency,
                tax: try row["tax"].map { text throws(Problem) in try text.money(currency) } ?? .zero,
                markUp: try row["mark up"].map { text throws(Problem) in try text.share() },
                billable: try row["billable"].map { text throws(Problem) in try text.isYes() } ?? true,
                receipt: row["receipt"]?.text ?? "", note: row["note"]?.text ?? "", state: .draft)
        }
    }
}

/// A table whose columns are known by their names.
private struct WorkTable {
    private let source: SourceText?
    private let table: Table?
    private let columns: [String: Int]
    private let problems: [Problem]
    private let people: Set<String>
    private let firm: Firm

    struct Row {
        let cells: [Excerpt]
        let columns: [String: Int]
        let people: Set<String>

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
        self.firm = firm
        people = Set(firm.people.map(\.id.text))
        let start = Excerpt(text: path, place: SourcePlace(file: path, line: 1, column: 1))
        var problems: [Problem] = []
        var columns: [String: Int] = [:]
        var (source, table): (SourceText?, Table?) = (nil, nil)
        do throws(Problem) {
            let text = try WorkTable.source(path, start, files)
            source = text
            table = try Table(text)
        } catch {
            problems.append(error)
        }
        problems += table?.problems ?? []
        for (index, header) in (table?.header ?? []).enumerated() {
            let name = header.text.lowercased()
            if !(required + optional).contains(name) {
                problems.append(header.fault(.unknownKey(header.text, of: "the table", known: required + optional)))
            } else if let first = columns[name] {
                problems.append(header.fault(.duplicateKey(name, first: table?.header[first].place ?? header.place)))
            } else {
                columns[name] = index
            }
        }
        for name in required where columns[name] == nil && table != nil {
            problems.append(start.fault(.missingKey(name, of: "the table", example: required.joined(separator: ","))))
        }
        (self.source, self.table, self.columns, self.problems) = (source, table, columns, problems)
    }

    private static func source(_ path: String, _ name: Excerpt, _ files: FileReader) throws(Problem) -> SourceText {
        let bytes: [UInt8]
        do {
            bytes = try files.bytes(path, SourceText.mostBytes + 1)
        } catch {
            switch error {
            case .missing: throw name.fault(.missingFile(path))
            case .unreadable(let why): throw name.fault(.unreadableFile(path, why: why))
            }
        }
        return try SourceText(name: path, bytes: bytes)
    }

    func rows<Entry>(_ read: (Row) throws(Problem) -> Entry) throws(Problems) -> [WorkRow<Entry>] {
        var problems = problems
        // A table with rows of another length is read on; one with other columns says nothing.
        let hasColumns = problems == table?.problems ?? []
        var result: [WorkRow<Entry>] = []
        var seen: [String: SourcePlace] = [:]
        for cells in hasColumns ? table?.rows ?? [] : [] {
            let row = Row(cells: cells, columns: columns, people: people)
            do throws(Problem) {
                let id = row["id"]
                if let id {
                    if let first = seen[id.text] { throw id.fault(.duplicateKey(id.text, first: first)) }
                    seen[id.text] = id.place
                }
                result.append(WorkRow(entry: try read(row), external: id?.text))
            } catch {
                problems.append(error)
            }
        }
        guard problems.isEmpty else { throw Problems(problems, in: source.map { [$0] } ?? []) }
        return result
    }
}

extension WorkTable.Row {
    fileprivate func person(_ text: Excerpt?) throws(Problem) -> Identifier<Person> {
        guard let text else {
            _ = try cell("person")
            return ""
        }
        guard people.contains(text.text) else {
            throw text.fault(.unknown(.person, text.text, known: people.sorted()))
        }
        return Identifier(text.text)
    }

    fileprivate func project(of firm: Firm) throws(Problem) -> Project {
        let text = try cell("project")
        guard let project = firm.projects.first(where: { $0.id.text == text.text }) else {
            throw text.fault(.unknown(.project, text.text, known: firm.projects.map(\.id.text)))
        }
        return project
    }
}

extension Excerpt {
    fileprivate func line(of project: Project) throws(Problem) -> Identifier<DemandLine> {
        guard let line = project.lines.first(where: { $0.id.text == text }) else {
            throw fault(.unknown(.need, text, known: project.lines.map(\.id.text)))
        }
        return line.id
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
