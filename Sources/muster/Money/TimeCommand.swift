// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Ledger
import Reports
import ScenarioFiles
import Staffing
import Verification

struct TimeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "time",
        abstract: "Enter, import, approve and correct the time that people worked.",
        discussion: """
            Entries are drafts, are submitted, and are approved or rejected. What was rejected can be changed and \
            submitted again. What is approved is never changed: it is taken back by another entry, and both stay. Only \
            approved time is invoiced and counts.

              muster time add firm.yaml ana apollo.backend 7.5 --on 2026-03-02
              muster time import firm.yaml march.csv
              muster time approve --from 2026-03-01 --through 2026-03-31
              muster time change firm.yaml 12 --hours 6 --submit
              muster time correct firm.yaml 17 --hours 6 --reason "half a day off"
              muster time missing firm.yaml --month 2026-03
            """,
        subcommands: [
            TimeAddCommand.self, TimeImportCommand.self, TimeListCommand.self, TimeSubmitCommand.self,
            TimeApproveCommand.self, TimeRejectCommand.self, TimeChangeCommand.self, TimeCorrectCommand.self,
            TimeDeleteCommand.self, TimeMissingCommand.self,
        ])
}

/// Which entries a command is for.
struct FilterOptions: ParsableArguments {
    @Argument(help: "The numbers of entries.")
    var numbers: [Int] = []

    @Option(help: "Of this person.")
    var person: String?

    @Option(help: "On this project.")
    var project: String?

    @Option(help: "From this day on.")
    var from: Day?

    @Option(help: "Through this day.")
    var through: Day?

    var filter: EntryFilter {
        var filter = EntryFilter()
        filter.numbers = numbers
        filter.person = person.map { Identifier($0) }
        filter.project = project.map { Identifier($0) }
        filter.first = from
        filter.last = through
        return filter
    }

    func check() throws {
        if filter.isOpen {
            throw ValidationError("which entries? Give numbers, or --person, --project, --from, --through")
        }
    }
}

/// How entries get into the ledger.
struct EntryOptions: ParsableArguments {
    @Flag(help: "Leave them as drafts, to be submitted later.")
    var draft = false

    @Option(help: "The month in which they count, where their own is closed.")
    var month: Month?

    var state: EntryState { draft ? .draft : .submitted }
}

struct TimeAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Enter hours of somebody on a line or a project.",
        usage: "muster time add <scenario> <person> <work> <hours> [<options>]",
        discussion: """
              muster time add firm.yaml ana apollo.backend 7.5 --on 2026-03-02 --note "login"
              muster time add firm.yaml ana apollo 7:30 --not-billable
            """)

    @OptionGroup var terms: TermsOptions

    @Argument(help: "The person.")
    var person: String

    @Argument(help: "The line, such as apollo.backend, or the project.")
    var work: String

    @Argument(help: "How long, as 7.5 or 7:30.")
    var hours: HoursText

    @Option(help: "The day; today without it.")
    var on: Day?

    @Option(help: "What was done.")
    var note = ""

    @Flag(help: "The client does not pay for it.")
    var notBillable = false

    @OptionGroup var entry: EntryOptions
    @OptionGroup var options: LedgerOptions

    func run() throws {
        let firm = try terms.read().firm
        let (project, line) = try firm.work(named: work)
        let day = try on ?? LedgerOptions.today()
        let new = TimeEntry(
            number: EntryNumber(0), person: try firm.person(named: person), project: project, line: line, day: day,
            month: entry.month, hours: hours.hours, billable: !notBillable, note: note.printable, state: entry.state)
        let added = try options.open(beside: terms.scenario).add([(new, nil)], by: options.actor())
        Terminal.write(
            "time \(added.numbers[0]): \(person), \(work), \(hours.text) h on \(day), \(new.state.rawValue)\n")
    }
}

struct TimeImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Enter all rows of a table (CSV), or none.",
        usage: "muster time import <scenario> <table> [<options>]",
        discussion: """
            Columns: person, project, date, hours; and where wanted line, billable, note, id. A row whose id is in the \
            ledger already is left out, so that a table can be imported again.

              muster time import firm.yaml march.csv --dry-run
              muster time import firm.yaml march.csv

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
        let rows = try Terminal.tellingProgress("reading") {
            try terms.read().time(inTableAt: table, as: entry.state, in: entry.month)
        }
        let hours = HoursText.words(rows.reduce(.zero) { $0 + $1.entry.hours })
        if dryRun { return Terminal.write("\(rows.count) entries of \(hours) h could be imported\n") }
        let added = try Terminal.tellingProgress("importing") {
            try options.open(beside: terms.scenario).add(rows, by: options.actor())
        }
        let known = added.known > 0 ? "; \(added.known) were there already" : ""
        Terminal.write("\(added.numbers.count) entries imported\(known)\n")
    }
}

struct TimeListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Time entries, each with how far it has come.",
        usage: "muster time list [<numbers>] [<options>]")

    @OptionGroup var which: FilterOptions
    @OptionGroup var file: LedgerFile

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print one row for each entry (CSV).")
    var csv = false

    func run() throws {
        let report = TimeReport(try file.open().time(which.filter))
        Terminal.write(json ? report.json().text(brokenTo: 1) : csv ? report.csv() : report.text(Terminal.style()))
    }
}

struct TimeSubmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Submit drafts, or what was rejected, for approval.",
        usage: "muster time submit [<numbers>] [<options>]")

    @OptionGroup var which: FilterOptions
    @OptionGroup var options: LedgerOptions

    func validate() throws { try which.check() }
    func run() throws { try which.move(.time, from: [.draft, .rejected], to: .submitted, options) }
}

struct TimeApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approve what was submitted; it counts from then on.",
        usage: "muster time approve [<numbers>] [<options>]")

    @OptionGroup var which: FilterOptions
    @OptionGroup var options: LedgerOptions

    func validate() throws { try which.check() }
    func run() throws { try which.move(.time, from: [.submitted], to: .approved, options) }
}

struct TimeRejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Send submitted entries back, with a reason.",
        usage: "muster time reject [<numbers>] --reason <text> [<options>]")

    @OptionGroup var which: FilterOptions

    @Option(help: "Why, for the log.")
    var reason: String

    @OptionGroup var options: LedgerOptions

    func validate() throws { try which.check() }
    func run() throws { try which.move(.time, from: [.submitted], to: .rejected, options, note: reason) }
}

extension FilterOptions {
    func move(
        _ kind: WorkKind, from states: [EntryState], to state: EntryState, _ options: LedgerOptions, note: String = ""
    ) throws {
        let count = try options.open().move(kind, filter, from: states, to: state, note: note, by: options.actor())
        Terminal.write("\(count) \(count == 1 ? "entry" : "entries") \(state.rawValue)\n")
    }
}

struct TimeCorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Take an approved entry back, and enter what is right instead.",
        usage: "muster time correct <scenario> <number> --reason <text> [<options>]",
        discussion: """
            What is not given stays as it was. Both entries are submitted, and count once they are approved; where the \
            month is closed, in the one given. What was invoiced comes off the next invoice.

              muster time correct firm.yaml 17 --hours 6 --reason "half a day off"
              muster time correct firm.yaml 17 --nothing --reason "entered twice" --month 2026-04
            """)

    @OptionGroup var terms: TermsOptions

    @Argument(help: "The entry.")
    var number: Int

    @Option(help: "What was really worked.")
    var hours: HoursText?

    @Option(help: "On what.")
    var work: String?

    @Option(help: "Billable after all (yes), or not (no).")
    var billable: YesOrNo?

    @Flag(help: "Enter nothing instead.")
    var nothing = false

    @Option(help: "Why.")
    var reason: String

    @Option(help: "The month in which both count, where the entry's own is closed.")
    var month: Month?

    @OptionGroup var options: LedgerOptions

    func validate() throws {
        if reason.isEmpty { throw ValidationError("--reason: a reason is needed") }
        if nothing == (hours != nil || work != nil || billable != nil) {
            throw ValidationError("say what is right, or --nothing")
        }
    }

    func run() throws {
        let firm = try terms.read().firm
        let ledger = try options.open(beside: terms.scenario)
        var filter = EntryFilter()
        filter.numbers = [number]
        guard var entry = try ledger.time(filter).first else {
            throw WrongInput(description: "there is no time entry \(number)")
        }
        if let hours { entry.hours = hours.hours }
        if let work { (entry.project, entry.line) = try firm.work(named: work) }
        if let billable { entry.billable = billable == .yes }
        let numbers = try ledger.correct(
            EntryNumber<TimeEntry>(number), with: nothing ? nil : entry, month: month, reason: reason.printable,
            by: options.actor())
        Terminal.write(
            "time \(number) is taken back by \(numbers[0])"
                + (numbers.count > 1 ? ", and \(numbers[1]) stands in its place" : "") + "; submitted\n")
    }
}

struct TimeDeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete drafts.", usage: "muster time delete <numbers> [<options>]")

    @Argument(help: "The drafts.")
    var numbers: [Int]

    @OptionGroup var options: LedgerOptions

    func run() throws {
        try options.open().delete(.time, numbers, by: options.actor())
        Terminal.write("\(numbers.count) deleted\n")
    }
}

struct TimeMissingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "missing",
        abstract: "Whose time sheets have fewer hours than they were there.",
        usage: "muster time missing <scenario> [<options>]",
        discussion: """
            Compares what was entered (rejected entries aside) with contracts less holidays and leave.

              muster time missing firm.yaml --month 2026-03
              muster time missing firm.yaml --from 2026-03-02 --through 2026-03-08

            Exit status: 0 none is missing, 1 some are, 2 a file is wrong.
            """)

    @OptionGroup var terms: TermsOptions

    @Option(help: "The month; the one before today's without it.")
    var month: Month?

    @Option(help: "From this day on, instead of a month.")
    var from: Day?

    @Option(help: "Through this day.")
    var through: Day?

    @OptionGroup var file: LedgerFile

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if (from == nil) != (through == nil) || (from != nil && month != nil) {
            throw ValidationError("either --month, or --from and --through")
        }
        if let from, let through, from > through { throw ValidationError("--from is after --through") }
    }

    func run() throws {
        let firm = try terms.read().firm
        let days: DayRange
        if let from, let through {
            days = DayRange(from, through)
        } else {
            days = try (month ?? Month(of: LedgerOptions.today()).previous).days
        }
        var filter = EntryFilter()
        (filter.first, filter.last) = (days.first, days.last)
        filter.states = [.draft, .submitted, .approved]
        let missing = MissingTime.of(firm, in: days, entered: try file.open(beside: terms.scenario).time(filter))
        let report = MissingTimeReport(missing, days, firm)
        Terminal.write(json ? report.json().text(brokenTo: 1) : report.text(Terminal.style()))
        if !missing.isEmpty { throw Status.trouble }
    }
}
