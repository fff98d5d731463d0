// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Explanation
import Matching
import Planning
import Reports
import Staffing
import Verification

struct UnfilledCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unfilled",
        abstract: "Why demand stays unfilled, and the smallest step that would fill each line.",
        usage: "muster unfilled <scenario> [<options>]",
        discussion: """
            For each line that is short: the reason, who comes nearest, and of every kind of step (later, overtime, a \
            lower level, subcontracting, ...) the smallest that fills it, found by planning the whole firm anew.

              muster unfilled firm.yaml                       steps for the lines that miss most
              muster unfilled firm.yaml --line apollo.ios --all
              muster unfilled firm.yaml --quick               reasons alone

            No further line is begun once \(Shortage.enough) plans have been made, unless with --all.

            Exit status: 0 all demand is filled or explained, 2 the file is wrong.
            """)

    @OptionGroup var input: ScenarioOptions

    @Option(help: "Look at this line only: project.need.")
    var line: [String] = []

    @Flag(help: "Reasons and near misses only, without planning anew.")
    var quick = false

    @Flag(help: "Try steps for every line, and show all that fill it, not only the best four.")
    var all = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let base = try input.planned()
        let lines = try line.map { try base.situation.line(named: $0) }
        let found = try Terminal.tellingProgress("planning anew") {
            try shortages(
                in: base, lines: lines.isEmpty ? nil : lines,
                plans: quick ? 0 : all || !lines.isEmpty ? .max : Shortage.enough)
        }
        let report = ShortageReport(of: found, in: base.situation.firm)
        Terminal.write(json ? report.json().text(brokenTo: 2) : report.text(Terminal.style(), most: all ? .max : 4))
    }
}
