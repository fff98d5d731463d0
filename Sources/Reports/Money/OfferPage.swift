// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
public import Explanation
public import Finance
public import Staffing

/// A proposal to a client, to print on A4: one file without anything from elsewhere. It holds no cost and no margin.
public struct OfferPage: Sendable {
    private let quote: Quote
    private let firm: Firm
    private let books: Books
    private let project: Project
    private let price: Money
    private let currency: Currency
    private let day: Day
    private let validDays: Int

    /// - Parameters:
    ///   - price: before tax, in the currency.
    ///   - day: when it is offered.
    ///   - validDays: for how many days it stands.
    public init(
        of quote: Quote, _ project: Project, in firm: Firm, _ books: Books, price: Money, currency: Currency,
        on day: Day,
        validDays: Int
    ) {
        self.quote = quote
        self.firm = firm
        self.books = books
        self.project = project
        self.price = price
        self.currency = currency
        self.day = day
        self.validDays = validDays
    }

    private var account: ClientAccount? { project.client.flatMap { books.account(of: $0) } }
    private var contract: ClientContract? { books.contracts.first { $0.projects.contains(project.id) } }
    private var tax: Tax { contract?.tax ?? account?.tax ?? books.seller.tax }
    private var dueDays: Int { contract?.dueDays ?? account?.dueDays ?? books.seller.dueDays }
    private func money(_ amount: Money) -> String { Numbers.exact(amount, in: currency) }

    public func html() -> String {
        let client = firm.clients.first { $0.id == project.client }?.name
        let due = dueDays == 1 ? "1 day" : "\(dueDays) days"
        return Letter(
            title: "Proposal: \(project.name)", from: [books.seller.name] + books.seller.address,
            to: [client].compactMap(\.self) + (account?.address ?? []),
            foot: [books.seller.taxNumber.map { "Tax number \($0)" }].compactMap(\.self)
        ) {
            HTML("h1", text: "Proposal: \(project.name)")
            Letter.facts(facts)
            HTML("h2", text: "Scope")
            HTML("ul") { for line in project.lines { HTML("li", text: line.name) } }
            phases
            HTML("h2", text: "Team")
            HTML("table") {
                Letter.head(["Role", "Hours"])
                HTML("tbody") {
                    for role in quote.roles {
                        Letter.row([role.role?.text ?? "Others", Numbers.hours(quote.hours(of: role))])
                    }
                }
            }
            HTML("h2", text: "Price")
            HTML("table") {
                HTML("tbody") { Letter.row([project.name, currency.code, money(price)]) }
                HTML("tfoot") {
                    Letter.sum(tax.words, money(tax.amount(on: price)), over: 2)
                    Letter.sum("In all", money(price + tax.amount(on: price)), over: 2, isLast: true)
                }
            }
            HTML("p") {
                "Invoices are to be paid within \(due). This proposal stands until \(day + validDays)."
            }
        }.document()
    }

    private var facts: [(String, String)] {
        [("Date", "\(day)"), ("Work", "\(quote.days)"), ("Hours", "\(Numbers.hours(quote.asked))")]
    }

    private var phases: HTML {
        let rows = zip(project.phases, project.phaseDays()).compactMap { phase, days -> HTML? in
            guard let days else { return nil }
            let milestone = phase.milestone.map { "\($0.name), \($0.due)" } ?? ""
            return Letter.row([phase.id.text, "\(days.first)", "\(days.last)", milestone])
        }
        guard !rows.isEmpty else { return .nothing }
        return .list([
            HTML("h2", text: "Phases"),
            HTML("table") {
                Letter.head(["Phase", "From", "To", "Milestone"])
                HTML("tbody", [], rows)
            },
        ])
    }
}
