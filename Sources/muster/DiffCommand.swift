// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Changes
import Reports
import ScenarioFiles
import Staffing
import Verification

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say in sentences how two scenarios differ.",
        usage: "muster diff <before> <after> [<options>]",
        discussion: """
            Compares what the files say of the firm, whatever way they say it: comments, the order of keys and \
            the split into files do not count, and changes are made first.

              muster diff base.yaml apollo-slips.yaml
              muster diff base.yaml new.yaml --json

            Exit status: 0 no difference, 1 some, 2 a file is wrong.
            """)

    @Argument(help: "The scenario to compare with (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var before: String

    @Argument(help: "The scenario that is new (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var after: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        if try printScenarioDifferences() { throw Status.trouble }
    }

    /// Whether there are any.
    private func printScenarioDifferences() throws -> Bool {
        let firms = (try Scenario.read(at: before).firm, try Scenario.read(at: after).firm)
        let differences = firms.1.differences(from: firms.0)
        let report = DifferenceReport(differences, from: firms.0.name, to: firms.1.name)
        Terminal.write(json ? report.json().text(brokenTo: 1) : report.text(Terminal.style()))
        return !differences.isEmpty
    }
}
