// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import SmallFirms
import Staffing
import Testing

@testable import Finance

private let eur = Currency("EUR")!
private let sek = Currency("SEK")!

private func day(_ text: String) -> Day { Day(text)! }
private func money(_ euros: Int, _ cents: Int = 0) -> Money { Money(minorUnits: euros * 100 + cents) }
private func number(_ value: Int) -> InvoiceNumber { InvoiceNumber(series: "F", year: 2026, number: value) }

/// A firm with a contract in euros and one in kronor, both by the month.
private func accounts(
    time: [TimeEntry] = [], expenses: [Expense] = [], invoices: [Invoice] = [], payments: [Payment] = [],
    writeOffs: [WriteOff] = [], recognitions: [Recognition] = [], rates: [ExchangeRate] = [], closed: Month? = nil
) throws -> Accounts {
    func contract(_ id: String, _ currency: Currency) -> ClientContract {
        let terms = Subscription(fee: money(100), every: .month, days: OpenDays(first: day("2026-01-01")))
        return ClientContract(
            id: Identifier(id), name: id, client: Identifier(id + " ab"), projects: [Identifier(id)],
            currency: currency, parts: [ContractPart(id: "all", name: id, terms: .subscription(terms))])
    }
    return Accounts(
        firm: try firm(
            """
            people: { ana: { role: lead, cost: 60/h } }
            projects: { home: { needs: { all: { hours: 20h/week, rate: none } } }, away: { needs: { all: { hours: 20h/week, rate: none } } } }
            """, horizon: "2026-01-01 .. 2026-04-05"),
        books: Books(
            seller: Seller(name: "Farol"), contracts: [contract("home", eur), contract("away", sek)]),
        time: time, expenses: expenses, invoices: invoices, payments: payments, writeOffs: writeOffs,
        recognitions: recognitions, closed: closed, rates: rates)
}

private func invoice(
    _ value: Int, _ contract: String, _ currency: Currency, _ date: String, net: Money, percent: Int = 20,
    credits: Int? = nil
) -> Invoice {
    let line = InvoiceLine(
        part: "all", project: nil, text: "fee", unit: .pieces, quantity: 1, price: net, amount: net,
        tax: percent == 0 ? .none : Tax(.standard, Share(percent: percent)), sources: [])
    return Invoice(
        number: number(value), client: Identifier(contract + " ab"), contract: Identifier(contract),
        currency: currency, issued: day(date), due: day(date) + 30, credits: credits.map { number($0) }, lines: [line])
}

private func payment(
    _ value: Int, _ contract: String, _ currency: Currency, _ date: String, _ amount: Money,
    for invoices: [(Int, Money)]
) -> Payment {
    Payment(
        number: EntryNumber(value), client: Identifier(contract + " ab"), day: day(date), amount: amount,
        currency: currency, reference: "B-\(value)",
        uses: invoices.map { Payment.Use(number($0.0), $0.1, on: day(date)) })
}

private func earned(_ contract: String, _ month: String, _ amount: Money, home: Money? = nil) -> Recognition {
    Recognition(
        number: EntryNumber(1), contract: Identifier(contract), part: "all", project: Identifier(contract),
        month: Month(month)!, amount: amount, home: home ?? amount)
}

/// Asks another program whether it accepts a journal.
/// - Returns: nil where it does, else what it says.
private func objection(of command: [String], to text: String, named name: String) throws -> String? {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command.map { $0 == "FILE" ? file.path : $0 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : String(decoding: output.prefix(2_000), as: UTF8.self)
}

private let hasHledger = FileManager.default.isExecutableFile(atPath: "/usr/bin/hledger")
private let hasBeancount = FileManager.default.isExecutableFile(atPath: "/usr/bin/bean-check")

@Suite("The journal")
struct JournalTests {
    /// 1,000 and 20 % tax, of which 500 were earned; 700 paid, 100 net given back, the rest written off.
    @Test func followsAnInvoiceToItsEnd() throws {
        let journal = try Journal(
            of: accounts(
                invoices: [
                    invoice(1, "home", eur, "2026-01-10", net: money(1_000)),
                    invoice(2, "home", eur, "2026-02-10", net: money(-100), credits: 1),
                ],
                payments: [payment(1, "home", eur, "2026-02-01", money(700), for: [(1, money(700))])],
                writeOffs: [
                    WriteOff(
                        number: EntryNumber(1), target: .invoice(number(1)), day: day("2026-03-01"),
                        amount: money(380), reason: "bankrupt")
                ], recognitions: [earned("home", "2026-01", money(500))]))
        #expect(journal.balance(.receivable("home ab")).home == .zero)
        #expect(journal.balance(.bank).home == money(700))
        #expect(journal.balance(.outputTax).home == money(-180))
        #expect(journal.balance(.badDebt).home == money(380))
        #expect(journal.balance(.revenue("home")).home == money(-500))
        #expect(journal.balance(.clientCredit("home ab")).home == .zero)
        // 900 invoiced, 500 earned: 400 are owed in work, of which 500 showed at the end of January.
        #expect(journal.balance(.deferred("home")).home == money(-500))
        #expect(journal.balance(.workInProgress("home")).home == money(100))
        if hasHledger {
            #expect(
                try objection(
                    of: ["hledger", "check", "--strict", "-f", "FILE"], to: journal.hledger(), named: "j.journal")
                    == nil)
        }
        if hasBeancount {
            #expect(try objection(of: ["bean-check", "FILE"], to: journal.beancount(), named: "j.beancount") == nil)
        }
    }

    /// 1,000 SEK invoiced at 0.09, 400 paid at 0.10, 600 at 0.08: 90 in, 40 + 48 out, so 2 were lost.
    @Test func showsWhatExchangeBrought() throws {
        let rates = [("2026-01-01", 90), ("2026-02-01", 100), ("2026-03-01", 80)].map {
            ExchangeRate(currency: sek, day: day($0.0), billionths: $0.1 * 1_000_000)
        }
        let journal = try Journal(
            of: accounts(
                invoices: [invoice(1, "away", sek, "2026-01-10", net: money(1_000), percent: 0)],
                payments: [
                    payment(1, "away", sek, "2026-02-10", money(400), for: [(1, money(400))]),
                    payment(2, "away", sek, "2026-03-10", money(600), for: [(1, money(600))]),
                ], recognitions: [earned("away", "2026-01", money(1_000), home: money(90))], rates: rates))
        #expect(journal.balance(.receivable("away ab")).amounts == ["SEK": .zero])
        #expect(journal.balance(.receivable("away ab")).home == .zero)
        #expect(journal.balance(.bank).home == money(88))
        #expect(journal.balance(.exchangeDifferences).home == money(2))
        #expect(journal.balance(.workInProgress("away")).home == .zero)
        #expect(throws: MissingRate(sek, day("2026-01-10"))) {
            try Journal(of: accounts(invoices: [invoice(1, "away", sek, "2026-01-10", net: money(1_000))]))
        }
    }

    /// 10 h of Ana cost 600; 50 and 11.50 tax for a train go to whom it is owed.
    @Test func bearsWhatWorkCosts() throws {
        let journal = try Journal(
            of: accounts(
                time: [
                    TimeEntry(
                        number: EntryNumber(1), person: "ana", project: "home", line: nil, day: day("2026-01-12"),
                        hours: Hours(10))
                ],
                expenses: [
                    Expense(
                        number: EntryNumber(1), project: "home", supplier: "Rail; \"West\"", category: "Train",
                        day: day("2026-01-12"), cost: money(50), currency: eur, tax: money(11, 50))
                ]))
        #expect(journal.balance(.labour("home")).home == money(600))
        #expect(journal.balance(.accruedPay).home == money(-600))
        #expect(journal.balance(.payable("Rail; \"West\"")).home == money(-61, -50))
        #expect(journal.balance(.inputTax).home == money(11, 50))
        if hasBeancount {
            #expect(try objection(of: ["bean-check", "FILE"], to: journal.beancount(), named: "j.beancount") == nil)
        }
    }

    /// Histories of thousands of events balance, hledger accepts them, and what it says is what we say.
    @Test(arguments: [1, 2, 3] as [UInt64]) func balancesWhateverHappens(_ seed: UInt64) throws {
        let accounts = try history(seed: seed, events: 3_400)
        let journal = try Journal(of: accounts)
        for transaction in journal.transactions {
            #expect(transaction.postings.reduce(Money.zero) { $0 + $1.home } == .zero)
        }
        // What is open of all invoices, in each currency.
        for (contract, currency) in [("home", eur), ("away", sek)] {
            let invoiced = accounts.invoices.filter { $0.contract.text == contract }
                .reduce(Money.zero) { $0 + $1.totals.gross }
            let paid = accounts.payments.filter { $0.currency == currency }.flatMap(\.uses)
                .reduce(Money.zero) { $0 + $1.amount }
            let balance = journal.balance(.receivable(Identifier(contract + " ab")))
            #expect(balance.amounts[currency.code] ?? .zero == invoiced - paid)
            if invoiced == paid { #expect(balance.home == .zero) }
        }
        guard hasHledger else { return }
        #expect(
            try objection(
                of: ["hledger", "check", "--strict", "-f", "FILE"], to: journal.hledger(), named: "h.journal") == nil)
    }
}

/// Invoices, payments in parts and closings in two currencies, whose rates change.
private func history(seed: UInt64, events: Int) throws -> Accounts {
    var random = SplitMix64(seed: seed)
    func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
    var invoices: [Invoice] = []
    var payments: [Payment] = []
    var recognitions: [Recognition] = []
    var open: [InvoiceNumber: Money] = [:]
    let rates = (0..<12).map { index in
        ExchangeRate(currency: sek, day: day("2025-12-31") + 7 * index, billionths: 80_000_000 + below(30_000_000))
    }
    for event in 0..<events {
        let isHome = below(2) == 0
        let date = "\(day("2026-01-01") + 89 * event / events)"
        let (contract, currency) = isHome ? ("home", eur) : ("away", sek)
        switch below(3) {
        case 0:
            let new = invoice(invoices.count + 1, contract, currency, date, net: Money(minorUnits: 1 + below(999_999)))
            invoices.append(new)
            open[new.number] = new.totals.gross
        case 1:
            let due = invoices.filter { $0.currency == currency && open[$0.number] ?? .zero > .zero }.prefix(3)
            let uses = due.map { item -> (Int, Money) in
                let all = open[item.number] ?? .zero
                let part = below(3) == 0 ? Money(minorUnits: 1 + below(all.minorUnits)) : all
                open[item.number] = all - part
                return (item.number.number, part)
            }
            let amount = uses.reduce(Money(minorUnits: below(2) * below(500))) { $0 + $1.1 }
            guard amount > .zero else { continue }
            payments.append(payment(payments.count + 1, contract, currency, date, amount, for: uses))
        default:
            let amount = Money(minorUnits: below(999_999) - 300_000)
            let month = Month(of: day(date))
            let exchange = ExchangeRates(home: eur, rates)
            let home = exchange.home(amount, in: currency, on: month.days.last)
            recognitions.append(earned(contract, "\(month)", amount, home: home))
        }
    }
    return try accounts(
        invoices: invoices, payments: payments, recognitions: recognitions, rates: rates, closed: Month("2026-03"))
}
