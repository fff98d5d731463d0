// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension Accounts {
    /// What can be invoiced for what happened through a day, contract by contract in the order of the files; contracts
    /// with nothing to invoice and nothing to say are left out.
    ///
    /// Every approved billable entry, milestone, instalment and period is on one proposal at most, and on none if it is
    /// on an invoice already.
    public func proposals(through day: Day) -> [InvoiceProposal] {
        let pricing = Pricing(firm: firm, books: books)
        let history = BillingHistory(of: self)
        return work(pricing).compactMap { work in
            let proposal = Billing(self, pricing, history, work, through: day).proposal
            return proposal.lines.isEmpty && proposal.notes.isEmpty ? nil : proposal
        }
    }
}

/// What has been invoiced so far.
struct BillingHistory {
    /// Before tax, expenses aside, credit notes taken off.
    private(set) var work: [Key: Money] = [:]
    /// For expenses under a contract.
    private(set) var expenses: [Identifier<ClientContract>: Money] = [:]
    /// All, by contract.
    private(set) var all: [Identifier<ClientContract>: Money] = [:]
    /// What an entry was invoiced with, of those that were taken back later.
    private(set) var amounts: [EntryNumber<TimeEntry>: Money] = [:]
    private(set) var expenseAmounts: [EntryNumber<Expense>: Money] = [:]
    /// By the month of the work.
    private(set) var months: [MonthKey: Money] = [:]

    struct Key: Hashable {
        let contract: Identifier<ClientContract>
        let part: Identifier<ContractPart>?
    }

    struct MonthKey: Hashable {
        let key: Key
        let month: Month
    }

    /// Nothing.
    init() {}

    init(of accounts: Accounts) {
        let takenBack = Set(accounts.time.compactMap(\.reverses))
        let expensesBack = Set(accounts.expenses.compactMap(\.reverses))
        let minimums = Set(
            accounts.books.contracts.flatMap { contract in
                contract.parts.filter(\.hasMinimum).map { Key(contract: contract.id, part: $0.id) }
            })
        let needsDays = !minimums.isEmpty
        let days =
            needsDays ? Dictionary(accounts.time.map { ($0.number, $0.day) }) { first, _ in first } : [:]
        for invoice in accounts.invoices {
            for line in invoice.lines {
                all[invoice.contract, default: .zero] += line.amount
                let key = Key(contract: invoice.contract, part: line.part)
                if line.isExpense {
                    expenses[invoice.contract, default: .zero] += line.amount
                } else {
                    work[key, default: .zero] += line.amount
                }
                for item in line.sources {
                    switch item.source {
                    case .time(let number):
                        if takenBack.contains(number) { amounts[number, default: .zero] += item.amount }
                        if minimums.contains(key), let day = days[number] {
                            months[MonthKey(key: key, month: Month(of: day)), default: .zero] += item.amount
                        }
                    case .expense(let number):
                        if expensesBack.contains(number) { expenseAmounts[number, default: .zero] += item.amount }
                    case .milestone, .instalment, .fee, .overage, .minimum, .progress: break
                    }
                }
            }
        }
    }
}

extension ContractPart {
    fileprivate var hasMinimum: Bool {
        if case .timeAndMaterials(let hourly) = terms { hourly.monthlyMinimum != nil } else { false }
    }
}

extension InvoiceLine {
    /// Expenses stand on lines of their own.
    public var isExpense: Bool {
        guard case .expense? = sources.first?.source else { return false }
        return true
    }
}
