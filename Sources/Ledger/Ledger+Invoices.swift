// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB
public import Staffing

extension Ledger {
    /// Issues proposals, all of them or none: each gets the next number of the series in the year of the day.
    ///
    /// - Throws: ``LedgerError/refused(_:)`` where something on them has been invoiced meanwhile, the month is closed, or
    ///   a later invoice of the series is dated after the day.
    public func issue(
        _ proposals: [InvoiceProposal], on day: Day, series: String, by actor: Actor
    ) throws(LedgerError) -> [Invoice] {
        try write("invoice", by: actor, subject: proposals.map(\.contract.text).joined(separator: ", ")) { db, event in
            try proposals.map { proposal in
                let invoice = Invoice(
                    number: try next(db, series, day), client: proposal.client, contract: proposal.contract,
                    currency: proposal.currency, issued: day, due: day + proposal.dueDays,
                    purchaseOrder: proposal.purchaseOrder, lines: proposal.lines)
                _ = try insert(db, event, invoice)
                return invoice
            }
        }
    }

    /// Takes an invoice back with a credit note: as a whole, so that everything on it can be invoiced again; or a part of
    /// what is to be paid, taken off its lines in proportion, and nothing is invoiced again.
    ///
    /// - Parameter amount: before tax, above zero; nil for the whole.
    public func credit(
        _ number: InvoiceNumber, _ amount: Money?, on day: Day, reason: String, by actor: Actor
    ) throws(LedgerError) -> Invoice {
        try write("credit", by: actor, subject: "\(number)", note: reason) { db, event in
            let original = try stored(db, number)
            guard original.invoice.credits == nil else {
                throw LedgerError.refused("\(number) is a credit note itself")
            }
            let earlier =
                try Int.fetchOne(
                    db, sql: "SELECT coalesce(sum(net), 0) FROM invoice WHERE credits = ?", arguments: [original.id])
                ?? 0
            let net = original.invoice.totals.net
            if amount == nil, earlier != 0 {
                throw LedgerError.refused("\(number) has been credited in part; credit the rest by its amount")
            }
            if let amount, amount > net + Money(minorUnits: earlier) {
                throw LedgerError.refused("no more of \(number) can be credited than has been left of it")
            }
            let invoice = original.invoice.creditNote(
                amount, number: try next(db, number.series, day), on: day, reason: reason)
            let id = try insert(db, event, invoice, credits: original.id)
            if amount == nil {
                try db.execute(
                    sql: "UPDATE invoice_source SET released = ? WHERE invoice = ?", arguments: [id, original.id])
            }
            return invoice
        }
    }

    /// All invoices and credit notes, in the order of their issue.
    /// - Parameter condition: SQL over the columns of `invoice_source`, which of an invoice's sources are told.
    func invoices(_ db: Database, sources condition: String = "1") throws -> [Invoice] {
        try storedInvoices(db, sources: condition).map(\.invoice)
    }
}

extension Invoice {
    fileprivate func creditNote(_ amount: Money?, number: InvoiceNumber, on day: Day, reason: String) -> Invoice {
        let parts = amount.map { $0.shared(by: lines.map { max(0, $0.amount.minorUnits) }) } ?? lines.map(\.amount)
        let credited = zip(lines, parts).map { line, part in
            let isWhole = amount == nil
            let sources = isWhole ? line.sources.map { InvoiceLine.Source($0.source, -$0.amount) } : []
            return InvoiceLine(
                part: line.part, project: line.project, text: line.text, unit: isWhole ? line.unit : .pieces,
                quantity: isWhole ? -line.quantity : -1, price: isWhole ? line.price : part,
                discount: isWhole ? -line.discount : .zero, amount: -part, tax: line.tax, sources: sources)
        }
        return Invoice(
            number: number, client: client, contract: contract, currency: currency, issued: day, due: day,
            purchaseOrder: purchaseOrder, credits: self.number, lines: credited.filter { $0.amount != .zero },
            note: reason)
    }
}

extension Ledger {
    struct StoredInvoice {
        let id: Int64
        let invoice: Invoice
    }

    func stored(_ db: Database, _ number: InvoiceNumber) throws -> StoredInvoice {
        let found = try storedInvoices(
            db, where: "series = ? AND year = ? AND number = ?", [number.series, number.year, number.number])
        guard let first = found.first else { throw LedgerError.refused("there is no invoice \(number)") }
        return first
    }

    func storedInvoices(
        _ db: Database, where condition: String = "1", _ arguments: StatementArguments = [], sources told: String = "1"
    ) throws -> [StoredInvoice] {
        var names = Names()
        let chosen = "SELECT id FROM invoice WHERE \(condition)"
        var sources: [Int64: [Int: [InvoiceLine.Source]]] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT invoice, position, amount, kind, time_entry, expense, part, occasion FROM invoice_source
                WHERE invoice IN (\(chosen)) AND \(told) ORDER BY id
                """, arguments: arguments)
        // The sources of a line stand one after the other, so that each line is looked up once.
        var (invoice, position, items): (Int64, Int, [InvoiceLine.Source]) = (0, 0, [])
        while let row = try rows.next() {
            if row[0] != invoice || row[1] != position {
                if !items.isEmpty { sources[invoice, default: [:]][position, default: []] += items }
                (invoice, position, items) = (row[0], row[1], [])
            }
            items.append(InvoiceLine.Source(try source(row, from: 3, &names), Money(minorUnits: row[2])))
        }
        if !items.isEmpty { sources[invoice, default: [:]][position, default: []] += items }
        var lines: [Int64: [InvoiceLine]] = [:]
        for row in try Row.fetchAll(
            db,
            sql: """
                SELECT invoice, position, part, project, text, unit, quantity, price, discount, amount, tax_category,
                    tax_rate
                FROM invoice_line WHERE invoice IN (\(chosen)) ORDER BY invoice, position
                """, arguments: arguments)
        {
            guard let unit = BillingUnit(rawValue: row[5]), let category = Tax.Category(rawValue: row[10]) else {
                throw LedgerError.damaged("a line of an invoice")
            }
            lines[row[0], default: []].append(
                InvoiceLine(
                    part: (row[2] as String?).map { Identifier($0) },
                    project: (row[3] as String?).map { Identifier($0) }, text: row[4], unit: unit, quantity: row[6],
                    price: (row[7] as Int?).map { Money(minorUnits: $0) }, discount: Money(minorUnits: row[8]),
                    amount: Money(minorUnits: row[9]), tax: Tax(category, Share(millionths: row[11])),
                    sources: sources[row[0]]?[row[1]] ?? []))
        }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT id, series, year, number, client, contract, currency, issued, due, purchase_order, note,
                    (SELECT series FROM invoice original WHERE original.id = invoice.credits),
                    (SELECT year FROM invoice original WHERE original.id = invoice.credits),
                    (SELECT number FROM invoice original WHERE original.id = invoice.credits)
                FROM invoice WHERE \(condition) ORDER BY id
                """, arguments: arguments
        ).map { row in
            let credits = (row[11] as String?).map { InvoiceNumber(series: $0, year: row[12], number: row[13]) }
            return StoredInvoice(
                id: row[0],
                invoice: Invoice(
                    number: InvoiceNumber(series: row[1], year: row[2], number: row[3]), client: Identifier(row[4]),
                    contract: Identifier(row[5]), currency: try currency(row[6]), issued: try names.day(row[7]),
                    due: try names.day(row[8]), purchaseOrder: row[9], credits: credits, lines: lines[row[0]] ?? [],
                    note: row[10]))
        }
    }

    private func next(_ db: Database, _ series: String, _ day: Day) throws -> InvoiceNumber {
        let last = try Int.fetchOne(
            db, sql: "SELECT max(number) FROM invoice WHERE series = ? AND year = ?",
            arguments: [series, day.date.year])
        return InvoiceNumber(series: series, year: day.date.year, number: (last ?? 0) + 1)
    }

    private func insert(_ db: Database, _ event: Int64, _ invoice: Invoice, credits: Int64? = nil) throws -> Int64 {
        let totals = invoice.totals
        try db.execute(
            sql: """
                INSERT INTO invoice (event, series, year, number, client, contract, currency, issued, due, month,
                    purchase_order, credits, note, net, tax, gross)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                event, invoice.number.series, invoice.number.year, invoice.number.number, invoice.client.text,
                invoice.contract.text, invoice.currency.code, "\(invoice.issued)", "\(invoice.due)",
                "\(Month(of: invoice.issued))", invoice.purchaseOrder, credits, invoice.note, totals.net.minorUnits,
                totals.tax.minorUnits, totals.gross.minorUnits,
            ])
        let id = db.lastInsertedRowID
        for (index, line) in invoice.lines.enumerated() {
            try db.execute(
                sql: "INSERT INTO invoice_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, index + 1, line.part?.text, line.project?.text, line.text, line.unit.rawValue, line.quantity,
                    line.price?.minorUnits, line.discount.minorUnits, line.amount.minorUnits,
                    line.tax.category.rawValue, line.tax.rate.millionths,
                ])
            for item in line.sources {
                let columns = item.source.columns
                try db.cachedStatement(
                    sql: """
                        INSERT INTO invoice_source (invoice, position, kind, time_entry, expense, contract, part,
                            occasion, amount, released)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """
                ).execute(arguments: [
                    id, index + 1, columns.kind, columns.time, columns.expense,
                    columns.part == nil ? nil : invoice.contract.text, columns.part, columns.occasion,
                    item.amount.minorUnits, credits == nil ? nil : id,
                ])
            }
        }
        return id
    }

    /// - Parameter first: the column of the kind; after it time entry, expense, part, occasion.
    private func source(_ row: Row, from first: Int, _ names: inout Names) throws -> BillingSource {
        let part = Identifier<ContractPart>((row[first + 3] as String?) ?? "")
        let occasion: String = (row[first + 4] as String?) ?? ""
        switch row[first] as String {
        case "time": return .time(EntryNumber(row[first + 1]))
        case "expense": return .expense(EntryNumber(row[first + 2]))
        case "milestone": return .milestone(part, occasion)
        case "instalment": return .instalment(part, try names.day(occasion))
        case "fee": return .fee(part, try names.day(occasion))
        case "overage": return .overage(part, try names.day(occasion))
        case "minimum": return .minimum(part, try names.month(occasion))
        case "progress": return .progress(part, try names.month(occasion))
        case let other: throw LedgerError.damaged("\(other) is no source of an invoice")
        }
    }
}

extension BillingSource {
    struct Columns {
        let kind: String
        var time: Int?
        var expense: Int?
        var part: String?
        var occasion: String?
    }

    var columns: Columns {
        switch self {
        case .time(let number): Columns(kind: "time", time: number.value)
        case .expense(let number): Columns(kind: "expense", expense: number.value)
        case .milestone(let part, let name): Columns(kind: "milestone", part: part.text, occasion: name)
        case .instalment(let part, let day): Columns(kind: "instalment", part: part.text, occasion: "\(day)")
        case .fee(let part, let day): Columns(kind: "fee", part: part.text, occasion: "\(day)")
        case .overage(let part, let day): Columns(kind: "overage", part: part.text, occasion: "\(day)")
        case .minimum(let part, let month): Columns(kind: "minimum", part: part.text, occasion: "\(month)")
        case .progress(let part, let month): Columns(kind: "progress", part: part.text, occasion: "\(month)")
        }
    }
}
