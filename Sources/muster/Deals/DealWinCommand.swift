// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Foundation
import Ledger
import Reports
import ScenarioFiles
import Staffing

struct DealWinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "win",
        abstract: "Record that a deal is won; write its contract and the what-if that wins it.",
        usage: "muster deal win <deal> [<options>]",
        discussion: """
            With a scenario, writes the contract of the deal's project, at a fixed price of the deal's value billed as \
            it is completed, or by the hour: a file for the scenario to include. Adapt what was agreed otherwise. A \
            what-if can win the project for a plan until you change its stage in the scenario.

              muster deal win D-7
              muster deal win D-7 --scenario firm.yaml --contract ferries-contract.yaml
              muster deal win D-7 --scenario firm.yaml --contract c.yaml --hourly --out won.yaml

            Exit status: 0 done, 2 there is no such deal, it is won, or a file is wrong; 3 the ledger cannot be written.
            """)

    @Argument(help: "The deal.")
    var deal: String

    @Option(help: "The scenario with the deal's project.", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String?

    @Option(help: "The file for the contract, new.", completion: .file(extensions: ["yaml"]))
    var contract: String?

    @Flag(help: "The contract is by the hour, up to the deal's value.")
    var hourly = false

    @Option(help: "The file for the what-if, new.", completion: .file(extensions: ["yaml"]))
    var out: String?

    @OptionGroup var options: LedgerOptions

    func validate() throws {
        if scenario == nil, contract != nil || out != nil { throw ValidationError("--scenario is needed for that.") }
        if scenario != nil, contract == nil, out == nil {
            throw ValidationError("Say where to write: --contract, --out, or both.")
        }
        if hourly, contract == nil { throw ValidationError("--hourly is for --contract.") }
    }

    func run() throws {
        let today = try LedgerOptions.today()
        let ledger = try options.open(beside: scenario)
        var files: [(path: String, text: String)] = []
        if let scenario {
            let id = Identifier<Opportunity>(deal)
            guard let deal = try ledger.opportunities().first(where: { $0.id == id }) else {
                throw WrongInput(description: "there is no deal \(deal); `muster deal list --all` names them")
            }
            files = try texts(deal, scenario, today)
        }
        let won = try writing(files) {
            try ledger.step(Identifier(deal), on: today, verb: "deal won", by: options.actor()) { $0.move(to: .won) }
        }
        Terminal.write(PipelineReport.sentence(of: won) + files.map { "\($0.path): written\n" }.joined())
    }

    /// Writes new files and does what goes with them, or leaves neither.
    private func writing<Result>(_ files: [(path: String, text: String)], _ body: () throws -> Result) throws -> Result
    {
        var written: [String] = []
        do {
            for file in files {
                try writeNew(file.text, to: file.path)
                written.append(file.path)
            }
            return try body()
        } catch {
            for path in written { try FileManager.default.removeItem(atPath: path) }
            throw error
        }
    }

    private func texts(_ deal: Opportunity, _ path: String, _ today: Day) throws -> [(path: String, text: String)] {
        let read = try Scenario.read(at: path)
        guard let id = deal.project else {
            throw WrongInput(description: "\(deal.id) names no project; `muster deal step \(deal.id) --project` does")
        }
        guard let project = read.firm.projects.first(where: { $0.id == id }) else {
            throw WrongInput(unknown: "project", id.text, among: read.firm.projects.map(\.id.text))
        }
        var files: [(path: String, text: String)] = []
        if let contract {
            let agreed = try agreed(deal, project, read, today)
            files.append((contract, ScenarioFormat.text(of: agreed, in: read.firm, read.books)))
        }
        if let out {
            files.append(
                (
                    out,
                    ScenarioFormat.text(
                        stages: [(id, .won)], named: "\(read.firm.name), \(project.name) won",
                        from: relative(path, to: out))
                ))
        }
        return files
    }

    private func agreed(_ deal: Opportunity, _ project: Project, _ read: Scenario, _ today: Day) throws
        -> ClientContract
    {
        if let other = read.books.contracts.first(where: { $0.projects.contains(project.id) }) {
            throw WrongInput(description: "the project \(project.id) has a contract already, \(other.id)")
        }
        guard let client = project.client else {
            throw WrongInput(description: "the project \(project.id) names no client, and a contract needs one")
        }
        let terms: ContractPart.Terms =
            hourly
            ? .timeAndMaterials(TimeAndMaterials(cap: deal.value))
            : .fixedFee(FixedFee(price: deal.value, billing: .percentComplete))
        return ClientContract(
            id: Identifier(project.id.text), name: project.name, client: client, projects: [project.id],
            currency: deal.currency, signed: today,
            parts: [ContractPart(id: Identifier(project.id.text), name: project.name, terms: terms)])
    }
}
