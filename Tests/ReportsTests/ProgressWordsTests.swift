// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Reports
import Staffing
import Testing

@Suite struct ProgressWordsTests {
    private func text(_ progress: PlanningProgress) throws -> String {
        ProgressWords.text(progress, in: try #require(Currency("EUR")))
    }

    @Test func whatIsKnownIsSaid() throws {
        #expect(try text(PlanningProgress(.solve)) == "searching")
        #expect(
            try text(PlanningProgress(.solve, bound: Money(minorUnits: 12_000_000)))
                == "searching: at most 120,000 EUR")
        // 600 of 120,000 are missing.
        #expect(
            try text(
                PlanningProgress(.solve, best: Money(minorUnits: 11_940_000), bound: Money(minorUnits: 12_000_000)))
                == "searching: best 119,400 EUR, at most 120,000 EUR, gap 0.50 %")
    }

    @Test func eachPhaseHasWordsOfItsOwn() throws {
        let words = try PlanningPhase.allCases.map { try text(PlanningProgress($0)) }
        #expect(Set(words).count == PlanningPhase.allCases.count)
        #expect(words.allSatisfy { !$0.isEmpty })
    }

    @Test func aGapIsNeverNegative() {
        #expect(PlanningProgress(.solve, best: Money(minorUnits: 101), bound: Money(minorUnits: 100)).gap == 0)
        #expect(PlanningProgress(.solve, best: Money(minorUnits: 90), bound: Money(minorUnits: 100)).gap == 0.1)
        #expect(PlanningProgress(.solve, best: Money(minorUnits: 90)).gap == nil)
    }
}
