// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import Finance
import Ledger
import Reports
import ScenarioFiles
import Staffing
import Verification

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "What was earned, spent and is to come: views of the ledger.",
        discussion: """
            All views count work, expenses and revenue in their months of the accounts. Months that were closed show what \
            was recorded when they were; open ones show what is known now, as preliminary.

              muster report profit firm.yaml --month 2026-03
              muster report profit firm.yaml --from 2026-01 --through 2026-03 --by client
              muster report utilisation firm.yaml --month 2026-03 --by office
              muster report health firm.yaml --project apollo
              muster report cash firm.yaml --through 2026-09 --csv > cash.csv
              muster report html firm.yaml --out plan.html

            Exit status: 0 fine, 2 a file is wrong, an option does not fit or an exchange rate is missing.
            """,
        subcommands: [
            ProfitReportCommand.self, MarginReportCommand.self, UtilisationReportCommand.self,
            RealisationReportCommand.self, LeakageReportCommand.self, BacklogReportCommand.self, WIPReportCommand.self,
            AgeingReportCommand.self, RevenueReportCommand.self, CashReportCommand.self, HealthReportCommand.self,
            HTMLReportCommand.self,
        ])
}

/// What every view needs.
struct ViewOptions: ParsableArguments {
    @OptionGroup var terms: TermsOptions
    @OptionGroup var file: LedgerFile

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print rows for a spreadsheet (CSV).")
    var csv = false

    func validate() throws {
        if json, csv { throw ValidationError("--json and --csv exclude each other.") }
    }

    /// Makes a view of the ledger and prints it.
    func show(_ subject: ViewSubject, _ view: (Controlling) throws -> FigureTable) throws {
        let table = try viewed(subject, view)
        Terminal.write(json ? table.json().text(brokenTo: 2) : csv ? table.csv() : table.text(Terminal.style()))
    }

    func viewed<View>(_ subject: ViewSubject, _ view: (Controlling) throws -> View) throws -> View {
        let scenario = try terms.read()
        let ledger = try file.open(beside: terms.scenario)
        let asked = subject.facts(try ledger.closedMonth())
        let accounts = try ledger.accounts(of: scenario.firm, scenario.books, asked)
        do {
            return try view(Controlling(accounts, today: try LedgerOptions.today()))
        } catch let missing as MissingRate {
            throw WrongInput(
                description: "no rate of \(missing.currency.code) is known for \(missing.day); "
                    + "`muster exchange` records one")
        }
    }
}

/// One month, or some after each other.
struct MonthsOptions: ParsableArguments {
    @Option(help: "One month, such as 2026-03; the current one without any.")
    var month: Month?

    @Option(help: "The first month of several.")
    var from: Month?

    @Option(help: "The last month of several; the current one without it.")
    var through: Month?

    /// No view goes back further than that many months.
    static let most = 120

    func validate() throws {
        if month != nil, from != nil || through != nil {
            throw ValidationError("--month excludes --from and --through.")
        }
        if let from, let through, from > through { throw ValidationError("--from is after --through.") }
    }

    func months() throws -> ClosedRange<Month> {
        let current = Month(of: try LedgerOptions.today())
        if let month { return month...month }
        let last = through ?? current
        let first = from ?? last
        guard first <= last else { throw WrongInput(description: "\(first) is still to come") }
        guard first.distance(to: last) < MonthsOptions.most else {
            throw WrongInput(description: "--from: at most \(MonthsOptions.most) months")
        }
        guard last <= current else {
            throw WrongInput(
                description: "\(last) is still to come; `muster report revenue` and `muster report cash` look ahead")
        }
        return first...last
    }
}

/// The last month that a standing is of.
struct StandingOptions: ParsableArguments {
    @Option(help: "At the end of this month, such as 2026-03; the current one without it.")
    var month: Month?

    func last() throws -> Month {
        let current = Month(of: try LedgerOptions.today())
        let last = month ?? current
        guard last <= current else { throw WrongInput(description: "\(last) is still to come") }
        return last
    }
}

extension ReportGrouping: ExpressibleByArgument {}

/// What the rows are, among those that a view knows.
func checked(_ grouping: ReportGrouping, among known: [ReportGrouping]) throws {
    guard known.contains(grouping) else {
        throw ValidationError(
            "--by \(grouping.rawValue): this view knows \(known.map(\.rawValue).joined(separator: ", "))")
    }
}

/// What a view looks at, so that no more is loaded.
enum ViewSubject {
    /// Revenue and work of some months: of closed ones it is recorded, of open ones everything is looked at.
    case revenue(ClosedRange<Month>)
    /// What was earned by the end of a month.
    case earned(Month)
    /// Work and invoices of some months.
    case work(ClosedRange<Month>)
    /// All work.
    case allWork
    /// Invoices and payments.
    case sales
    case everything

    /// - Parameter closed: the latest month that is.
    func facts(_ closed: Month?) -> FactsAsked {
        switch self {
        case .revenue(let months):
            isClosed(months.upperBound, closed) ? FactsAsked(time: .of(months), invoicedTime: false) : .all
        case .earned(let month):
            isClosed(month, closed) ? FactsAsked(time: .none, invoicedTime: false) : .all
        case .work(let months): FactsAsked(time: .of(months), invoicedTime: false)
        case .allWork: FactsAsked(time: .all, invoicedTime: false)
        case .sales: FactsAsked(time: .none, invoicedTime: false)
        case .everything: .all
        }
    }

    private func isClosed(_ month: Month, _ closed: Month?) -> Bool { closed.map { month <= $0 } ?? false }
}
