// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Ledger
import Reports
import ScenarioFiles
import Staffing

struct TimeChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change a draft, or an entry that was rejected, and submit it again.",
        usage: "muster time change <scenario> <number> [<options>]",
        discussion: """
            What is not given stays as it was; the log keeps what it was before. What is submitted has to be rejected first, \
            and what is approved is corrected.

              muster time change firm.yaml 12 --hours 6 --submit
              muster time change firm.yaml 12 --work apollo.care --on 2026-03-03
            """)

    @OptionGroup var terms: TermsOptions

    @Argument(help: "The entry.")
    var number: Int

    @Option(help: "Whose it is.")
    var person: String?

    @Option(help: "How long, as 7.5 or 7:30.")
    var hours: HoursText?

    @Option(help: "On what: a line, such as apollo.backend, or a project.")
    var work: String?

    @OptionGroup var changed: ChangeOptions
    @OptionGroup var options: LedgerOptions

    func validate() throws {
        if person == nil, hours == nil, work == nil, changed.isEmpty {
            throw ValidationError("say what is right; `muster time submit \(number)` submits it again as it is")
        }
    }

    func run() throws {
        let firm = try terms.read().firm
        let ledger = try options.open(beside: terms.scenario)
        var filter = EntryFilter()
        filter.numbers = [number]
        guard let before = try ledger.time(filter).first else {
            throw WrongInput(description: "there is no time entry \(number)")
        }
        var entry = before
        if let person { entry.person = try firm.person(named: person) }
        if let hours { entry.hours = hours.hours }
        if let work { (entry.project, entry.line) = try firm.work(named: work) }
        entry.billable = changed.isBillable ?? entry.billable
        entry.note = changed.note?.printable ?? entry.note
        (entry.day, entry.month) = changed.days(day: entry.day, month: entry.month)
        try ledger.change(entry, submit: changed.submit, note: "it was \(words(before))", by: options.actor())
        Terminal.write("time \(number): \(words(entry)), \((changed.submit ? .submitted : before.state).rawValue)\n")
    }

    private func words(_ entry: TimeEntry) -> String {
        "\(entry.person), \(entry.project)" + (entry.line.map { ".\($0)" } ?? "")
            + ", \(HoursText.words(entry.hours)) h on \(entry.day)" + (entry.billable ? "" : ", not billable")
            + (entry.note.isEmpty ? "" : ", “\(entry.note)”")
    }
}

struct ExpenseChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change a draft, or an expense that was rejected, and submit it again.",
        usage: "muster expense change <number> [<options>]",
        discussion: """
              muster expense change 3 --cost 84.50 --receipt R-12 --submit
            """)

    @Argument(help: "The expense.")
    var number: Int

    @Option(help: "What it cost, before tax.")
    var cost: AmountText?

    @Option(help: "The tax on it.")
    var tax: AmountText?

    @Option(help: "The receipt's number or file.")
    var receipt: String?

    @OptionGroup var changed: ChangeOptions
    @OptionGroup var options: LedgerOptions

    func validate() throws {
        if cost == nil, tax == nil, receipt == nil, changed.isEmpty {
            throw ValidationError("say what is right; `muster expense submit \(number)` submits it again as it is")
        }
    }

    func run() throws {
        let ledger = try options.open()
        var filter = EntryFilter()
        filter.numbers = [number]
        guard let before = try ledger.expenses(filter).first else {
            throw WrongInput(description: "there is no expense \(number)")
        }
        var expense = before
        if let cost { expense.cost = try cost.money(in: expense.currency) }
        if let tax { expense.tax = try tax.money(in: expense.currency) }
        guard expense.cost > .zero, expense.tax >= .zero else {
            throw WrongInput(description: "a cost is above zero, and tax not below it")
        }
        expense.receipt = receipt?.printable ?? expense.receipt
        expense.billable = changed.isBillable ?? expense.billable
        expense.note = changed.note?.printable ?? expense.note
        (expense.day, expense.month) = changed.days(day: expense.day, month: expense.month)
        try ledger.change(expense, submit: changed.submit, note: "it was \(words(before))", by: options.actor())
        Terminal.write(
            "expense \(number): \(words(expense)), \((changed.submit ? .submitted : before.state).rawValue)\n")
    }

    private func words(_ expense: Expense) -> String {
        "\(expense.category), \(Amounts.exact(expense.cost, expense.currency)) on \(expense.day)"
            + (expense.tax == .zero ? "" : ", tax \(Amounts.exact(expense.tax, expense.currency))")
            + (expense.receipt.isEmpty ? "" : ", receipt \(expense.receipt)")
            + (expense.billable ? "" : ", not billable") + (expense.note.isEmpty ? "" : ", “\(expense.note)”")
    }
}

/// What can be changed of time and expenses alike.
struct ChangeOptions: ParsableArguments {
    @Option(help: "The day.")
    var on: Day?

    @Option(help: "The month in which it counts, where its own is closed.")
    var month: Month?

    @Option(help: "Billable (yes), or not (no).")
    var billable: YesOrNo?

    @Option(help: "What for.")
    var note: String?

    @Flag(help: "Submit it for approval.")
    var submit = false

    var isEmpty: Bool { on == nil && month == nil && billable == nil && note == nil }
    var isBillable: Bool? { billable.map { $0 == .yes } }

    /// What counted in its day's month goes with its day; what counts later, stays there.
    func days(day: Day, month own: Month) -> (Day, Month) {
        guard let on else { return (day, month ?? own) }
        return (on, month ?? (own == Month(of: day) ? Month(of: on) : max(own, Month(of: on))))
    }
}
