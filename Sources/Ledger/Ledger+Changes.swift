// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB
internal import Staffing

extension Ledger {
    /// Writes an entry anew that nobody has approved or is looking at: a draft, or one that was rejected.
    ///
    /// - Parameters:
    ///   - entry: with its number; its state stays as it is in the ledger.
    ///   - submit: for approval, in the same step.
    ///   - note: what it was before, for the log.
    /// - Throws: ``LedgerError/refused(_:)`` where it is submitted or approved, takes another one back, its month is closed
    ///   or the day would have more than 24 hours.
    public func change(
        _ entry: TimeEntry, submit: Bool, note: String, by actor: Actor
    ) throws(LedgerError) {
        try write("change", by: actor, subject: "time \(entry.number)", note: note) { db, _ in
            try expectOpen(db, .time, entry.number.value)
            try db.execute(
                sql: """
                    UPDATE time_entry SET person = ?, project = ?, line = ?, day = ?, month = ?, seconds = ?, billable = ?,
                        note = ? WHERE id = ?
                    """,
                arguments: [
                    entry.person.text, entry.project.text, entry.line?.text, "\(entry.day)", "\(entry.month)",
                    entry.hours.seconds, entry.billable, entry.note, entry.number.value,
                ])
            if submit { try self.submit(db, .time, entry.number.value) }
        }
    }

    /// Writes an expense anew, as ``change(_:submit:note:by:)`` does with time.
    public func change(
        _ entry: Expense, submit: Bool, note: String, by actor: Actor
    ) throws(LedgerError) {
        try write("change", by: actor, subject: "expense \(entry.number)", note: note) { db, _ in
            try expectOpen(db, .expense, entry.number.value)
            try db.execute(
                sql: """
                    UPDATE expense SET day = ?, month = ?, cost = ?, tax = ?, billable = ?, receipt = ?, note = ?
                    WHERE id = ?
                    """,
                arguments: [
                    "\(entry.day)", "\(entry.month)", entry.cost.minorUnits, entry.tax.minorUnits, entry.billable,
                    entry.receipt, entry.note, entry.number.value,
                ])
            if submit { try self.submit(db, .expense, entry.number.value) }
        }
    }

    private func submit(_ db: Database, _ kind: WorkKind, _ number: Int) throws {
        try db.execute(sql: "UPDATE \(kind.table) SET state = 'submitted' WHERE id = ?", arguments: [number])
    }

    private func expectOpen(_ db: Database, _ kind: WorkKind, _ number: Int) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT state, reverses FROM \(kind.table) WHERE id = ?", arguments: [number])
        guard let row, let state = EntryState(rawValue: row[0]) else {
            throw LedgerError.refused("there is no \(kind.words) \(number)")
        }
        let name = kind.rawValue
        switch state {
        case .submitted:
            throw LedgerError.refused("\(name) \(number) is submitted: it can be changed once it is rejected")
        case .approved:
            throw LedgerError.refused("\(name) \(number) is approved: `muster \(name) correct` takes it back")
        case .draft, .rejected: break
        }
        if let taken = row[1] as Int? {
            throw LedgerError.refused(
                "\(name) \(number) takes \(taken) back, as a whole or not at all: `muster \(name) submit \(number)` "
                    + "submits it again as it is")
        }
    }
}

extension WorkKind {
    fileprivate var words: String {
        switch self {
        case .time: "time entry"
        case .expense: "expense"
        }
    }
}
