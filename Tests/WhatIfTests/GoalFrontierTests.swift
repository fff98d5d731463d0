// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Planning
import ScenarioFiles
import SmallFirms
import Staffing
import Testing
import Verification
import WhatIf

@Suite struct GoalFrontierTests {
    /// Ana's 80 hours go to work that is missed at 400 and leaves 10, or to work that is missed at 40 and leaves 100: each
    /// hour moved from the one to the other gives up 360 of coverage for 90 of margin.
    static let dilemma = """
        people: { ana: { cost: 50/h } }
        projects:
          p:
            needs:
              must: { hours: 40h/week, rate: 60/h, priority: critical, spread: weekly }
              pays: { hours: 40h/week, rate: 150/h, priority: low, spread: weekly }
        """

    private func euros(_ value: GoalValue) -> Int {
        switch value {
        case .money(let money): Int((Double(money.minorUnits) / 100).rounded())
        case .hours(let hours): Int(hours.inHours.rounded())
        }
    }

    /// From 80 × 40 to 80 × 400 in eight steps of 3,600, each of which costs 900 of margin: 320, a hundredth of the best
    /// coverage, cost 80.
    @Test func eachStepCostsAsMuch() throws {
        let frontier = try GoalFrontier(.coverage, .margin, of: try firm(Self.dilemma), .weighted)
        #expect(frontier.points.map { euros($0.first) } == (0...8).map { 3_200 + 3_600 * $0 })
        #expect(frontier.points.map { euros($0.second) } == (0...8).map { 8_000 - 900 * $0 })
        for index in 0..<8 {
            let price = try #require(frontier.price(after: index))
            #expect(abs(price - 8_000) < 20)
        }
        #expect(frontier.price(after: 8) == nil)
    }

    /// The other way round it is the same curve from its other end.
    @Test func theOtherOrderIsTheSameCurve() throws {
        let frontier = try GoalFrontier(.margin, .coverage, of: try firm(Self.dilemma), .weighted)
        #expect(frontier.points.map { euros($0.first) } == (0...8).map { 800 + 900 * $0 })
        #expect(frontier.points.map { euros($0.second) } == (0...8).map { 32_000 - 3_600 * $0 })
    }

    /// Where the best work is also the most urgent there is nothing to weigh.
    @Test func onePlanThatIsTheBestByBothIsOnePoint() throws {
        let yaml = Self.dilemma.replacing("rate: 60/h", with: "rate: 160/h")
        let frontier = try GoalFrontier(.coverage, .margin, of: try firm(yaml), .weighted)
        #expect(frontier.points.count == 1)
        #expect(euros(frontier.points[0].first) == 32_000)
        #expect(euros(frontier.points[0].second) == 80 * 110)
    }

    /// On made-up firms: the ends are the goals alone, and from point to point the one grows and the other falls.
    @Test(arguments: 0..<3, [(0, 1), (1, 2), (2, 0)])
    func theEndsAreTheGoalsAlone(seed: Int, pair: (Int, Int)) throws {
        let text = FirmGenerator(people: 6 + seed, weeks: 6, seed: UInt64(60 + seed)).text()
        let firm = try Scenario.read(at: "firm.yaml", from: FileReader(["firm.yaml": text])).firm
        let (first, second) = (GoalFrontier.measures[pair.0], GoalFrontier.measures[pair.1])
        let frontier = try GoalFrontier(first, second, of: firm, .weighted, steps: 4)
        func alone(_ measure: PlanGoal.Measure) throws -> Int {
            var firm = firm
            firm.policy.goals = [PlanGoal(measure)]
            return try #require(try makePlan(for: firm).plan.certificate.goals.first).best.smallest
        }
        func isNear(_ value: Int, _ best: Int) -> Bool { abs(value - best) <= 200 + abs(best) / 5_000 }
        #expect(isNear(try #require(frontier.points.last).first.smallest, try alone(first)))
        #expect(isNear(try #require(frontier.points.first).second.smallest, try alone(second)))
        for (point, next) in zip(frontier.points, frontier.points.dropFirst()) {
            #expect(point.first.smallest < next.first.smallest)
            #expect(point.second.smallest > next.second.smallest)
        }
    }
}
