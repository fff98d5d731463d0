// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import SmallFirms
import Synchronization
import Testing

@Suite struct PlanningPhaseTests {
    @Test func eachPhaseIsToldOnceAndInOrder() throws {
        let told = Mutex<[PlanningProgress]>([])
        _ = try makePlan(for: firm("people: { ana: { cost: 50/h } }")) { progress in
            told.withLock { $0.append(progress) }
        }
        let begun = told.withLock { $0 }.filter { $0.best == nil && $0.bound == nil }.map(\.phase)
        #expect(begun.reduce(into: []) { if $0.last != $1 { $0.append($1) } } == PlanningPhase.allCases)
    }
}
