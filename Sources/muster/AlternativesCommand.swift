// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Explanation
import Matching
import Planning
import Reports
import Staffing
import Verification

struct AlternativesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alternatives",
        abstract: "Other plans that are as good as the best, or nearly, and what differs.",
        usage: "muster alternatives <scenario> [<options>]",
        discussion: """
            Looks for plans that differ as much as they can from the best one and from each other, and lose no more than \
            allowed. How far each is from the best possible is proven.

              muster alternatives firm.yaml                  as good as the best
              muster alternatives firm.yaml --within 0.5%    up to half a per cent less
            """)

    @OptionGroup var input: ScenarioOptions

    @Option(help: "How much less a plan may be worth, in per cent of the value of the best: 0.1%.")
    var within: String = "0%"

    @Option(help: "How many to look for.")
    var count: Int = 3

    @Flag(help: "Print JSON.")
    var json = false

    private var loss: Double? {
        let digits = within.hasSuffix("%") ? String(within.dropLast()) : within
        guard let percent = Double(digits), (0...100).contains(percent) else { return nil }
        return percent / 100
    }

    func validate() throws {
        if loss == nil { throw ValidationError("--within takes a share such as 0.1%.") }
        if !(1...50).contains(count) { throw ValidationError("--count takes a number from 1 to 50.") }
    }

    func run() throws {
        let base = try input.planned()
        let found = try Terminal.tellingProgress("planning anew") {
            try alternatives(to: base, within: loss ?? 0, atMost: count)
        }
        let report = AlternativesReport(of: found, in: base.situation.firm)
        Terminal.write(json ? report.json().text(brokenTo: 2) : report.text(Terminal.style()))
    }
}
