// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import Finance
import Ledger
import Matching
import Outlook
import Reports
import ScenarioFiles
import Staffing
import Verification

struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Risks and issues: raised by hand or by themselves, closed with a reason.",
        discussion: """
              muster register raise firm.yaml
              muster register add firm.yaml "the client's architect leaves" --project apollo --kind risk
              muster register list --open
              muster register close 3 --reason "a new architect is named"
            """,
        subcommands: [
            RegisterListCommand.self, RegisterAddCommand.self, RegisterRaiseCommand.self, RegisterCloseCommand.self,
        ])
}

extension RegisterEntry.Kind: ExpressibleByArgument {}
extension RegisterEntry.Severity: ExpressibleByArgument {}

struct RegisterListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What stands in the register.",
        usage: "muster register list [<options>]")

    @OptionGroup var file: LedgerFile

    @Flag(help: "Only what is open.")
    var open = false

    @Option(help: "Of this project only.")
    var project: String?

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print one row for each (CSV).")
    var csv = false

    func validate() throws {
        if json, csv { throw ValidationError("--json and --csv exclude each other.") }
    }

    func run() throws {
        let entries = try file.open().register().filter { entry in
            (!open || entry.closed == nil) && (project == nil || entry.project?.text == project)
        }
        let report = RegisterReport(entries)
        Terminal.write(json ? report.json().text(brokenTo: 1) : csv ? report.csv() : report.text(Terminal.style()))
    }
}

struct RegisterAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Raise a risk or an issue by hand.",
        usage: "muster register add <scenario> <title> [<options>]",
        discussion: """
              muster register add firm.yaml "the test system is down" --project apollo --severity high
            """)

    @OptionGroup var terms: TermsOptions

    @Argument(help: "What it is, in a sentence.")
    var title: String

    @Option(help: "The project; none for what is about the firm.")
    var project: String?

    @Option(help: "risk (it may happen) or issue (it has).")
    var kind: RegisterEntry.Kind = .issue

    @Option(help: "low, medium or high.")
    var severity: RegisterEntry.Severity = .medium

    @Option(help: "Who looks after it.")
    var owner: String?

    @OptionGroup var options: LedgerOptions

    func validate() throws {
        if title.allSatisfy(\.isWhitespace) { throw ValidationError("a title is needed") }
    }

    func run() throws {
        let firm = try terms.read().firm
        if let project, !firm.projects.contains(where: { $0.id.text == project }) {
            throw WrongInput(unknown: "project", project, among: firm.projects.map(\.id.text))
        }
        let entry = RegisterEntry(
            project: project.map { Identifier($0) }, kind: kind, title: title, severity: severity, owner: owner,
            day: try LedgerOptions.today())
        let raised = try options.open(beside: terms.scenario).raise([entry], by: options.actor())
        Terminal.write(RegisterReport(raised).text(Terminal.style()))
    }
}

struct RegisterRaiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raise",
        abstract: "Raise what the ledger and the scenario show by themselves.",
        usage: "muster register raise <scenario> [<options>]",
        discussion: """
            Overload and clashes of bookings, late milestones, budgets that will not do, work that nobody has agreed to, \
            and missing time of the month before. What stands open in the register is not raised again.

            Exit status: 0 nothing new, 1 something was raised, 2 a file is wrong.
            """)

    @OptionGroup var terms: TermsOptions
    @OptionGroup var options: LedgerOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let scenario = try terms.read()
        let ledger = try options.open(beside: terms.scenario)
        let day = try LedgerOptions.today()
        let views = Controlling(try ledger.accounts(of: scenario.firm, scenario.books), today: day)
        let found: [Finding]
        do {
            found = try views.findings(on: day)
        } catch let missing {
            throw WrongInput(
                description: "no rate of \(missing.currency.code) is known for \(missing.day); "
                    + "`muster exchange` records one")
        }
        let entries =
            overloads(scenario.firm, from: Week(of: day), on: day) + found.map { $0.entry(scenario.firm, on: day) }
        let raised = try ledger.raise(entries, by: options.actor())
        let report = RegisterReport(raised)
        if raised.isEmpty, !json { return Terminal.write("Nothing new.\n") }
        Terminal.write(json ? report.json().text(brokenTo: 1) : report.text(Terminal.style()))
        if !raised.isEmpty { throw Status.trouble }
    }

    /// What `muster check` finds wrong in bookings, from this week on: one cause for each kind of trouble of a person.
    private func overloads(_ firm: Firm, from week: Week, on day: Day) -> [RegisterEntry] {
        let kinds: Set<Alert.Kind> = [.overbooked, .leaveClash, .notEmployed, .contradictoryPins]
        return alerts(in: Situation(of: firm)).filter { kinds.contains($0.kind) && $0.weeks.upperBound >= week }.map {
            alert in
            let people = alert.people.map(\.text).joined(separator: ",")
            return RegisterEntry(
                project: alert.projects.count == 1 ? alert.projects[0] : nil, kind: .issue,
                title: alert.words(in: firm).message,
                severity: alert.severity == .error ? .high : .medium, cause: "\(alert.kind.rawValue):\(people)",
                day: day)
        }
    }
}

struct RegisterCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a risk or an issue, with the reason.",
        usage: "muster register close <number> --reason <text> [<options>]")

    @Argument(help: "Its number, as `muster register list` shows it.")
    var number: Int

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var options: LedgerOptions

    func validate() throws {
        if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason: a reason is needed") }
    }

    func run() throws {
        let closed = try options.open().close(
            EntryNumber(number), on: LedgerOptions.today(), reason: reason, by: options.actor())
        Terminal.write("\(number) is closed: \(closed.title)\n")
    }
}
