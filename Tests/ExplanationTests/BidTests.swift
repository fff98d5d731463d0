// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Planning
import SmallFirms
import Staffing
import Testing

/// What a deal costs.
@Suite struct BidTests {
    /// Ana does x for two of four weeks; an hour of it brings 90 and costs 50, and 100 if it is not done.
    static let firm = """
        people:
          ana: { name: Ana, cost: 50/h }
        projects:
          p: { needs: { x: { dates: 2026-01-05 .. 2026-01-18, hours: 40h/week, spread: weekly, rate: 90/h } } }

        """

    /// Two weeks of 20 hours.
    static let deal = """
          deal:
            name: The deal
            stage: proposed 50%
            dates: 2026-01-05 .. 2026-01-18
            needs: { y: { hours: 20h/week, rate: 130/h } }
        """

    private func bid(_ more: String = "", within weeks: Int = 8) throws -> Bid {
        let horizon = "2026-01-05 .. 2026-02-01"
        let with = try SmallFirms.firm(Self.firm + Self.deal + more, horizon: horizon)
        let base = try makePlan(for: try SmallFirms.firm(Self.firm + more, horizon: horizon))
        return try Explanation.bid(on: "deal", in: with, over: base, within: weeks)
    }

    /// At once, 40 hours of x give way: they do not bring their 90 − 50, and cost 100 each: 40 × 140. The deal's own hours
    /// cost 40 × 50. That is 190 an hour; at 130 it does not pay. From the third week on Ana is free, and only her 50
    /// an hour have to be earned.
    @Test func aDealCostsWhatElseIsLost() throws {
        let bid = try bid()
        #expect(bid.starts.map(\.delay) == [0, 1, 2])
        #expect(bid.starts.map(\.own.minorUnits) == [200_000, 200_000, 200_000])
        #expect(bid.starts.map(\.displaced.minorUnits) == [560_000, 280_000, 0])
        #expect(bid.starts.map { $0.floor?.perHour.minorUnits } == [19_000, 12_000, 5_000])
        #expect(bid.starts.map(\.revenue.minorUnits) == [520_000, 520_000, 520_000])
        #expect(bid.starts.map(\.gain.minorUnits) == [-240_000, 40_000, 320_000])
        #expect(bid.best?.delay == 2)
        #expect(bid.starts[0].consequence.moves == ["ana p.x +0 -40", "ana deal.y +40 -0"])
    }

    /// Where salaries are paid in any case, idle hours cost nothing; an hour of x brings 90 and 100.
    @Test func idleHoursMayBeFree() throws {
        let bid = try bid("\npolicy: { cost: marginal }")
        #expect(bid.starts.map(\.own.minorUnits) == [0, 0, 0])
        #expect(bid.starts.map { $0.floor?.perHour.minorUnits } == [19_000, 9_500, 0])
    }

    /// A client whom the firm does not have comes and goes with the deal; whoever else differs stays.
    @Test func aFirmWithoutTheDealIsTheFirm() throws {
        let horizon = "2026-01-05 .. 2026-02-01"
        let new =
            Self.deal.replacing("name: The deal", with: "client: newcomer") + """

                clients: { newcomer: { name: Newcomer } }
                """
        let firm = try SmallFirms.firm(Self.firm, horizon: horizon)
        let with = try SmallFirms.firm(Self.firm + new, horizon: horizon)
        #expect(try with.without(deal: "deal", over: firm) == firm)
        #expect(try with.without(deal: "deal", over: with).clients.map(\.id) == ["newcomer"])
    }

    /// 20 hours a week beside 40 that are pinned cannot be done.
    @Test func whatCannotBeDoneIsTold() throws {
        let bid = try bid("\nbookings: [\"ana on p.x, 40h/week, 2026-01-05 .. 2026-01-16, pinned\"]", within: 1)
        #expect(bid.starts.map(\.filled.seconds) == [0, 0])
        #expect(bid.starts[0].floor == nil)
        #expect(bid.starts[0].unfilled == Hours(40))
    }
}
