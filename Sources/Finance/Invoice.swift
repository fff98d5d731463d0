// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// `F-2026-0007`: within a series and a year, numbers run from 1 without gaps.
public struct InvoiceNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let series: String
    public let year: Int
    public let number: Int

    public init(series: String, year: Int, number: Int) {
        self.series = series
        self.year = year
        self.number = number
    }

    /// Reads `F-2026-0007`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, let year = Int(parts[1]), let number = Int(parts[2]), number > 0,
            (1...9999).contains(year)
        else { return nil }
        self.init(series: String(parts[0]), year: year, number: number)
    }

    public var description: String {
        let digits = String(number)
        return "\(series)-\(year)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.series, left.year, left.number) < (right.series, right.year, right.number)
    }
}

/// What a line of an invoice is for. Each source is invoiced once, until a credit note takes its invoice back.
public enum BillingSource: Hashable, Sendable {
    case time(EntryNumber<TimeEntry>)
    case expense(EntryNumber<Expense>)
    /// A milestone of a part, by its name.
    case milestone(Identifier<ContractPart>, String)
    /// An instalment of a part that was due on a day.
    case instalment(Identifier<ContractPart>, Day)
    /// The fee of a period, by its first day.
    case fee(Identifier<ContractPart>, Day)
    /// Hours beyond those included in a period, by its first day.
    case overage(Identifier<ContractPart>, Day)
    /// What a month lacked to its minimum.
    case minimum(Identifier<ContractPart>, Month)
    /// What was completed by the end of a month and not invoiced before.
    case progress(Identifier<ContractPart>, Month)
}

public enum BillingUnit: String, Sendable, CaseIterable {
    case hours
    /// One of something: a milestone, a fee, an expense.
    case pieces
}

/// A line of an invoice or of a proposal for one.
public struct InvoiceLine: Sendable, Equatable {
    public var part: Identifier<ContractPart>?
    public var project: Identifier<Project>?
    public var text: String
    public var unit: BillingUnit
    /// Seconds for hours, else pieces.
    public var quantity: Int
    /// Of one hour or piece; nil where the line sums what has several prices.
    public var price: Money?
    /// Off the price times the quantity.
    public var discount: Money
    /// Before tax, after the discount; below zero for what is taken back.
    public var amount: Money
    public var tax: Tax
    /// What it is for, each with its part of the amount; the parts add up to the amount.
    public var sources: [Source]

    public struct Source: Hashable, Sendable {
        public let source: BillingSource
        public let amount: Money

        public init(_ source: BillingSource, _ amount: Money) {
            self.source = source
            self.amount = amount
        }
    }

    public init(
        part: Identifier<ContractPart>?, project: Identifier<Project>?, text: String, unit: BillingUnit,
        quantity: Int, price: Money?, discount: Money = .zero, amount: Money, tax: Tax, sources: [Source]
    ) {
        self.part = part
        self.project = project
        self.text = text
        self.unit = unit
        self.quantity = quantity
        self.price = price
        self.discount = discount
        self.amount = amount
        self.tax = tax
        self.sources = sources
    }
}

/// What an invoice comes to, as EN 16931 prescribes: tax is worked out once for each category and rate, on the sum of
/// its lines, and rounded once.
public struct InvoiceTotals: Sendable, Equatable {
    public struct Group: Hashable, Sendable {
        public let tax: Tax
        public let taxable: Money
        public let amount: Money
    }

    /// In the order in which the taxes first come among the lines.
    public let groups: [Group]
    public var net: Money { groups.reduce(.zero) { $0 + $1.taxable } }
    public var tax: Money { groups.reduce(.zero) { $0 + $1.amount } }
    /// What is to be paid.
    public var gross: Money { net + tax }

    public init(of lines: [InvoiceLine]) {
        var order: [Tax] = []
        var sums: [Tax: Money] = [:]
        for line in lines {
            if sums[line.tax] == nil { order.append(line.tax) }
            sums[line.tax, default: .zero] += line.amount
        }
        groups = order.map { tax in
            let taxable = sums[tax] ?? .zero
            return Group(tax: tax, taxable: taxable, amount: tax.amount(on: taxable))
        }
    }
}

/// An invoice, or a credit note that takes one back in part or in whole.
public struct Invoice: Sendable, Equatable {
    public var number: InvoiceNumber
    public var client: Identifier<Client>
    public var contract: Identifier<ClientContract>
    public var currency: Currency
    public var issued: Day
    public var due: Day
    public var purchaseOrder: String?
    /// The invoice that this one takes back; its lines are below zero then.
    public var credits: InvoiceNumber?
    public var lines: [InvoiceLine]
    /// Why it was credited; else empty.
    public var note: String

    public init(
        number: InvoiceNumber, client: Identifier<Client>, contract: Identifier<ClientContract>, currency: Currency,
        issued: Day, due: Day, purchaseOrder: String? = nil, credits: InvoiceNumber? = nil, lines: [InvoiceLine],
        note: String = ""
    ) {
        self.number = number
        self.client = client
        self.contract = contract
        self.currency = currency
        self.issued = issued
        self.due = due
        self.purchaseOrder = purchaseOrder
        self.credits = credits
        self.lines = lines
        self.note = note
    }

    public var totals: InvoiceTotals { InvoiceTotals(of: lines) }
}

/// Money that came in.
public struct Payment: Sendable, Equatable {
    public var number: EntryNumber<Payment>
    public var client: Identifier<Client>
    public var day: Day
    /// In which it counts.
    public var month: Month
    public var amount: Money
    public var currency: Currency
    /// The bank's; a client's payments each have another one.
    public var reference: String
    /// What of it pays which invoice; what is left is the client's credit.
    public var uses: [Use]

    public struct Use: Hashable, Sendable {
        public let invoice: InvoiceNumber
        public let amount: Money
        public let day: Day
        /// In which it counts.
        public let month: Month

        public init(_ invoice: InvoiceNumber, _ amount: Money, on day: Day, month: Month? = nil) {
            self.invoice = invoice
            self.amount = amount
            self.day = day
            self.month = month ?? Month(of: day)
        }
    }

    public init(
        number: EntryNumber<Payment>, client: Identifier<Client>, day: Day, month: Month? = nil, amount: Money,
        currency: Currency, reference: String, uses: [Use]
    ) {
        self.number = number
        self.client = client
        self.day = day
        self.month = month ?? Month(of: day)
        self.amount = amount
        self.currency = currency
        self.reference = reference
        self.uses = uses
    }
}

/// What will not be paid or billed, and why.
public struct WriteOff: Sendable, Equatable {
    public enum Target: Hashable, Sendable {
        /// What is open of an invoice, or a part of it.
        case invoice(InvoiceNumber)
        /// Approved time that will not be billed.
        case time(EntryNumber<TimeEntry>)
    }

    public var number: EntryNumber<WriteOff>
    public var target: Target
    /// It counts in its month.
    public var day: Day
    /// In the currency of the invoice or of the contract.
    public var amount: Money
    public var reason: String

    public init(number: EntryNumber<WriteOff>, target: Target, day: Day, amount: Money, reason: String) {
        self.number = number
        self.target = target
        self.day = day
        self.amount = amount
        self.reason = reason
    }
}

/// Revenue of a part of a contract that counts in a month, once and for all.
///
/// What the month should have had by later knowledge is another entry, in the month in which it became known.
public struct Recognition: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case revenue
        /// A loss that is expected on the whole, counted at once; below zero.
        case expectedLoss
    }

    public var number: EntryNumber<Recognition>
    public var contract: Identifier<ClientContract>
    public var part: Identifier<ContractPart>
    public var project: Identifier<Project>?
    /// In which it counts.
    public var month: Month
    public var kind: Kind
    /// In the contract's currency; below zero where too much had been recognised.
    public var amount: Money
    /// The same in the firm's currency, at the rate of the month's last day.
    public var home: Money

    public init(
        number: EntryNumber<Recognition>, contract: Identifier<ClientContract>, part: Identifier<ContractPart>,
        project: Identifier<Project>?, month: Month, kind: Kind = .revenue, amount: Money, home: Money
    ) {
        self.number = number
        self.contract = contract
        self.part = part
        self.project = project
        self.month = month
        self.kind = kind
        self.amount = amount
        self.home = home
    }
}
