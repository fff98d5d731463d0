// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What could be invoiced under a contract.
public struct InvoiceProposal: Sendable, Equatable {
    public let contract: Identifier<ClientContract>
    public let client: Identifier<Client>
    public let currency: Currency
    /// What happened on this day or before is in it.
    public let through: Day
    public let dueDays: Int
    public let purchaseOrder: String?
    public let lines: [InvoiceLine]
    /// What it leaves out and why, and what somebody should look at.
    public let notes: [BillingNote]

    public var totals: InvoiceTotals { InvoiceTotals(of: lines) }
}

/// Why something is not invoiced, or should not be.
public enum BillingNote: Sendable, Hashable {
    /// No rate is agreed for somebody's hours.
    case noRate(Identifier<Person>, Hours)
    /// Work beyond a part's cap: it stays unbilled until the cap is raised, or it is written off.
    case beyondCap(Identifier<ContractPart>, Hours, Money)
    /// Expenses beyond what the client pays of them.
    case expensesBeyondCap(Money)
    /// No part of the contract covers the work.
    case uncovered(Identifier<Project>, Hours)
    /// All invoices together would be above the limit of the purchase order, by so much. It must not be issued.
    case beyondOrder(String, Money)
    /// An expense is in a currency for which no rate is known on its day.
    case noExchangeRate(Currency, Day)
}

/// What billing finds under one part, or for the expenses.
struct Billed {
    var lines: [InvoiceLine] = []
    var notes: [BillingNote] = []

    static func + (left: Billed, right: Billed) -> Billed {
        Billed(lines: left.lines + right.lines, notes: left.notes + right.notes)
    }
}
