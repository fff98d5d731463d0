// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import SmallFirms
import Staffing
import Testing

@Suite struct BalanceTests {
    /// The least over many levels, which the weighted median must give at once.
    @Test(arguments: 0..<20) func theLevelIsTheBestThereIs(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let count = 1 + seed % 5
        let wished = (0..<count).map { _ in Double(random.next() % 4) * 20 }
        let loads = (0..<count).map { _ in Double(random.next() % 60) }
        let balance = Balance(wished: wished, pinned: wished.map { _ in 0 }, mostLevel: 10)
        let counted = wished.indices.filter { wished[$0] > 0 }
        let levels = counted.map { loads[$0] / wished[$0] } + (0...300).map { Double($0) / 100 }
        let best =
            levels.map { level in counted.reduce(0) { $0 + abs(loads[$1] - level * wished[$1]) } }.min() ?? 0
        #expect(abs(balance.hoursApart(loads) - best) < 1e-9)
    }

    /// Ana's own target is half her 80 hours, less the day of leave; Ben has the firm's. Eva could do nothing of it.
    @Test func targetsAreThePersonsElseTheFirms() throws {
        let firm = try firm(
            """
            people:
              ana: { skills: { ux: 3 }, cost: 50/h, target: 50%, leave: [2026-01-06] }
              ben: { skills: { ux: 3 }, cost: 60/h }
              eva: { cost: 60/h }
            projects: { p: { needs: { x: { skills: { ux: 3 }, hours: 40h/week, rate: 100/h } } } }
            policy: { target: 75%, overtime: { up to: 10%, at: 150% } }
            """)
        let balance = Situation(of: firm).balance
        #expect(balance.wished == [36, 60, 0])
        // 72 hours and a tenth of them against 36.
        #expect(abs(balance.mostLevel - 2.2) < 1e-9)
    }
}
