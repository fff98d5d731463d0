// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import SmallFirms
import Staffing
import Testing

/// Where a steady line may change hands: ten weeks, by position, and an absence is long beyond two weeks.
@Suite struct StretchesTests {
    static func stretches(ana: String, ben: String = "", need: String = "hours: 40h/week", more: String = "") throws
        -> [Range<Int>]
    {
        let situation = Situation(
            of: try firm(
                """
                people:
                  ana: { cost: 50/h, \(ana) }
                  ben: { cost: 50/h, skills: { sql: 1 }, \(ben) }
                projects:
                  p:
                    needs:
                      x: { rate: 100/h, \(need) }
                      other: { rate: 100/h, hours: 40h/week }
                policy: { long absence: 2 weeks }
                \(more)
                """, horizon: "2026-01-05 .. 2026-03-15"))
        return situation.stretches[0]
    }

    @Test(arguments: [
        ("", [0..<10]),
        ("contract: 100% from 2026-02-02", [0..<4, 4..<10]),
        ("contract: 100% to 2026-02-01", [0..<4, 4..<10]),
        ("leave: [2026-01-26 .. 2026-02-15]", [0..<3, 3..<6, 6..<10]),
        // Two weeks are not long, and nor are three with an hour of work.
        ("leave: [2026-01-26 .. 2026-02-08]", [0..<10]),
        ("leave: [2026-01-26 .. 2026-02-03, 2026-02-04 7h, 2026-02-05 .. 2026-02-15]", [0..<10]),
        // Whoever joins or departs lets the line change hands, however few the weeks.
        ("contract: 100% from 2026-01-19", [0..<2, 2..<10]),
        ("contract: 100% to 2026-03-01", [0..<8, 8..<10]),
        ("contract: [100% to 2026-02-01, 50% from 2026-02-09]", [0..<4, 4..<5, 5..<10]),
        // Within a week there are hours on both sides.
        ("contract: 100% from 2026-01-21", [0..<2, 2..<10]),
        // Every other week off, from beginning to end.
        ("contract: 8 8 8 8 8 0 0 / 0 0 0 0 0 0 0 from 2026-01-05", [0..<10]),
    ])
    func linesAreCutWhereSomebodyIsAwayForLong(ana: String, stretches: [Range<Int>]) throws {
        #expect(try Self.stretches(ana: ana) == stretches)
    }

    @Test func severalPeopleCutSeveralTimes() throws {
        let found = try Self.stretches(ana: "contract: 100% to 2026-02-01", ben: "contract: 100% from 2026-02-09")
        #expect(found == [0..<4, 4..<5, 5..<10])
    }

    @Test func onlyTheEligibleCount() throws {
        let found = try Self.stretches(
            ana: "contract: 100% to 2026-02-01", need: "hours: 40h/week, skills: { sql: 1 }")
        #expect(found == [0..<10])
    }

    @Test func aLinesOwnWeeksCount() throws {
        let found = try Self.stretches(
            ana: "contract: 100% from 2026-02-02", need: "hours: 40h/week, dates: 2026-01-19 .. 2026-03-01")
        #expect(found == [2..<4, 4..<8])
    }

    @Test func halfOfTheTimePinnedElsewhereIsAway() throws {
        func found(_ hours: Int) throws -> [Range<Int>] {
            try Self.stretches(
                ana: "", more: "bookings: ['ana on p.other, \(hours)h/week, 2026-01-26 .. 2026-02-15, pinned']")
        }
        #expect(try found(20) == [0..<3, 3..<6, 6..<10])
        #expect(try found(19) == [0..<10])
    }

    @Test(arguments: ["weekly", "anytime"]) func looseLinesHaveOne(spread: String) throws {
        let found = try Self.stretches(
            ana: "contract: 100% to 2026-02-01", need: "hours: 40h/week, spread: \(spread)")
        #expect(found == [0..<10])
    }

    /// Thirty people who each join a week later would cut the line into thirty stretches.
    @Test func aLineIsNotCutBeyondMeasure() throws {
        let start = try #require(Day("2026-01-26"))
        let people = (0..<30).map { "  w\($0): { cost: 50/h, contract: 100% from \(start + 7 * $0) }" }
        let situation = Situation(
            of: try firm(
                """
                people:
                \(people.joined(separator: "\n"))
                projects: { p: { needs: { x: { hours: 40h/week, rate: 100/h } } } }
                """, horizon: "2026-01-05 .. 2026-12-27"))
        let stretches = situation.stretches[0]
        #expect((2..<10).contains(stretches.count))
        #expect(stretches.first?.lowerBound == 0)
        #expect(stretches.last?.upperBound == 51)
        #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    }
}
