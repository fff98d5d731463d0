// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

@Suite struct CertificateTests {
    private func gap(_ stages: [(objective: Int, bound: Int)]) -> Double {
        let nothing = StagePrices(lines: [], people: [], pools: [], seats: [])
        return Certificate(
            status: .optimal,
            stages: zip(Certificate.Stage.Name.allCases, stages).map { name, stage in
                Certificate.Stage(
                    name: name, objective: Money(minorUnits: stage.objective), bound: Money(minorUnits: stage.bound),
                    prices: nothing)
            }
        ).gap
    }

    @Test func aGapIsAPartOfTheBound() {
        #expect(gap([(objective: 900, bound: 950), (objective: 40, bound: 50)]) == 0.06)
        #expect(gap([(objective: 0, bound: 100)]) == 1)
        #expect(gap([(objective: 100, bound: 90)]) == 0)
    }

    /// Each stage's bound is rounded up: a plan worth nothing must not be called 100 % off for a cent of that.
    @Test func theRoundingOfTheBoundIsNoGap() {
        #expect(gap([(objective: 0, bound: 1)]) == 0)
        #expect(gap([(objective: 0, bound: 1), (objective: 5, bound: 6)]) == 0)
        #expect(gap([(objective: 0, bound: 2)]) == 1)
    }
}
