// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import Reports
import SmallFirms
import Staffing
import Testing
import Verification
import WhatIf

@Suite struct GoalReportTests {
    private static let dilemma = """
        people: { ana: { cost: 50/h } }
        projects:
          p:
            needs:
              must: { hours: 40h/week, rate: 60/h, priority: critical, spread: weekly }
              pays: { hours: 40h/week, rate: 150/h, priority: low, spread: weekly }
        """

    /// Of 35,200 that all demand is priced at 32,000 can be met, nine tenths of which are 81.8 %.
    @Test func eachGoalHasItsBestItsLimitAndWhatIsReached() throws {
        let yaml = Self.dilemma + "\npolicy: { goals: [coverage within 10%, calm, margin] }"
        let text = PlanReport(of: try makePlan(for: firm(yaml)), style: .plain).text(.bookings)
        #expect(
            text.components(separatedBy: "\n\n").first { $0.hasPrefix("Goals") } == """
                Goals, in their order
                  goal           best  within      limit    reached  proven
                  coverage     90.9 %  10.0 %     81.8 %     81.8 %    best
                  calm       0 h kept      --   0 h kept   0 h kept    best
                  margin    1,600 EUR      --  1,600 EUR  1,600 EUR    best
                  Each is the best among the plans that keep the goals above it; money decides
                  what is left open. Pinned work and cover are decided apart and stand in no
                  goal. No bookings are to be kept, so calm asks for nothing.
                """)
    }

    @Test func aCurveSaysWhatTheNextPerCentCosts() throws {
        let frontier = try GoalFrontier(.coverage, .margin, of: firm(Self.dilemma), .weighted, steps: 2)
        let report = GoalFrontierReport(of: [(label: "studio", frontier: frontier)])
        #expect(
            report.text(.plain) == """
                studio: coverage against margin
                  coverage     margin  filled  unfilled  next % costs
                     9.1 %  8,000 EUR  50.0 %      80 h        80 EUR
                    50.0 %  4,400 EUR  50.0 %      80 h        80 EUR  ██████
                    90.9 %    800 EUR  50.0 %      80 h            --  ████████████
                  Each row is a whole plan, and none is worse than another by both goals. The
                  last column is what one more per cent of the best coverage costs of margin, on
                  the way to the next row.

                """)
        let rows = report.csv().split(separator: "\n")
        #expect(
            rows.first
                == "scenario,coverage goal,margin goal,next per cent costs,gap,demand,filled,unfilled,coverage,revenue,cost,margin,worth"
        )
        #expect(rows.count == 4)
        #expect(report.json().text(brokenTo: 3).contains("\"second\": 800"))
    }
}
