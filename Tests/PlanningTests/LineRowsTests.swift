// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Testing
import Verification

/// A line gives out no more than it asks for. An hour of Ana is worth 100 + 100 (unmet) − 50 = 150, one of Ben 160.
@Suite struct LineRowsTests {
    static func yaml(_ need: String) -> String {
        """
        people:
          ana: { cost: 50/h }
          ben: { cost: 40/h }
        projects:
          p:
            needs:
              x: { \(need), rate: 100/h }
        """
    }

    @Test func steadyLineIsOneRowAndGoesToTheBetterOfTwo() throws {
        let yaml = Self.yaml("hours: 30h/week")
        #expect(try rows(yaml) == ["line[p.x,2026-W02..2026-W03]"])
        let result = try planned(yaml)
        #expect(result.bookings == ["ben on p.x, steady: 30 30"])
        // 2 × 30 × 160
        #expect(result.worth == [960_000, 0])
        #expect(result.plan.certificate.status == .optimal)
    }

    @Test func weeklyLineHasARowAWeek() throws {
        let yaml = Self.yaml("hours: [30h, 50h], spread: weekly")
        #expect(
            try rows(yaml) == [
                "line[p.x,2026-W02]", "line[p.x,2026-W03]", "capacity[ana,2026-W02]", "capacity[ana,2026-W03]",
                "capacity[ben,2026-W02]", "capacity[ben,2026-W03]",
            ])
        let result = try planned(yaml)
        #expect(result.bookings == ["ana on p.x, hourly: 0 10", "ben on p.x, hourly: 30 40"])
        // 70 × 160 + 10 × 150
        #expect(result.worth == [1_270_000, 0])
    }

    /// 100 h in any week: Ben's 80 first, then 20 of Ana's.
    @Test func anytimeLineHasOneRow() throws {
        let yaml = Self.yaml("hours: 100h total, spread: anytime")
        #expect(try rows(yaml).first == "line[p.x]")
        let result = try planned(yaml)
        #expect(result.worth == [100 * (80 * 160 + 20 * 150), 0])
        #expect(result.unfilled == [])
        #expect(result.figures.people.map(\.load.inHours) == [20, 80])
    }

    @Test func columnsAreNamedAsAPlannerWouldRead() throws {
        #expect(
            try columns(Self.yaml("hours: 30h/week")) == [
                "share[ana,p.x,2026-W02..2026-W03]", "share[ben,p.x,2026-W02..2026-W03]",
            ])
        #expect(
            try columns(Self.yaml("hours: 30h/week, spread: weekly, dates: 2026-01-05 .. 2026-01-11")) == [
                "hours[ana,p.x,2026-W02]", "hours[ben,p.x,2026-W02]",
            ])
    }

    @Test(arguments: ["steady", "weekly", "anytime"]) func hugeDemandIsElastic(spread: String) throws {
        let result = try planned(Self.yaml("hours: 40000h total, spread: \(spread)"))
        #expect(result.figures.coverage.filled.inHours == 160)
        // 80 × 150 + 80 × 160
        #expect(result.worth == [2_480_000, 0])
    }

    /// 0 + 40 − 50 is below zero: nobody works on it.
    @Test(arguments: ["steady", "weekly", "anytime"]) func workBelowItsCostIsLeft(spread: String) throws {
        let result = try planned(
            """
            people:
              ana: { cost: 50/h }
            projects:
              p:
                priority: low
                needs:
                  x: { hours: 30h/week, rate: none, spread: \(spread) }
            """)
        #expect(result.bookings == [])
        #expect(result.unfilled == ["p.x, price, nearest ana: 30 30"])
        #expect(result.worth == [0, 0])
    }
}
