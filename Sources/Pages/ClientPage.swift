// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
public import Finance
import Reports
public import Staffing

/// How a client's projects stand, for the client: phases, milestones, what is done, what was agreed and invoiced.
///
/// It is made from what a client may see and nothing else: won projects of the client, and invoices to them. No cost, no
/// margin, no rate, nobody's name, no proposal and no other client can be on it, since it does not hold them.
public struct ClientPage: Sendable {
    struct Work {
        let name: String
        /// Nil where nobody has set dates.
        let days: DayRange?
        let phases: [PhaseLine]
        let milestones: [MilestoneStanding]
        /// As the firm judges it; nil where it has not.
        let done: Share?
        let amendments: [Amendment]
        let currency: Currency
    }

    struct PhaseLine {
        let name: String
        let days: DayRange
        let done: Share?
    }

    struct Bill {
        let number: InvoiceNumber
        let issued: Day
        let due: Day
        let gross: Money
        let open: Money
        let currency: Currency
        let isCredit: Bool
    }

    private let client: String
    private let seller: String
    private let day: Day
    private let horizon: Horizon
    private let works: [Work]
    private let bills: [Bill]

    /// - Parameter client: one of the firm's.
    public init(of client: Client, _ controlling: Controlling) throws(MissingRate) {
        let accounts = controlling.accounts
        let day = controlling.today
        let health = Dictionary(try controlling.health(on: day).map { ($0.project, $0) }) { first, _ in first }
        let contracts = accounts.books.contracts.filter { $0.client == client.id }
        self.client = client.name
        self.day = day
        seller = accounts.books.seller.name
        horizon = accounts.firm.horizon
        works = accounts.firm.projects.filter { $0.client == client.id && $0.stage == .won }.map { project in
            func done(_ phase: Identifier<Phase>?) -> Share? {
                accounts.progress.filter { $0.project == project.id && $0.phase == phase && $0.day <= day }
                    .max { $0.day < $1.day }?.done
            }
            let contract = contracts.first { $0.projects.contains(project.id) }
            return Work(
                name: project.name,
                days: project.days ?? (project.phases.isEmpty ? nil : project.days(within: accounts.firm.horizon)),
                phases: zip(project.phases, project.phaseDays()).compactMap { phase, days in
                    days.map { PhaseLine(name: phase.id.text, days: $0, done: done(phase.id)) }
                }, milestones: health[project.id]?.milestones ?? [], done: done(nil),
                amendments: (contract?.amendments ?? []).filter {
                    $0.day <= day && ($0.project ?? project.id) == project.id
                },
                currency: contract?.currency ?? accounts.firm.currency)
        }
        let open = Dictionary(accounts.open(on: day).map { ($0.invoice.number, $0.open) }) { first, _ in first }
        bills = accounts.invoices.filter { $0.client == client.id && $0.issued <= day }.map { invoice in
            Bill(
                number: invoice.number, issued: invoice.issued, due: invoice.due, gross: invoice.totals.gross,
                open: open[invoice.number] ?? .zero, currency: invoice.currency, isCredit: invoice.credits != nil)
        }
    }

    public var page: Page {
        Page(
            title: client, subtitle: "\(day)",
            lead: HTML(
                "p", .class("lead"),
                text: seller.isEmpty ? "How your projects stand" : "How your projects stand with \(seller)"),
            sections: [Page.Section("projects", "Projects") { works.map(html) }, billSection])
    }

    private func html(_ work: Work) -> HTML {
        HTML("article") {
            HTML("h3", text: work.name)
            if let days = work.days { HTML("p", .class("quiet"), text: "\(days.first) to \(days.last)") }
            if let done = work.done {
                HTML("p") { "\(Numbers.percent(done)) done" }
                progress(done).html(isFixed: true)
            }
            if !work.phases.isEmpty { phases(work).html }
            if !work.milestones.isEmpty { milestones(work).html }
            if !work.amendments.isEmpty { amendments(work).html }
        }
    }

    private func progress(_ done: Share) -> Drawing {
        var drawing = Drawing(width: 260, height: 8, name: "\(Numbers.percent(done)) done")
        drawing.add(Mark.rect(0, 0, 260, 8, .capacity, round: 4))
        drawing.add(Mark.rect(0, 0, 260 * done.fraction, 8, .confirmed, round: 4))
        return drawing
    }

    private func phases(_ work: Work) -> PlainTable {
        var table = PlainTable("Phases", [.text("phase"), .text("from"), .text("to"), .text(""), .number("done")])
        for phase in work.phases {
            let now = phase.days.contains(day) ? "now" : phase.days.last < day ? "over" : "to come"
            table.add([
                .init(phase.name), "\(phase.days.first)", "\(phase.days.last)", .init(now),
                .init(phase.done.map { Numbers.percent($0) } ?? ""),
            ])
        }
        return table
    }

    private func milestones(_ work: Work) -> PlainTable {
        var table = PlainTable("Milestones", [.text("milestone"), .text("due"), .text("expected"), .text("")])
        for item in work.milestones {
            let said = item.reached.map { "reached \($0)" } ?? (item.daysLate > 0 ? "\(item.daysLate) days late" : "")
            table.add([
                .init(item.name), "\(item.due)", .init(item.reached == nil ? "\(item.expected)" : ""),
                .init(said, item.reached == nil && item.daysLate > 0 ? .bad : nil),
            ])
        }
        return table
    }

    private func amendments(_ work: Work) -> PlainTable {
        var table = PlainTable(
            "Changes that were agreed", [.text("what"), .text("from"), .number("price, \(work.currency.code)")])
        for item in work.amendments {
            table.add([
                .init(item.name), "\(item.day)",
                .init(item.price == .zero ? "" : Numbers.exact(item.price, in: work.currency)),
            ])
        }
        return table
    }

    private var billSection: Page.Section {
        Page.Section("invoices", "Invoices") {
            if !bills.isEmpty { billTable.html }
        }
    }

    private var billTable: PlainTable {
        var table = PlainTable(
            "Invoices and credit notes, tax included",
            [.text("number"), .text("of"), .text("due"), .number("amount"), .number("open"), .text("")])
        for bill in bills {
            let isLate = bill.open > .zero && bill.due < day
            table.add([
                "\(bill.number)", "\(bill.issued)", .init(bill.isCredit ? "" : "\(bill.due)"),
                .init("\(Numbers.exact(bill.gross, in: bill.currency)) \(bill.currency.code)"),
                .init(bill.isCredit ? "" : Numbers.exact(bill.open, in: bill.currency)),
                isLate
                    ? .init("\(day - bill.due) days late", .bad)
                    : .init(bill.isCredit ? "credit note" : bill.open == .zero ? "paid" : ""),
            ])
        }
        return table
    }
}
