// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Ledger
import Reports
import ScenarioFiles
import Staffing
import Verification

struct InvoiceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoice",
        abstract: "Propose, issue and credit invoices; see what is open.",
        discussion: """
            From approved time and expenses, milestones and periods, by what the contracts say. Every line of an invoice \
            tells which entries it is for, and nothing is invoiced twice.

              muster invoice propose firm.yaml --through 2026-03-31
              muster invoice issue firm.yaml --through 2026-03-31
              muster invoice list --open
              muster invoice show F-2026-0007 firm.yaml --html invoice.html
              muster invoice credit F-2026-0007 --reason "wrong order number"
            """,
        subcommands: [
            InvoiceProposeCommand.self, InvoiceIssueCommand.self, InvoiceListCommand.self, InvoiceShowCommand.self,
            InvoiceCreditCommand.self,
        ])
}

/// The scenario that has the terms.
struct TermsOptions: ParsableArguments {
    @Argument(help: "The scenario file with the contracts (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String

    func read() throws -> Scenario { try Scenario.read(at: scenario) }
}

/// Which contracts, and through which day.
struct BillingOptions: ParsableArguments {
    @Option(help: "The last day whose work is invoiced; today without it.")
    var through: Day?

    @Option(help: "This contract only; may be repeated.")
    var contract: [String] = []

    func proposals(of accounts: Accounts) throws -> [InvoiceProposal] {
        for id in contract where accounts.books.contract(Identifier(id)) == nil {
            throw WrongInput(unknown: "contract", id, among: accounts.books.contracts.map(\.id.text))
        }
        let all = accounts.proposals(through: try through ?? LedgerOptions.today())
        return contract.isEmpty ? all : all.filter { contract.contains($0.contract.text) }
    }
}

struct InvoiceProposeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "What could be invoiced now, and what cannot.",
        usage: "muster invoice propose <scenario> [<options>]",
        discussion: """
            Writes nothing. What stands below a line with ! is left out, or must be looked at first.

            Exit status: 0 fine, 1 something is left out or must not be issued, 2 a file is wrong.
            """)

    @OptionGroup var terms: TermsOptions
    @OptionGroup var billing: BillingOptions
    @OptionGroup var file: LedgerFile

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let scenario = try terms.read()
        let accounts = try file.open(beside: terms.scenario).accounts(of: scenario.firm, scenario.books)
        let proposals = try billing.proposals(of: accounts)
        let report = ProposalReport(proposals, in: scenario.firm, scenario.books)
        Terminal.write(json ? report.json().text(brokenTo: 3) : report.text(Terminal.style()))
        if proposals.contains(where: { !$0.notes.isEmpty }) { throw Status.trouble }
    }
}

struct InvoiceIssueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Issue what is proposed: numbered, and never changed again.",
        usage: "muster invoice issue <scenario> [<options>]",
        discussion: """
            All of them or none. A proposal beyond the limit of its purchase order is not issued, and neither is one \
            that comes to less than nothing: credit an invoice instead.

            Exit status: 0 issued, 1 nothing to issue or a proposal must not be, 2 a file is wrong or a rule is broken.
            """)

    @OptionGroup var terms: TermsOptions
    @OptionGroup var billing: BillingOptions
    @OptionGroup var options: LedgerOptions

    @Option(help: "The date of the invoices; today without it.")
    var on: Day?

    @Option(help: "The series of numbers; the seller's without it.")
    var series: String?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if let series,
            series.isEmpty || !series.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isLetter || 48...57 ~= $0 })
        {
            throw ValidationError("--series: letters and digits")
        }
    }

    func run() throws {
        let scenario = try terms.read()
        let ledger = try options.open(beside: terms.scenario)
        let proposals = try billing.proposals(of: ledger.accounts(of: scenario.firm, scenario.books))
            .filter { !$0.lines.isEmpty }
        let bad = proposals.filter(\.mustNotBeIssued)
        guard bad.isEmpty, !proposals.isEmpty else {
            let report = ProposalReport(bad, in: scenario.firm, scenario.books)
            Terminal.write(json ? report.json().text(brokenTo: 3) : report.text(Terminal.style()))
            if !bad.isEmpty { Terminal.complain("muster: nothing was issued; leave these out with --contract") }
            throw Status.trouble
        }
        let issued = try ledger.issue(
            proposals, on: on ?? LedgerOptions.today(), series: series ?? scenario.books.seller.series,
            by: options.actor())
        let report = ProposalReport(proposals, issued: issued.map(\.number), in: scenario.firm, scenario.books)
        Terminal.write(json ? report.json().text(brokenTo: 3) : report.text(Terminal.style()))
    }
}

extension InvoiceProposal {
    fileprivate var mustNotBeIssued: Bool {
        totals.gross < .zero || notes.contains { if case .beyondOrder = $0 { true } else { false } }
    }
}

struct InvoiceListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "All invoices and credit notes, and what is open of each.",
        usage: "muster invoice list [<options>]")

    @OptionGroup var file: LedgerFile

    @Flag(help: "Only those that are not settled.")
    var open = false

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print one row for each invoice (CSV).")
    var csv = false

    func validate() throws {
        if json, csv { throw ValidationError("--json and --csv exclude each other.") }
    }

    func run() throws {
        let ledger = try file.open()
        let (invoices, open) = try ledger.invoicesAndOpen()
        let report = InvoiceListReport(invoices, open: open, today: try LedgerOptions.today(), openOnly: self.open)
        Terminal.write(json ? report.json().text(brokenTo: 1) : csv ? report.csv() : report.text(Terminal.style()))
    }
}

struct InvoiceShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One invoice, as text or as a page to print.",
        usage: "muster invoice show <number> <scenario> [<options>]",
        discussion: """
              muster invoice show F-2026-0007 firm.yaml
              muster invoice show F-2026-0007 firm.yaml --html invoice.html
            """)

    @Argument(help: "Its number, such as F-2026-0007.")
    var number: InvoiceNumber

    @OptionGroup var terms: TermsOptions
    @OptionGroup var file: LedgerFile

    @Option(help: "Write a page to print into this file.", completion: .file(extensions: ["html"]))
    var html: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let scenario = try terms.read()
        let invoices = try file.open(beside: terms.scenario).invoicesAndOpen().invoices
        guard let invoice = invoices.first(where: { $0.number == number }) else {
            throw WrongInput(unknown: "invoice", "\(number)", among: invoices.map { "\($0.number)" })
        }
        let report = InvoiceReport(invoice, in: scenario.firm, scenario.books)
        if let html { try write(report.html(), to: html) }
        if json { return Terminal.write(report.json().text(brokenTo: 2)) }
        if html == nil { Terminal.write(report.text(Terminal.style())) }
    }
}

struct InvoiceCreditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credit",
        abstract: "Take an invoice back, as a whole or in part, with a credit note.",
        usage: "muster invoice credit <number> --reason <text> [<options>]",
        discussion: """
            Without an amount the whole invoice is taken back, and what was on it can be invoiced again. An amount, before \
            tax, is taken off its lines in proportion, and nothing is invoiced again.

              muster invoice credit F-2026-0007 --reason "wrong order number"
              muster invoice credit F-2026-0007 --amount 500 --reason "late delivery"
            """)

    @Argument(help: "The invoice, such as F-2026-0007.")
    var number: InvoiceNumber

    @Option(help: "How much, before tax, in the invoice's currency.")
    var amount: AmountText?

    @Option(help: "Why; printed on the credit note.")
    var reason: String

    @Option(help: "The date of the credit note; today without it.")
    var on: Day?

    @OptionGroup var options: LedgerOptions

    func validate() throws {
        if reason.isEmpty { throw ValidationError("--reason: a reason is needed") }
    }

    func run() throws {
        let ledger = try options.open()
        guard let original = try ledger.invoicesAndOpen().invoices.first(where: { $0.number == number }) else {
            throw WrongInput(description: "there is no invoice \(number)")
        }
        let amount = try amount?.money(in: original.currency)
        if let amount, amount <= .zero { throw WrongInput(description: "--amount: above zero") }
        let note = try ledger.credit(
            number, amount, on: on ?? LedgerOptions.today(), reason: reason, by: options.actor())
        let gross = Amounts.exact(-note.totals.gross, note.currency)
        Terminal.write("\(note.number) takes back \(gross) of \(number)\n")
    }
}
