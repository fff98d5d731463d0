// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing

@testable import Finance

private let euro = Currency("EUR")!

private func day(_ text: String) -> Day { Day(text)! }

/// A firm and its terms as the files say them, and facts of a ledger.
struct Ground {
    static let studio = """
        muster: 1
        scenario: Studio
        horizon: 2026-01-05 .. 2026-06-28
        currency: EUR
        offices: { lisbon: {}, porto: {} }
        clients: { northwind: { name: Northwind, due: 30 days, pays: 10 days late }, tide: { name: Tide } }
        people:
          ana: { name: Ana, role: lead, office: lisbon, cost: 60/h }
          ben: { name: Ben, role: maker, office: porto, cost: 40/h }
        rates: { lead: 100/h, maker: 80/h }
        projects:
          apollo: { name: Apollo, client: northwind, needs: { lead: { role: lead, hours: 10h/week } } }
          beacon: { name: Beacon, client: tide, dates: 2026-01-05 .. 2026-03-29, budget: 12000, needs: { make: { role: maker, hours: 10h/week } } }
          house: { name: House, needs: { tidy: { role: maker, hours: 1h/week, billable: no } } }
        contracts:
          apollo: { hourly: {} }
          beacon: { fixed: 12000, billing: percent complete }
        seller: { name: Studio, tax: S 23%, due: 30 days, payday: 28, reminders: [7 days, 21 days] }
        """

    let firm: Firm
    let books: Books
    var time: [TimeEntry] = []
    var expenses: [Expense] = []
    var booked: [BookedWork] = []
    var progress: [Finance.Progress] = []
    var milestones: [MilestoneReached] = []
    var invoices: [Invoice] = []
    var payments: [Payment] = []
    var writeOffs: [WriteOff] = []
    var recognitions: [Recognition] = []
    var closed: Month?
    var today = day("2026-02-15")

    init(_ yaml: String = Ground.studio) throws {
        let scenario = try Scenario.read(at: "firm.yaml", from: FileReader(["firm.yaml": yaml]))
        firm = scenario.firm
        books = scenario.books
    }

    mutating func work(
        _ person: String, _ line: String, _ date: String, _ hours: Int, billable: Bool = true, in month: String? = nil
    ) {
        let names = line.split(separator: ".").map(String.init)
        time.append(
            TimeEntry(
                number: EntryNumber(time.count + 1), person: Identifier(person), project: Identifier(names[0]),
                line: names.count == 2 ? Identifier(names[1]) : nil, day: day(date),
                month: month.flatMap { Month($0) }, hours: Hours(hours), billable: billable))
    }

    mutating func book(_ person: String, _ line: String, _ monday: String, _ hours: Int) {
        let names = line.split(separator: ".").map(String.init)
        booked.append(
            BookedWork(
                .person(Identifier(person)), on: LineID(Identifier(names[0]), Identifier(names[1])),
                in: Week(of: day(monday)), Hours(hours)))
    }

    mutating func spend(_ project: String, _ date: String, _ cost: Money, by person: String?) {
        expenses.append(
            Expense(
                number: EntryNumber(expenses.count + 1), project: Identifier(project),
                person: person.map { Identifier($0) }, supplier: person == nil ? "Printers" : "", category: "travel",
                day: day(date), cost: cost, currency: euro))
    }

    /// Issues everything that can be invoiced.
    mutating func invoice(_ date: String) {
        for proposal in accounts.proposals(through: day(date)) where !proposal.lines.isEmpty {
            invoices.append(
                Invoice(
                    number: InvoiceNumber(series: "F", year: 2026, number: invoices.count + 1), client: proposal.client,
                    contract: proposal.contract, currency: proposal.currency, issued: day(date),
                    due: day(date) + proposal.dueDays, lines: proposal.lines))
        }
    }

    mutating func pay(_ number: Int, _ date: String, _ amount: Money) {
        let invoice = invoices[number - 1]
        payments.append(
            Payment(
                number: EntryNumber(payments.count + 1), client: invoice.client, day: day(date), amount: amount,
                currency: euro, reference: "\(payments.count + 1)", uses: [.init(invoice.number, amount, on: day(date))]
            ))
    }

    mutating func close(_ text: String) throws {
        recognitions += try accounts.recognitions(closing: Month(text)!)
        closed = Month(text)
    }

    var accounts: Accounts {
        Accounts(
            firm: firm, books: books, time: time, expenses: expenses, milestones: milestones, progress: progress,
            booked: booked, invoices: invoices, payments: payments, writeOffs: writeOffs, recognitions: recognitions,
            closed: closed)
    }

    var views: Controlling { Controlling(accounts, today: today) }
}
