// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Testing
import Verification

/// A person works no more than is left of the week beside pinned work, plus overtime.
@Suite struct CapacityRowsTests {
    /// Ana's hour is worth 100 + 100 − 50 = 150.
    static func yaml(person: String = "cost: 50/h", need: String = "hours: 60h/week", more: String = "") -> String {
        """
        people:
          ana: { \(person) }
        projects:
          p:
            needs:
              x: { \(need), rate: 100/h }
        \(more)
        """
    }

    @Test func fortyHoursAreFortyHours() throws {
        let result = try planned(Self.yaml())
        #expect(result.bookings == ["ana on p.x, steady: 40 40"])
        #expect(result.unfilled == ["p.x, time, nearest nobody: 20 20"])
        #expect(result.worth == [1_200_000, 0])
        #expect(result.plan.certificate.status == .optimal)
    }

    @Test func alikeWeeksAreOneRow() throws {
        let rows = try rows(Self.yaml(), horizon: "2026-01-05 .. 2026-03-29")
        #expect(rows == ["line[p.x,2026-W02..2026-W13]", "capacity[ana,2026-W02]"])
    }

    /// Away for a part of the week, Ana delivers that part of her share: the row is the same row.
    @Test func leaveDoesNotSplitARow() throws {
        let rows = try rows(
            Self.yaml(person: "cost: 50/h, leave: [2026-01-06, 2026-01-14 half, 2026-01-19 .. 2026-01-23]"),
            horizon: "2026-01-05 .. 2026-03-29")
        #expect(rows == ["line[p.x,2026-W02..2026-W13]", "capacity[ana,2026-W02]"])
    }

    @Test func pinnedWorkSplitsARow() throws {
        let rows = try rows(
            Self.yaml(more: "bookings: ['ana on p.x, 10h/week, 2026-01-19 .. 2026-01-25, pinned']"),
            horizon: "2026-01-05 .. 2026-03-29")
        #expect(rows == ["line[p.x,2026-W02..2026-W13]", "capacity[ana,2026-W02]", "capacity[ana,2026-W04]"])
    }

    /// x runs in W02 to W04, y in W04 and W05: alone, both, alone. In W05 y alone asks for no more than Ana has.
    @Test func linesThatBeginAndEndSplitRows() throws {
        let rows = try rows(
            """
            people:
              ana: { cost: 50/h }
            projects:
              p:
                needs:
                  x: { hours: 60h/week, rate: 100/h, dates: 2026-01-05 .. 2026-01-25 }
                  y: { hours: 40h/week, rate: 100/h, dates: 2026-01-19 .. 2026-02-01 }
            """, horizon: "2026-01-05 .. 2026-02-01")
        #expect(
            rows == [
                "line[p.x,2026-W02..2026-W04]", "line[p.y,2026-W04..2026-W05]", "capacity[ana,2026-W02]",
                "capacity[ana,2026-W04]",
            ])
    }

    @Test func aRowThatCannotBindIsLeftOut() throws {
        #expect(try rows(Self.yaml(need: "hours: 40h/week")) == ["line[p.x,2026-W02..2026-W03]"])
    }

    @Test func partTimeIsPartOfTheHours() throws {
        let result = try planned(Self.yaml(person: "cost: 50/h, contract: 60%"))
        #expect(result.bookings == ["ana on p.x, steady: 24 24"])
    }

    /// 40 h at 150, and 4 h of overtime at 150 − 25.
    @Test func overtimeIsWorkedAtItsPrice() throws {
        let result = try planned(Self.yaml(more: "policy: { overtime: { up to: 10%, at: 150% } }"))
        #expect(result.bookings == ["ana on p.x, steady: 44 44"])
        #expect(result.worth == [2 * (600_000 + 50_000), 0])
        #expect(result.figures.use.overtime.inHours == 8)
        #expect(result.figures.overtimePremium.minorUnits == 8 * 2500)
    }

    /// Unpaid overtime is charged like any other hour, and worked when there is work: 42 h at 150. Its pay is money saved.
    @Test(arguments: [0, 80, 100]) func overtimeMayBeUnpaid(pay: Int) throws {
        for spread in ["steady", "weekly", "anytime"] {
            let result = try planned(
                Self.yaml(
                    need: "hours: 84h total, spread: \(spread)",
                    more: "policy: { overtime: { up to: 10%, at: \(pay)% } }"))
            #expect(result.worth == [84 * 15_000, 0])
            #expect(result.figures.overtimePremium.minorUnits == 4 * (pay - 100) * 50)
        }
    }

    /// At 500 % an hour of overtime costs 200 more: 150 − 200 is below zero.
    @Test func overtimeThatIsNotWorthItIsNotWorked() throws {
        let result = try planned(Self.yaml(more: "policy: { overtime: { up to: 10%, at: 500% } }"))
        #expect(result.bookings == ["ana on p.x, steady: 40 40"])
    }

    /// Salaries are paid in any case: an hour is worth 200, an hour of overtime 200 − 75.
    @Test func marginalCostChargesOvertimeInFull() throws {
        let result = try planned(Self.yaml(more: "policy: { cost: marginal, overtime: { up to: 10%, at: 150% } }"))
        #expect(result.bookings == ["ana on p.x, steady: 44 44"])
        #expect(result.worth == [2 * (800_000 + 50_000), 0])
        #expect(result.figures.marginalCost.minorUnits == 8 * 7500)
    }

    /// Away for two days of five: 24 h, and 2.4 h of overtime. Ten per cent of what is there, not of a whole week.
    @Test func overtimeShrinksWithTheWeek() throws {
        let result = try planned(
            Self.yaml(
                person: "cost: 50/h, leave: [2026-01-12 .. 2026-01-13]",
                more: "policy: { overtime: { up to: 10%, at: 150% } }"))
        #expect(result.bookings == ["ana on p.x, steady: 44 26.4"])
    }

    @Test func overtimeOnLooseWork() throws {
        let result = try planned(
            Self.yaml(
                need: "hours: 60h/week, spread: weekly", more: "policy: { overtime: { up to: 10%, at: 150% } }"))
        #expect(result.bookings == ["ana on p.x, hourly: 44 44"])
        #expect(result.worth == [2 * (600_000 + 50_000), 0])
    }

    @Test func aPersonMayHaveNoOvertime() throws {
        let result = try planned(
            Self.yaml(
                person: "cost: 50/h, overtime: none", more: "policy: { overtime: { up to: 10%, at: 150% } }"))
        #expect(result.bookings == ["ana on p.x, steady: 40 40"])
    }

    @Test func internalTimeIsKeptFree() throws {
        let result = try planned(Self.yaml(person: "cost: 50/h, internal: 10%"))
        #expect(result.bookings == ["ana on p.x, steady: 36 36"])
    }

    /// Steady x is worth 150, weekly y 100 + 400 − 50 = 450: y takes its 25 h of the second week, and x, the same share in
    /// both weeks, the 15 h that are left.
    @Test func steadyAndLooseWorkShareTheWeek() throws {
        let result = try planned(
            """
            people:
              ana: { cost: 50/h }
            projects:
              p:
                needs:
                  x: { hours: 30h/week, rate: 100/h }
                  y: { hours: [0h, 25h], rate: 100/h, spread: weekly, priority: critical }
            """)
        #expect(result.bookings == ["ana on p.x, steady: 15 15", "ana on p.y, hourly: 0 25"])
        #expect(result.worth == [30 * 15_000 + 25 * 45_000, 0])
    }

    /// Away for half of the second week: 20 h there. An hour of x there goes with two in the
    /// first week, 3 × 90 in all; an hour of y is worth 450 and comes first.
    @Test func steadyAndLooseWorkShareAShortWeek() throws {
        let result = try planned(
            """
            people:
              ana: { cost: 50/h, leave: [2026-01-12 .. 2026-01-13, 2026-01-14 half] }
            projects:
              p:
                needs:
                  x: { hours: 30h/week, rate: 40/h }
                  y: { hours: [0h, 11h], rate: 100/h, spread: weekly, priority: critical }
            """)
        // 9 h are left: a share of 0.6, 18 h in the first week.
        #expect(result.bookings == ["ana on p.x, steady: 18 9", "ana on p.y, hourly: 0 11"])
    }
}
