// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import SmallFirms
import Staffing
import Synchronization
import Testing

@Suite struct PlanningPhaseTests {
    @Test(arguments: Plan.Style.allCases) func eachPhaseIsToldOnceAndInOrder(_ style: Plan.Style) throws {
        let told = Mutex<[PlanningProgress]>([])
        _ = try makePlan(for: firm("people: { ana: { cost: 50/h } }"), style: style) { progress in
            told.withLock { $0.append(progress) }
        }
        let begun = told.withLock { $0 }.filter { $0.best == nil && $0.bound == nil }.map(\.phase)
        let phases: [PlanningPhase] = begun.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
        #expect(phases == PlanningPhase.allCases.filter { style == .bookable || $0 != .choose })
    }
}
