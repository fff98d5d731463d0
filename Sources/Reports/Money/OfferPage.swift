// SPDX-License-Identifier: GPL-3.0-or-later

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
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped("Proposal: \(project.name)"))</title>
            <style>\(InvoiceReport.look)\(OfferPage.look)</style>
            </head>
            <body>
            <header><address>\(block([books.seller.name] + books.seller.address))</address></header>
            <main>
            <address>\(block([client].compactMap(\.self) + (account?.address ?? [])))</address>
            <h1>Proposal: \(escaped(project.name))</h1>
            <dl>\(facts.map { "<div><dt>\(escaped($0.0))</dt><dd>\(escaped($0.1))</dd></div>" }.joined())</dl>
            <h2>Scope</h2>
            <ul>\(project.lines.map { "<li>\(escaped($0.name))</li>" }.joined())</ul>
            \(phases)
            <h2>Team</h2>
            <table>
            <thead><tr><th scope="col">Role</th><th scope="col">Hours</th></tr></thead>
            <tbody>\(quote.roles.map(row).joined(separator: "\n"))</tbody>
            </table>
            <h2>Price</h2>
            <table>
            <tbody><tr><td>\(escaped(project.name))</td><td>\(currency.code)</td><td>\(money(price))</td></tr></tbody>
            <tfoot>
            <tr><td colspan="2">\(escaped(tax.words))</td><td>\(money(tax.amount(on: price)))</td></tr>
            <tr class="sum"><td colspan="2">In all</td><td>\(money(price + tax.amount(on: price)))</td></tr>
            </tfoot>
            </table>
            <p>Invoices are to be paid within \(due). This proposal stands until \(day + validDays).</p>
            </main>
            <footer>\(block([books.seller.taxNumber.map { "Tax number \($0)" }].compactMap(\.self)))</footer>
            </body>
            </html>

            """
    }

    private var facts: [(String, String)] {
        [("Date", "\(day)"), ("Work", "\(quote.days)"), ("Hours", "\(Numbers.hours(quote.asked))")]
    }

    private var phases: String {
        let rows = zip(project.phases, project.phaseDays()).compactMap { phase, days -> String? in
            guard let days else { return nil }
            let milestone = phase.milestone.map { "\($0.name), \($0.due)" } ?? ""
            return "<tr><td>\(escaped(phase.id.text))</td><td>\(days.first)</td><td>\(days.last)</td>"
                + "<td>\(escaped(milestone))</td></tr>"
        }
        guard !rows.isEmpty else { return "" }
        return """
            <h2>Phases</h2>
            <table>
            <thead><tr><th scope="col">Phase</th><th scope="col">From</th><th scope="col">To</th>\
            <th scope="col">Milestone</th></tr></thead>
            <tbody>\(rows.joined(separator: "\n"))</tbody>
            </table>
            """
    }

    private func row(_ role: Quote.Role) -> String {
        "<tr><td>\(escaped(role.role?.text ?? "Others"))</td><td>\(Numbers.hours(role.hours))</td></tr>"
    }

    private func block(_ lines: [String]) -> String { lines.map(escaped).joined(separator: "<br>") }

    private static let look =
        " h2 { font-size: 1.05rem; font-weight: 600; margin: 2rem 0 .5rem } ul { margin: 0; padding-left: 1.2em }"
        + " h2 { break-after: avoid } tr { break-inside: avoid }"
}
