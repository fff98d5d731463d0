// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import SmallFirms
import Staffing
import Testing

/// What is left beside pinned work.
@Suite struct ResidualTests {
    static func situation(_ booking: String, need: String = "hours: 30h/week", ana: String = "") throws -> Situation {
        Situation(
            of: try firm(
                """
                people:
                  ana: { cost: 50/h, \(ana) }
                projects: { p: { needs: { x: { rate: 100/h, \(need) } } } }
                bookings: ['\(booking)']
                """))
    }

    @Test func pinsTakeFromLineAndPerson() throws {
        let situation = try Self.situation("ana on p.x, 12h/week, 2026-01-05 .. 2026-01-11, pinned")
        #expect([0, 1].map { situation.openHours(line: 0, week: $0) } == [Hours(18), Hours(30)])
        #expect([0, 1].map { situation.openCapacity(person: 0, week: $0) } == [Hours(28), Hours(40)])
        #expect(situation.openTotal(line: 0) == Hours(48))
    }

    @Test func whatIsNotPinnedTakesNothing() throws {
        let situation = try Self.situation("ana on p.x, 12h/week, 2026-01-05 .. 2026-01-11")
        #expect(situation.openHours(line: 0, week: 0) == Hours(30))
        #expect(situation.openCapacity(person: 0, week: 0) == Hours(40))
    }

    @Test func nothingIsBelowZero() throws {
        let situation = try Self.situation("ana on p.x, 70h/week, 2026-01-05 .. 2026-01-18, pinned")
        #expect(situation.openHours(line: 0, week: 0) == .zero)
        #expect(situation.openCapacity(person: 0, week: 0) == .zero)
        #expect(situation.openTotal(line: 0) == .zero)
    }

    /// Of 4 hours of overtime, pinned work that reaches 3 hours into it leaves one; the rule still allows 4.
    @Test(arguments: [(38, 4), (40, 4), (43, 1), (44, 0), (50, 0)])
    func pinnedOvertimeIsUsedUpOnce(pinned: Int, left: Int) throws {
        let situation = try Self.situation(
            "ana on p.x, \(pinned)h/week, 2026-01-05 .. 2026-01-11, pinned", ana: "overtime: { up to: 10%, at: 150% }")
        #expect(situation.openOvertime(person: 0, week: 0) == Hours(left))
        #expect(situation.overtimeLimit(person: 0, week: 0) == Hours(4))
    }

    /// There for three of five days, Ana does three fifths of what is open.
    @Test func deliveryFollowsPresence() throws {
        let situation = try Self.situation(
            "ana on p.x, 10h/week, 2026-01-05 .. 2026-01-18, pinned", ana: "leave: [2026-01-12 .. 2026-01-13]")
        #expect([0, 1].map { situation.delivery(person: 0, line: 0, week: $0) } == [Hours(20), Hours(12)])
    }

    /// The line runs from Wednesday: 18 h. Whoever is off on Monday is there for 4 days of 5, and that is enough; whoever
    /// is off from Monday through Wednesday is there for 2, and the line for 3.
    @Test(arguments: [("2026-01-05", 18), ("2026-01-05 .. 2026-01-07", 12)])
    func aShortWeekAsksForLess(leave: String, hours: Int) throws {
        let situation = try Self.situation(
            "ana on p.x, 1h/week, 2026-01-12 .. 2026-01-18", need: "hours: 30h/week, dates: 2026-01-07 .. 2026-01-18",
            ana: "leave: [\(leave)]")
        #expect(situation.openHours(line: 0, week: 0) == Hours(18))
        #expect(situation.delivery(person: 0, line: 0, week: 0) == Hours(hours))
    }

    @Test(arguments: [(1, 1_000_000), (2, 500_000), (3, 333_334), (7, 142_858)])
    func threeThirdsAreAWhole(team: Int, millionths: Int) throws {
        let situation = try Self.situation(
            "ana on p.x, 1h/week, 2026-01-12 .. 2026-01-18", need: "hours: 30h/week, team: \(team)")
        #expect(situation.largestShare(of: 0).millionths == millionths)
    }
}
