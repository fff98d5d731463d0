// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What a client owes in a currency, by how late it is.
public struct AgedReceivables: Sendable, Equatable {
    public static let bucketNames = ["not due", "1–30", "31–60", "61–90", "over 90"]

    public let client: Identifier<Client>
    public let currency: Currency
    /// Not due, 1 to 30 days late, 31 to 60, 61 to 90, more.
    public let buckets: [Money]
    /// Payments and credit notes of the client that are used for no invoice.
    public let credit: Money

    /// Of all invoices; the credit is not taken off.
    public var owed: Money { buckets.reduce(.zero, +) }

    /// The bucket of what is so many days late.
    static func bucket(daysLate: Int) -> Int {
        switch daysLate {
        case ...0: 0
        case 1...30: 1
        case 31...60: 2
        case 61...90: 3
        default: 4
        }
    }
}

extension Accounts {
    /// What was open of each invoice at the end of a day, by what counted by then; an invoice that was credited beyond
    /// what was open of it is below zero.
    public func open(on day: Day) -> [(invoice: Invoice, open: Money)] {
        let month = Month(of: day)
        var taken: [InvoiceNumber: Money] = [:]
        for note in invoices where note.issued <= day {
            if let credited = note.credits { taken[credited, default: .zero] -= note.totals.gross }
        }
        for use in payments.lazy.flatMap(\.uses) where use.day <= day && use.month <= month {
            taken[use.invoice, default: .zero] += use.amount
        }
        for item in writeOffs where item.day <= day {
            if case .invoice(let number) = item.target { taken[number, default: .zero] += item.amount }
        }
        return invoices.filter { $0.credits == nil && $0.issued <= day }
            .map { ($0, $0.totals.gross - (taken[$0.number] ?? .zero)) }
    }
}

extension Controlling {
    /// Who owes what on a day and how late, in the order of the files and then of the currencies.
    public func ageing(on day: Day) -> [AgedReceivables] {
        struct Key: Hashable {
            let client: Identifier<Client>
            let currency: Currency
        }
        let none = [Money](repeating: .zero, count: AgedReceivables.bucketNames.count)
        var buckets: [Key: [Money]] = [:]
        var credit: [Key: Money] = [:]
        for (invoice, open) in accounts.open(on: day) {
            let key = Key(client: invoice.client, currency: invoice.currency)
            if open > .zero {
                buckets[key, default: none][AgedReceivables.bucket(daysLate: day - invoice.due)] += open
            } else if open < .zero {
                credit[key, default: .zero] -= open
            }
        }
        let month = Month(of: day)
        for payment in accounts.payments where payment.day <= day && payment.month <= month {
            let used = payment.uses.filter { $0.day <= day && $0.month <= month }.reduce(Money.zero) { $0 + $1.amount }
            if payment.amount != used {
                credit[Key(client: payment.client, currency: payment.currency), default: .zero] += payment.amount - used
            }
        }
        let ranks = Dictionary(firm.clients.enumerated().map { ($1.id, $0) }) { first, _ in first }
        return Set(buckets.keys).union(credit.filter { $0.value != .zero }.keys).sorted {
            (ranks[$0.client] ?? Int.max, $0.client.text, $0.currency.code)
                < (ranks[$1.client] ?? Int.max, $1.client.text, $1.currency.code)
        }.map {
            AgedReceivables(
                client: $0.client, currency: $0.currency, buckets: buckets[$0] ?? none, credit: credit[$0] ?? .zero)
        }
    }

    /// Days of sales outstanding: what is owed on a day over what was invoiced in the 90 days through it, times 90, tax
    /// included in both; rounded half up to a day. Nil where nothing was invoiced in them.
    public func daysOfSalesOutstanding(on day: Day) throws(MissingRate) -> Int? {
        var owed = Money.zero
        for (invoice, open) in accounts.open(on: day) { owed += try home(open, invoice.currency, day) }
        var sales = Money.zero
        for invoice in accounts.invoices where invoice.issued <= day && invoice.issued > day - 90 {
            sales += try home(invoice.totals.gross, invoice.currency, invoice.issued)
        }
        guard sales > .zero else { return nil }
        return Int((Int128(owed.minorUnits) * 180 + Int128(sales.minorUnits)) / (2 * Int128(sales.minorUnits)))
    }
}
