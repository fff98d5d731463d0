// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// The number by which the ledger knows an entry; given once, never again.
public struct EntryNumber<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let value: Int

    public init(_ value: Int) {
        self.value = value
    }

    public var description: String { String(value) }

    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// How far an entry has come on its way into the accounts.
public enum EntryState: String, Sendable, CaseIterable {
    case draft, submitted, approved, rejected
}

/// Time that somebody worked.
public struct TimeEntry: Sendable, Equatable {
    public var number: EntryNumber<TimeEntry>
    public var person: Identifier<Person>
    public var project: Identifier<Project>
    /// Of the project; nil where the entry names none.
    public var line: Identifier<DemandLine>?
    /// When it was worked.
    public var day: Day
    /// The month of the accounts in which it counts: of its day, unless that was closed when it was entered.
    public var month: Month
    /// Below zero in an entry that takes another one back.
    public var hours: Hours
    public var billable: Bool
    public var note: String
    public var state: EntryState
    /// The entry that this one takes back.
    public var reverses: EntryNumber<TimeEntry>?

    public init(
        number: EntryNumber<TimeEntry>, person: Identifier<Person>, project: Identifier<Project>,
        line: Identifier<DemandLine>?, day: Day, month: Month? = nil, hours: Hours, billable: Bool = true,
        note: String = "", state: EntryState = .approved, reverses: EntryNumber<TimeEntry>? = nil
    ) {
        self.number = number
        self.person = person
        self.project = project
        self.line = line
        self.day = day
        self.month = month ?? Month(of: day)
        self.hours = hours
        self.billable = billable
        self.note = note
        self.state = state
        self.reverses = reverses
    }
}

/// Money spent for a project: by somebody of the firm, or on a third party.
public struct Expense: Sendable, Equatable {
    public var number: EntryNumber<Expense>
    public var project: Identifier<Project>
    /// Who spent it and gets it back; nil for what a supplier invoices.
    public var person: Identifier<Person>?
    public var supplier: String
    public var category: String
    public var day: Day
    public var month: Month
    /// Before tax, in its currency; below zero in an entry that takes another one back.
    public var cost: Money
    public var currency: Currency
    /// Tax that was paid on it and comes back from the state.
    public var tax: Money
    /// The contract's where nil.
    public var markUp: Share?
    public var billable: Bool
    public var receipt: String
    public var note: String
    public var state: EntryState
    public var reverses: EntryNumber<Expense>?

    public init(
        number: EntryNumber<Expense>, project: Identifier<Project>, person: Identifier<Person>? = nil,
        supplier: String = "", category: String, day: Day, month: Month? = nil, cost: Money, currency: Currency,
        tax: Money = .zero, markUp: Share? = nil, billable: Bool = true, receipt: String = "", note: String = "",
        state: EntryState = .approved, reverses: EntryNumber<Expense>? = nil
    ) {
        self.number = number
        self.project = project
        self.person = person
        self.supplier = supplier
        self.category = category
        self.day = day
        self.month = month ?? Month(of: day)
        self.cost = cost
        self.currency = currency
        self.tax = tax
        self.markUp = markUp
        self.billable = billable
        self.receipt = receipt
        self.note = note
        self.state = state
        self.reverses = reverses
    }
}

/// That a milestone of a contract was reached.
public struct MilestoneReached: Hashable, Sendable {
    public let contract: Identifier<ClientContract>
    public let part: Identifier<ContractPart>
    public let name: String
    public let day: Day

    public init(contract: Identifier<ClientContract>, part: Identifier<ContractPart>, name: String, day: Day) {
        self.contract = contract
        self.part = part
        self.name = name
        self.day = day
    }
}

/// How much of a project, or of one of its phases, somebody judges to be done, on a day.
public struct Progress: Hashable, Sendable {
    public let project: Identifier<Project>
    public let phase: Identifier<Phase>?
    public let day: Day
    /// 0 through 100 %.
    public let done: Share

    public init(project: Identifier<Project>, phase: Identifier<Phase>?, day: Day, done: Share) {
        self.project = project
        self.phase = phase
        self.day = day
        self.done = done
    }
}
