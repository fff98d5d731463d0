// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import SmallFirms
import Testing

@Suite struct PlanningPhaseTests {
    @Test func eachPhaseIsToldOnceAndInOrder() throws {
        var told: [PlanningPhase] = []
        _ = try makePlan(for: firm("people: { ana: { cost: 50/h } }")) { told.append($0) }
        #expect(told == PlanningPhase.allCases.filter { $0 != .starts })
    }
}
