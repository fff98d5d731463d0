// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// The accounts as managers look at them: what every view is worked out from.
///
/// Work, expenses and revenue count in their months of the accounts, so that what is entered late never moves a month
/// that was closed before.
public struct Controlling: Sendable {
    public let accounts: Accounts
    public let worked: [Worked]
    public let today: Day
    let pricing: Pricing
    let projects: [Identifier<Project>: Project]
    let people: [Identifier<Person>: Person]

    /// - Parameter worked: the approved entries summed up, where the accounts hold none of them.
    public init(_ accounts: Accounts, worked: [Worked]? = nil, today: Day) {
        self.accounts = accounts
        self.worked = worked ?? accounts.time.map(Worked.init)
        self.today = today
        pricing = Pricing(firm: accounts.firm, books: accounts.books)
        projects = Dictionary(accounts.firm.projects.map { ($0.id, $0) }) { first, _ in first }
        people = Dictionary(accounts.firm.people.map { ($0.id, $0) }) { first, _ in first }
    }

    var firm: Firm { accounts.firm }
    var books: Books { accounts.books }

    /// What work costs, each entry rounded once.
    func cost(of work: Worked) -> Money {
        pricing.cost(of: work.person, on: work.day).amount(for: work.hours).times(work.count)
    }

    /// What work would be sold for by its hours at the rates that are agreed, whatever the contract says on caps and
    /// prices, in the firm's currency; nil where no rate is agreed or nobody pays for it.
    func worth(of work: Worked) throws(MissingRate) -> Money? {
        guard let contract = pricing.contract(of: work.project),
            let part = pricing.part(of: contract, covering: work.line, of: work.project) ?? contract.parts.first,
            let rate = pricing.rate(of: work.entry, under: contract, part)
        else { return nil }
        return try home(rate.amount(for: work.hours), contract.currency, work.day).times(work.count)
    }

    func home(_ amount: Money, _ currency: Currency, _ day: Day) throws(MissingRate) -> Money {
        guard let home = accounts.rates.home(amount, in: currency, on: day) else { throw MissingRate(currency, day) }
        return home
    }

    /// Of a contract's only project; nil where it has several.
    func onlyProject(of contract: Identifier<ClientContract>) -> Identifier<Project>? {
        guard let found = books.contract(contract), found.projects.count == 1 else { return nil }
        return found.projects[0]
    }
}
