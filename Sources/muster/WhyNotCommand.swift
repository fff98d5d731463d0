// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Explanation
import Matching
import Planning
import Reports
import Staffing
import Verification

struct WhyNotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why-not",
        abstract: "Why somebody is not on a line, or what it would cost to put them there.",
        usage: "muster why-not <scenario> <person> <line> [<options>]",
        discussion: """
            Whoever cannot be booked there is told every reason and what would have to change. Whoever can is put there, \
            everything else is planned anew, and the difference for the whole firm is shown.

              muster why-not firm.yaml ana apollo.backend              as much of it as fits in Ana's weeks
              muster why-not firm.yaml ana apollo.backend --hours 20   20 hours a week, overtime allowed
            """)

    @OptionGroup var input: ScenarioOptions

    @Argument(help: "The person's key in the file.")
    var person: String

    @Argument(help: "The line: project.need.")
    var line: String

    @Option(help: "Hours a week of the line's fullest week; without it, as much as fits.")
    var hours: Double?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if let hours, !(hours > 0 && hours <= 168) { throw ValidationError("--hours takes a number up to 168.") }
    }

    func run() throws {
        let base = try input.planned()
        let situation = base.situation
        let answer = try whyNot(
            person: situation.person(named: person), line: situation.line(named: line),
            hoursPerWeek: hours.map { Hours(seconds: Int(($0 * 3600).rounded())) }, in: base)
        let report = WhyNotReport(of: answer, in: situation.firm)
        Terminal.write(json ? report.json().text(brokenTo: 2) : report.text(Terminal.style()))
    }
}
