// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// The accounts as managers look at them: what every view is worked out from.
///
/// Work, expenses and revenue count in their months of the accounts, so that what is entered late never moves a month
/// that was closed before.
public struct Controlling: Sendable {
    public let accounts: Accounts
    public let today: Day
    let pricing: Pricing
    let projects: [Identifier<Project>: Project]
    let people: [Identifier<Person>: Person]

    public init(_ accounts: Accounts, today: Day) {
        self.accounts = accounts
        self.today = today
        pricing = Pricing(firm: accounts.firm, books: accounts.books)
        projects = Dictionary(accounts.firm.projects.map { ($0.id, $0) }) { first, _ in first }
        people = Dictionary(accounts.firm.people.map { ($0.id, $0) }) { first, _ in first }
    }

    var firm: Firm { accounts.firm }
    var books: Books { accounts.books }

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
