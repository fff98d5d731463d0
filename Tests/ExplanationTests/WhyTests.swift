// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Matching
import Planning
import SmallFirms
import Staffing
import Testing

/// What somebody's work on a line is good for.
@Suite struct WhyTests {
    /// Ana and Ben change places: 280 − 274 for 80 hours.
    @Test func withoutSomebodyTheFirmIsPoorer() throws {
        let base = try planned(pair)
        let why = try why(person: 0, line: 0, in: base)
        #expect(why.planned == Hours(80))
        #expect(why.pinned == .zero)
        #expect(why.shares.map(\.share) == [.whole])
        #expect(why.value?.worth == Money(minorUnits: 15_000))
        #expect(why.without?.worth == Money(minorUnits: -48_000))
        #expect(why.others.map(\.person) == ["ben"])
        #expect(why.others[0].consequence?.worth == Money(minorUnits: -48_000))
        #expect(why.others[0].reservation?.hours == Hours(80))
    }

    @Test func nothingIsLostByWhoIsNotThere() throws {
        let why = try why(person: 1, line: 0, in: planned(pair))
        #expect(why.planned == .zero)
        #expect(why.without == nil)
        #expect(why.others.isEmpty)
    }

    /// 10 of Ana's 40 hours are pinned and stay. For the other 60, she is worth 8 more there, since she is booked on it
    /// already: 158 + 130 against 274.
    @Test func pinnedWorkStays() throws {
        let base = try planned(pair + "\nbookings: [\"ana on p.x, 10h/week, 2026-01-05 .. 2026-01-16, pinned\"]")
        let why = try why(person: 0, line: 0, in: base)
        #expect(why.planned == Hours(80))
        #expect(why.pinned == Hours(20))
        #expect(why.without?.worth == Money(minorUnits: -84_000))
    }

    @Test func whatIsPinnedAltogetherHasNoPrice() throws {
        let base = try planned(pair + "\nbookings: [\"ana on p.x, 40h/week, 2026-01-05 .. 2026-01-16, pinned\"]")
        let why = try why(person: 0, line: 0, in: base)
        #expect(why.pinned == why.planned)
        #expect(why.without == nil)
    }
}

/// Who could do a line.
@Suite struct WhoTests {
    /// With Cy, who costs 80, on x: 120 there, and Ana's 134 on y instead of Ben's 130; 254 instead of 280.
    static let three = pair.replacing("people:\n", with: "people:\n  cy: { skills: { swift: 3 }, cost: 80/h }\n")

    @Test func candidatesAreRankedByWhatTheFirmLoses() throws {
        let base = try planned(Self.three)
        let who = try who(line: base.line("p.x"), in: base)
        #expect(who.rows.map(\.person) == ["ana", "ben", "cy"])
        #expect(who.rows.map { $0.consequence?.euros } == [0, -480, -2_080])
        #expect(who.rows.map(\.value.worth.minorUnits) == [15_000, 14_000, 12_000])
        #expect(who.rows.map(\.planned) == [Hours(80), .zero, .zero])
        #expect(who.nearMisses.map(\.person) == ["dan", "eva"])
        #expect(who.nearMisses.map(\.obstacles) == [[.lowLevel("swift", has: 2, needs: 3)], [.noSkill("swift")]])
        #expect(who.pools.isEmpty)
    }

    @Test func quickRanksByTheWorthOfAnHour() throws {
        let base = try planned(Self.three)
        let who = try who(line: base.line("p.y"), in: base, most: 0)
        #expect(who.rows.map(\.person) == ["ana", "ben", "cy"])
        #expect(who.rows.allSatisfy { $0.consequence == nil })
    }

    @Test func subcontractorsAreListed() throws {
        let base = try planned(
            pair + """

                subcontractors:
                  pool: { name: The pool, skills: { swift: 4 }, hours: 16h/week, cost: 90/h }
                """)
        let who = try who(line: base.line("p.x"), in: base)
        #expect(who.pools.map(\.pool) == ["pool"])
        #expect(who.pools.map(\.value.worth.minorUnits) == [11_000])
    }
}
