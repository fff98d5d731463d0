// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Explanation
import Matching
import Planning
import Reports
import Staffing
import Verification

struct WhoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who",
        abstract: "Who could do a line, ranked by what it means for the whole firm.",
        usage: "muster who <scenario> <line> [<options>]",
        discussion: """
            Puts each candidate on the line with as much of it as their weeks hold, and plans everything else anew. \
            Below stand subcontractors, and whoever nearly could, with what they lack.

              muster who firm.yaml apollo.ios
              muster who firm.yaml apollo.ios --quick    by the worth of an hour, without planning anew
            """)

    @OptionGroup var input: ScenarioOptions

    @Argument(help: "The line: project.need.")
    var line: String

    @Flag(help: "Rank by the worth of an hour alone, without planning anew.")
    var quick = false

    @Flag(help: "Plan anew for every candidate, not only the likeliest twelve, and show all near misses.")
    var all = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let base = try input.planned()
        let situation = base.situation
        let answer = try Terminal.tellingProgress("planning anew") {
            try who(line: situation.line(named: line), in: base, most: quick ? 0 : all ? .max : 12)
        }
        let report = WhoReport(of: answer, in: situation.firm)
        Terminal.write(json ? report.json().text(brokenTo: 2) : report.text(Terminal.style(), everybody: all))
    }
}
