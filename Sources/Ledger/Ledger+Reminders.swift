// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB
internal import Staffing

extension Ledger {
    /// The latest stage with which each invoice was reminded of.
    public func reminded() throws(LedgerError) -> [InvoiceNumber: Int] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT series, year, number, max(stage) FROM reminder JOIN invoice ON invoice.id = reminder.invoice
                    GROUP BY invoice.id
                    """
            ).map { (InvoiceNumber(series: $0[0], year: $0[1], number: $0[2]), $0[3] as Int) }
            return Dictionary(uniqueKeysWithValues: rows)
        }
    }

    /// Records that letters were written: all of them or none, each stage of an invoice once.
    /// - Throws: ``LedgerError/refused(_:)`` where somebody has written one of them meanwhile.
    public func remind(_ reminders: [Reminder], by actor: Actor) throws(LedgerError) {
        guard !reminders.isEmpty else { return }
        let subject = reminders.map { "\($0.invoice.number)" }.joined(separator: ", ")
        try write("remind", by: actor, subject: subject) { db, event in
            for reminder in reminders {
                let invoice = try stored(db, reminder.invoice.number).id
                let isSent = try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM reminder WHERE invoice = ? AND stage >= ?)",
                    arguments: [invoice, reminder.stage])
                guard isSent == false else {
                    throw LedgerError.refused(
                        "\(reminder.invoice.number) was reminded of at stage \(reminder.stage) already; nothing was written"
                    )
                }
                try db.execute(
                    sql: "INSERT INTO reminder (invoice, stage, day, event) VALUES (?, ?, ?, ?)",
                    arguments: [invoice, reminder.stage, "\(reminder.day)", event])
            }
        }
    }
}
