// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

@testable import WhatIf

@Suite struct SweepSummaryTests {
    /// The P-th percentile of n is the ⌈P/100 · n⌉-th smallest.
    @Test func percentilesAreByNearestRank() throws {
        #expect(Spread(of: [7])?.list == [7, 7, 7])
        #expect(Spread(of: [2, 1])?.list == [1, 1, 2])
        // Ranks 1, 3, 5 of five.
        #expect(Spread(of: [50, 10, 40, 20, 30])?.list == [10, 30, 50])
        // Ranks 1, 5, 9 of ten; 2, 6, 10 of eleven.
        #expect(Spread(of: Array(1...10))?.list == [1, 5, 9])
        #expect(Spread(of: Array(1...11))?.list == [2, 6, 10])
        #expect(Spread(of: Array(1...500))?.list == [50, 250, 450])
        #expect(Spread(of: [Int]()) == nil)
    }

    private func row(_ number: Int, wins: [String], margin: Int, hires: [HireNeed]) -> SweepRow {
        SweepRow(
            number: number, draw: number + 1, values: [], wins: wins.map { Identifier($0) }, drawn: [],
            asked: Hours(10),
            filled: Hours(wins.isEmpty ? 10 : 9), revenue: Money(minorUnits: margin), cost: .zero, worth: .zero,
            overtime: .zero, subcontracted: .zero, bench: .zero, hires: hires)
    }

    /// Four draws; the need for two coders stands in one of them, which is its P90 and not its P50.
    @Test func rowsWithoutANeedCountAsNobody() throws {
        let coders = HireNeed(skill: "swift", month: "2026-01", thousandths: 2000)
        let writer = HireNeed(skill: "writing", month: "2026-01", thousandths: 500)
        let rows = [
            row(0, wins: [], margin: 400, hires: [writer]),
            row(1, wins: ["sure"], margin: 100, hires: [writer, coders]),
            row(2, wins: [], margin: 300, hires: [writer]), row(3, wins: ["sure"], margin: 200, hires: [writer]),
        ]
        let input = try SweepInput(of: Sweep(of: twoProposals(), draws: 4), version: "muster 0")
        let point = try #require(SweepSummary(of: rows, from: input).points.first)
        #expect(point.hires.map(\.skill) == ["swift", "writing"])
        #expect(point.hires.map(\.thousandths.list) == [[0, 0, 2000], [500, 500, 500]])
        #expect(point.margin.list == [100, 200, 400].map { Money(minorUnits: $0) })
        #expect(point.coverage.list == [0.9, 0.9, 1])
        let sure = try #require(point.proposals.first)
        #expect(sure.wins == 2)
        #expect(sure.marginIfWon == Money(minorUnits: 100))
        #expect(sure.marginIfLost == Money(minorUnits: 300))
        #expect(sure.coverageIfWon == 0.9)
        #expect(point.proposals[1].marginIfWon == nil)
        #expect(point.proposals[1].marginIfLost == Money(minorUnits: 200))
    }
}

extension Spread {
    fileprivate var list: [Value] { [p10, p50, p90] }
}
