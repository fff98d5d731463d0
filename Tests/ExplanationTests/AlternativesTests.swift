// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

/// Other plans that are as good, or nearly.
@Suite struct AlternativesTests {
    /// Two who cost the same and lines that pay the same: they may change places.
    @Test func thereMayBeAnotherThatIsAsGood() throws {
        let base = try planned(
            """
            people:
              ana: { name: Ana, cost: 50/h }
              ben: { name: Ben, cost: 50/h }
            projects:
              p: { needs: { x: { hours: 40h/week, rate: 100/h }, y: { hours: 40h/week, rate: 100/h } } }
            """)
        let other = try alternatives(to: base)
        #expect(other.found.count == 1)
        #expect(other.isComplete)
        #expect(other.found[0].new == Hours(160))
        #expect(other.found[0].consequence.worth == .zero)
        #expect(other.found[0].plan.plan.certificate.status == .optimal)
        #expect(other.found[0].consequence.shifts.count == 4)
    }

    /// 60 hours a week for two who are alike, of 40 each: 40 and 20, or 20 and 40. No plan has anybody where the best has
    /// nobody, and yet there is another one.
    @Test func theSamePlacesMayHaveOtherHours() throws {
        let base = try planned(
            """
            people:
              ana: { name: Ana, cost: 50/h }
              ben: { name: Ben, cost: 50/h }
            projects:
              p: { needs: { x: { hours: 60h/week, spread: weekly, rate: 100/h } } }
            """)
        let other = try alternatives(to: base)
        #expect(other.found.count == 1)
        #expect(other.found[0].new == Hours(40))
        #expect(other.found[0].consequence.worth == .zero)
        #expect(other.isComplete)
    }

    @Test func thereMayBeNone() throws {
        let none = try alternatives(to: planned(pair))
        #expect(none.found.isEmpty)
        #expect(none.isComplete)
        #expect(none.allowed == .zero)
    }

    /// To change places costs 480 of 22,400, which is 2.14 %. For 1 %, 224, they change 224 ÷ 480 of their places.
    @Test func aLossAllowsForMore() throws {
        let base = try planned(pair)
        let all = try alternatives(to: base, within: 0.022)
        #expect(all.allowed == Money(minorUnits: 49_280))
        #expect(all.found.map { Int($0.new.inHours.rounded()) } == [160])
        #expect(all.found[0].consequence.euros == -480)
        let part = try alternatives(to: base, within: 0.01, atMost: 1)
        // Half a cent of an hour's tolerance in the search, over 6 an hour.
        #expect(part.found.map { Int($0.new.inHours.rounded()) } == [75])
        #expect(part.found[0].consequence.euros == -224)
        #expect(part.found[0].plan.plan.certificate.status == .withinGap)
    }

    /// On made-up firms: none is worth less than is allowed, and each has hours that no plan before it has.
    @Test(arguments: [31, 32, 33] as [UInt64]) func noneLosesMoreThanIsAllowed(seed: UInt64) throws {
        let base = try makePlan(for: try generated(people: 6, weeks: 8, seed: seed))
        let other = try alternatives(to: base, within: 0.002, atMost: 3)
        var known = [base]
        for item in other.found {
            let lost = base.figures.worth.minorUnits - item.plan.figures.worth.minorUnits
            #expect(lost <= other.allowed.minorUnits + rounding(base) + base.staffing / 100_000)
            #expect(item.new >= Hours(1))
            #expect(item.plan.hours(newTo: known) == item.new)
            known.append(item.plan)
        }
    }
}
