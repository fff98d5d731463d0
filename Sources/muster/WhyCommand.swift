// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Explanation
import Matching
import Planning
import Reports
import Staffing
import Verification

struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Why somebody is on a line: what the firm would lose without, and who else could.",
        usage: "muster why <scenario> <person> <line> [<options>]",
        discussion: """
            Takes the person off the line and plans everything else anew; then puts each other candidate there instead. \
            Each answer is the difference between two best plans of the whole firm. Pinned work stays.

              muster why firm.yaml ben apollo.ios
            """)

    @OptionGroup var input: ScenarioOptions

    @Argument(help: "The person's key in the file.")
    var person: String

    @Argument(help: "The line: project.need.")
    var line: String

    @Flag(help: "Try every other candidate, not only the likeliest eight.")
    var all = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let base = try input.planned()
        let situation = base.situation
        let answer = try why(
            person: situation.person(named: person), line: situation.line(named: line), in: base,
            most: all ? .max : 8)
        let report = WhyReport(of: answer, in: situation.firm)
        Terminal.write(json ? report.json().text(brokenTo: 2) : report.text(Terminal.style()))
    }
}
