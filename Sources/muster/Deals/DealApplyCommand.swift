// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Foundation
import Ledger
import ScenarioFiles
import Staffing

struct DealApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Write a what-if that gives projects the stages of their deals.",
        usage: "muster deal apply <scenario> --out <file> [<options>]",
        discussion: """
            Projects that deals name become won, lost or proposed with the deal's chance, and their demand counts so. \
            Projects without a deal stay as they are.

              muster deal apply firm.yaml --out pipeline.yaml
              muster plan pipeline.yaml

            Exit status: 0 written, 1 nothing is different and nothing was written, 2 a file is wrong.
            """)

    @Argument(help: "The scenario file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String

    @Option(help: "The new file.", completion: .file(extensions: ["yaml"]))
    var out: String

    @OptionGroup var file: LedgerFile

    func run() throws {
        let firm = try Scenario.read(at: scenario).firm
        let deals = try file.open(beside: scenario).opportunities().filter { $0.project != nil }
        let changes = try StageChanges(of: deals, in: firm)
        for name in changes.strangers { Terminal.complain("note: \(scenario) has no project \(name)".printable) }
        guard !changes.stages.isEmpty else {
            Terminal.write("The projects stand as their deals do; nothing was written.\n")
            throw Status.trouble
        }
        try write(
            ScenarioFormat.text(
                stages: changes.stages, named: "\(firm.name), as deals stand", from: relative(scenario, to: out)),
            to: out)
        let count = changes.stages.count
        Terminal.write("\(out): \(count == 1 ? "1 project" : "\(count) projects") with another stage\n")
    }
}

/// What deals say of the projects of a firm, as far as it is different.
struct StageChanges {
    private(set) var stages: [(project: Identifier<Project>, stage: Stage)] = []
    /// Projects that the firm does not have.
    private(set) var strangers: [String] = []

    /// - Throws: where open deals, or several won or lost ones, speak of one project.
    init(of deals: [Opportunity], in firm: Firm) throws {
        var seen: [Identifier<Project>: Opportunity] = [:]
        var wanted: [Identifier<Project>: Stage] = [:]
        for deal in deals {
            guard let id = deal.project else { continue }
            if let other = seen[id] {
                throw WrongInput(
                    description: "the deals \(other.id) and \(deal.id) are both for the project \(id); "
                        + "`muster deal step --project` gives one of them another one")
            }
            seen[id] = deal
            wanted[id] = deal.projectStage
            if !firm.projects.contains(where: { $0.id == id }) { strangers.append(id.text) }
        }
        stages = firm.projects.compactMap { project in
            wanted[project.id].flatMap { $0 == project.stage ? nil : (project.id, $0) }
        }
    }
}

extension Opportunity {
    /// The stage of its project.
    var projectStage: Staffing.Stage {
        switch stage {
        case .won: .won
        case .lost: .lost
        case .lead, .qualified, .proposal, .negotiation: .proposed(chance)
        }
    }
}

/// A path as a file would name it that lies at another path.
func relative(_ path: String, to file: String) -> String {
    func steps(_ url: URL) -> [String] { url.standardizedFileURL.pathComponents }
    let (to, from) = (steps(URL(filePath: path)), steps(URL(filePath: file).deletingLastPathComponent()))
    let shared = zip(to, from).prefix { $0 == $1 }.count
    return ([String](repeating: "..", count: from.count - shared) + to[shared...]).joined(separator: "/")
}
