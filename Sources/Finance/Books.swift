// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What the files say about money beside the firm's prices and costs: who invoices whom, on which terms.
///
/// Terms stand in files, facts (time, invoices, payments) in the ledger: whoever changes a term changes what is proposed
/// from then on, and never what was invoiced or recognised.
public struct Books: Sendable, Equatable {
    public var seller: Seller
    /// In the order of the files; clients without terms of their own have none here.
    public var accounts: [ClientAccount]
    public var contracts: [ClientContract]
    /// What each person is paid in a month and when is not kept here: labour costs what its hours cost.
    public var overheads: [Overhead]

    public init(
        seller: Seller, accounts: [ClientAccount] = [], contracts: [ClientContract] = [], overheads: [Overhead] = []
    ) {
        self.seller = seller
        self.accounts = accounts
        self.contracts = contracts
        self.overheads = overheads
    }

    public func account(of client: Identifier<Client>) -> ClientAccount? { accounts.first { $0.client == client } }

    public func contract(_ id: Identifier<ClientContract>) -> ClientContract? { contracts.first { $0.id == id } }
}

/// Who writes the invoices.
public struct Seller: Sendable, Equatable {
    public var name: String
    /// Lines as they are printed.
    public var address: [String]
    /// ISO 3166 code of the country: `PT`.
    public var country: String?
    public var taxNumber: String?
    /// Printed on invoices: bank and account.
    public var bank: String?
    /// The series of invoice numbers: `F` gives F-2026-0001.
    public var series: String
    /// For contracts, clients and expenses that say nothing else.
    public var tax: Tax
    /// Days after the invoice's date by which it is to be paid, where nothing else is said.
    public var dueDays: Int
    /// Days after the due date on which each reminder is sent, ascending.
    public var reminders: [Int]
    /// The day of the month on which people are paid for it, for cash forecasts; 31 is the last day of any month.
    public var payday: Int

    public init(
        name: String, address: [String] = [], country: String? = nil, taxNumber: String? = nil, bank: String? = nil,
        series: String = "F", tax: Tax = .none, dueDays: Int = 30, reminders: [Int] = [7, 21, 45], payday: Int = 28
    ) {
        self.name = name
        self.address = address
        self.country = country
        self.taxNumber = taxNumber
        self.bank = bank
        self.series = series
        self.tax = tax
        self.dueDays = dueDays
        self.reminders = reminders
        self.payday = payday
    }
}

/// How a client is invoiced and pays, whatever the contract.
public struct ClientAccount: Sendable, Equatable {
    public let client: Identifier<Client>
    public var address: [String]
    public var country: String?
    public var taxNumber: String?
    public var email: String?
    /// Of its contracts that name none; the firm's where nil.
    public var currency: Currency?
    public var tax: Tax?
    public var dueDays: Int?
    /// How many days after the due date it usually pays; before it where below zero.
    public var habitDays: Int
    /// Agreed with the client for all its contracts, in its currency; before the firm's rate card.
    public var rates: RateCard

    public init(
        client: Identifier<Client>, address: [String] = [], country: String? = nil, taxNumber: String? = nil,
        email: String? = nil, currency: Currency? = nil, tax: Tax? = nil, dueDays: Int? = nil, habitDays: Int = 0,
        rates: RateCard = RateCard()
    ) {
        self.client = client
        self.address = address
        self.country = country
        self.taxNumber = taxNumber
        self.email = email
        self.currency = currency
        self.tax = tax
        self.dueDays = dueDays
        self.habitDays = habitDays
        self.rates = rates
    }
}

/// A cost of every month that is no work on projects: rent, licences.
public struct Overhead: Sendable, Equatable {
    public let name: String
    /// In the firm's currency, each month; what counts is the value on the month's first day.
    public let monthly: Dated<Money>

    public init(name: String, monthly: Dated<Money>) {
        self.name = name
        self.monthly = monthly
    }
}

extension Books {
    /// Without what is about clients and projects that the firm does not have, or no longer.
    ///
    /// A contract stays as long as one of its projects does.
    public func fitting(_ firm: Firm) -> Books {
        let clients = Set(firm.clients.map(\.id))
        let lines = Dictionary(firm.projects.map { ($0.id, Set($0.lines.map(\.id))) }) { first, _ in first }
        var books = self
        books.accounts.removeAll { !clients.contains($0.client) }
        books.contracts = contracts.compactMap { contract in
            var contract = contract
            contract.projects.removeAll { lines[$0] == nil }
            for index in contract.amendments.indices {
                if let project = contract.amendments[index].project, lines[project] == nil {
                    contract.amendments[index].project = nil
                    contract.amendments[index].budget = .zero
                }
                contract.amendments[index].lines.removeAll { !(lines[$0.project]?.contains($0.line) ?? false) }
            }
            return contract.projects.isEmpty ? nil : contract
        }
        return books
    }
}
