// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB
public import Staffing

/// What time entries and expenses have in common: their way from draft to approved.
public enum WorkKind: String, Sendable {
    case time
    case expense

    var table: String {
        switch self {
        case .time: "time_entry"
        case .expense: "expense"
        }
    }
}

/// Which entries; all that fit every condition given.
public struct EntryFilter: Sendable {
    public var numbers: [Int] = []
    public var person: Identifier<Person>?
    public var project: Identifier<Project>?
    public var first: Day?
    public var last: Day?
    public var states: [EntryState] = []

    public init() {}

    /// Nothing is asked for.
    public var isOpen: Bool {
        numbers.isEmpty && person == nil && project == nil && first == nil && last == nil
    }

    var sql: (condition: String, arguments: StatementArguments) {
        var parts: [String] = []
        var arguments: StatementArguments = []
        func add(_ part: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            parts.append(part)
            arguments += [value]
        }
        if !numbers.isEmpty { parts.append("id IN (\(numbers.map(String.init).joined(separator: ",")))") }
        add("person = ?", person?.text)
        add("project = ?", project?.text)
        add("day >= ?", first.map { "\($0)" })
        add("day <= ?", last.map { "\($0)" })
        if !states.isEmpty { parts.append("state IN ('\(states.map(\.rawValue).joined(separator: "','"))')") }
        return (parts.isEmpty ? "1" : parts.joined(separator: " AND "), arguments)
    }
}

/// What became of rows that were added.
public struct Added: Sendable, Equatable {
    public var numbers: [Int] = []
    /// Rows with an id that is in the ledger already, with the same content.
    public var known = 0
}

extension Ledger {
    /// Adds time, all of it or none.
    ///
    /// - Parameter rows: entries without numbers; their state is draft or submitted. A row with the external id of an
    ///   entry that says the same is left out.
    /// - Throws: ``LedgerError/refused(_:)`` where a row has the external id of an entry that says something else, a month
    ///   is closed, or a day would have more than 24 hours.
    public func add(
        _ rows: [(entry: TimeEntry, external: String?)], by actor: Actor
    ) throws(LedgerError) -> Added {
        try write("time", by: actor, subject: counted(rows.count, "entry", "entries")) { db, event in
            // A year of entries goes into five indices at random places: most of their pages are kept at hand.
            try db.execute(sql: "PRAGMA cache_size = \(rows.count > 100_000 ? -524_288 : -16_384)")
            var result = Added()
            let insert = try db.makeStatement(
                sql: """
                    INSERT INTO time_entry (event, person, project, line, day, month, seconds, billable, note, state,
                        reverses, external)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            let find = try db.makeStatement(sql: "SELECT id FROM time_entry WHERE external = ?")
            var texts = Texts()
            for (entry, external) in rows {
                if let external, let known = try Int.fetchOne(find, arguments: [external]) {
                    let isSame = try time(db, where: "id = ?", [known]).first?.isSame(as: entry) ?? false
                    try checkSame(isSame, external)
                    result.known += 1
                    continue
                }
                try insert.execute(arguments: [
                    event, entry.person.text, entry.project.text, entry.line?.text, texts.day(entry.day),
                    texts.month(entry.month), entry.hours.seconds, entry.billable, entry.note, entry.state.rawValue,
                    entry.reverses?.value, external,
                ])
                result.numbers.append(Int(db.lastInsertedRowID))
            }
            return result
        }
    }

    /// Adds expenses, all of them or none, as ``add(_:by:)`` adds time.
    public func add(
        _ rows: [(entry: Expense, external: String?)], by actor: Actor
    ) throws(LedgerError) -> Added {
        try write("expense", by: actor, subject: counted(rows.count, "entry", "entries")) { db, event in
            var result = Added()
            for (entry, external) in rows {
                if let external, let known = try expenses(db, where: "external = ?", [external]).first {
                    try checkSame(known.isSame(as: entry), external)
                    result.known += 1
                    continue
                }
                try insert(db, event, entry, external)
                result.numbers.append(Int(db.lastInsertedRowID))
            }
            return result
        }
    }

    private func insert(_ db: Database, _ event: Int64, _ entry: Expense, _ external: String?) throws {
        try db.execute(
            sql: """
                INSERT INTO expense (event, project, person, supplier, category, day, month, cost, currency, tax,
                    mark_up, billable, receipt, note, state, reverses, external)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                event, entry.project.text, entry.person?.text, entry.supplier, entry.category, "\(entry.day)",
                "\(entry.month)", entry.cost.minorUnits, entry.currency.code, entry.tax.minorUnits,
                entry.markUp?.millionths, entry.billable, entry.receipt, entry.note, entry.state.rawValue,
                entry.reverses?.value, external,
            ])
    }

    /// Moves entries on: drafts are submitted, what is submitted is approved or rejected.
    ///
    /// - Returns: how many; none where none is in the state before.
    public func move(
        _ kind: WorkKind, _ filter: EntryFilter, from states: [EntryState], to state: EntryState, note: String = "",
        by actor: Actor
    ) throws(LedgerError) -> Int {
        var filter = filter
        filter.states = states
        let (condition, arguments) = filter.sql
        return try write(verb(state), by: actor, subject: kind.rawValue, note: note) { db, _ in
            if !filter.numbers.isEmpty {
                let found = try Int.fetchAll(
                    db, sql: "SELECT id FROM \(kind.table) WHERE \(condition)", arguments: arguments)
                if let missing = filter.numbers.first(where: { !found.contains($0) }) {
                    let words = states.map(\.rawValue).joined(separator: " or ")
                    throw LedgerError.refused("\(kind.rawValue) \(missing) is not \(words)")
                }
            }
            try db.execute(
                sql: "UPDATE \(kind.table) SET state = '\(state.rawValue)' WHERE \(condition)", arguments: arguments)
            let count = db.changesCount
            guard count > 0 else { throw LedgerError.refused("no entry is there to be \(state.rawValue)") }
            return count
        }
    }

    /// Takes an approved entry back, and puts another one in its place; both are submitted.
    ///
    /// - Parameters:
    ///   - replacement: what it should have been, submitted; nil to take it back only.
    ///   - month: in which both count; the entry's own where nil.
    public func correct(
        _ number: EntryNumber<TimeEntry>, with replacement: TimeEntry?, month: Month?, reason: String, by actor: Actor
    ) throws(LedgerError) -> [Int] {
        try write("correct", by: actor, subject: "time \(number)", note: reason) { db, event in
            guard let original = try time(db, where: "id = ?", [number.value]).first else {
                throw LedgerError.refused("there is no time entry \(number)")
            }
            var reversal = original
            reversal.hours = .zero - original.hours
            reversal.reverses = number
            reversal.note = reason
            return try [reversal, replacement].compactMap(\.self).map { entry in
                try db.execute(
                    sql: """
                        INSERT INTO time_entry (event, person, project, line, day, month, seconds, billable, note, state,
                            reverses)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'submitted', ?)
                        """,
                    arguments: [
                        event, entry.person.text, entry.project.text, entry.line?.text, "\(entry.day)",
                        "\(month ?? entry.month)", entry.hours.seconds, entry.billable, entry.note,
                        entry.reverses?.value,
                    ])
                return Int(db.lastInsertedRowID)
            }
        }
    }

    /// Takes an approved expense back, and puts another one in its place; both are submitted.
    public func correct(
        _ number: EntryNumber<Expense>, with replacement: Expense?, month: Month?, reason: String, by actor: Actor
    ) throws(LedgerError) -> [Int] {
        try write("correct", by: actor, subject: "expense \(number)", note: reason) { db, event in
            guard let original = try expenses(db, where: "id = ?", [number.value]).first else {
                throw LedgerError.refused("there is no expense \(number)")
            }
            var reversal = original
            reversal.cost = -original.cost
            reversal.tax = -original.tax
            reversal.reverses = number
            reversal.note = reason
            return try [reversal, replacement].compactMap(\.self).map { entry in
                var entry = entry
                entry.state = .submitted
                entry.month = month ?? entry.month
                try insert(db, event, entry, nil)
                return Int(db.lastInsertedRowID)
            }
        }
    }

    /// Deletes drafts.
    public func delete(_ kind: WorkKind, _ numbers: [Int], by actor: Actor) throws(LedgerError) {
        let list = numbers.map(String.init).joined(separator: ",")
        try write("delete", by: actor, subject: kind.rawValue, note: list) { db, _ in
            try db.execute(sql: "DELETE FROM \(kind.table) WHERE id IN (\(list))")
            guard db.changesCount == numbers.count else {
                throw LedgerError.refused("not all of \(list) are there; nothing was deleted")
            }
        }
    }

    public func time(_ filter: EntryFilter) throws(LedgerError) -> [TimeEntry] {
        let (condition, arguments) = filter.sql
        return try read { try time($0, where: condition, arguments) }
    }

    public func expenses(_ filter: EntryFilter) throws(LedgerError) -> [Expense] {
        let (condition, arguments) = filter.sql
        return try read { try expenses($0, where: condition, arguments) }
    }

    private func checkSame(_ isSame: Bool, _ external: String) throws {
        guard isSame else {
            throw LedgerError.refused(
                "\(external) is in the ledger with another content; give what is new another id, or correct the entry")
        }
    }

    private func verb(_ state: EntryState) -> String {
        switch state {
        case .draft: "withdraw"
        case .submitted: "submit"
        case .approved: "approve"
        case .rejected: "reject"
        }
    }

    private func counted(_ count: Int, _ one: String, _ more: String) -> String {
        "\(count) \(count == 1 ? one : more)"
    }
}

/// Days and months as the ledger writes them: most entries of a table are of the same as the one before.
private struct Texts {
    private var lastDay = (day: Day(number: 0), text: "\(Day(number: 0))")
    private var lastMonth = (month: Month(of: Day(number: 0)), text: "\(Month(of: Day(number: 0)))")

    mutating func day(_ day: Day) -> String {
        if lastDay.day != day { lastDay = (day, "\(day)") }
        return lastDay.text
    }

    mutating func month(_ month: Month) -> String {
        if lastMonth.month != month { lastMonth = (month, "\(month)") }
        return lastMonth.text
    }
}

extension TimeEntry {
    fileprivate func isSame(as other: TimeEntry) -> Bool {
        var other = other
        (other.number, other.state, other.month) = (number, state, month)
        return self == other
    }
}

extension Expense {
    fileprivate func isSame(as other: Expense) -> Bool {
        var other = other
        (other.number, other.state, other.month) = (number, state, month)
        return self == other
    }
}
