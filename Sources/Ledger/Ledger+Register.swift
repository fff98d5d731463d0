// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB
public import Staffing

extension Ledger {
    /// Risks and issues in the order in which they were raised.
    public func register() throws(LedgerError) -> [RegisterEntry] { try read { try register($0) } }

    /// Raises risks or issues. Those with a cause that stands in the register, open, are left out: a cause is raised once.
    /// - Returns: those that were raised, with their numbers.
    public func raise(_ entries: [RegisterEntry], by actor: Actor) throws(LedgerError) -> [RegisterEntry] {
        guard !entries.isEmpty else { return [] }
        let known = Set(try register().filter { $0.closed == nil }.compactMap(\.cause))
        guard entries.contains(where: { $0.cause.map { !known.contains($0) } ?? true }) else { return [] }
        return try write("raise", by: actor, subject: entries.count == 1 ? entries[0].title : "register") { db, event in
            // Somebody else may have raised the same meanwhile.
            var known = Set(try register(db).filter { $0.closed == nil }.compactMap(\.cause))
            return try entries.compactMap { entry in
                if let cause = entry.cause, !known.insert(cause).inserted { return nil }
                try db.execute(
                    sql: """
                        INSERT INTO register_entry (event, project, kind, title, severity, owner, cause, day)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        event, entry.project?.text, entry.kind.rawValue, entry.title, entry.severity.rawValue,
                        entry.owner, entry.cause, "\(entry.day)",
                    ])
                var raised = entry
                raised.number = EntryNumber(Int(db.lastInsertedRowID))
                return raised
            }
        }
    }

    /// Closes a risk or an issue for a reason.
    /// - Throws: ``LedgerError/refused(_:)`` where there is none, or it is closed.
    public func close(
        _ entry: EntryNumber<RegisterEntry>, on day: Day, reason: String, by actor: Actor
    ) throws(LedgerError) -> RegisterEntry {
        try write("close entry", by: actor, subject: "\(entry)", note: reason) { db, event in
            guard var found = try register(db).first(where: { $0.number == entry }) else {
                throw LedgerError.refused(
                    "there is no entry \(entry) in the register; `muster register list` shows all")
            }
            if let closed = found.closed {
                throw LedgerError.refused("\(entry) was closed on \(closed.day): \(closed.reason)")
            }
            try db.execute(
                sql: "INSERT INTO register_closed (entry, event, day, reason) VALUES (?, ?, ?, ?)",
                arguments: [entry.value, event, "\(day)", reason])
            found.closed = RegisterEntry.Closing(day: day, reason: reason)
            return found
        }
    }

    private func register(_ db: Database) throws -> [RegisterEntry] {
        var names = Names()
        return try Row.fetchAll(
            db,
            sql: """
                SELECT id, project, kind, title, severity, owner, cause, register_entry.day, register_closed.day, reason
                FROM register_entry LEFT JOIN register_closed ON entry = id ORDER BY id
                """
        ).map { row in
            guard let kind = RegisterEntry.Kind(rawValue: row[2]),
                let severity = RegisterEntry.Severity(rawValue: row[4])
            else { throw LedgerError.damaged("an entry of the register") }
            let closedOn: String? = row[8]
            return RegisterEntry(
                number: EntryNumber(row[0]), project: (row[1] as String?).map { Identifier($0) }, kind: kind,
                title: row[3], severity: severity, owner: row[5], cause: row[6], day: try names.day(row[7]),
                closed: try closedOn.map { RegisterEntry.Closing(day: try names.day($0), reason: row[9]) })
        }
    }
}
