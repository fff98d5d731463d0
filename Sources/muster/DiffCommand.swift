// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reports
import Verification
import WhatIf

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say how two plans differ: who joins, leaves and moves, and what it comes to.",
        usage: "muster diff <before> <after> [<options>]",
        discussion: """
            Compares two plan files as they stand; no scenario is needed.

              muster plan firm.yaml --out before.json
              muster plan slip.yaml --out after.json
              muster diff before.json after.json

            Exit status: 0 the same, 1 they differ, 2 a file is wrong.
            """)

    @Argument(help: "The plan file before.", completion: .file(extensions: ["json"]))
    var before: String

    @Argument(help: "The plan file after.", completion: .file(extensions: ["json"]))
    var after: String

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print one line only.")
    var quiet = false

    func validate() throws {
        if json, quiet { throw ValidationError("--json and --quiet exclude each other.") }
    }

    func run() throws {
        let difference = try planDifference()
        let report = PlanDifferenceReport(of: difference)
        if json {
            Terminal.write(report.json().text(brokenTo: 2))
        } else if quiet {
            Terminal.write(report.headline() + "\n")
        } else {
            Terminal.write(report.text(Terminal.style()))
        }
        if !difference.isEmpty { throw Status.trouble }
    }

    private func planDifference() throws -> PlanFileDifference {
        let plans = (try readPlan(at: before), try readPlan(at: after))
        do {
            return try PlanFileDifference(from: plans.0, to: plans.1)
        } catch {
            throw WrongInput(description: error.description)
        }
    }
}
