// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Ledger
import Reports
import Staffing

struct DealAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Enter a deal.",
        usage: "muster deal add <deal> --name <name> --value <value> [<options>]",
        discussion: """
              muster deal add D-7 --name "Ferries" --client ferries --value 64000 \\
                --stage proposal --closes 2026-05-15 --owner ines --project ferries-2

            Exit status: 0 entered, 2 it cannot be used or is there already, 3 the ledger cannot be written.
            """)

    @Argument(help: "How it is called from now on, as in your CRM.")
    var deal: String

    @OptionGroup var details: DealDetails
    @OptionGroup var options: LedgerOptions

    func validate() throws {
        if details.name == nil || details.value == nil { throw ValidationError("--name and --value are needed.") }
        if deal.isEmpty || deal.utf8.count > 100 { throw ValidationError("A deal is called by 1 to 100 letters.") }
    }

    func run() throws {
        let ledger = try options.open()
        let read = try details.read(in: ledger.currency)
        guard deal == deal.printable else { throw WrongInput(description: "the deal's id has control characters") }
        var entered = Opportunity(
            id: Identifier(deal), name: details.name ?? deal, client: "", stage: .lead, value: read.value ?? .zero,
            currency: read.currency ?? ledger.currency)
        if details.stage == nil, let chance = read.chance { entered.move(to: .lead, chance: chance) }
        read.change(&entered)
        try ledger.enter(entered, on: try LedgerOptions.today(), by: options.actor())
        Terminal.write(PipelineReport.sentence(of: entered))
    }
}

struct DealStepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "step",
        abstract: "Take a deal a step further, or correct what is said of it.",
        usage: "muster deal step <deal> [<options>]",
        discussion: """
              muster deal step D-7 --stage negotiation
              muster deal step D-7 --chance 60% --closes 2026-06-01

            Exit status: 0 done, 2 there is no such deal or nothing would change, 3 the ledger cannot be written.
            """)

    @Argument(help: "The deal.")
    var deal: String

    @OptionGroup var details: DealDetails
    @OptionGroup var options: LedgerOptions

    func validate() throws {
        if details.isEmpty { throw ValidationError("Say what is different, for example --stage negotiation.") }
    }

    func run() throws {
        let ledger = try options.open()
        let id = Identifier<Opportunity>(deal)
        let now = try ledger.opportunities().first { $0.id == id }
        // A new amount without a currency is in the deal's.
        let read = try details.read(in: now?.currency ?? ledger.currency)
        if let now, !now.stage.isOpen, details.stage == nil, read.chance != nil {
            throw WrongInput(description: "\(deal) is \(now.stage.rawValue); say the --stage, too, to open it again")
        }
        if let now, let currency = read.currency, currency != now.currency, read.value == nil {
            throw WrongInput(description: "--currency: say the --value, too, in \(currency.code)")
        }
        let result = try ledger.step(id, on: try LedgerOptions.today(), by: options.actor()) { read.change(&$0) }
        Terminal.write(PipelineReport.sentence(of: result))
    }
}

struct DealLoseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lose",
        abstract: "Record that a deal is lost, and why.",
        usage: "muster deal lose <deal> --reason <reason> [<options>]",
        discussion: """
              muster deal lose D-7 --reason "went to a cheaper offer"

            Exit status: 0 done, 2 there is no such deal or it is lost already, 3 the ledger cannot be written.
            """)

    @Argument(help: "The deal.")
    var deal: String

    @Option(help: "Why; it stands in the log.")
    var reason: String

    @OptionGroup var options: LedgerOptions

    func run() throws {
        guard !reason.isEmpty, reason == reason.printable else {
            throw WrongInput(description: "--reason: a reason without control characters is needed")
        }
        let lost = try options.open().step(
            Identifier(deal), on: try LedgerOptions.today(), verb: "deal lost", note: reason, by: options.actor()
        ) { $0.move(to: .lost) }
        Terminal.write(PipelineReport.sentence(of: lost))
    }
}
