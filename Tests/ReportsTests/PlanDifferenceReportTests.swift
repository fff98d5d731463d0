// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import SmallFirms
import Staffing
import Testing
import Verification
import WhatIf

@testable import Reports

@Suite struct PlanDifferenceReportTests {
    /// Two weeks of Apollo: Ana is full, Ben does the rest.
    private let before = """
        people:
          ana: { skills: { swift: 3 }, cost: 50/h }
          ben: { skills: { swift: 3 }, cost: 60/h }
        projects:
          apollo:
            needs:
              app: { skills: { swift: 3 }, hours: 60h/week, rate: 100/h, spread: weekly }
        """

    private func file(_ yaml: String, currency: String = "EUR") throws -> StatedPlan {
        let planned = try makePlan(for: try firm(yaml, currency: currency))
        let json = PlanFile.json(of: planned.plan, figures: planned.figures, in: planned.situation).text()
        return try PlanFile.read(Data(json.utf8))
    }

    private func report(_ before: StatedPlan, _ after: StatedPlan) throws -> PlanDifferenceReport {
        PlanDifferenceReport(of: try PlanFileDifference(from: before, to: after))
    }

    @Test func theSamePlan() throws {
        let plan = try file(before)
        let difference = try PlanFileDifference(from: plan, to: plan)
        #expect(difference.isEmpty)
        #expect(
            PlanDifferenceReport(of: difference).text(.plain)
                == "Small → Small\nNo difference.\n")
    }

    /// Ben is on leave in the second week, and 20 hours stay unfilled.
    @Test func whoJoinsLeavesAndMoves() throws {
        let after = before.replacing("cost: 60/h }", with: "cost: 60/h, leave: [2026-01-12 .. 2026-01-18] }")
        #expect(
            try report(try file(before), try file(after)).text(.plain) == """
                Small → Small
                1 booking differs, 20 h are gone

                Figures
                                          before   after
                  filled hours               120     100     -20
                  unfilled hours               0      20     +20
                  effective hours            160     120     -40
                  booked hours               120     100     -20
                  billable hours             120     100     -20
                  bench hours                 40      20     -20
                  confirmed revenue, EUR  12,000  10,000  -2,000
                  confirmed cost, EUR      6,400   5,200  -1,200
                  confirmed margin, EUR    5,600   4,800    -800
                  weighted revenue, EUR   12,000  10,000  -2,000
                  weighted cost, EUR       6,400   5,200  -1,200
                  weighted margin, EUR     5,600   4,800    -800
                  exposure revenue, EUR   12,000  10,000  -2,000
                  exposure cost, EUR       6,400   5,200  -1,200
                  exposure margin, EUR     5,600   4,800    -800

                apollo.app
                  ben does 20 h less, 40 → 20 h, W03
                  20 h more stay unfilled, W03

                """)
    }

    @Test func jsonHasEachWeekThatDiffers() throws {
        let after = before.replacing("cost: 60/h }", with: "cost: 60/h, leave: [2026-01-12 .. 2026-01-18] }")
        let text = try report(try file(before), try file(after)).json().text(brokenTo: 2)
        #expect(
            text.contains(
                """
                    {"person": "ben", "line": "apollo.app", "change": "less", "before": 40, "after": 20, \
                "weeks": {"2026-W03": [20, 0]}}
                """))
        #expect(text.contains(#""filled hours": [120, 100]"#))
    }

    @Test func currenciesMustBeTheSame() throws {
        #expect(throws: ComparisonError.self) {
            try PlanFileDifference(from: try file(before), to: try file(before, currency: "USD"))
        }
    }
}
