// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import SmallFirms
import Testing

@testable import Reports

/// Reports of firms that nobody expects.
@Suite struct HostileTextTests {
    /// A quarter of an hour is left of Ana's week, and 40 h are pinned into it.
    @Test func aWeekThatIsBookedAThousandTimesOverHasAMark() throws {
        let planned = try makePlan(
            for: firm(
                """
                people:
                  ana: { cost: 50/h, leave: [2026-01-05 7.75h, 2026-01-06 .. 2026-01-09] }
                projects:
                  p: { needs: { x: { hours: 40h/week, rate: 100/h } } }
                bookings: ["ana on p.x, 40h/week, 2026-01-05 .. 2026-01-09, pinned"]
                """))
        let text = PlanReport(of: planned, style: .plain).text(.weeks)
        #expect(text.contains("  ana>999!  100"))
    }
}
