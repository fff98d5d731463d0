// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import Finance
import Ledger
import Reports
import ScenarioFiles
import Staffing

struct DealCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deal",
        abstract: "The pipeline: deals with stage, value and chance, and what they bring.",
        discussion: """
            Deals are kept in the ledger, step by step. One that names a project of a scenario gives it its stage and \
            its chance, and so its demand: `muster deal apply` writes that as a what-if.

              muster deal add D-7 --name "Ferries" --value 64000 --stage proposal
              muster deal import crm.csv
              muster deal list
              muster deal win D-7 --scenario firm.yaml
            """,
        subcommands: [
            DealAddCommand.self, DealStepCommand.self, DealWinCommand.self, DealLoseCommand.self,
            DealListCommand.self, DealImportCommand.self, DealApplyCommand.self,
        ])
}

/// What can be said of a deal.
struct DealDetails: ParsableArguments {
    @Option(help: "What it is.")
    var name: String?

    @Option(help: "For whom, as the scenario calls the client.")
    var client: String?

    @Option(help: "lead 10%, qualified 25%, proposal 50%, negotiation 75%.")
    var stage: Opportunity.Stage?

    @Option(help: "Its chance where it is not the stage's: 40%.")
    var chance: String?

    @Option(help: "What it is worth: 64000.")
    var value: String?

    @Option(help: "Of the value; the ledger's where nothing is said.")
    var currency: String?

    @Option(help: "When it is expected to be decided: 2026-05-15.")
    var closes: String?

    @Option(help: "Who looks after it.")
    var owner: String?

    @Option(help: "The project of a scenario that it is for.")
    var project: String?

    func validate() throws {
        if let stage, !stage.isOpen {
            throw ValidationError("--stage: `muster deal \(stage == .won ? "win" : "lose")` decides a deal.")
        }
    }

    var isEmpty: Bool {
        stage == nil && [name, client, chance, value, currency, closes, owner, project].allSatisfy { $0 == nil }
    }

    /// What is said, read; everything that is wrong at once.
    func read(in home: Currency) throws -> Read {
        var wrong: [String] = []
        func value<Value>(_ option: String, _ text: String?, _ example: String, _ read: (String) -> Value?) -> Value? {
            guard let text else { return nil }
            let value = read(text)
            if value == nil { wrong.append("--\(option): \(text) cannot be used; write it as in \(example)") }
            return value
        }
        let currency = value("currency", currency, "EUR") { Currency($0) }
        let closes = value("closes", closes, "2026-05-15") { Day($0) }
        let chance = value("chance", chance, "40%, above 0% and below 100%") { text in
            ScenarioFormat.share(text).flatMap { Opportunity.isChance($0) ? $0 : nil }
        }
        let money = value("value", self.value, "64000") { ScenarioFormat.money($0, in: currency ?? home) }
        let texts = [("name", name), ("client", client), ("owner", owner), ("project", project)]
        for (option, text) in texts {
            guard let text, text.isEmpty || text != text.printable else { continue }
            wrong.append("--\(option): a text without control characters is needed")
        }
        guard wrong.isEmpty else { throw WrongInput(description: wrong.joined(separator: "\nmuster: ")) }
        return Read(details: self, value: money, currency: currency, closes: closes, chance: chance)
    }

    struct Read {
        let details: DealDetails
        let value: Money?
        let currency: Currency?
        let closes: Day?
        let chance: Share?

        /// Replaces what is said.
        func change(_ deal: inout Opportunity) {
            if let name = details.name { deal.name = name }
            if let client = details.client { deal.client = client }
            if let value { deal.value = value }
            if let currency { deal.currency = currency }
            if let closes { deal.closes = closes }
            if let owner = details.owner { deal.owner = owner }
            if let project = details.project { deal.project = Identifier(project) }
            if let stage = details.stage {
                deal.move(to: stage, chance: chance)
            } else if let chance, deal.stage.isOpen {
                deal.move(to: deal.stage, chance: chance)
            }
        }
    }
}

extension Opportunity.Stage: ExpressibleByArgument {}
