// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Testing
import Verification

/// Won x is worth 20 + 100 − 50 = 70 an hour; proposed y is worth 200 + 100 − 50 = 250 if it is won, with 20 %.
@Suite struct ProposedWorkTests {
    static func result(_ policy: String) throws -> PlannedFirm {
        try planned(
            """
            people:
              ana: { cost: 50/h }
            projects:
              won:
                needs:
                  x: { hours: 40h/week, rate: 20/h }
              maybe:
                stage: proposed 20%
                needs:
                  y: { hours: 30h/week, rate: 200/h }
              gone:
                stage: lost
                needs:
                  z: { hours: 30h/week, rate: 900/h }
            policy: { tentative: \(policy) }
            """)
    }

    /// 0.2 × 300 − 50 would leave 10; the chance stands before it all: 0.2 × 250 = 50, less than 70.
    @Test func weighted() throws {
        let result = try Self.result("weighted")
        #expect(result.bookings == ["ana on won.x, steady: 40 40"])
        #expect(result.unfilled == ["maybe.y, time, nearest nobody: 30 30"])
    }

    @Test func full() throws {
        let result = try Self.result("full")
        #expect(result.bookings == ["ana on won.x, steady: 10 10", "ana on maybe.y, steady: 30 30"])
        #expect(result.worth == [2 * (10 * 7_000 + 30 * 25_000), 0])
    }

    /// Work that is left out asks for nothing either.
    @Test func out() throws {
        let result = try Self.result("out")
        #expect(result.bookings == ["ana on won.x, steady: 40 40"])
        #expect(result.unfilled == [])
        #expect(result.figures.coverage.asked == Hours(80))
    }
}
