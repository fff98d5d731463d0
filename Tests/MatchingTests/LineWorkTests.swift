// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import SmallFirms
import Staffing
import Testing

/// What people could do of a line, looked up for all of them at once.
@Suite struct LineWorkTests {
    @Test func pinnedHoursAreNotDelivered() throws {
        let work = LineWork(
            of: 0, in: try ResidualTests.situation("ana on p.x, 12h/week, 2026-01-05 .. 2026-01-11, pinned"))
        #expect(work.deliveries(of: 0, through: [0..<2]) == [18, 30])
        #expect(work.canHold(0, through: 0..<2))
    }

    @Test func hoursAreWorthTheirValueBeyondTheirPrice() throws {
        let situation = try ResidualTests.situation("ana on p.x, 12h/week, 2026-01-05 .. 2026-01-11, pinned")
        let work = LineWork(of: 0, in: situation)
        let ana = try #require(situation.candidate(person: 0, line: 0))
        let hour = 10_000 - 5_000 + situation.unmetPrice(line: 0).perHour.minorUnits - ana.misfit.perHour.minorUnits
        // 18 hours in the first week, 30 in the second.
        #expect(work.worth(of: ana, through: 0..<2) { _ in 0 } == Double(48 * hour))
        // At 10 an hour in the first week, 20 in the second; in major units.
        let less = try #require(work.worth(of: ana, through: 0..<2, scale: 0.01) { $0 == 0 ? 1_000 : 2_000 })
        #expect(abs(less - (0.01 * Double(48 * hour) - 18 * 10 - 30 * 20)) < 1e-6)
    }

    @Test func shorterWeeksDeliverInProportion() throws {
        // Three days of five; the pinned 12 are taken off the line first: 18 · 3/5.
        let situation = try ResidualTests.situation(
            "ana on p.x, 12h/week, 2026-01-05 .. 2026-01-11, pinned", ana: "leave: [2026-01-05, 2026-01-06]")
        #expect(LineWork(of: 0, in: situation).deliveries(of: 0, through: [0..<1]) == [10.8])
    }
}
