// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Changes
import Reports
import ScenarioFiles
import Staffing
import Verification
import WhatIf

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say in sentences how two scenarios differ, or two plans.",
        usage: "muster diff <before> <after> [<options>]",
        discussion: """
            Of scenarios, compares what the files say of the firm and its terms, whatever way they say it: comments, the order of \
            keys and the split into files do not count, and changes are made first. Of plan files, says what differs \
            in figures, and who joins, leaves and moves.

              muster diff base.yaml apollo-slips.yaml
              muster diff base.yaml new.yaml --json
              muster diff before.json after.json        as `muster plan --out` wrote them

            Exit status: 0 no difference, 1 some, 2 a file is wrong.
            """)

    @Argument(
        help: "The scenario (YAML) or plan (JSON) to compare with.",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var before: String

    @Argument(
        help: "The scenario or plan that is new.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var after: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let plans = [before, after].count { $0.hasSuffix(".json") }
        guard plans != 1 else {
            throw WrongInput(description: "diff takes two scenarios or two plan files, not one of each")
        }
        if plans == 2 ? try printPlanDifferences() : try printScenarioDifferences() { throw Status.trouble }
    }

    /// Whether there are any.
    private func printScenarioDifferences() throws -> Bool {
        let scenarios = (try Scenario.read(at: before), try Scenario.read(at: after))
        let differences = scenarios.1.differences(from: scenarios.0)
        let report = DifferenceReport(differences, from: scenarios.0.firm.name, to: scenarios.1.firm.name)
        Terminal.write(json ? report.json().text(brokenTo: 1) : report.text(Terminal.style()))
        return !differences.isEmpty
    }

    /// Whether there are any.
    private func printPlanDifferences() throws -> Bool {
        let plans = (try readPlan(at: before), try readPlan(at: after))
        let difference: PlanFileDifference
        do {
            difference = try PlanFileDifference(from: plans.0, to: plans.1)
        } catch {
            throw WrongInput(description: error.description)
        }
        let report = PlanDifferenceReport(of: difference)
        Terminal.write(json ? report.json().text(brokenTo: 2) : report.text(Terminal.style()))
        return !difference.isEmpty
    }
}
