// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Changes
import Explanation
import Finance
import Foundation
import Ledger
import Planning
import Reports
import ScenarioFiles
import Staffing
import Verification

struct QuoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "Price a project: its cost, its floor, three margins and the rate card.",
        usage: "muster quote <scenario> <project> [<options>]",
        discussion: """
            Plans the firm without the project, and then with it before all else. The hours of that plan are what it \
            costs and what it is worth; what everything else loses makes the floor, as `muster bid` finds it. Where \
            the client has another currency, prices are in it, too, at the ledger's rate or at --rate.

              muster quote firm.yaml ferries
              muster quote firm.yaml ferries --margins 25,35,45 --rate 0.0893
              muster quote firm.yaml ferries --proposal ferries.html --price 64000

            Exit status: 0 fine, 1 nobody can do any of it, 2 the input is wrong.
            """)

    @OptionGroup var input: ScenarioOptions

    @Argument(help: "The project.")
    var project: String

    @Option(help: "Margins in per cent of the price, between commas.")
    var margins = "20,30,40"

    @Option(help: "What 1 of the client's currency is in the firm's.")
    var rate: String?

    @Option(help: "A file for a proposal to the client (HTML, to print).", completion: .file(extensions: ["html"]))
    var proposal: String?

    @Option(help: "Its price in the client's currency; else at the middle margin.")
    var price: String?

    @Option(help: "For how many days it stands.")
    var valid = 30

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var file: LedgerFile

    func validate() throws {
        if price != nil, proposal == nil { throw ValidationError("--price is for --proposal.") }
        if !(1...365).contains(valid) { throw ValidationError("--valid takes a number from 1 to 365.") }
    }

    func run() throws {
        let read = try input.read()
        let firm = try input.firm(of: read)
        let id = Identifier<Project>(project)
        guard let wanted = firm.projects.first(where: { $0.id == id }) else {
            throw WrongInput(unknown: "project", project, among: firm.projects.map(\.id.text))
        }
        let margins = try wantedMargins()
        let today = try LedgerOptions.today()
        let foreign = try foreign(of: wanted, read, on: today)
        let currency = foreign == nil ? firm.currency : try clientCurrency(of: wanted, read)
        let stated = try price.map { text throws -> Money in
            guard let money = ScenarioFormat.money(text, in: currency) else {
                throw WrongInput(description: "--price: \(text) is not money in \(currency.code), as in 64000")
            }
            return money
        }
        let base = try planWatched(try firm.applying([DropProject(id)]))
        let found = try Terminal.tellingProgress("planning anew") { try quote(on: id, in: firm, over: base) }
        guard let quote = found else {
            Terminal.write("Nobody can do any of \(wanted.name) within the horizon.\n".printable)
            throw Status.trouble
        }
        let report = QuoteReport(of: quote, in: firm, margins: margins, foreign: foreign)
        Terminal.write(json ? report.json().text(brokenTo: 2) : report.text(Terminal.style()))
        guard let proposal else { return }
        let usual = quote.price(atMargin: margins[margins.count / 2])
        let page = OfferPage(
            of: quote, wanted, in: firm, read.books, price: stated ?? foreign?.amount(usual) ?? usual,
            currency: currency, on: today, validDays: valid)
        try write(page.html(), to: proposal)
    }

    private func wantedMargins() throws -> [Share] {
        let shares = margins.split(separator: ",", omittingEmptySubsequences: false).map { text in
            ScenarioFormat.share(text.drop { $0 == " " } + (text.hasSuffix("%") ? "" : "%"))
        }
        guard (1...9).contains(shares.count), shares.allSatisfy({ $0.map { $0 < .whole } ?? false }) else {
            throw WrongInput(description: "--margins: up to nine numbers below 100, as in 20,30,40")
        }
        return shares.compactMap(\.self)
    }

    private func clientCurrency(of project: Project, _ read: Scenario) throws -> Currency {
        let contract = read.books.contracts.first { $0.projects.contains(project.id) }
        return contract?.currency ?? project.client.flatMap { read.books.account(of: $0)?.currency }
            ?? read.firm.currency
    }

    private func foreign(of project: Project, _ read: Scenario, on today: Day) throws -> QuoteReport.Foreign? {
        let (currency, home) = (try clientCurrency(of: project, read), read.firm.currency)
        if currency == home {
            if rate != nil { throw WrongInput(description: "--rate: the client pays in \(home.code)") }
            return nil
        }
        var rates: [ExchangeRate] = []
        if let rate {
            guard let billionths = ExchangeRate.billionths(rate) else {
                throw WrongInput(description: "--rate: \(rate) is not a rate, as in 0.0893")
            }
            rates = [ExchangeRate(currency: currency, day: today, billionths: billionths)]
        } else if file.path != nil || FileManager.default.fileExists(atPath: file.path(beside: input.scenario)) {
            rates = try file.open(beside: input.scenario).exchangeRates()
        }
        guard let foreign = QuoteReport.Foreign(currency, ExchangeRates(home: home, rates), on: today) else {
            throw WrongInput(
                description: "the client pays in \(currency.code), of which no rate is known; "
                    + "say what 1 \(currency.code) is in \(home.code) with --rate")
        }
        return foreign
    }
}
