// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Reports
import Staffing
import Verification

struct ProfitReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profit",
        abstract: "Revenue, costs and margin by project, client, person, office or month.",
        usage: "muster report profit <scenario> [<options>]",
        discussion: """
            Labour is approved time at the cost rates of its days. By person, the revenue of a project's month is shared \
            among those who worked on it, by what their billable work is worth.

              muster report profit firm.yaml --from 2026-01 --through 2026-03 --by month
            """)

    @OptionGroup var view: ViewOptions
    @OptionGroup var period: MonthsOptions

    @Option(help: "Rows: project, client, person, office, portfolio or month.")
    var by: ReportGrouping = .project

    func run() throws {
        let months = try period.months()
        try view.show { .profit(try $0.profitAndLoss(by: by, months), months, in: $0.accounts.firm.currency) }
    }
}

struct MarginReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "margin",
        abstract: "The margin that booked work was to bring, and the one that was made.",
        usage: "muster report margin <scenario> [<options>]")

    @OptionGroup var view: ViewOptions
    @OptionGroup var period: MonthsOptions

    @Option(help: "Rows: project, client, portfolio or month.")
    var by: ReportGrouping = .project

    func validate() throws { try checked(by, among: [.project, .client, .portfolio, .month]) }

    func run() throws {
        let months = try period.months()
        try view.show { .margin(try $0.margins(by: by, months), months, in: $0.accounts.firm.currency) }
    }
}

struct UtilisationReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "utilisation",
        abstract: "Billable, client and all hours over working time.",
        usage: "muster report utilisation <scenario> [<options>]")

    @OptionGroup var view: ViewOptions
    @OptionGroup var period: MonthsOptions

    @Option(help: "Rows: person, office, portfolio or month.")
    var by: ReportGrouping = .person

    func validate() throws { try checked(by, among: [.person, .office, .portfolio, .month]) }

    func run() throws {
        let months = try period.months()
        try view.show { .utilisation($0.utilisation(by: by, months), months, in: $0.accounts.firm.currency) }
    }
}

struct RealisationReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "realisation",
        abstract: "How much of what was worked was invoiced: by hours and by value.",
        usage: "muster report realisation <scenario> [<options>]")

    @OptionGroup var view: ViewOptions
    @OptionGroup var period: MonthsOptions

    @Option(help: "Rows: project, client, portfolio or month.")
    var by: ReportGrouping = .project

    func validate() throws { try checked(by, among: [.project, .client, .portfolio, .month]) }

    func run() throws {
        let months = try period.months()
        try view.show { .realisation(try $0.realisation(by: by, months), months, in: $0.accounts.firm.currency) }
    }
}

struct LeakageReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leakage",
        abstract: "Work for clients that brings nothing: beyond caps, written off, free.",
        usage: "muster report leakage <scenario> [<options>]")

    @OptionGroup var view: ViewOptions
    @OptionGroup var period: MonthsOptions

    @Option(help: "Rows: project, client or portfolio.")
    var by: ReportGrouping = .project

    func validate() throws { try checked(by, among: [.project, .client, .portfolio]) }

    func run() throws {
        let months = try period.months()
        try view.show { .leakage(try $0.leakage(by: by, months), months, in: $0.accounts.firm.currency) }
    }
}

struct BacklogReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backlog",
        abstract: "What was agreed with clients and is not earned yet.",
        usage: "muster report backlog <scenario> [<options>]")

    @OptionGroup var view: ViewOptions
    @OptionGroup var standing: StandingOptions

    func run() throws {
        let month = try standing.last()
        try view.show { .backlog(try $0.standings(through: month), month, in: $0.accounts.firm.currency) }
    }
}

struct WIPReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wip",
        abstract: "What is earned and not invoiced, and invoiced and not earned.",
        usage: "muster report wip <scenario> [<options>]")

    @OptionGroup var view: ViewOptions
    @OptionGroup var standing: StandingOptions

    func run() throws {
        let month = try standing.last()
        try view.show { .workInProgress(try $0.standings(through: month), month, in: $0.accounts.firm.currency) }
    }
}

struct AgeingReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ageing",
        abstract: "Who owes how much, and how late it is.",
        usage: "muster report ageing <scenario> [<options>]")

    @OptionGroup var view: ViewOptions

    @Option(help: "On this day; today without it.")
    var on: Day?

    func run() throws {
        let day = try on ?? LedgerOptions.today()
        try view.show {
            .ageing(
                $0.ageing(on: day), on: day, daysOfSales: try $0.daysOfSalesOutstanding(on: day), $0.accounts.firm)
        }
    }
}

struct HealthReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Hours, earned value, budget and milestones of projects.",
        usage: "muster report health <scenario> [<options>]",
        discussion: """
            What is done is what `muster progress` says; without it, what was spent over that and what is still booked. The \
            plan is what is committed.

              muster report health firm.yaml
              muster report health firm.yaml --project apollo    with its phases and lines
            """)

    @OptionGroup var view: ViewOptions

    @Option(help: "This project only.")
    var project: String?

    @Option(help: "On this day; today without it.")
    var on: Day?

    func run() throws {
        let day = try on ?? LedgerOptions.today()
        let report = try view.viewed { views in
            let firm = views.accounts.firm
            if let project, !firm.projects.contains(where: { $0.id.text == project }) {
                throw WrongInput(unknown: "project", project, among: firm.projects.map(\.id.text))
            }
            let all = try views.health(on: day)
            return HealthReport(
                project == nil ? all : all.filter { $0.project.text == project }, on: day, in: firm.currency,
                detailed: project != nil)
        }
        if view.json { return Terminal.write(report.json().text(brokenTo: 3)) }
        Terminal.write(view.csv ? report.csv() : report.text(Terminal.style()))
    }
}
