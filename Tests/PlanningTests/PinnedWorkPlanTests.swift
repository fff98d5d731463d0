// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Testing
import Verification

/// What is pinned is kept, whatever it does to the rest. Ana's hour is worth 150.
@Suite struct PinnedWorkPlanTests {
    static func yaml(bookings: [String], person: String = "cost: 50/h", more: String = "") -> String {
        """
        people:
          ana: { \(person) }
        projects:
          p:
            needs:
              x: { hours: 40h/week, rate: 100/h }
              y: { hours: 40h/week, rate: 10/h }
        bookings:
        \(bookings.map { "  - \($0)" }.joined(separator: "\n"))
        \(more)
        """
    }

    @Test func aPinIsKeptAgainstBetterWork() throws {
        let result = try planned(Self.yaml(bookings: ["ana on p.y, 30h/week, 2026-01-05 .. 2026-01-18, pinned"]))
        #expect(result.bookings == ["ana on p.x, steady: 10 10", "ana on p.y, pinned: 30 30"])
        // Pinned work is not decided and counts nowhere.
        #expect(result.worth == [20 * 15_000, 0])
    }

    @Test func confirmedAndTentativeBookingsMayMove() throws {
        let result = try planned(
            Self.yaml(bookings: [
                "ana on p.y, 30h/week, 2026-01-05 .. 2026-01-18",
                "ana on p.y, 10h/week, 2026-01-05 .. 2026-01-18, tentative",
            ]))
        #expect(result.bookings == ["ana on p.x, steady: 40 40"])
    }

    /// 30 h and 30 h in a week of 40: the plan says so by its overtime, and adds nothing.
    @Test func pinsThatContradictAreKeptBoth() throws {
        let result = try planned(
            Self.yaml(bookings: [
                "ana on p.x, 30h/week, 2026-01-05 .. 2026-01-18, pinned",
                "ana on p.y, 30h/week, 2026-01-05 .. 2026-01-18, pinned",
            ]))
        #expect(result.bookings == ["ana on p.x, pinned: 30 30", "ana on p.y, pinned: 30 30"])
        #expect(result.figures.use.overtime == Hours(40))
        #expect(result.worth == [0, 0])
        #expect(result.plan.certificate.status == .optimal)
    }

    @Test func morePinnedThanAsked() throws {
        let result = try planned(
            Self.yaml(
                bookings: ["ana on p.x, 60h/week, 2026-01-05 .. 2026-01-11, pinned"], person: "cost: 50/h"))
        #expect(result.bookings == ["ana on p.x, pinned: 60 0", "ana on p.x, steady: 0 40"])
        #expect(result.figures.coverage.filled == Hours(80))
    }

    /// 42 h are pinned, 2 of them overtime: of the 4 h that the policy allows, 2 are left. Beyond them nothing is.
    @Test func pinnedOvertimeCountsAgainstItsLimit() throws {
        func bookings(_ hours: Int) throws -> [String] {
            try planned(
                Self.yaml(
                    bookings: ["ana on p.y, \(hours)h/week, 2026-01-05 .. 2026-01-18, pinned"],
                    more: "policy: { overtime: { up to: 10%, at: 150% } }")
            ).bookings
        }
        #expect(try bookings(42) == ["ana on p.x, steady: 2 2", "ana on p.y, pinned: 42 42"])
        #expect(try bookings(44) == ["ana on p.y, pinned: 44 44"])
        #expect(try bookings(50) == ["ana on p.y, pinned: 50 50"])
    }

    @Test func whatCannotBeBookedCanBePinned() throws {
        let result = try planned(
            Self.yaml(
                bookings: ["ana on p.y, 10h/week, 2026-01-05 .. 2026-01-18, pinned"],
                person: "cost: 50/h, leave: [2026-01-05 .. 2026-01-18]", more: "exclusions: ['ana not on p.y']"))
        #expect(result.bookings == ["ana on p.y, pinned: 10 10"])
    }
}
