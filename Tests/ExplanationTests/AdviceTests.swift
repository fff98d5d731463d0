// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Matching
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

@testable import Explanation

/// What would help, each the difference of two plans.
@Suite struct AdviceTests {
    /// Three people of 40 hours each, one week, and 127 hours that each of them could do. An hour is worth
    /// 30 + 100 − 50 = 80, and 7 hours stay undone.
    static let three = """
        people:
          ana: { name: Ana, skills: { swift: 3 }, cost: 50/h }
          ben: { name: Ben, skills: { swift: 3 }, cost: 50/h }
          cy: { name: Cy, skills: { swift: 3 }, cost: 50/h }
        projects:
          p: { name: Apollo, needs: { x: { skills: { swift: 3 }, hours: 127h/week, rate: 30/h } } }
        """

    private func threePeople() throws -> PlannedFirm { try planned(Self.three, horizon: "2026-01-05 .. 2026-01-11") }

    /// One more hour of anybody is worth 80, and a hire has 40: the price promises 3,200. But after 7 hours there is
    /// nothing left to do: 7 × 80 = 560.
    @Test func aPricePromises3200ForAHireWhoBrings560() throws {
        let base = try threePeople()
        let prices = base.plan.certificate.stages[0].prices.people
        #expect(prices.map(\.owner) == ["ana", "ben", "cy"])
        let promised = (prices[0].price * 40).rounded()
        #expect(promised == 3_200)

        let advice = try advise(on: base)
        let hire = try #require(advice.options.first { $0.kind == .hire })
        #expect(hire.consequence.worth == Money(minorUnits: 56_000))
        #expect(hire.pay?.booked == Hours(7))
        // 7 hours at 80, and at 50 that she is paid out of it; 40 hours at 50 she is paid in all.
        #expect(hire.pay?.brings == Money(minorUnits: 7 * 13_000))
        #expect(hire.pay?.salary == Money(minorUnits: 200_000))
        #expect(hire.pay?.net == Money(minorUnits: 7 * 13_000 - 200_000))
    }

    /// 48 hours are asked of Ana, who does 40 and 4 of overtime at 75. A hire does 8: 4 hours more at 97 and no longer
    /// missed at 100, and 4 of overtime no longer paid at 75: 388 + 400 + 300 = 1,088, however cost is charged.
    @Test(arguments: ["full", "marginal"]) func aHireSavesOvertime(cost: String) throws {
        let base = try planned(
            """
            people:
              ana: { name: Ana, cost: 50/h }
            projects:
              p: { needs: { x: { hours: 48h/week, rate: 97/h } } }
            policy: { cost: \(cost), overtime: { up to: 10%, at: 150% } }
            """, horizon: "2026-01-05 .. 2026-01-11")
        #expect(base.figures.use.overtime == Hours(4))
        let hire = try #require(try advise(on: base).options.first { $0.kind == .hire })
        #expect(hire.consequence.overtime == .zero - Hours(4))
        #expect(hire.pay?.brings == Money(minorUnits: 108_800))
    }

    /// Ana has 40 pinned hours, and 44 of x are for the hire, who does 4 of them as overtime at 75, which salary does not
    /// pay: 44 × 200 − 4 × 75 = 8,500.
    @Test(arguments: ["full", "marginal"]) func aHireIsPaidForOvertime(cost: String) throws {
        let base = try planned(
            """
            people:
              ana: { name: Ana, cost: 50/h, overtime: none }
            projects:
              p:
                needs:
                  x: { hours: 44h/week, rate: 100/h }
                  y: { hours: 40h/week, rate: 100/h }
            bookings: ["ana on p.y, 40h/week, 2026-01-05 .. 2026-01-09, pinned"]
            policy: { cost: \(cost), overtime: { up to: 10%, at: 150% } }
            """, horizon: "2026-01-05 .. 2026-01-11")
        let next = try planned(
            """
            people:
              ana: { name: Ana, cost: 50/h, overtime: none }
              new: { name: New, cost: 50/h }
            projects:
              p:
                needs:
                  x: { hours: 44h/week, rate: 100/h }
                  y: { hours: 40h/week, rate: 100/h }
            bookings: ["ana on p.y, 40h/week, 2026-01-05 .. 2026-01-09, pinned"]
            policy: { cost: \(cost), overtime: { up to: 10%, at: 150% } }
            """, horizon: "2026-01-05 .. 2026-01-11")
        #expect(next.pay(of: "new", over: base)?.brings == Money(minorUnits: 850_000))
    }

    /// Ana does 4 hours of overtime by a rule of her own, at 200 − 75 each; the firm has none, or 10 % for Ben as well.
    @Test(arguments: [("", 4), ("policy: { overtime: { up to: 10%, at: 150% } }", 8)])
    func doingWithoutOvertimeEndsEverybodysOwn(rule: String, hours: Int) throws {
        let base = try planned(
            """
            people:
              ana: { name: Ana, cost: 50/h, overtime: { up to: 10%, at: 150% } }
              ben: { name: Ben, cost: 50/h }
            projects:
              p: { needs: { x: { hours: 100h/week, spread: weekly, rate: 100/h } } }
            \(rule)
            """, horizon: "2026-01-05 .. 2026-01-11")
        #expect(base.figures.use.overtime == Hours(hours))
        let without = try #require(try advise(on: base).losses.first { $0.kind == .withoutOvertime })
        #expect(without.consequence.overtime == .zero - Hours(hours))
        #expect(without.consequence.worth == Money(minorUnits: -hours * 12_500))
    }

    /// A second one finds nothing to do.
    @Test func theSecondHireBringsLess() throws {
        let curve = try advise(on: threePeople()).curve
        #expect(curve.map(\.consequence.worth.minorUnits) == [56_000, 0, 0])
    }

    /// The newcomers are called hire and hire-2 where nobody else is.
    @Test func somebodyMayBeCalledHire() throws {
        let yaml = Self.three.replacing("  ana:", with: "  hire-2:").replacing("  ben:", with: "  hire:")
        let curve = try advise(on: planned(yaml, horizon: "2026-01-05 .. 2026-01-11")).curve
        #expect(curve.map(\.consequence.worth.minorUnits) == [56_000, 0, 0])
    }

    /// 10 % of 40 hours is 4 for each, at half as much again: 7 × (80 − 25). Somebody from outside costs 75: 7 × 55.
    /// Without Apollo nothing is done, and nothing is missed: 120 × (30 − 50) − 7 × 100 are not lost.
    @Test func everyWayHasItsPrice() throws {
        let advice = try advise(on: threePeople())
        func worth(_ kind: Advice.Option.Kind) -> Int? {
            advice.options.first { $0.kind == kind }?.consequence.euros
        }
        #expect(worth(.overtime) == 7 * 55)
        #expect(worth(.subcontract) == 7 * 55)
        #expect(worth(.decline) == 120 * 20 + 7 * 100)
        #expect(worth(.train) == nil)
        // Without one of the three, 40 more hours at 80 are undone.
        #expect(
            advice.losses.filter { $0.kind == .depart }.map(\.consequence.worth.minorUnits) == [
                -320_000, -320_000, -320_000,
            ])
        #expect(advice.rules.isEmpty)
        #expect(advice.skipped == 0)
        // A hire, a pool, overtime, Apollo declined, each of three gone; then one, two and three hires.
        #expect(advice.tried == 7 + 3)
    }

    /// Dan needs one level more to help Ana: 40 more hours at 100 + 100 − 40, for two weeks.
    @Test func oneSkillForOnePerson() throws {
        let base = try planned(
            """
            people:
              ana: { name: Ana, skills: { swift: 3 }, cost: 50/h }
              dan: { name: Dan, skills: { swift: 2 }, cost: 40/h }
            projects:
              p: { needs: { x: { skills: { swift: 3 }, hours: 80h/week, rate: 100/h } } }
            """)
        let train = try #require(try advise(on: base).options.first { $0.kind == .train })
        #expect(train.consequence.worth == Money(minorUnits: 80 * 16_000))
        guard case .change(let change) = train.measure else {
            Issue.record("no change")
            return
        }
        #expect(change.sentence(in: base.situation.firm) == "Train Dan to swift 3")
    }

    /// Two projects of 40 hours in the same week for one person; the second can wait a week, and only the best delay of
    /// each project is told.
    @Test func aDelayMayHelp() throws {
        let base = try planned(
            """
            people:
              ana: { name: Ana, cost: 50/h }
            projects:
              p: { name: P, dates: 2026-01-05 .. 2026-01-11, needs: { x: { hours: 40h/week, rate: 100/h } } }
              q: { name: Q, dates: 2026-01-05 .. 2026-01-11, needs: { y: { hours: 40h/week, rate: 90/h } } }
            """, horizon: "2026-01-05 .. 2026-01-25")
        let delays = try advise(on: base).options.filter { $0.kind == .delay }
        #expect(delays.count == 2)
        #expect(delays.map(\.consequence.worth.minorUnits) == [40 * 14_000, 40 * 14_000])
    }

    /// Ana may not work on y, though she is cheaper there; a proposal at 50 % is planned by half its worth.
    @Test func rulesHaveAPrice() throws {
        let base = try planned(
            """
            people:
              ana: { name: Ana, cost: 50/h }
              ben: { name: Ben, cost: 80/h }
            projects:
              p: { needs: { x: { hours: 40h/week, rate: 100/h } } }
              q: { stage: proposed 50%, needs: { y: { hours: 80h/week, rate: 200/h } } }
            exclusions: [ben not on p]
            """)
        let rules = try advise(on: base).rules
        // Ana does x at 150 and Ben 40 h of y at (300 − 80) ÷ 2 = 110. Planned as if y were won, Ana would do y, for
        // (300 − 50) ÷ 2 = 125 an hour instead of 150.
        #expect(rules.map(\.kind).contains(.exclusion))
        let full = try #require(rules.first { if case .tentative(.full) = $0.measure { true } else { false } })
        #expect(full.consequence.worth == Money(minorUnits: -80 * 2_500))
        // Without the exclusion Ben does x (100 + 100 − 80 = 120) and Ana y (125): 245 instead of 260, so nothing.
        let lifted = try #require(rules.first { $0.kind == .exclusion })
        #expect(lifted.consequence.worth == .zero)
    }

    /// What advice says of a hire is what comes of it when the person is really added, solved cold.
    @Test(arguments: [21, 22] as [UInt64]) func aHireBringsWhatAdviceSays(seed: UInt64) throws {
        let base = try makePlan(for: try generated(people: 5, weeks: 6, seed: seed, load: 115))
        let hires = try advise(on: base).options.filter { $0.kind == .hire }
        #expect(!hires.isEmpty)
        for hire in hires {
            guard case .change(let change) = hire.measure else { continue }
            var firm = base.situation.firm
            try change.apply(to: &firm)
            let warm = try base.replanned(for: firm)
            let cold = try makePlan(for: firm)
            #expect(hire.consequence.worth == warm.figures.worth - base.figures.worth)
            // Plans of the same value may leave more or less to cover.
            #expect(abs(warm.staffing - cold.staffing) <= rounding(cold))
            #expect(
                abs((warm.figures.worth - cold.figures.worth).minorUnits)
                    <= abs(warm.cover - cold.cover) + rounding(cold))
        }
    }
}
