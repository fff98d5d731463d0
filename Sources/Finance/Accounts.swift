// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// All that money is worked out from: the firm, its terms, and the facts of the ledger.
public struct Accounts: Sendable {
    public let firm: Firm
    public let books: Books
    /// Approved, in the order of their numbers.
    public let time: [TimeEntry]
    /// Approved, in the order of their numbers.
    public let expenses: [Expense]
    public let milestones: [MilestoneReached]
    /// In the order in which they were entered.
    public let progress: [Progress]
    /// What is promised, by week; what lies after a day is what is still to be done.
    public let booked: [BookedWork]
    /// With credit notes, in the order of their issue.
    public let invoices: [Invoice]
    /// What stands on invoices that no credit note has taken back as a whole.
    let billed: Set<BilledSource>
    public let payments: [Payment]
    public let writeOffs: [WriteOff]
    public let recognitions: [Recognition]
    /// The latest month that is closed, with all before it.
    public let closed: Month?
    public let rates: ExchangeRates
    private let allRates: [ExchangeRate]

    public init(
        firm: Firm, books: Books, time: [TimeEntry] = [], expenses: [Expense] = [],
        milestones: [MilestoneReached] = [], progress: [Progress] = [], booked: [BookedWork] = [],
        invoices: [Invoice] = [], payments: [Payment] = [],
        writeOffs: [WriteOff] = [], recognitions: [Recognition] = [], closed: Month? = nil,
        rates: [ExchangeRate] = []
    ) {
        self.firm = firm
        self.books = books
        self.time = time
        self.expenses = expenses
        self.milestones = milestones
        self.progress = progress
        self.booked = booked
        self.invoices = invoices
        billed = BilledSource.all(of: invoices)
        self.payments = payments
        self.writeOffs = writeOffs
        self.recognitions = recognitions
        self.closed = closed
        self.rates = ExchangeRates(home: firm.currency, rates)
        allRates = rates
    }
}

/// Hours that somebody, or a pool of subcontractors, is promised for in a week.
public struct BookedWork: Hashable, Sendable {
    public enum Whose: Hashable, Sendable {
        case person(Identifier<Person>)
        case pool(Identifier<SubcontractorPool>)
    }

    public let whose: Whose
    public let line: LineID
    public let week: Week
    public let hours: Hours

    public init(_ whose: Whose, on line: LineID, in week: Week, _ hours: Hours) {
        self.whose = whose
        self.line = line
        self.week = week
        self.hours = hours
    }
}

/// Something that stands on an invoice of a contract.
struct BilledSource: Hashable {
    let contract: Identifier<ClientContract>
    let source: BillingSource

    init(_ contract: Identifier<ClientContract>, _ source: BillingSource) {
        self.contract = contract
        self.source = source
    }

    /// - Parameter invoices: in the order of their issue. Credit notes for a part of an invoice name no sources, those
    ///   for the whole name all of them.
    static func all(of invoices: [Invoice]) -> Set<BilledSource> {
        var result: Set<BilledSource> = []
        for invoice in invoices {
            for item in invoice.lines.lazy.flatMap(\.sources) {
                let source = BilledSource(invoice.contract, item.source)
                if invoice.credits == nil { result.insert(source) } else { result.remove(source) }
            }
        }
        return result
    }
}

extension Accounts {
    /// What was known of a month, and of all before it, when it ended: entries that count in it, what was invoiced and
    /// paid in it.
    public func asOf(_ month: Month) -> Accounts {
        let last = month.days.last
        return Accounts(
            firm: firm, books: books, time: time.filter { $0.month <= month },
            expenses: expenses.filter { $0.month <= month }, milestones: milestones.filter { $0.day <= last },
            progress: progress.filter { $0.day <= last }, booked: booked,
            invoices: invoices.filter { $0.issued <= last },
            payments: payments.filter { $0.month <= month }.map { payment in
                var payment = payment
                payment.uses.removeAll { $0.month > month }
                return payment
            },
            writeOffs: writeOffs.filter { $0.day <= last }, recognitions: recognitions.filter { $0.month <= month },
            closed: closed.map { min($0, month) }, rates: allRates)
    }
}

extension Accounts {
    /// With other facts in place of those given.
    func replacing(
        time: [TimeEntry]? = nil, milestones: [MilestoneReached]? = nil, invoices: [Invoice]? = nil,
        recognitions: [Recognition]? = nil
    ) -> Accounts {
        Accounts(
            firm: firm, books: books, time: time ?? self.time, expenses: expenses,
            milestones: milestones ?? self.milestones, progress: progress, booked: booked,
            invoices: invoices ?? self.invoices, payments: payments, writeOffs: writeOffs,
            recognitions: recognitions ?? self.recognitions, closed: closed, rates: allRates)
    }

    func recognising(_ more: [Recognition]) -> Accounts { replacing(recognitions: recognitions + more) }
}
