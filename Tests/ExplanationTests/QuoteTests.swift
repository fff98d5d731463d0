// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Planning
import SmallFirms
import Staffing
import Testing

@Suite struct QuoteTests {
    private static let firm = """
        people:
          ana: { role: lead, cost: 50/h }
          rui: { role: engineer, skills: { web: 3 }, cost: 40/h }
        rates: { lead: 130/h, engineer: 100/h }
        projects:
          p: { needs: { x: { hours: 40h/week, role: lead, rate: 90/h } } }

        """

    private func quote(_ needs: String) throws -> Quote? {
        let text = Self.firm + "  deal: { stage: lost, dates: 2026-01-05 .. 2026-01-18, needs: { \(needs) } }\n"
        let base = try makePlan(for: try SmallFirms.firm(Self.firm))
        return try Explanation.quote(on: "deal", in: try SmallFirms.firm(text), over: base)
    }

    /// Rui has time: 2 weeks of 20 h at 40 are 1,600, sold for 100 are 4,000. Nothing else loses by it.
    @Test func aProjectCostsItsHours() throws {
        let quote = try #require(try quote("y: { skills: { web: 3 }, hours: 20h/week }"))
        #expect(quote.asked == Hours(40))
        #expect(quote.filled == Hours(40))
        #expect(quote.cost.minorUnits == 160_000)
        #expect(quote.value.minorUnits == 400_000)
        #expect(quote.floor.minorUnits == 160_000)
        #expect(quote.roles.map(\.role) == ["engineer"])
        // 1,600 / 0.8, / 0.7 and / 0.6.
        #expect(
            [20, 30, 40].map { quote.price(atMargin: Share(percent: $0)).minorUnits } == [200_000, 228_571, 266_667])
    }

    /// Of 60 h a week Rui has 40: 80 of 120 h can be done, and the rest is priced alike.
    @Test func hoursThatNobodyCanDoArePricedLikeTheRest() throws {
        let quote = try #require(try quote("y: { skills: { web: 3 }, hours: 60h/week }"))
        #expect(quote.asked == Hours(120))
        #expect(quote.filled == Hours(80))
        #expect(quote.cost.minorUnits == 480_000)
        #expect(quote.value.minorUnits == 1_200_000)
        #expect(quote.roles.map(\.cost.minorUnits) == [320_000])
    }

    /// Forty hours of the project p give way: not to bring 90 − 50 and to be short at 100 an hour makes 140 for each,
    /// beside the 50 of its own.
    @Test func theFloorIsWhatElseIsLost() throws {
        let quote = try #require(
            try quote("y: { role: lead, hours: 20h/week, skills: {} }, z: { skills: { web: 3 }, hours: 40h/week }"))
        #expect(quote.cost.minorUnits == 40 * 5000 + 80 * 4000)
        #expect(quote.floor.minorUnits == 40 * 19_000 + 80 * 4000)
        #expect(quote.roles.map(\.role) == ["lead", "engineer"])
    }

    @Test func whatNobodyCanDoHasNoPrice() throws {
        #expect(try quote("y: { skills: { cobol: 5 }, hours: 20h/week, rate: 100/h }") == nil)
    }
}
