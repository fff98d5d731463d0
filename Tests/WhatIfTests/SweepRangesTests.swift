// SPDX-License-Identifier: GPL-3.0-or-later

import SmallFirms
import Staffing
import Testing

@testable import WhatIf

@Suite struct SweepRangesTests {
    private func ranged(_ hours: String, stage: String = "won", length: String = "2 weeks") throws -> Firm {
        try firm(
            """
            people:
              ana: { cost: 50/h }
            projects:
              p:
                stage: \(stage)
                phases:
                  build: { start: 2026-01-05, length: \(length) }
                needs:
                  x: { phase: build, hours: \(hours), rate: 100/h, spread: weekly }
            """, horizon: "2026-01-05 .. 2026-03-29")
    }

    private func totals(_ firm: Firm, draws: Int = 4000) -> [Double] {
        let sweep = Sweep(of: firm, draws: draws)
        return (0..<draws).compactMap { number in
            guard case .total(let hours) = sweep.fate(of: number).amounts[0].amount else { return nil }
            return hours.inHours
        }
    }

    /// A triangle over a..b with its peak at c has the mean (a + b + c) / 3 and lies below c with the chance
    /// (c − a) / (b − a). Four standard deviations of 4,000 draws are 1.7 h of the mean, and 0.032 of the chance.
    @Test(arguments: [("300 .. 420h total", 360.0), ("300 .. 330 .. 420h total", 330)])
    func amountsAreDrawnFromATriangle(_ hours: String, peak: Double) throws {
        let drawn = totals(try ranged(hours))
        #expect(drawn.count == 4000)
        #expect(drawn.allSatisfy { (300...420).contains($0) })
        #expect(abs(drawn.reduce(0, +) / 4000 - (300 + 420 + peak) / 3) < 1.7)
        #expect(abs(Double(drawn.count { $0 < peak }) / 4000 - (peak - 300) / 120) < 0.032)
        // Whole units of 0.0025 h.
        #expect(drawn.allSatisfy { ($0 * 400).rounded() / 400 == $0 })
    }

    @Test func aPeakMayBeAnEnd() throws {
        let drawn = totals(try ranged("300 .. 300 .. 420h total"))
        #expect(abs(drawn.reduce(0, +) / 4000 - 340) < 1.9)
        #expect(drawn.allSatisfy { (300...420).contains($0) })
    }

    @Test func lengthsAreWholeWeeks() throws {
        let sweep = Sweep(of: try ranged("10h/week", length: "2 .. 3 .. 6 weeks"), draws: 400)
        let weeks = (0..<400).map { sweep.fate(of: $0).lengths[0].weeks }
        #expect(Set(weeks) == [2, 3, 4, 5, 6])
        for number in 0..<10 {
            let row = try #require(try sweep.rows([number]).first)
            #expect(row.drawn == ["p.build \(weeks[number]) weeks"])
            #expect(row.asked == Hours(10 * weeks[number]))
        }
    }

    @Test func rowsSayWhatIsDrawn() throws {
        let rows = try Sweep(of: ranged("10 .. 30h/week"), draws: 5).rows()
        for row in rows { #expect(row.drawn == ["p.x \((row.asked.inHours / 2))h/week"]) }
        #expect(Set(rows.map(\.drawn)).count == 5)
    }

    /// What a lost project would have needed makes no difference, and is not drawn.
    @Test func lostProjectsAreNotDrawn() throws {
        let sweep = Sweep(of: try ranged("10 .. 30h/week", stage: "proposed 50%"), draws: 64)
        let fates = (0..<64).map(sweep.fate)
        #expect(fates.allSatisfy { $0.amounts.isEmpty == ($0.isWon == [false]) })
        #expect(Set(fates.filter { $0.isWon == [false] }).count == 1)
        #expect(try SweepInput(of: sweep, version: "muster 0").ranges == 1)
    }

    @Test func withoutDrawsTheLikeliestIsPlanned() throws {
        let firm = try ranged("10 .. 12 .. 30h/week")
        let row = try #require(try Sweep(of: firm, draws: nil).rows().first)
        #expect(row.asked == Hours(24))
        #expect(row.drawn == [])
    }
}
