// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Explanation
import Matching
import Planning
import Reports
import Staffing
import Verification

struct AdviseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "advise",
        abstract: "What would help most: hire, train, subcontract, overtime, delay, decline.",
        usage: "muster advise <scenario> [<options>]",
        discussion: """
            Tries what is likeliest to help, and what it would cost to do without people and rules. Each number is the \
            difference of two best plans of the whole firm; of a hire also what is left after salary, and what a second \
            and a third would bring.

              muster advise firm.yaml
              muster advise firm.yaml --all    try and show everything

            Of each kind six are tried, those that are likeliest to help or to hurt, and every project is delayed by \
            one to four weeks. With --all: a hire and subcontractors for every line that is short, two to train for \
            each, every project declined, everybody gone, every pool and every exclusion.
            """)

    @OptionGroup var input: ScenarioOptions

    @Flag(
        help:
            """
            Try every line that is short, every project, person, pool and exclusion, not six of a kind; show also what \
            brings nothing.
            """
    )
    var all = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let base = try input.planned()
        let advice = try Terminal.tellingProgress("planning anew") { try advise(on: base, all: all) }
        let report = AdviceReport(of: advice, in: base.situation.firm)
        Terminal.write(
            json ? report.json().text(brokenTo: 2) : report.text(Terminal.style(), everything: all))
    }
}
