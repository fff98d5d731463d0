// SPDX-License-Identifier: GPL-3.0-or-later

internal import GRDB
internal import Staffing

/// The rows of a table that count in months, as text.
///
/// A digest that was taken must come out the same ever after: what is here is added to, and not changed.
private struct SealedTable {
    let name: String
    /// SQL of one text for each row: its columns as literals.
    let text: String
    /// SQL: whether a row counts after the month `?1` and through `?2`.
    let counts: String
    let order: String

    init(_ name: String, _ columns: String, counts: String = "month > ?1 AND month <= ?2", order: String = "id") {
        self.name = name
        text = columns.split(separator: " ").map { "quote(\($0))" }.joined(separator: " || ',' || ")
        self.counts = counts
        self.order = order
    }

    private static let onInvoice = "invoice IN (SELECT id FROM invoice WHERE month > ?1 AND month <= ?2)"

    static let all = [
        SealedTable(
            "time_entry",
            "id event person project line day month seconds billable note state reverses external"),
        SealedTable(
            "expense",
            "id event project person supplier category day month cost currency tax mark_up billable receipt note state "
                + "reverses external"),
        SealedTable("milestone_reached", "id event contract part name day month"),
        SealedTable(
            "invoice",
            "id event series year number client contract currency issued due month purchase_order credits note net tax "
                + "gross"),
        SealedTable(
            "invoice_line",
            "invoice position part project text unit quantity price discount amount tax_category tax_rate",
            counts: onInvoice, order: "invoice, position"),
        // Not what released it, which may come later.
        SealedTable(
            "invoice_source", "id invoice position kind time_entry expense contract part occasion amount",
            counts: onInvoice),
        SealedTable("payment", "id event client day month amount currency reference"),
        SealedTable("payment_use", "id event payment invoice day month amount"),
        SealedTable("write_off", "id event invoice time_entry day month amount reason"),
        SealedTable("recognition", "id event contract part project month kind amount home"),
        SealedTable(
            "exchange_rate", "currency day billionths event",
            counts: "substr(day, 1, 7) > ?1 AND substr(day, 1, 7) <= ?2", order: "currency, day"),
    ]

    /// SHA-256 of the rows that count after one month and through another, each with a line feed behind it.
    func digest(_ db: Database, after first: String, through last: String) throws -> String {
        var bytes: [UInt8] = []
        let rows = try String.fetchCursor(
            db,
            sql: "SELECT \(text) FROM \(name) WHERE \(counts) ORDER BY \(order)", arguments: [first, last])
        while let row = try rows.next() {
            bytes.append(contentsOf: row.utf8)
            bytes.append(UInt8(ascii: "\n"))
        }
        return SHA256.hexadecimal(of: bytes)
    }
}

extension Ledger {
    /// Seals the closed months that have no seal yet.
    static func seal(_ db: Database) throws {
        for (before, month) in try closedMonths(db) {
            let isSealed = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM month_seal WHERE month = ?)", arguments: [month])
            guard isSealed == false else { continue }
            for table in SealedTable.all {
                try db.execute(
                    sql: "INSERT INTO month_seal VALUES (?, ?, ?)",
                    arguments: [month, table.name, try table.digest(db, after: before, through: month)])
            }
        }
    }

    /// Closed months that are not what they were when they were closed, whatever wrote them.
    static func brokenSeals(_ db: Database) throws -> [LedgerFault] {
        try closedMonths(db).flatMap { before, month in
            let seals = try Row.fetchAll(
                db, sql: "SELECT part, digest FROM month_seal WHERE month = ?", arguments: [month])
            let known = Dictionary(seals.map { ($0[0] as String, $0[1] as String) }) { first, _ in first }
            guard !known.isEmpty else { return [LedgerFault("a closed month has its seal", at: month)] }
            return try SealedTable.all.compactMap { table in
                let digest = try table.digest(db, after: before, through: month)
                return known[table.name] == digest
                    ? nil
                    : LedgerFault("a closed month is what it was when it was closed", at: "\(month), \(table.name)")
            }
        }
    }

    /// Each with the one that was closed before it, in their order.
    private static func closedMonths(_ db: Database) throws -> [(before: String, month: String)] {
        let months = try String.fetchAll(db, sql: "SELECT month FROM closed_month ORDER BY month")
        return Array(zip([""] + months, months))
    }
}
