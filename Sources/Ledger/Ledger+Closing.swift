// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB
public import Staffing

extension Ledger {
    /// Closes a month for good: its revenue is recorded, and nothing counts in it any more, nor in one before it.
    ///
    /// - Parameters:
    ///   - recognitions: what the month earned by the terms, from the accounts; made inside the transaction, so that
    ///     nothing comes between.
    ///   - carryOver: entries that are not approved yet count in the next month, instead of being refused.
    /// - Returns: what was recognised, and how many entries were carried over.
    public func close(
        _ month: Month, firm: Firm, books: Books, carryOver: Bool, by actor: Actor
    ) throws(LedgerError) -> (recognised: [Recognition], carried: Int) {
        try write("close", by: actor, subject: "\(month)") { db, event in
            if let closed = try closedMonth(db), month <= closed {
                throw LedgerError.refused("\(month) is closed already; \(closed.next) is the next")
            }
            let carried = try settleOpenEntries(db, through: month, carryOver: carryOver)
            let recognised: [Recognition]
            do {
                recognised = try accounts(db, firm, books).recognitions(closing: month)
            } catch let missing as MissingRate {
                throw LedgerError.refused(
                    "no rate of \(missing.currency.code) is known for \(missing.day); record one first")
            }
            for entry in recognised {
                try db.execute(
                    sql: """
                        INSERT INTO recognition (event, contract, part, project, month, kind, amount, home)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        event, entry.contract.text, entry.part.text, entry.project?.text, "\(entry.month)",
                        entry.kind.rawValue, entry.amount.minorUnits, entry.home.minorUnits,
                    ])
            }
            try db.execute(sql: "INSERT INTO closed_month VALUES (?, ?)", arguments: ["\(month)", event])
            try Ledger.seal(db)
            return (recognised, carried)
        }
    }

    /// The latest month that is closed.
    public func closedMonth() throws(LedgerError) -> Month? { try read { try closedMonth($0) } }

    /// What is not approved counts in the next month, or is refused. What was rejected does not count, and goes on to
    /// the next month so that it can still be changed and submitted again.
    private func settleOpenEntries(_ db: Database, through month: Month, carryOver: Bool) throws -> Int {
        var count = 0
        for table in ["time_entry", "expense"] {
            let isOpen = "month <= '\(month)' AND state IN ('draft', 'submitted')"
            let open = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(isOpen)") ?? 0
            guard open == 0 || carryOver else {
                throw LedgerError.refused(
                    "\(open) of \(table == "time_entry" ? "the month's time entries" : "the month's expenses") "
                        + "are not approved: approve or reject them, or let them count in \(month.next) (--carry-over)")
            }
            // What is submitted is taken back for a moment, since its month may be changed only in a draft.
            try db.execute(
                sql: """
                    CREATE TEMP TABLE carried AS SELECT id FROM \(table) WHERE \(isOpen) AND state = 'submitted';
                    UPDATE \(table) SET state = 'draft' WHERE id IN (SELECT id FROM carried);
                    UPDATE \(table) SET month = '\(month.next)'
                        WHERE month <= '\(month)' AND state IN ('draft', 'rejected');
                    UPDATE \(table) SET state = 'submitted' WHERE id IN (SELECT id FROM carried);
                    DROP TABLE carried;
                    """)
            count += open
        }
        return count
    }
}
