// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB
public import Staffing

extension Ledger {
    /// All invoices and credit notes, and what is open of each invoice, at one moment.
    public func invoicesAndOpen() throws(LedgerError) -> (invoices: [Invoice], open: [InvoiceNumber: Money]) {
        try read { db in
            let open = try Row.fetchAll(db, sql: "SELECT series, year, number, open FROM invoice_open").map {
                (InvoiceNumber(series: $0[0], year: $0[1], number: $0[2]), Money(minorUnits: $0[3]))
            }
            return (try invoices(db), Dictionary(uniqueKeysWithValues: open))
        }
    }

    /// In the order in which they were recorded.
    public func payments() throws(LedgerError) -> [Payment] { try read { try payments($0) } }

    /// Records money that came in, or with an amount below zero, that was paid back.
    ///
    /// - Parameter uses: what of it pays which invoice; what is left stays the client's credit.
    /// - Throws: ``LedgerError/refused(_:)`` where a payment of the client has that reference already, or an invoice would
    ///   be paid beyond what is open of it.
    public func pay(
        _ client: Identifier<Client>, _ amount: Money, in currency: Currency, on day: Day, month: Month? = nil,
        reference: String, uses: [Payment.Use], by actor: Actor
    ) throws(LedgerError) -> EntryNumber<Payment> {
        let month = month ?? Month(of: day)
        return try write("payment", by: actor, subject: client.text, note: reference) { db, event in
            if try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM payment WHERE client = ? AND reference = ?)",
                arguments: [client.text, reference]) ?? false
            {
                throw LedgerError.refused("\(client) has paid with the reference \(reference) already; it counts once")
            }
            try db.execute(
                sql: """
                    INSERT INTO payment (event, client, day, month, amount, currency, reference)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    event, client.text, "\(day)", "\(month)", amount.minorUnits, currency.code, reference,
                ])
            let id = db.lastInsertedRowID
            for use in uses { try insert(db, event, use, of: id) }
            try checkCredit(db, client, currency)
            return EntryNumber(Int(id))
        }
    }

    /// Uses what is left of a payment for an invoice.
    public func use(
        _ payment: EntryNumber<Payment>, _ use: Payment.Use, by actor: Actor
    ) throws(LedgerError) {
        try write("payment", by: actor, subject: "\(use.invoice)", note: "payment \(payment)") { db, event in
            try insert(db, event, use, of: Int64(payment.value))
        }
    }

    /// Gives up what is open of an invoice, or a part of it.
    /// - Parameter amount: nil for all that is open.
    public func writeOff(
        _ invoice: InvoiceNumber, _ amount: Money?, on day: Day, reason: String, by actor: Actor
    ) throws(LedgerError) -> Money {
        try write("write off", by: actor, subject: "\(invoice)", note: reason) { db, event in
            let id = try stored(db, invoice).id
            let open = try Int.fetchOne(db, sql: "SELECT open FROM invoice_open WHERE id = ?", arguments: [id]) ?? 0
            let amount = amount ?? Money(minorUnits: open)
            guard amount > .zero else { throw LedgerError.refused("nothing is open of \(invoice)") }
            try db.execute(
                sql: "INSERT INTO write_off (event, invoice, day, month, amount, reason) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [event, id, "\(day)", "\(Month(of: day))", amount.minorUnits, reason])
            return amount
        }
    }

    /// Gives up billing a time entry, with what it would have been billed with.
    public func writeOff(
        _ entry: EntryNumber<TimeEntry>, worth amount: Money, on day: Day, reason: String, by actor: Actor
    ) throws(LedgerError) {
        try write("write off", by: actor, subject: "time \(entry)", note: reason) { db, event in
            let isBilled = try Bool.fetchOne(
                db,
                sql: "SELECT EXISTS (SELECT 1 FROM invoice_source WHERE time_entry = ? AND released IS NULL)",
                arguments: [entry.value])
            guard isBilled == false else { throw LedgerError.refused("time \(entry) is on an invoice; credit that") }
            try db.execute(
                sql: "INSERT INTO write_off (event, time_entry, day, month, amount, reason) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [event, entry.value, "\(day)", "\(Month(of: day))", amount.minorUnits, reason])
        }
    }

    func payments(_ db: Database) throws -> [Payment] {
        var names = Names()
        var uses: [Int: [Payment.Use]] = [:]
        for row in try Row.fetchAll(
            db,
            sql: """
                SELECT payment, series, year, number, payment_use.amount, day, payment_use.month FROM payment_use
                JOIN invoice ON invoice.id = payment_use.invoice ORDER BY payment_use.id
                """)
        {
            let number = InvoiceNumber(series: row[1], year: row[2], number: row[3])
            uses[row[0], default: []].append(
                Payment.Use(
                    number, Money(minorUnits: row[4]), on: try names.day(row[5]), month: try names.month(row[6])))
        }
        return try Row.fetchAll(
            db, sql: "SELECT id, client, day, amount, currency, reference, month FROM payment ORDER BY id"
        ).map { row in
            Payment(
                number: EntryNumber(row[0]), client: Identifier(row[1]), day: try names.day(row[2]),
                month: try names.month(row[6]), amount: Money(minorUnits: row[3]), currency: try currency(row[4]),
                reference: row[5],
                uses: uses[row[0]] ?? [])
        }
    }

    func writeOffs(_ db: Database) throws -> [WriteOff] {
        var names = Names()
        return try Row.fetchAll(
            db,
            sql: """
                SELECT write_off.id, series, year, number, time_entry, day, amount, reason FROM write_off
                LEFT JOIN invoice ON invoice.id = write_off.invoice ORDER BY write_off.id
                """
        ).map { row in
            let entry = (row[4] as Int?).map { WriteOff.Target.time(EntryNumber($0)) }
            let target =
                entry ?? .invoice(InvoiceNumber(series: row[1], year: row[2], number: row[3]))
            return WriteOff(
                number: EntryNumber(row[0]), target: target, day: try names.day(row[5]),
                amount: Money(minorUnits: row[6]), reason: row[7])
        }
    }

    private func insert(
        _ db: Database, _ event: Int64, _ use: Payment.Use, of payment: Int64
    ) throws {
        let invoice = try stored(db, use.invoice).id
        try db.execute(
            sql: "INSERT INTO payment_use (event, payment, invoice, day, month, amount) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [event, payment, invoice, "\(use.day)", "\(use.month)", use.amount.minorUnits])
    }

    /// Money is paid back only out of what a client has paid too much, or is owed by credit notes.
    private func checkCredit(_ db: Database, _ client: Identifier<Client>, _ currency: Currency) throws {
        let paid =
            try Int.fetchOne(
                db,
                sql: """
                    SELECT coalesce(sum(amount), 0) - coalesce((SELECT sum(payment_use.amount) FROM payment_use
                        JOIN payment ON payment.id = payment_use.payment WHERE client = ?1 AND currency = ?2), 0)
                    FROM payment WHERE client = ?1 AND currency = ?2
                    """, arguments: [client.text, currency.code]) ?? 0
        let owed =
            try Int.fetchOne(
                db,
                sql: "SELECT -coalesce(sum(open), 0) FROM invoice_open WHERE client = ? AND currency = ? AND open < 0",
                arguments: [client.text, currency.code]) ?? 0
        guard paid + owed >= 0 else {
            throw LedgerError.refused("\(client) has no credit of that much that could be paid back")
        }
    }
}
