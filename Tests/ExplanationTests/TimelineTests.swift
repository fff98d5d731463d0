// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

@Suite struct TimelineTests {
    private static let horizon = "2026-01-05 .. 2026-04-05"

    private func timeline(_ phases: String) throws -> Timeline {
        let firm = try firm(
            """
            people: { ana: { cost: 50/h } }
            projects:
              p:
                phases:
            \(phases.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
                needs: { x: { phase: a, hours: 10h/week, rate: 100/h } }
            """, horizon: Self.horizon)
        return Timeline(of: 0, in: firm)
    }

    /// a, three weeks, then c, four: seven weeks. b takes two weeks beside a, and d one week beside c, with a week's lag.
    ///
    ///     a  W02 W03 W04
    ///     b  W02 W03              one week to spare before c
    ///     c              W05 W06 W07 W08
    ///     d                  W06          two weeks to spare before the end
    @Test func theCriticalPathAndTheSlackAreThoseByHand() throws {
        let timeline = try timeline(
            """
            a: { start: 2026-01-05, length: 3 weeks }
            b: { start: 2026-01-05, length: 2 weeks }
            c: { after: [a, b], length: 4 weeks }
            d: { with: c + 1 week, length: 1 week }
            """)
        #expect(timeline.criticalPath == ["a", "c"])
        #expect(timeline.phases.map(\.slackWeeks) == [0, 1, 0, 2])
        #expect(timeline.phases.map(\.isCritical) == [true, false, true, false])
        #expect("\(timeline.ends)" == "2026-02-20")
    }

    /// b waits for Monday, 26 January. a ends on the 14th, or on the day on which it begins if that is later: on the 19th
    /// it still leaves b where it is, on the 26th no longer.
    @Test func slackCountsWholeWeeks() throws {
        let timeline = try timeline(
            """
            a: { start: 2026-01-05, end: 2026-01-14 }
            b: { start: 2026-01-26, after: a, length: 2 weeks }
            """)
        #expect(timeline.criticalPath == ["b"])
        #expect(timeline.phases[0].slackWeeks == 2)
    }

    @Test func lateMilestonesAndReach() throws {
        let timeline = try timeline(
            """
            a:
              start: 2026-01-12 .. 2026-01-26
              length: 2 weeks
              milestone: { name: M, by: 2026-01-14, penalty: 300/week }
            """)
        #expect(timeline.phases[0].reach?.description == "2026-01-12 .. 2026-02-08")
        #expect(timeline.phases[0].late?.weeks == 2)
        #expect(timeline.phases[0].late?.penalty == Money(minorUnits: 60_000))
    }
}

@Suite struct EarliestDeliveryTests {
    private static let yaml = """
        people:
          ana: { cost: 50/h, skills: { a: 1 }, leave: [2026-01-19 .. 2026-01-25] }
        projects:
          p:
            phases: { work: { start: WINDOW, length: 2 weeks } }
            needs: { x: { hours: 30h/week, rate: 100/h, skills: { a: 1 } } }
          q:
            priority: critical
            dates: 2026-01-05 .. 2026-01-18
            needs: { x: { hours: 20h/week, rate: 200/h, skills: { a: 1 } } }
        """

    private func earliest(_ window: String, _ horizon: String = "2026-01-05 .. 2026-02-22") throws -> EarliestDelivery {
        let planned = try makePlan(
            for: firm(Self.yaml.replacing("WINDOW", with: window), horizon: horizon))
        return try planned.earliestDelivery(of: 0)
    }

    /// q leaves 20 h a week in W02 and W03, in W04 ana is away: p can be done in W05 and W06.
    @Test func waitsForThePeopleThatOtherWorkLeaves() throws {
        let delivery = try earliest("2026-01-05 .. 2026-02-09")
        #expect("\(delivery.byDates)" == "2026-01-16")
        #expect(delivery.earliest.map { "\($0.ends)" } == "2026-02-06")
        #expect(delivery.earliest?.starts.map { "\($0.day)" } == ["2026-01-26"])
        // W02/W03: 20 h of each 30; W03/W04: 20 and none; W04/W05: none and 30.
        #expect(delivery.tried.map(\.filled) == [Hours(40), Hours(20), Hours(30), Hours(60)])
    }

    @Test func goesBeyondTheWindow() throws {
        let delivery = try earliest("2026-01-05 .. 2026-01-12")
        #expect(delivery.earliest.map { "\($0.ends) \($0.delayWeeks)" } == "2026-02-06 2")
    }

    @Test func saysWhereNoneIs() throws {
        let delivery = try earliest("2026-01-05 .. 2026-01-12", "2026-01-05 .. 2026-02-01")
        #expect(delivery.earliest == nil)
        #expect(delivery.nearest.map { "\($0.ends)" } == "2026-01-16")
    }

    /// Ana's hours for q stay what they are, though p's are made worth more than anything.
    @Test func nothingElseIsTouched() throws {
        let delivery = try earliest("2026-01-05")
        #expect(delivery.tried.first?.filled == Hours(40))
    }
}

@Suite struct PriceOfTimeTests {
    /// Ana does p in W02 and W03, then q. p in W03 would share W03 and W04 with whatever q does.
    @Test func isTheDifferenceOfTwoPlans() throws {
        func yaml(_ p: String) -> String {
            """
            people: { ana: { cost: 50/h, leave: [2026-01-26 .. 2026-02-01] } }
            projects:
              p:
                phases:
                  work: { start: \(p), length: 2 weeks, milestone: { name: M, by: 2026-01-16, penalty: 700/week } }
                needs: { x: { hours: 40h/week, rate: 100/h } }
              q:
                dates: 2026-01-26 .. 2026-02-08
                needs: { x: { hours: 40h/week, rate: 90/h } }
            """
        }
        let horizon = "2026-01-05 .. 2026-02-22"
        let planned = try makePlan(for: firm(yaml("2026-01-05 .. 2026-02-02"), horizon: horizon))
        let prices = try planned.pricesOfTime(of: [0, 1])
        #expect(prices.map(\.phase) == ["work"])
        let starts = try #require(prices.first?.starts)
        #expect(starts.map { "\($0.day)" } == ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02"])
        #expect(starts.map(\.isChosen) == [true, false, false, false, false])
        #expect(starts.map { $0.penalty.minorUnits } == [0, 70_000, 140_000, 210_000, 280_000])
        for start in starts {
            let alone = try makePlan(for: firm(yaml("\(start.day)"), horizon: horizon))
            #expect(abs((alone.figures.worth - planned.figures.worth - start.change).minorUnits) <= 2)
        }
    }
}
