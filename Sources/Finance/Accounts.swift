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
    /// What stands on invoices that no credit note has taken back.
    public let billed: Set<BilledSource>
    public let payments: [Payment]
    public let writeOffs: [WriteOff]
    public let recognitions: [Recognition]
    /// The latest month that is closed, with all before it.
    public let closed: Month?
    public let rates: ExchangeRates

    public init(
        firm: Firm, books: Books, time: [TimeEntry] = [], expenses: [Expense] = [],
        milestones: [MilestoneReached] = [], progress: [Progress] = [], booked: [BookedWork] = [],
        invoices: [Invoice] = [], billed: Set<BilledSource> = [], payments: [Payment] = [],
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
        self.billed = billed
        self.payments = payments
        self.writeOffs = writeOffs
        self.recognitions = recognitions
        self.closed = closed
        self.rates = ExchangeRates(home: firm.currency, rates)
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
public struct BilledSource: Hashable, Sendable {
    public let contract: Identifier<ClientContract>
    public let source: BillingSource

    public init(_ contract: Identifier<ClientContract>, _ source: BillingSource) {
        self.contract = contract
        self.source = source
    }
}
