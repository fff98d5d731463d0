// SPDX-License-Identifier: GPL-3.0-or-later

import SmallFirms
import Staffing
import Testing

/// How phases with windows can begin.
@Suite struct StartsTests {
    private func firm(_ phases: String, _ rest: String = "") throws -> Firm {
        try SmallFirms.firm(
            """
            people: { ana: { cost: 50/h } }
            projects:
              p:
                phases:
            \(phases.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
                needs:
                  x: { phase: b, hours: 10h/week, rate: 100/h }
            \(rest)
            """, horizon: "2026-01-05 .. 2026-04-05")
    }

    /// Days within January and February, phase by phase.
    private func ways(_ phases: String, _ rest: String = "") throws -> [String] {
        try firm(phases, rest).placements(of: 0).all.map { starts in
            starts.map { String($0.day.description.dropFirst(5)) }.joined(separator: " ")
        }
    }

    @Test func startsGoByWholeWeeksFromTheFirstDay() throws {
        #expect(
            try ways("b: { start: 2026-01-06 .. 2026-01-26, length: 1 week }") == ["01-06", "01-13", "01-20"])
        #expect(try ways("b: { start: 2026-01-05 .. 2026-01-09, length: 1 week }") == ["01-05"])
        #expect(try ways("b: { start: 2026-01-05, length: 1 week }") == [""])
    }

    @Test func aPhaseWaitsForThoseBefore() throws {
        #expect(
            try ways(
                """
                a: { start: 2026-01-05 .. 2026-01-19, length: 2 weeks }
                b: { start: 2026-01-12 .. 2026-01-26, after: a, length: 1 week }
                """) == ["01-05 01-19", "01-05 01-26", "01-12 01-26"])
    }

    /// a lasts until 25 January whatever is chosen; b then begins as early as it can.
    @Test func aWindowThatIsMissedInAnyCaseIsMissedByAsLittleAsCanBe() throws {
        #expect(
            try ways(
                """
                a: { start: 2026-01-05 .. 2026-01-12, length: 3 weeks }
                b: { start: 2026-01-07 .. 2026-01-21, after: a, length: 1 week }
                """) == ["01-05 01-28", "01-12 02-04"])
    }

    /// b may overlap the last week of a; c follows b's beginning, wherever that is.
    @Test func overlapsAndBeginnings() throws {
        let firm = try firm(
            """
            a: { start: 2026-01-05, length: 3 weeks }
            b: { start: 2026-01-05 .. 2026-02-02, after: a - 1 week, length: 4 weeks }
            c: { with: b + 1 week, length: 1 week }
            """)
        #expect(firm.placements(of: 0).all.map { "\($0[0].day)" } == ["2026-01-19", "2026-01-26", "2026-02-02"])
        let placed = firm.placed(at: [PhaseStart("p", "b", Day("2026-01-26") ?? Day(number: 0))])
        #expect(placed.projects[0].days(of: "c")?.description == "2026-02-02 .. 2026-02-08")
        #expect(placed.unplaced == firm)
    }

    @Test func datesOfANeedMoveWithItsPhase() throws {
        var firm = try firm("b: { start: 2026-01-05 .. 2026-02-02, length: 4 weeks }")
        firm.projects[0].lines[0].days = DayRange(
            Day("2026-01-08") ?? Day(number: 0), Day("2026-01-15") ?? Day(number: 0))
        let placed = firm.placed(at: [PhaseStart("p", "b", Day("2026-01-19") ?? Day(number: 0))])
        let project = placed.projects[0]
        #expect(project.days(of: project.lines[0], within: firm.horizon).description == "2026-01-22 .. 2026-01-29")
    }

    /// The window opens on the 5th and the phase begins on the 19th: two weeks later.
    @Test func datesOfATaskMoveWithItsPhase() throws {
        let firm = try firm(
            """
            b:
              start: 2026-01-05 .. 2026-02-02
              length: 4 weeks
              tasks: { api: { skill: { swift: 1 }, hours: 8h, start: 2026-01-07, due: 2026-01-09 }, app: { skill: { swift: 1 }, hours: 8h } }
            """)
        let phase = firm.projects[0].phases[0]
        let tasks = phase.tasks(beginning: try #require(Day("2026-01-19")))
        #expect(tasks.map { $0.start?.description } == ["2026-01-21", nil])
        #expect(tasks.map { $0.due?.description } == ["2026-01-23", nil])
        #expect(phase.tasks(beginning: try #require(Day("2026-01-05"))) == phase.tasks)
    }

    @Test func theMostPinnedDaysStayWithinTheirLine() throws {
        let pin = "bookings: [\"ana on p.x, 8h/week, 2026-01-16 .. 2026-01-23, pinned person\"]"
        // Eight days: from the 12th all of them, from the 5th three, from the 19th five.
        #expect(
            try ways("b: { start: 2026-01-05 .. 2026-01-26, length: 2 weeks }", pin) == ["01-12"])
        #expect(
            try ways("b: { start: 2026-01-05 .. 2026-01-26, length: 1 week }", pin) == ["01-19"])
    }

    /// 21 × 21 × 21 ways are too many; every second week leaves 11 × 11 × 11.
    @Test func ofTooManyWaysEveryFewWeeksAreLookedAt() throws {
        let phases = ["a", "b", "c"].map { "\($0): { start: 2026-01-05 .. 2026-05-25, length: 1 week }" }
        let placements = try firm(phases.joined(separator: "\n")).placements(of: 0)
        #expect(placements.step == 2)
        #expect(placements.all.count == 11 * 11 * 11)
    }

    @Test func penaltiesCountBegunWeeks() throws {
        func penalty(_ due: String) throws -> Int {
            let milestone = "{ name: M, by: \(due), penalty: 100.50/week }"
            let firm = try firm("b: { start: 2026-01-05, length: 2 weeks, milestone: \(milestone) }")
            return firm.penalty(of: firm.projects[0]).minorUnits
        }
        // The last working day is Friday, 16 January.
        #expect(try penalty("2026-01-16") == 0)
        #expect(try penalty("2026-01-15") == 10_050)
        #expect(try penalty("2026-01-09") == 10_050)
        #expect(try penalty("2026-01-08") == 20_100)
    }

    /// Eight phases of a year's window each would have 52⁸ ways to begin; all but the first two weeks end in none, since the
    /// last phase has to begin in its third week at the latest. 2⁸ of them, and the one in which all begin at once leaves
    /// the last one two weeks.
    @Test func windowsOfLaterPhasesLimitEarlierOnes() throws {
        let names = ["c", "d", "e", "f", "g", "h", "i", "j"]
        let phases =
            names.map { "\($0): { start: 2026-01-05 .. 2026-12-28, length: 1 week }" }.joined(separator: "\n")
            + "\nb: { start: 2026-01-12 .. 2026-01-19, after: [\(names.joined(separator: ", "))], length: 1 week }"
        let ways = try ways(phases)
        #expect(ways.count == 257)
        #expect(ways.count { $0.contains("01-26") } == 0)
    }

    /// As all orders one by one say: b, with a lag, before 2 February; c overlaps it.
    @Test func limitsAreThoseOfEveryEdge() throws {
        #expect(
            try ways(
                """
                a: { start: 2026-01-05 .. 2026-02-23, length: 2 weeks }
                b: { start: 2026-01-05 .. 2026-02-02, after: a + 1 week, length: 1 week }
                """) == ["01-05 01-26", "01-05 02-02", "01-12 02-02"])
    }
}
