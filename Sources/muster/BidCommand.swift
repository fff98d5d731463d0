// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Changes
import Explanation
import Matching
import Planning
import Reports
import ScenarioFiles
import Staffing
import Verification

struct BidCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bid",
        abstract: "What taking a deal would cost, its floor price, and its best start.",
        usage: "muster bid <scenario> <deal> [<options>]",
        discussion: """
            The deal is a file with one project, written as in a scenario (muster: 1, projects: and, for a new client, clients:), or \
            a scenario that has one project more and is the same otherwise. It is taken as won and done before all else; what everything else \
            loses by it is what it costs.

              muster bid firm.yaml deal.yaml
              muster bid firm.yaml deal.yaml --weeks 12    starts up to 12 weeks later
            """)

    @OptionGroup var input: ScenarioOptions

    @Argument(help: "The file with the deal (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var deal: String

    @Option(help: "How many weeks later it may start.")
    var weeks: Int = 8

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if !(0...104).contains(weeks) { throw ValidationError("--weeks takes a number from 0 to 104.") }
    }

    func run() throws {
        let firm = try input.firm(of: try input.read())
        let with = try withDeal()
        let old = Set(firm.projects.map(\.id))
        let new = with.projects.filter { !old.contains($0.id) }
        guard new.count == 1, let project = new.first else {
            throw WrongInput(
                description:
                    "\(deal) has \(new.isEmpty ? "no project" : "\(new.count) projects") that \(input.scenario) "
                    + "does not have; a deal is one project")
        }
        try checkThatNothingElseDiffers(with, project.id, from: firm)
        let base = try planWatched(firm)
        let answer = try Terminal.tellingProgress("planning anew") {
            try bid(on: project.id, in: with, over: base, within: weeks)
        }
        let report = BidReport(of: answer, in: with)
        Terminal.write(json ? report.json().text(brokenTo: 2) : report.text(Terminal.style()))
    }

    /// The firm with the deal: a scenario of its own, which starts from another one, or a file of the deal alone, which is
    /// read as if the scenario included it.
    private func withDeal() throws -> Firm {
        try input.firm(
            of: Scenario.stands(at: deal)
                ? try Scenario.read(at: deal) : try Scenario.read(at: input.scenario, including: [deal]))
    }

    /// Whatever else differs would be priced as if the deal had brought it.
    private func checkThatNothingElseDiffers(_ with: Firm, _ project: Identifier<Project>, from firm: Firm) throws {
        let differences = try with.without(deal: project, over: firm).differences(from: firm)
            .filter { $0.section != "scenario" }
        guard !differences.isEmpty else { return }
        let shown = differences.prefix(8).map { "  \($0.sentence)" }
        let more = differences.count > shown.count ? ["  and \(differences.count - shown.count) more"] : []
        throw WrongInput(
            description: ([
                "\(deal) differs from \(input.scenario) by more than the deal, so its price would be that of all this:"
            ] + shown + more + ["Let the deal start `from:` that very scenario, or put the project alone in the file."])
            .joined(separator: "\n"))
    }
}
