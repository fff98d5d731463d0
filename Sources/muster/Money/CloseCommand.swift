// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Ledger
import Reports
import ScenarioFiles
import Staffing

struct CloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a month: record what it earned; nothing counts in it any more.",
        usage: "muster close <month> <scenario> [<options>]",
        discussion: """
            Revenue is recognised by the method of each contract. What becomes known later counts in a later month: no \
            figure of a closed month moves.

              muster close 2026-03 firm.yaml
              muster close 2026-03 firm.yaml --carry-over    what is not approved yet counts in April

            Exit status: 0 closed, 2 it is closed already, entries are not approved or a rate is missing.
            """)

    @Argument(help: "The month, such as 2026-03.")
    var month: Month

    @OptionGroup var terms: TermsOptions

    @Flag(help: "Let entries that are not approved count in the next month.")
    var carryOver = false

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let scenario = try terms.read()
        let (recognised, carried) = try options.open(beside: terms.scenario).close(
            month, firm: scenario.firm, books: scenario.books, carryOver: carryOver, by: options.actor())
        let report = RecognitionReport(recognised, scenario.firm, scenario.books)
        Terminal.write(report.text(Terminal.style()))
        if carried > 0 { Terminal.write("\(carried) entries count in \(month.next)\n") }
        Terminal.write("\(month) is closed\n")
    }
}

struct MilestoneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milestone",
        abstract: "Record that a milestone of a contract was reached.",
        usage: "muster milestone <contract> <name> <scenario> [<options>]",
        discussion: """
              muster milestone apollo beta firm.yaml --on 2026-03-20
            """)

    @Argument(help: "The contract, as the scenario names it.")
    var contract: String

    @Argument(help: "The milestone, as the contract names it.")
    var name: String

    @OptionGroup var terms: TermsOptions

    @Option(help: "The day; today without it.")
    var on: Day?

    @Option(help: "The month in which it counts, where its own is closed.")
    var month: Month?

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let books = try terms.read().books
        guard let found = books.contract(Identifier(contract)) else {
            throw WrongInput(unknown: "contract", contract, among: books.contracts.map(\.id.text))
        }
        let day = try on ?? LedgerOptions.today()
        let known = found.asOf(day).parts.flatMap { part in part.milestones.map { (part.id, $0) } }
        guard let (part, _) = known.first(where: { $0.1 == name }) else {
            throw WrongInput(unknown: "milestone", name, among: known.map(\.1))
        }
        let reached = MilestoneReached(contract: found.id, part: part, name: name, day: day)
        try options.open(beside: terms.scenario).reach(reached, month: month, by: options.actor())
        Terminal.write("\(name) of \(contract) was reached on \(day)\n")
    }
}

extension ContractPart {
    fileprivate var milestones: [String] {
        guard case .fixedFee(let fee) = terms, case .milestones(let instalments) = fee.billing else { return [] }
        return instalments.map(\.name)
    }
}

struct ProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress",
        abstract: "Record how much of a project or a phase is done.",
        usage: "muster progress <project> <percent> <scenario> [<options>]",
        discussion: """
            Without it, what is done is what was spent over what it takes in all. A judgement counts instead, from its day \
            on.

              muster progress apollo 60% firm.yaml
              muster progress apollo.design 100% firm.yaml --on 2026-03-20
            """)

    @Argument(help: "The project, or PROJECT.PHASE.")
    var project: String

    @Argument(help: "0% to 100%.")
    var done: PercentText

    @OptionGroup var terms: TermsOptions

    @Option(help: "The day; today without it.")
    var on: Day?

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let firm = try terms.read().firm
        let known = firm.projects.flatMap { project in
            [(project.id, nil)] + project.phases.map { (project.id, Optional($0.id)) }
        }
        func name(_ item: (Identifier<Project>, Identifier<Phase>?)) -> String {
            item.0.text + (item.1.map { ".\($0)" } ?? "")
        }
        guard let found = known.first(where: { name($0) == project }) else {
            throw WrongInput(unknown: "project or phase", project, among: known.map(name))
        }
        let day = try on ?? LedgerOptions.today()
        let progress = Progress(project: found.0, phase: found.1, day: day, done: done.share)
        try options.open(beside: terms.scenario).judge(progress, by: options.actor())
        Terminal.write("\(project) is done by \(done.text) on \(day)\n")
    }
}

struct ExchangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exchange",
        abstract: "Record what a currency is worth from a day on, or list what is known.",
        usage: "muster exchange [<currency> <rate>] [<options>]",
        discussion: """
            The rate is what one unit of the currency is worth in the ledger's own.

              muster exchange SEK 0.0893 --on 2026-03-02
              muster exchange
            """)

    @Argument(help: "The currency, such as SEK.")
    var currency: String?

    @Argument(help: "The rate, with up to nine decimals.")
    var rate: String?

    @Option(help: "From this day on; today without it.")
    var on: Day?

    @OptionGroup var options: LedgerOptions

    func validate() throws {
        if (currency == nil) != (rate == nil) { throw ValidationError("a currency and its rate belong together") }
    }

    func run() throws {
        let ledger = try options.open()
        guard let currency, let rate else {
            let report = ExchangeReport(try ledger.exchangeRates(), home: ledger.currency)
            return Terminal.write(report.text(Terminal.style()))
        }
        guard let code = Currency(currency) else {
            throw WrongInput(description: "\(currency) is no currency: three capital letters, such as SEK")
        }
        guard let billionths = ExchangeRate.billionths(rate) else {
            throw WrongInput(description: "\(rate) is no rate: a number above zero with up to nine decimals")
        }
        let day = try on ?? LedgerOptions.today()
        try ledger.exchange(ExchangeRate(currency: code, day: day, billionths: billionths), by: options.actor())
        Terminal.write("1 \(code.code) = \(rate) \(ledger.currency.code) from \(day) on\n")
    }
}

struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "The books in double entry, for hledger or beancount.",
        usage: "muster journal <scenario> [<options>]",
        discussion: """
            Work as it costs, invoices, payments, write-offs, and what each closed month earned. Everything is worked out \
            from the ledger, so that the same ledger gives the same journal.

              muster journal firm.yaml > books.journal && hledger -f books.journal balancesheet
              muster journal firm.yaml --beancount > books.beancount && bean-check books.beancount

            Exit status: 0 fine, 2 a file is wrong or a rate is missing.
            """)

    @OptionGroup var terms: TermsOptions
    @OptionGroup var file: LedgerFile

    @Flag(help: "In the form of beancount instead of hledger's.")
    var beancount = false

    func run() throws {
        let scenario = try terms.read()
        let accounts = try file.open(beside: terms.scenario).accounts(of: scenario.firm, scenario.books)
        do throws(MissingRate) {
            let journal = try Journal(of: accounts)
            Terminal.write(beancount ? journal.beancount() : journal.hledger())
        } catch {
            throw WrongInput(
                description: "no rate of \(error.currency.code) is known for \(error.day); "
                    + "`muster exchange` records one")
        }
    }
}
