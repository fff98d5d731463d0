// SPDX-License-Identifier: GPL-3.0-or-later

import SmallFirms
import Staffing
import Testing

/// The working time of one person, Ana, week by week from Monday, 5 January 2026.
@Suite struct CapacityTests {
    static func weeks(
        _ ana: String, calendar: String = "{}", horizon: String = "2026-01-05 .. 2026-01-25", policy: String = "{}"
    )
        throws -> [Capacity.Cell]
    {
        let firm = try firm(
            """
            calendar: home
            calendars: { home: \(calendar) }
            people:
              ana: { cost: 50/h, \(ana) }
            policy: \(policy)
            """, horizon: horizon)
        return Array(Capacity(of: firm).weeks(of: 0))
    }

    static func effective(_ ana: String, calendar: String = "{}", horizon: String = "2026-01-05 .. 2026-01-25") throws
        -> [Double]
    {
        try weeks(ana, calendar: calendar, horizon: horizon).map(\.effective.inHours)
    }

    @Test func aWeekIsFortyHours() throws {
        #expect(try Self.effective("") == [40, 40, 40])
    }

    /// Wednesday to Tuesday: three days, a whole week, two days.
    @Test func aHorizonMayBeginWithinAWeek() throws {
        let cells = try Self.weeks("", horizon: "2026-01-07 .. 2026-01-20")
        #expect(cells.map(\.contracted.inHours) == [24, 40, 16])
        #expect(cells.map(\.full.inHours) == [40, 40, 40])
    }

    @Test(arguments: [
        ("holidays: [2026-01-06]", [32.0, 40, 40]),
        ("holidays: [2026-01-06 half]", [36, 40, 40]),
        ("holidays: [2026-01-06 3h]", [37, 40, 40]),
        ("holidays: [2026-01-06 20h]", [32, 40, 40]),
        ("holidays: [2026-01-10]", [40, 40, 40]),
        ("holidays: [2026-01-08 .. 2026-01-13]", [24, 24, 40]),
        // Twice the same day is off once.
        ("holidays: [2026-01-06, 2026-01-06 .. 2026-01-07 half]", [28, 40, 40]),
        ("holidays: [2026-01-06 half, 2026-01-06 half]", [32, 40, 40]),
        ("holidays: [2026-01-06 2h, 2026-01-06 half]", [34, 40, 40]),
        ("holidays: [2026-01-06 6h, 2026-01-06 half]", [32, 40, 40]),
        ("week: 9 9 9 9 0 0 0, holidays: [2026-01-06, 2026-01-09]", [27, 36, 36]),
    ])
    func holidays(calendar: String, hours: [Double]) throws {
        #expect(try Self.effective("", calendar: "{ \(calendar) }") == hours)
    }

    /// 40 h contract, 32 h off: 8 h are left.
    @Test func mostOfAWeekOff() throws {
        #expect(try Self.effective("leave: [2026-01-05 .. 2026-01-08]") == [8, 40, 40])
    }

    /// 8 h day, half a day of leave: 4 h are still free.
    @Test func halfADayOfLeave() throws {
        #expect(try Self.effective("leave: [2026-01-05 half]") == [36, 40, 40])
    }

    @Test(arguments: [
        // Leave on a holiday takes nothing more.
        ("leave: [2026-01-06]", "holidays: [2026-01-06]", 32.0, 8.0, 0.0),
        // Half a holiday, and the whole day on leave: the other half is leave.
        ("leave: [2026-01-06]", "holidays: [2026-01-06 half]", 32, 4, 4),
        ("leave: [2026-01-06 half]", "holidays: [2026-01-06 half]", 32, 4, 4),
        ("leave: [2026-01-06 2h]", "holidays: [2026-01-06 half]", 34, 4, 2),
        ("leave: [2026-01-06, 2026-01-06 half]", "holidays: []", 32, 0, 8),
        ("leave: [2026-01-06 half, 2026-01-06 half]", "holidays: []", 32, 0, 8),
        ("leave: [2026-01-06 2h, 2026-01-06 half]", "holidays: []", 34, 0, 6),
        // On a Saturday there is nothing to take.
        ("leave: [2026-01-10]", "holidays: []", 40, 0, 0),
    ])
    func leaveAndHolidays(leave: String, holidays: String, effective: Double, holiday: Double, taken: Double) throws {
        let cell = try Self.weeks(leave, calendar: "{ \(holidays) }")[0]
        #expect(cell.effective.inHours == effective)
        #expect(cell.holidays.inHours == holiday)
        #expect(cell.leave.inHours == taken)
    }

    @Test(arguments: [
        ("contract: 80%", [32.0, 32, 32]),
        ("contract: 8 8 0 8 8 0 0", [32, 32, 32]),
        // From a Wednesday, through a Wednesday.
        ("contract: 100% from 2026-01-07", [24, 40, 40]),
        ("contract: 100% to 2026-01-14", [40, 24, 0]),
        // Within a week: Monday and Tuesday in full, then half.
        ("contract: [100%, 50% from 2026-01-14]", [40, 28, 20]),
        ("contract: [100% to 2026-01-13, 8 8 8 8 0 0 0 from 2026-01-19]", [40, 16, 32]),
        ("contract: 0 0 0 0 0 4 4", [8, 8, 8]),
    ])
    func contracts(contract: String, hours: [Double]) throws {
        #expect(try Self.effective(contract) == hours)
    }

    /// A pattern of one's own does not work on Mondays, so a holiday on a Monday takes nothing; a share loses its part.
    @Test func holidaysOfPartTimers() throws {
        let calendar = "{ holidays: [2026-01-05] }"
        #expect(try Self.effective("contract: 0 8 8 8 8 0 0", calendar: calendar) == [32, 32, 32])
        #expect(try Self.effective("contract: 80%", calendar: calendar) == [25.6, 32, 32])
    }

    /// Weeks that alternate: the first pattern belongs to the week of the anchor, also a century away and before it. From
    /// 18 March 1998 it is 1,451 weeks, from 7 January 1901 an even number, to 7 January 2199 an odd one.
    @Test(arguments: [
        ("2026-01-05", [40.0, 32, 40]), ("2026-01-11", [40, 32, 40]), ("2026-01-12", [32, 40, 32]),
        ("2026-01-04", [32, 40, 32]), ("2026-02-02", [40, 32, 40]), ("1998-03-18", [32, 40, 32]),
        ("1901-01-07", [40, 32, 40]), ("2199-01-07", [32, 40, 32]),
    ])
    func fortnightlyCalendars(anchor: String, hours: [Double]) throws {
        let week = "week: 8 8 8 8 8 0 0 / 8 8 8 8 0 0 0 from \(anchor)"
        #expect(try Self.effective("", calendar: "{ \(week) }") == hours)
    }

    /// A contract is in force from its anchor on.
    @Test(arguments: [
        ("2026-01-05", [40.0, 32, 40]), ("2026-01-04", [32, 40, 32]), ("1901-01-07", [40, 32, 40]),
        ("2026-01-12", [0, 40, 32]), ("2026-01-14", [0, 24, 32]),
    ])
    func fortnightlyContracts(anchor: String, hours: [Double]) throws {
        #expect(try Self.effective("contract: 8 8 8 8 8 0 0 / 8 8 8 8 0 0 0 from \(anchor)") == hours)
    }

    @Test func internalTimeIsKeptFree() throws {
        func plannable(_ ana: String, policy: String = "{}") throws -> [Double] {
            try Self.weeks(ana, policy: policy).map(\.plannable.inHours)
        }
        let leave = "leave: [2026-01-05 .. 2026-01-06]"
        #expect(try plannable("internal: 10%, \(leave)") == [21.6, 36, 36])
        #expect(try plannable("internal: 5h/week, \(leave)") == [21, 35, 35])
        #expect(try plannable("internal: 100%") == [0, 0, 0])
        #expect(try plannable(leave, policy: "{ internal: 10% }") == [21.6, 36, 36])
        // One's own comes before the firm's.
        #expect(try plannable("internal: 5h/week", policy: "{ internal: 10% }") == [35, 35, 35])
        // No more than there is.
        #expect(try plannable("internal: 60h/week") == [0, 0, 0])
    }

    @Test func offWeeksHaveNothing() throws {
        #expect(try Self.effective("leave: [2026-01-01 .. 2026-12-31]") == [0, 0, 0])
        #expect(try Self.effective("", horizon: "2026-01-10 .. 2026-01-11") == [0])
    }

    @Test func calendarsAreLookedUpInOrder() throws {
        let firm = try firm(
            """
            calendar: five
            calendars: { five: {}, four: { week: 8 8 8 8 0 0 0 }, three: { week: 8 8 8 0 0 0 0 } }
            offices: { porto: { calendar: four }, faro: {} }
            people:
              a: { cost: 1/h }
              b: { cost: 1/h, office: porto }
              c: { cost: 1/h, office: porto, calendar: three }
              d: { cost: 1/h, office: faro }
            """)
        let capacity = Capacity(of: firm)
        #expect(firm.people.indices.map { capacity[$0, 0].effective.inHours } == [40, 32, 24, 40])
    }
}
