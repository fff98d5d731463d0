// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB

extension Ledger {
    /// The latest events, the newest first.
    public func log(most: Int) throws(LedgerError) -> [LogEntry] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT id, at, who, verb, subject, note FROM event ORDER BY id DESC LIMIT ?",
                arguments: [most]
            ).map(LogEntry.init)
        }
    }

    /// An event by its number.
    public func logEntry(_ event: Int) throws(LedgerError) -> LogEntry? {
        try read { db in try Ledger.entry(db, event) }
    }
}

extension LogEntry {
    /// From columns id, at, who, verb, subject, note.
    init(_ row: Row) {
        self.init(number: row[0], time: row[1], who: row[2], verb: row[3], subject: row[4], note: row[5])
    }
}
