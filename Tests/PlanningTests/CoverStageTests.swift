// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Testing
import Verification

/// Who stands in for absences on steady lines, from hours that are left. An hour of Ana is worth 100 + 100 − 50 = 150.
@Suite struct CoverStageTests {
    /// Twelve weeks; Ana is away in the second.
    static func result(_ others: String, policy: String = "{}", need: String = "hours: 40h/week") throws -> PlannedFirm
    {
        try planned(
            """
            people:
              ana: { cost: 50/h, leave: [2026-01-12 .. 2026-01-18] }
            \(others)
            projects:
              p:
                needs:
                  x: { \(need), rate: 100/h }
            policy: \(policy)
            """, horizon: "2026-01-05 .. 2026-03-29")
    }

    static let anaAtWork = "ana on p.x, steady: 40 0 40 40 40 40 40 40 40 40 40 40"

    @Test func theBestWithTimeCovers() throws {
        let result = try Self.result("  ben: { cost: 150/h }\n  cleo: { cost: 149/h }")
        #expect(result.bookings == [Self.anaAtWork, "cleo on p.x, cover: 0 40 0 0 0 0 0 0 0 0 0 0"])
        #expect(result.worth == [440 * 15_000, 40 * 5_100])
    }

    @Test func severalCoverTogether() throws {
        let result = try Self.result("  ben: { cost: 150/h, contract: 75% }\n  cleo: { cost: 149/h, contract: 50% }")
        #expect(
            result.bookings == [
                Self.anaAtWork, "ben on p.x, cover: 0 20 0 0 0 0 0 0 0 0 0 0",
                "cleo on p.x, cover: 0 20 0 0 0 0 0 0 0 0 0 0",
            ])
    }

    @Test func coverThatIsNotWorthItIsLeft() throws {
        let result = try Self.result("  ben: { cost: 201/h }")
        #expect(result.bookings == [Self.anaAtWork])
        #expect(result.unfilled == ["p.x, price, nearest ben: 0 40 0 0 0 0 0 0 0 0 0 0"])
    }

    /// Ben's week has 40 h, and overtime would have 8 more: cover does not use it.
    @Test func coverIsNoOvertime() throws {
        let result = try Self.result(
            "  ben: { cost: 150/h, contract: 50% }", policy: "{ overtime: { up to: 20%, at: 110% } }")
        #expect(result.bookings == [Self.anaAtWork, "ben on p.x, cover: 0 20 0 0 0 0 0 0 0 0 0 0"])
    }

    /// Who is away for half a week with half a week's work has hours to spare, and makes up for it alone.
    @Test func theHolderCoversFromSpareHours() throws {
        let result = try planned(
            """
            people:
              ana: { cost: 50/h, leave: [2026-01-12 .. 2026-01-13, 2026-01-14 half] }
            projects:
              p:
                needs:
                  x: { hours: 16h/week, rate: 100/h }
            """)
        #expect(result.bookings == ["ana on p.x, steady: 16 8", "ana on p.x, cover: 0 8"])
        #expect(result.unfilled == [])
    }

    /// A line that nobody holds is no absence: what it lacks is not covered.
    @Test func onlyWhatIsHeldIsCovered() throws {
        let result = try Self.result("  ben: { cost: 150/h }", need: "hours: 20h/week")
        #expect(
            result.bookings == [
                "ana on p.x, steady: 20 0 20 20 20 20 20 20 20 20 20 20",
                "ben on p.x, cover: 0 20 0 0 0 0 0 0 0 0 0 0",
            ])
    }
}
