// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Ledger
import Reports
import Staffing
import Verification

struct PaymentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payment",
        abstract: "Record what clients paid, and what it pays.",
        discussion: """
              muster payment add northwind 4500 --reference B-4711
              muster payment add northwind 5000 --reference B-4712 --invoice F-2026-0007=4500
              muster payment use 2 F-2026-0009
              muster payment list
            """,
        subcommands: [PaymentAddCommand.self, PaymentUseCommand.self, PaymentListCommand.self])
}

struct PaymentAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record a payment; without an invoice it pays the oldest ones.",
        usage: "muster payment add <client> <amount> --reference <text> [<options>]",
        discussion: """
            A client's payments each have a reference of their own, so that none counts twice. What no invoice needs \
            stays the client's credit. An amount below zero was paid back to the client.

            Exit status: 0 recorded, 2 there is such a payment already, or an invoice would be paid beyond what is open.
            """)

    @Argument(help: "The client, as the scenario names it.")
    var client: String

    @Argument(help: "How much.")
    var amount: AmountText

    @Option(help: "The bank's reference.")
    var reference: String

    @Option(help: "The invoice it pays, or NUMBER=AMOUNT for a part; may be repeated.")
    var invoice: [InvoiceUse] = []

    @Option(help: "The currency; the ledger's without it.")
    var currency: String?

    @Option(help: "The day on which it came; today without it.")
    var on: Day?

    @Option(help: "The month in which it counts, where its own is closed.")
    var month: Month?

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let ledger = try options.open()
        guard let currency = currency.map({ Currency($0) }) ?? ledger.currency else {
            throw WrongInput(description: "--currency: three capital letters, such as EUR")
        }
        let amount = try amount.money(in: currency)
        let day = try on ?? LedgerOptions.today()
        let (invoices, open) = try ledger.invoicesAndOpen()
        let asked = try invoice.map { use in (use.number, try use.amount?.money(in: currency)) }
        let uses = Payment.uses(
            of: amount, asked, among: invoices.filter { $0.client.text == client && $0.currency == currency },
            open: open,
            on: day, month: month)
        let number = try ledger.pay(
            Identifier(client), amount, in: currency, on: day, month: month, reference: reference, uses: uses,
            by: options.actor())
        let left = uses.reduce(amount) { $0 - $1.amount }
        for use in uses {
            Terminal.write("payment \(number): \(Amounts.exact(use.amount, currency)) for \(use.invoice)\n")
        }
        if left > .zero {
            Terminal.write("payment \(number): \(Amounts.exact(left, currency)) stay the client's credit\n")
        }
        if left < .zero { Terminal.write("payment \(number): \(Amounts.exact(-left, currency)) paid back\n") }
    }
}

struct PaymentUseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "use",
        abstract: "Use what is left of a payment for an invoice.",
        usage: "muster payment use <payment> <invoice> [<options>]")

    @Argument(help: "The payment's number, as `muster payment list` shows it.")
    var payment: Int

    @Argument(help: "The invoice it pays, or NUMBER=AMOUNT for a part.")
    var invoice: InvoiceUse

    @Option(help: "The day; today without it.")
    var on: Day?

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let ledger = try options.open()
        guard let paid = try ledger.payments().first(where: { $0.number.value == payment }) else {
            throw WrongInput(description: "there is no payment \(payment)")
        }
        let (invoices, open) = try ledger.invoicesAndOpen()
        let left = paid.uses.reduce(paid.amount) { $0 - $1.amount }
        let day = try on ?? LedgerOptions.today()
        let uses = Payment.uses(
            of: left, [(invoice.number, try invoice.amount?.money(in: paid.currency))], among: invoices, open: open,
            on: day, month: nil)
        guard let use = uses.first else { throw WrongInput(description: "nothing is left of payment \(payment)") }
        try ledger.use(paid.number, use, by: options.actor())
        Terminal.write("payment \(payment): \(Amounts.exact(use.amount, paid.currency)) for \(use.invoice)\n")
    }
}

struct PaymentListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "All payments, what they pay and what is left of them.",
        usage: "muster payment list [<options>]")

    @OptionGroup var file: LedgerFile

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let report = PaymentReport(try file.open().payments())
        Terminal.write(json ? report.json().text(brokenTo: 1) : report.text(Terminal.style()))
    }
}

struct WriteOffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write-off",
        abstract: "Give up what an invoice will not bring, with the reason.",
        usage: "muster write-off <invoice> --reason <text> [<options>]",
        discussion: """
              muster write-off F-2026-0007 --reason "client is bankrupt"
              muster write-off F-2026-0007 --amount 120.50 --reason "rounding dispute"
            """)

    @Argument(help: "The invoice, such as F-2026-0007.")
    var invoice: InvoiceNumber

    @Option(help: "How much of what is open; all of it without.")
    var amount: AmountText?

    @Option(help: "Why.")
    var reason: String

    @Option(help: "The day; today without it.")
    var on: Day?

    @OptionGroup var options: LedgerOptions

    func validate() throws {
        if reason.isEmpty { throw ValidationError("--reason: a reason is needed") }
    }

    func run() throws {
        let ledger = try options.open()
        guard let found = try ledger.invoicesAndOpen().invoices.first(where: { $0.number == invoice }) else {
            throw WrongInput(description: "there is no invoice \(invoice)")
        }
        let given = try ledger.writeOff(
            invoice, amount?.money(in: found.currency), on: on ?? LedgerOptions.today(), reason: reason,
            by: options.actor())
        Terminal.write("\(Amounts.exact(given, found.currency)) of \(invoice) written off\n")
    }
}
