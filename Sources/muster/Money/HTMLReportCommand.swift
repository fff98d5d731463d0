// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Finance
import Foundation
import Ledger
import Matching
public import Pages
import Planning
import Reports
import ScenarioFiles
import Staffing
import Verification

struct HTMLReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "html",
        abstract: "The plan and the money as one page: to look at, to mail, to print.",
        usage: "muster report html <scenario> --out <file> [<options>]",
        discussion: """
            One file that needs nothing from elsewhere: who is full and who is free, projects in time, capacity against \
            demand, what is unfilled, what would go wrong, the bench, and how good the plan is. Where there is a ledger, \
            also profit and loss, earned value, revenue and cash to come, and receivables.

              muster report html firm.yaml --out plan.html
              muster report html firm.yaml --out plan.html --by office
              muster report html firm.yaml --out plan.html --plan plan.json    a plan that was made before
              muster report html firm.yaml --out plan.html --no-money          for those who may not see it
              muster report html firm.yaml --out status.html --client northwind

            The page of a client holds what the client may see and nothing else: their projects that are won, phases, \
            milestones, what is done, changes that were agreed, and their invoices.

            Exit status: 0 written, 2 a file is wrong, an option does not fit or an exchange rate is missing, 3 the \
            solver failed.
            """)

    @OptionGroup var input: ScenarioOptions
    @OptionGroup(title: "Calm replanning") var calm: CalmOptions

    @Option(name: .shortAndLong, help: "Write the page here.", completion: .file(extensions: ["html"]))
    var out: String

    @Option(help: "How people are grouped: role, office, grade or none.")
    var by: HeatMap.Grouping = .role

    @Option(help: "A plan file to show, instead of making a plan.", completion: .file(extensions: ["json"]))
    var plan: String?

    @Option(help: "The page of this client instead.")
    var client: String?

    @Flag(inversion: .prefixedNo, help: "Show the money of the ledger, where there is one.")
    var money = true

    @Option(help: "The first month of profit and loss, such as 2026-03; January of this year without it.")
    var from: Month?

    @OptionGroup var ahead: AheadOptions

    func validate() throws {
        if client != nil, plan != nil { throw ValidationError("--client shows no plan; leave out --plan.") }
    }

    func run() throws {
        let scenario = try input.read()
        if let client { return try write(page(of: client, scenario).document(), to: out) }
        let money = money && hasLedger ? try statement(scenario) : nil
        let planned = try planned(try input.firm(of: scenario, calm))
        try write(PlanPage(of: planned, by: by, money: money).page.document(), to: out)
    }

    private var hasLedger: Bool {
        input.ledger.path != nil || FileManager.default.fileExists(atPath: input.ledger.path(beside: input.scenario))
    }

    private func planned(_ firm: Firm) throws -> PlannedFirm {
        guard let plan else { return try planWatched(firm) }
        let stated = try readPlan(at: plan)
        let situation = Situation(of: firm.placed(at: stated.plan.starts))
        try stated.expectSound(in: situation, file: plan)
        return PlannedFirm(stated.plan, in: situation)
    }

    private func controlling(_ scenario: Scenario) throws -> Controlling {
        let ledger = try input.ledger.open(beside: input.scenario)
        return Controlling(
            try ledger.accounts(of: scenario.firm, scenario.books, .all), today: try LedgerOptions.today())
    }

    private func page(of client: String, _ scenario: Scenario) throws -> Page {
        guard let found = scenario.firm.clients.first(where: { $0.id.text == client }) else {
            throw WrongInput(unknown: "client", client, among: scenario.firm.clients.map(\.id.text))
        }
        return try asking { try ClientPage(of: found, try controlling(scenario)).page }
    }

    private func statement(_ scenario: Scenario) throws -> MoneyStatement {
        let controlling = try controlling(scenario)
        let current = Month(of: controlling.today)
        let first = from ?? current.advanced(by: 1 - current.month)
        guard first <= current, first.distance(to: current) < MonthsOptions.most else {
            throw WrongInput(description: "--from: at most \(MonthsOptions.most) months through \(current)")
        }
        let last = try ahead.last(scenario.firm)
        let deals = try input.ledger.open(beside: input.scenario).opportunities()
        return try asking { try MoneyStatement(of: controlling, first...current, through: last, deals: deals) }
    }

    /// What is made of the accounts, or which exchange rate it lacks.
    private func asking<Result>(_ make: () throws -> Result) throws -> Result {
        do {
            return try make()
        } catch let missing as MissingRate {
            throw WrongInput(
                description: "no rate of \(missing.currency.code) is known for \(missing.day); "
                    + "`muster exchange` records one")
        }
    }
}

extension HeatMap.Grouping: ExpressibleByArgument {}
