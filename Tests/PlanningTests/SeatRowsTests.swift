// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Staffing
import Testing
import Verification

/// One person holds at most one seat of a line. Everybody's hour is worth 100 + 100 − 50 = 150.
@Suite struct SeatRowsTests {
    static func yaml(people: [String], need: String) -> String {
        """
        people:
        \(people.map { "  \($0): { cost: 50/h }" }.joined(separator: "\n"))
        projects:
          p:
            needs:
              x: { \(need), rate: 100/h }
        """
    }

    @Test func onePersonFillsOneOfTwoSeats() throws {
        let result = try planned(Self.yaml(people: ["ana"], need: "hours: 40h/week, team: 2"))
        #expect(result.bookings == ["ana on p.x, steady: 20 20"])
        #expect(result.worth == [2 * 20 * 15_000, 0])
    }

    @Test func onePersonFillsOneOfTwoSeatsOfAWeek() throws {
        let result = try planned(Self.yaml(people: ["ana"], need: "hours: 40h/week, team: 2, spread: weekly"))
        #expect(result.bookings == ["ana on p.x, hourly: 20 20"])
        #expect(result.worth == [2 * 20 * 15_000, 0])
    }

    @Test func twoPeopleFillTwoSeats() throws {
        let result = try planned(Self.yaml(people: ["ana", "ben", "cleo"], need: "hours: 80h/week, team: 2"))
        #expect(result.figures.coverage.unfilled == .zero)
        #expect(result.figures.people.map(\.load.inHours).sorted() == [0, 80, 80])
    }

    /// A third is no whole number of millionths, and ten hours are ten hours all the same.
    @Test func threeThirdsAreAWhole() throws {
        let result = try planned(Self.yaml(people: ["ana", "ben", "cleo"], need: "hours: 30h/week, team: 3"))
        #expect(
            result.bookings == [
                "ana on p.x, steady: 10 10", "ben on p.x, steady: 10 10", "cleo on p.x, steady: 10 10",
            ])
        #expect(result.unfilled == [])
    }

    /// 40 h are 144,000 s; a seventh of them is 20,571 s and 3/7.
    @Test func sevenSeventhsLoseNoSecond() throws {
        let people = ["ana", "ben", "cleo", "dan", "eva", "finn", "gil"]
        let result = try planned(Self.yaml(people: people, need: "hours: 40h/week, team: 7"))
        #expect(result.unfilled == [])
        #expect(result.figures.people.allSatisfy { (41_142...41_144).contains($0.load.seconds) })
    }

    /// Where a line changes hands, runs of stretches could add up to more than a seat: a row forbids it.
    @Test func aLineThatChangesHandsHasSeatRows() throws {
        let yaml = """
            people:
              ana: { cost: 50/h }
              ben: { cost: 50/h, contract: 100% from 2026-01-26 }
            projects:
              p:
                needs:
                  x: { hours: 80h/week, rate: 100/h, team: 2 }
            policy: { long absence: 2 weeks }
            """
        let horizon = "2026-01-05 .. 2026-02-15"
        #expect(
            try rows(yaml, horizon: horizon).filter { $0.hasPrefix("seat") } == [
                "seat[ana,p.x,2026-W02..2026-W04]", "seat[ana,p.x,2026-W05..2026-W07]",
                "seat[ben,p.x,2026-W05..2026-W07]",
            ])
        let result = try planned(yaml, horizon: horizon)
        #expect(result.bookings == ["ana on p.x, steady: 40 40 40 40 40 40", "ben on p.x, steady: 0 0 0 40 40 40"])
        // Ben takes over half of the line: half of 8 h at 50.
        #expect(result.worth == [360 * 15_000 - 20_000, 0])
    }

    /// Pools hold no seat: they may take both.
    @Test func poolsAreNotBoundBySeats() throws {
        let result = try planned(
            Self.yaml(people: ["ana"], need: "hours: 40h/week, team: 2") + """

                subcontractors:
                  free: { hours: 40h/week, cost: 10/h }
                """)
        #expect(result.bookings == ["free on p.x: 40 40"])
    }
}
