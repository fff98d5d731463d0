// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Ledger
import Reports
import ScenarioFiles
import Staffing
import Verification

struct ExpenseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expense",
        abstract: "Enter, import, approve and correct expenses and third-party costs.",
        discussion: """
              muster expense add firm.yaml apollo Train 84.50 --person ana --on 2026-03-02 --receipt R-12
              muster expense add firm.yaml apollo Hosting 1200 --supplier "Cloud AB" --currency SEK
              muster expense import firm.yaml march-expenses.csv
              muster expense approve 3 4
            """,
        subcommands: [
            ExpenseAddCommand.self, ExpenseImportCommand.self, ExpenseListCommand.self, ExpenseSubmitCommand.self,
            ExpenseApproveCommand.self, ExpenseRejectCommand.self, ExpenseChangeCommand.self,
            ExpenseCorrectCommand.self, ExpenseDeleteCommand.self,
        ])
}

struct ExpenseAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Enter what was spent for a project.",
        usage: "muster expense add <scenario> <project> <category> <cost> [<options>]")

    @OptionGroup var terms: TermsOptions

    @Argument(help: "The project.")
    var project: String

    @Argument(help: "What kind: Train, Hotel, Hosting.")
    var category: String

    @Argument(help: "What it cost, before tax.")
    var cost: AmountText

    @Option(help: "Tax on it that comes back.")
    var tax: AmountText?

    @Option(help: "Its currency; the firm's without it.")
    var currency: String?

    @Option(help: "Who spent it.")
    var person: String?

    @Option(help: "Who sold it.")
    var supplier = ""

    @Option(help: "The day; today without it.")
    var on: Day?

    @Option(help: "On top for the client, instead of what the contract says.")
    var markUp: PercentText?

    @Option(help: "The receipt's number or file.")
    var receipt = ""

    @Option(help: "What for.")
    var note = ""

    @Flag(help: "The client does not pay for it.")
    var notBillable = false

    @OptionGroup var entry: EntryOptions
    @OptionGroup var options: LedgerOptions

    func run() throws {
        let firm = try terms.read().firm
        guard let currency = currency.map({ Currency($0) }) ?? firm.currency else {
            throw WrongInput(description: "--currency: three capital letters, such as SEK")
        }
        let amount = try cost.money(in: currency)
        guard amount > .zero else { throw WrongInput(description: "\(cost.text): a cost is above zero") }
        let day = try on ?? LedgerOptions.today()
        let new = Expense(
            number: EntryNumber(0), project: try firm.work(named: project).0,
            person: try person.map { try firm.person(named: $0) }, supplier: supplier.printable,
            category: category.printable, day: day, month: entry.month, cost: amount, currency: currency,
            tax: try tax?.money(in: currency) ?? .zero, markUp: markUp?.share, billable: !notBillable,
            receipt: receipt.printable, note: note.printable, state: entry.state)
        let added = try options.open(beside: terms.scenario).add([(new, nil)], by: options.actor())
        Terminal.write(
            "expense \(added.numbers[0]): \(new.category), \(Amounts.exact(amount, currency)) on \(day), "
                + "\(new.state.rawValue)\n")
    }
}

struct ExpenseImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Enter all rows of a table (CSV), or none.",
        usage: "muster expense import <scenario> <table> [<options>]",
        discussion: """
            Columns: project, category, date, cost; and where wanted person, supplier, currency, tax, mark up, billable, \
            receipt, note, id. A row whose id is in the ledger already is left out.

            Exit status: 0 imported, 2 something is wrong in the table; nothing is imported then.
            """)

    @OptionGroup var terms: TermsOptions

    @Argument(help: "The table.", completion: .file(extensions: ["csv"]))
    var table: String

    @Flag(help: "Only say what would be done.")
    var dryRun = false

    @OptionGroup var entry: EntryOptions
    @OptionGroup var options: LedgerOptions

    func run() throws {
        let rows = try terms.read().expenses(inTableAt: table, as: entry.state, in: entry.month)
        if dryRun { return Terminal.write("\(rows.count) expenses could be imported\n") }
        let added = try options.open(beside: terms.scenario).add(rows, by: options.actor())
        let known = added.known > 0 ? "; \(added.known) were there already" : ""
        Terminal.write("\(added.numbers.count) expenses imported\(known)\n")
    }
}

struct ExpenseListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Expenses, each with how far it has come.",
        usage: "muster expense list [<numbers>] [<options>]")

    @OptionGroup var which: FilterOptions
    @OptionGroup var file: LedgerFile

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print one row for each entry (CSV).")
    var csv = false

    func run() throws {
        let report = ExpenseReport(try file.open().expenses(which.filter))
        Terminal.write(json ? report.json().text(brokenTo: 1) : csv ? report.csv() : report.text(Terminal.style()))
    }
}

struct ExpenseSubmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Submit drafts, or what was rejected, for approval.",
        usage: "muster expense submit [<numbers>] [<options>]")

    @OptionGroup var which: FilterOptions
    @OptionGroup var options: LedgerOptions

    func validate() throws { try which.check() }
    func run() throws { try which.move(.expense, from: [.draft, .rejected], to: .submitted, options) }
}

struct ExpenseApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approve what was submitted; it counts from then on.",
        usage: "muster expense approve [<numbers>] [<options>]")

    @OptionGroup var which: FilterOptions
    @OptionGroup var options: LedgerOptions

    func validate() throws { try which.check() }
    func run() throws { try which.move(.expense, from: [.submitted], to: .approved, options) }
}

struct ExpenseRejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Send submitted expenses back, with a reason.",
        usage: "muster expense reject [<numbers>] --reason <text> [<options>]")

    @OptionGroup var which: FilterOptions

    @Option(help: "Why, for the log.")
    var reason: String

    @OptionGroup var options: LedgerOptions

    func validate() throws { try which.check() }
    func run() throws { try which.move(.expense, from: [.submitted], to: .rejected, options, note: reason) }
}

struct ExpenseCorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Take an approved expense back, and enter what is right instead.",
        usage: "muster expense correct <number> --reason <text> [<options>]")

    @Argument(help: "The expense.")
    var number: Int

    @Option(help: "What it really cost, before tax.")
    var cost: AmountText?

    @Option(help: "The tax on it.")
    var tax: AmountText?

    @Flag(help: "Enter nothing instead.")
    var nothing = false

    @Option(help: "Why.")
    var reason: String

    @Option(help: "The month in which both count, where the expense's own is closed.")
    var month: Month?

    @OptionGroup var options: LedgerOptions

    func validate() throws {
        if reason.isEmpty { throw ValidationError("--reason: a reason is needed") }
        if nothing == (cost != nil || tax != nil) { throw ValidationError("say what is right, or --nothing") }
    }

    func run() throws {
        let ledger = try options.open()
        var filter = EntryFilter()
        filter.numbers = [number]
        guard var expense = try ledger.expenses(filter).first else {
            throw WrongInput(description: "there is no expense \(number)")
        }
        if let cost { expense.cost = try cost.money(in: expense.currency) }
        if let tax { expense.tax = try tax.money(in: expense.currency) }
        let numbers = try ledger.correct(
            EntryNumber<Expense>(number), with: nothing ? nil : expense, month: month, reason: reason.printable,
            by: options.actor())
        Terminal.write(
            "expense \(number) is taken back by \(numbers[0])"
                + (numbers.count > 1 ? ", and \(numbers[1]) stands in its place" : "") + "; submitted\n")
    }
}

struct ExpenseDeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete drafts.", usage: "muster expense delete <numbers> [<options>]")

    @Argument(help: "The drafts.")
    var numbers: [Int]

    @OptionGroup var options: LedgerOptions

    func run() throws {
        try options.open().delete(.expense, numbers, by: options.actor())
        Terminal.write("\(numbers.count) deleted\n")
    }
}
