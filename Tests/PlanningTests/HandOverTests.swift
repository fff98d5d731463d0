// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Testing
import Verification

/// A steady line may change hands where somebody joins, departs or is away for long, here for more than two
/// weeks, and that has its price.
///
/// Six weeks, 40 h each, in two stretches of three: an hour of Ana is worth 100 + 100 − 50 = 150, one of Ben 120.
@Suite struct HandOverTests {
    static let horizon = "2026-01-05 .. 2026-02-15"

    static func yaml(
        ana: String = "contract: 100% to 2026-01-25", policy: String = "long absence: 2 weeks", more: String = ""
    ) -> String {
        """
        people:
          ana: { cost: 50/h, \(ana) }
          ben: { cost: 80/h }
        projects:
          p:
            needs:
              x: { hours: 40h/week, rate: 100/h }
        policy: { \(policy) }
        \(more)
        """
    }

    /// 120 × 150 + 120 × 120, less 8 h at Ben's 80 for finding his feet; Ben alone would make 240 × 120.
    @Test func whenAnaDepartsBenCarriesOn() throws {
        let result = try planned(Self.yaml(), horizon: Self.horizon)
        #expect(result.bookings == ["ana on p.x, steady: 40 40 40 0 0 0", "ben on p.x, steady: 0 0 0 40 40 40"])
        #expect(result.worth == [1_800_000 + 1_440_000 - 64_000, 0])
        #expect(result.plan.certificate.status == .optimal)
    }

    @Test func aDearHandOverIsAvoided() throws {
        // 100 h at 80 are 8,000; Ana is worth only 3,600 more than Ben.
        let result = try planned(Self.yaml(policy: "long absence: 2 weeks, hand-over: 100h"), horizon: Self.horizon)
        #expect(result.bookings == ["ben on p.x, steady: 40 40 40 40 40 40"])
        #expect(result.worth == [240 * 12_000, 0])
    }

    /// Ben takes over three quarters of the line: three quarters of the price.
    @Test func aPartOfALineCostsThatPart() throws {
        let ben = Self.yaml().replacing("ben: { cost: 80/h }", with: "ben: { cost: 80/h, contract: 75% }")
        let result = try planned(ben, horizon: Self.horizon)
        #expect(result.bookings == ["ana on p.x, steady: 40 40 40 0 0 0", "ben on p.x, steady: 0 0 0 30 30 30"])
        #expect(result.worth == [1_800_000 + 90 * 12_000 - 48_000, 0])
    }

    @Test func proposedWorkPaysWithItsChance() throws {
        let yaml = Self.yaml().replacing("p:\n", with: "p:\n    stage: proposed 50%\n")
        let result = try planned(yaml, horizon: Self.horizon)
        #expect(result.worth == [(1_800_000 + 1_440_000 - 64_000) / 2, 0])
    }

    @Test func whoBeginsTheLinePaysNothing() throws {
        // Ana joins: Ben begins, Ana takes over. 8 h at 50, and 30 more an hour for three weeks.
        let result = try planned(Self.yaml(ana: "contract: 100% from 2026-01-26"), horizon: Self.horizon)
        #expect(result.bookings == ["ana on p.x, steady: 0 0 0 40 40 40", "ben on p.x, steady: 40 40 40 0 0 0"])
        #expect(result.worth == [1_440_000 + 1_800_000 - 40_000, 0])
    }

    /// Ben did 8 h on the line, pinned, in the week before: he knows it. Whoever is booked on a line is worth 8 more.
    @Test func nothingIsPaidAfterPinnedWork() throws {
        let result = try planned(
            Self.yaml(more: "bookings: ['ben on p.x, 8h/week, 2026-01-19 .. 2026-01-25, pinned']"),
            horizon: Self.horizon)
        #expect(
            result.bookings == [
                "ana on p.x, steady: 40 40 32 0 0 0", "ben on p.x, pinned: 0 0 8 0 0 0",
                "ben on p.x, steady: 0 0 0 40 40 40",
            ])
        #expect(result.worth == [112 * 15_000 + 120 * 12_800, 0])
    }

    /// Ana is away for three weeks in the middle and comes back: two hand-overs, to Ben and back again.
    /// 240 h of Ana and 120 of Ben, less 8 × 80 and 8 × 50.
    @Test func aLongAbsenceIsBridged() throws {
        let result = try planned(
            Self.yaml(ana: "leave: [2026-01-26 .. 2026-02-15]"), horizon: "2026-01-05 .. 2026-03-08")
        #expect(
            result.bookings == [
                "ana on p.x, steady: 40 40 40 0 0 0 40 40 40", "ben on p.x, steady: 0 0 0 40 40 40 0 0 0",
            ])
        #expect(result.worth == [240 * 15_000 + 120 * 12_000 - 64_000 - 40_000, 0])
    }

    /// Two weeks are no long absence: Ana keeps the line, and Ben covers. His hours of cover are the second stage.
    @Test func aShortAbsenceIsCovered() throws {
        let result = try planned(
            Self.yaml(ana: "leave: [2026-01-26 .. 2026-02-08]"), horizon: "2026-01-05 .. 2026-03-29")
        #expect(
            result.bookings == [
                "ana on p.x, steady: 40 40 40 0 0 40 40 40 40 40 40 40", "ben on p.x, cover: 0 0 0 40 40 0 0 0 0 0 0 0",
            ])
        #expect(result.worth == [400 * 15_000, 80 * 12_000])
    }

    @Test func thePolicySaysWhatIsLong() throws {
        func stretches(_ weeks: Int) throws -> Int {
            let yaml = Self.yaml(
                ana: "leave: [2026-01-26 .. 2026-02-08]", policy: "long absence: \(weeks) weeks")
            return try rows(yaml, horizon: "2026-01-05 .. 2026-03-08").count { $0.hasPrefix("line") }
        }
        #expect(try stretches(2) == 1)
        #expect(try stretches(1) == 3)
    }

    /// The horizon begins on a Saturday, and nobody works until Monday: nothing is taken over then.
    @Test func aLineThatHasNotBegunIsNotTakenOver() throws {
        let result = try planned(
            """
            people: { ana: { cost: 50/h } }
            projects: { p: { needs: { x: { hours: 40h/week, rate: 100/h } } } }
            """, horizon: "2026-01-10 .. 2026-01-25")
        #expect(result.bookings == ["ana on p.x, steady: 0 40 40"])
        #expect(result.worth == [80 * 15_000, 0])
    }

    /// A column for each run of stretches; a run that brings nothing is left out.
    @Test func eachRunOfStretchesIsAColumn() throws {
        #expect(
            try columns(Self.yaml(), horizon: Self.horizon) == [
                "share[ana,p.x,2026-W02..2026-W04]", "share[ben,p.x,2026-W02..2026-W04]",
                "share[ben,p.x,2026-W02..2026-W07]", "share[ben,p.x,2026-W05..2026-W07]",
            ])
    }
}
