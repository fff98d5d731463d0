// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Foundation
import ScenarioFiles
import Testing
import Verification

@testable import Reports

@Suite("The report on differences")
struct DifferenceReportTests {
    private let report = DifferenceReport(
        [
            FirmDifference(
                path: "projects.vega", before: nil, after: "{}",
                sentence: "Vega is new, and what is said of it here goes on for longer than eighty columns can hold"),
            FirmDifference(path: "policy.target", before: "85%", after: nil, sentence: "The target is none, was 85%"),
            FirmDifference(
                path: "horizon", before: "2026-01-05", after: "2026-01-06", sentence: "The horizon is another"),
        ], from: "Base", to: "What if")

    @Test func groupsSentencesAndBreaksThem() {
        #expect(
            report.text(.plain) == """
                Base → What if
                3 differences

                Firm
                  The horizon is another

                Projects
                  Vega is new, and what is said of it here goes on for longer than eighty
                    columns can hold

                Policy
                  The target is none, was 85%

                """)
    }

    /// Whatever can differ stands below a heading.
    @Test func hasAHeadingForEachSection() throws {
        let json = try JSONSerialization.jsonObject(with: Data(ScenarioFormat.jsonSchema().utf8)) as? [String: Any]
        let keys = try #require(json?["properties"] as? [String: Any]).keys
        let sections = Set(keys).subtracting(["muster", "from", "changes", "include"])
        #expect(Set(DifferenceReport.groups.flatMap(\.sections)) == sections)
    }

    @Test func saysThatThereIsNone() {
        #expect(DifferenceReport([], from: "Base", to: "Base").text(.plain) == "Base → Base\nNo difference.\n")
        #expect(DifferenceReport([], from: "Base", to: "Base").json().text(brokenTo: 1) == "[]\n")
    }

    @Test func hasPathsAndValuesForMachines() {
        #expect(
            report.json().text(brokenTo: 1).split(separator: "\n")[2]
                == #"  {"path": "policy.target", "before": "85%", "after": null, "sentence": "The target is none, was 85%"},"#
        )
    }

    /// Every section of a scenario file has a heading to stand under.
    @Test(arguments: [
        "scenario", "horizon", "currency", "calendar", "calendars", "offices", "clients", "people", "rates", "projects",
        "bookings", "exclusions", "subcontractors", "policy",
    ])
    func leavesNoSectionOut(_ section: String) {
        let difference = FirmDifference(path: section + ".x", before: nil, after: nil, sentence: "Something")
        #expect(DifferenceReport([difference], from: "A", to: "B").text(.plain).hasSuffix("\n  Something\n"))
    }
}
