// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing
public import Verification

/// One invoice or credit note.
public struct InvoiceReport {
    let invoice: Invoice
    let firm: Firm
    let books: Books

    public init(_ invoice: Invoice, in firm: Firm, _ books: Books) {
        self.invoice = invoice
        self.firm = firm
        self.books = books
    }

    var kind: String { invoice.credits == nil ? "Invoice" : "Credit note" }
    var client: String { firm.clients.first { $0.id == invoice.client }?.name ?? invoice.client.text }
    var contract: String { books.contract(invoice.contract)?.name ?? invoice.contract.text }

    public func text(_ style: Style) -> String {
        var about = "\(contract), issued \(invoice.issued)"
        about += invoice.credits.map { ", takes back \($0)" } ?? ", due \(invoice.due)"
        if let order = invoice.purchaseOrder { about += ", order \(order)" }
        let lines =
            [
                style.heading("\(kind) \(invoice.number) · \(client)".printable.cut(to: style.width)),
                style.paint("\(about), in \(invoice.currency.code)".printable.cut(to: style.width), .quiet),
            ] + invoice.lines.table(invoice.currency, style)
            + (invoice.note.isEmpty ? [] : ["  " + invoice.note.printable])
        return lines.joined(separator: "\n") + "\n"
    }

    public func json() -> JSON {
        .object([
            "number": .string("\(invoice.number)"), "client": .string(invoice.client.text),
            "contract": .string(invoice.contract.text), "currency": .string(invoice.currency.code),
            "issued": .string("\(invoice.issued)"), "due": .string("\(invoice.due)"),
            "purchase order": invoice.purchaseOrder.map { .string($0) } ?? .null,
            "credits": invoice.credits.map { .string("\($0)") } ?? .null, "note": .string(invoice.note),
            "lines": .array(invoice.lines.map { $0.json(invoice.currency) }),
            "totals": invoice.totals.json(invoice.currency),
        ])
    }
}

/// All invoices, what is open of each, and how late it is.
public struct InvoiceListReport {
    private let invoices: [(invoice: Invoice, open: Money)]
    private let today: Day

    /// - Parameter open: of each invoice, by its number; credit notes have none.
    public init(_ invoices: [Invoice], open: [InvoiceNumber: Money], today: Day, openOnly: Bool) {
        self.invoices = invoices.map { ($0, open[$0.number] ?? .zero) }.filter { !openOnly || $0.1 != .zero }
        self.today = today
    }

    public func text(_ style: Style) -> String {
        guard !invoices.isEmpty else { return "No invoices.\n" }
        var table = TextTable([
            .text("number"), .text("client", .cut(floor: 8)), .text("contract", .cut(floor: 8)), .text("issued"),
            .text("due"), .text(""), .number("gross"), .number("open"), .text(""),
        ])
        for (invoice, open) in invoices {
            let late = daysLate(invoice, open)
            table.add([
                .init("\(invoice.number)"), .init(invoice.client.text), .init(invoice.contract.text),
                .init("\(invoice.issued)"), .init(invoice.credits == nil ? "\(invoice.due)" : ""),
                .init(invoice.currency.code), .init(Numbers.exact(invoice.totals.gross, in: invoice.currency)),
                .init(open == .zero ? "" : Numbers.exact(open, in: invoice.currency)),
                late > 0
                    ? .init("\(late) d late", .bad)
                    : .init(invoice.credits.map { "of \($0)" } ?? (open == .zero ? "settled" : "")),
            ])
        }
        return table.lines(style).joined(separator: "\n") + "\n"
    }

    public func json() -> JSON {
        .array(
            invoices.map { invoice, open in
                .object([
                    "number": .string("\(invoice.number)"), "client": .string(invoice.client.text),
                    "contract": .string(invoice.contract.text), "issued": .string("\(invoice.issued)"),
                    "due": .string("\(invoice.due)"), "currency": .string(invoice.currency.code),
                    "credits": invoice.credits.map { .string("\($0)") } ?? .null,
                    "gross": .number(invoice.totals.gross.decimal(in: invoice.currency)),
                    "open": .number(open.decimal(in: invoice.currency)),
                    "days late": .integer(daysLate(invoice, open)),
                ])
            })
    }

    public func csv() -> String {
        CSV.text(
            [["number", "client", "contract", "issued", "due", "currency", "credits", "net", "tax", "gross", "open"]]
                + invoices.map { invoice, open in
                    let totals = invoice.totals
                    return [
                        "\(invoice.number)", invoice.client.text, invoice.contract.text, "\(invoice.issued)",
                        "\(invoice.due)", invoice.currency.code, invoice.credits.map { "\($0)" } ?? "",
                        totals.net.decimal(in: invoice.currency), totals.tax.decimal(in: invoice.currency),
                        totals.gross.decimal(in: invoice.currency), open.decimal(in: invoice.currency),
                    ]
                })
    }

    private func daysLate(_ invoice: Invoice, _ open: Money) -> Int {
        open > .zero ? max(0, today - invoice.due) : 0
    }
}
