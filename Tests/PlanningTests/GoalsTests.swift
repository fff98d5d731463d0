// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

/// Goals one after the other. That each is as the plan's bookings and prices say is checked by `makePlan` itself.
@Suite struct GoalsTests {
    /// Ana has 80 hours, which either of two lines would take. An hour of the critical one is missed at 400 and leaves 10;
    /// one of the other is missed at 40 and leaves 100.
    static func dilemma(_ goals: String, more: String = "") -> String {
        """
        people: { ana: { cost: 50/h } }
        projects:
          p:
            needs:
              must: { hours: 40h/week, rate: 60/h, priority: critical, spread: weekly }
              pays: { hours: 40h/week, rate: 150/h, priority: low, spread: weekly }
        \(more)
        policy: { goals: [\(goals)] }
        """
    }

    /// Hours by line, and what each goal comes to: euros or hours, rounded.
    private func result(_ yaml: String) throws -> (hours: [String: Double], goals: [Int]) {
        let made = try planned(yaml)
        #expect(made.plan.certificate.status == .optimal)
        return (hours(made), made.plan.certificate.goals.map { whole($0.reached) })
    }

    private func hours(_ planned: PlannedFirm) -> [String: Double] {
        planned.plan.assignments.reduce(into: [:]) { sums, item in
            sums["\(item.person) \(item.line)", default: 0] += item.weeks.total.inHours
        }.mapValues { ($0 * 100).rounded() / 100 }
    }

    private func whole(_ value: GoalValue) -> Int {
        switch value {
        case .money(let money): Int((Double(money.minorUnits) / 100).rounded())
        case .hours(let hours): Int(hours.inHours.rounded())
        }
    }

    @Test func theOrderDecides() throws {
        let covered = try result(Self.dilemma("coverage, margin"))
        #expect(covered.hours == ["ana p.must": 80])
        #expect(covered.goals == [80 * 400, 80 * 10])
        let earning = try result(Self.dilemma("margin, coverage"))
        #expect(earning.hours == ["ana p.pays": 80])
        #expect(earning.goals == [80 * 100, 80 * 40])
    }

    /// A tenth of 32,000 may be given up: 400 x + 40 (80 − x) = 28,800 at x = 71 1/9, which leaves 10 x + 100 (80 − x).
    @Test func aToleranceIsUsedUp() throws {
        let result = try result(Self.dilemma("coverage within 10%, margin"))
        #expect(result.hours == ["ana p.must": 71.11, "ana p.pays": 8.89])
        #expect(result.goals == [28_800, 1_600])
    }

    /// With all of it to give up, the second goal is as good as alone.
    @Test func whoGivesUpEverythingHasTheSecondGoalAlone() throws {
        #expect(try result(Self.dilemma("coverage within 100%, margin")).goals[1] == 8_000)
        #expect(try result(Self.dilemma("margin")).goals == [8_000])
    }

    /// Money would have the critical line done, 410 an hour against 140; and decides here among plans of equal margin.
    @Test func moneyDecidesWhatGoalsLeaveOpen() throws {
        let yaml = Self.dilemma("margin").replacing("rate: 60/h", with: "rate: 150/h")
        #expect(try result(yaml).hours == ["ana p.must": 80])
    }

    /// Work that costs more than it is worth is done where coverage comes first: it leaves −550 and is missed at 400.
    @Test func coverageTakesWhatMoneyWouldNot() throws {
        let yaml = Self.dilemma("coverage").replacing("cost: 50/h", with: "cost: 610/h")
        #expect(try result(yaml).hours == ["ana p.must": 80])
        #expect(try result(Self.dilemma("margin").replacing("cost: 50/h", with: "cost: 610/h")).hours == [:])
    }

    @Test func halfPinsComeBeforeEveryGoal() throws {
        let pin = "bookings: [\"ana on p.pays, 10h/week, 2026-01-05 .. 2026-01-18, pinned person\"]"
        let made = try planned(Self.dilemma("coverage, margin", more: pin))
        #expect(hours(made) == ["ana p.must": 60, "ana p.pays": 20])
        #expect(made.plan.certificate.goals.map(\.goal.measure) == [.promises, .coverage, .margin])
        #expect(made.plan.certificate.goals.map { whole($0.best) } == [20, 60 * 400 + 20 * 40, 60 * 10 + 20 * 100])
    }

    // MARK: Calm

    /// Ben, at 60, holds 80 h that Ana could do at 50.
    private func calm(_ goals: [PlanGoal]?) throws -> PlannedFirm {
        var firm = try firm(CalmTests.yaml())
        firm.policy.goals = goals
        firm.commitment = Commitment(
            kept: [CalmTests.kept("ben", CalmTests.x, [40, 40])], price: Rate(perHour: Money(minorUnits: 0)))
        return try makePlan(for: firm)
    }

    @Test func calmKeepsBookingsAsFarAsItsTolerance() throws {
        let first = try calm([PlanGoal(.calm), PlanGoal(.margin)])
        #expect(hours(first) == ["ben p.x": 80])
        #expect(first.plan.certificate.goals.map { whole($0.reached) } == [80, 80 * 40])
        let last = try calm([PlanGoal(.margin), PlanGoal(.calm)])
        #expect(hours(last) == ["ana p.x": 80])
        #expect(last.plan.certificate.goals.map { whole($0.reached) } == [80 * 50, 0])
        let between = try calm([PlanGoal(.calm, within: Share(percent: 25)), PlanGoal(.margin)])
        #expect(hours(between) == ["ana p.x": 20, "ben p.x": 60])
        #expect(between.plan.certificate.goals.map { whole($0.reached) } == [60, 60 * 40 + 20 * 50])
    }

    @Test func calmAsksForNothingWhereNothingIsKept() throws {
        let result = try result(Self.dilemma("calm, margin"))
        #expect(result.goals == [0, 8_000])
    }

    // MARK: Balance

    private func shared(_ goals: String, ana: String = "cost: 50/h", ben: String = "cost: 60/h") -> String {
        """
        people: { ana: { \(ana) }, ben: { \(ben) } }
        projects: { p: { needs: { x: { hours: 40h/week, rate: 100/h, spread: weekly } } } }
        policy: { goals: [\(goals)] }
        """
    }

    @Test func balanceSharesWorkAlike() throws {
        let even = try result(shared("coverage, balance, margin"))
        #expect(even.hours == ["ana p.x": 40, "ben p.x": 40])
        #expect(even.goals == [80 * 100, 0, 40 * 50 + 40 * 40])
        // Ana is cheaper; at a level of nothing her 80 hours are apart.
        let cheap = try result(shared("coverage, margin, balance"))
        #expect(cheap.hours == ["ana p.x": 80])
        #expect(cheap.goals == [80 * 100, 80 * 50, -80])
    }

    /// A third of what their targets come to: of 40 and of 80 hours two thirds each.
    @Test func balanceIsAgainstTargets() throws {
        let result = try result(shared("coverage, balance", ana: "cost: 50/h, target: 50%"))
        #expect(result.hours == ["ana p.x": 26.67, "ben p.x": 53.33])
    }

    /// Of 160 hours that the targets come to a tenth may be given up: 16 hours apart. Ana with 40 + h and Ben with 40 − h
    /// are 2 h apart, and each of them brings 10.
    @Test func theToleranceOfBalanceIsOfAllTargets() throws {
        let result = try result(shared("coverage, balance within 10%, margin"))
        #expect(result.hours == ["ana p.x": 48, "ben p.x": 32])
        #expect(result.goals[1] == -16)
    }

    /// Ana has 30 pinned hours in each week, so Ben takes what is open: 60 and 20 hours.
    @Test func pinnedHoursCountAsLoad() throws {
        let pin = "bookings: [\"ana on p.x, 30h/week, 2026-01-05 .. 2026-01-18, pinned\"]"
        let result = try result(shared("coverage, balance") + "\n" + pin)
        #expect(result.hours == ["ana p.x": 60, "ben p.x": 20])
        #expect(result.goals == [20 * 100, -40])
    }

    // MARK: All goals, brute force

    /// Two people of 40 hours, two lines in pieces of 8: every plan of whole pieces is looked at. The best plans by one sum,
    /// and those of them by another, have whole pieces among them, since nothing but capacities and demands is in the way.
    @Test(arguments: 0..<8) func noPlanOfWholePiecesIsBetter(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(900 + seed))
        func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
        let costs = [40 + below(30), 40 + below(30)]
        let rates = [60 + below(90), 60 + below(90)]
        let asked = [8 * (1 + below(7)), 8 * (1 + below(7))]
        let priorities = [("critical", 400), ("high", 200), ("normal", 100), ("low", 40)]
        let chosen = [priorities[below(4)], priorities[below(4)]]
        let yaml = { (goals: String) in
            """
            people: { a: { cost: \(costs[0])/h }, b: { cost: \(costs[1])/h } }
            projects:
              p:
                needs:
                  x: { hours: \(asked[0])h/week, rate: \(rates[0])/h, priority: \(chosen[0].0), spread: weekly }
                  y: { hours: \(asked[1])h/week, rate: \(rates[1])/h, priority: \(chosen[1].0), spread: weekly }
            policy: { goals: [\(goals)] }
            """
        }
        var plans: [(coverage: Int, margin: Int)] = []
        for ax in stride(from: 0, through: 40, by: 8) {
            for ay in stride(from: 0, through: 40 - ax, by: 8) {
                for bx in stride(from: 0, through: min(40, asked[0] - ax), by: 8) {
                    for by in stride(from: 0, through: min(40 - bx, asked[1] - ay), by: 8)
                    where ax + bx <= asked[0] && ay + by <= asked[1] {
                        let coverage = (ax + bx) * chosen[0].1 + (ay + by) * chosen[1].1
                        let cost = (ax + ay) * costs[0] + (bx + by) * costs[1]
                        plans.append((coverage, (ax + bx) * rates[0] + (ay + by) * rates[1] - cost))
                    }
                }
            }
        }
        let covering = try #require(plans.max { ($0.coverage, $0.margin) < ($1.coverage, $1.margin) })
        let earning = try #require(plans.max { ($0.margin, $0.coverage) < ($1.margin, $1.coverage) })
        let horizon = "2026-01-05 .. 2026-01-11"
        let first = try planned(yaml("coverage, margin"), horizon: horizon).plan.certificate.goals
        #expect(first.map { whole($0.reached) } == [covering.coverage, covering.margin])
        let second = try planned(yaml("margin, coverage"), horizon: horizon).plan.certificate.goals
        #expect(second.map { whole($0.reached) } == [earning.margin, earning.coverage])
    }

    /// On made-up firms: no goal is better in a later place, and what is proven holds every other order's values.
    @Test(arguments: 0..<4) func anEarlierPlaceIsNeverWorse(seed: Int) throws {
        var firm = try EarlyEndTests.generated(people: 8, weeks: 6, seed: UInt64(40 + seed))
        let measures: [PlanGoal.Measure] = [.coverage, .margin, .balance]
        var best: [PlanGoal.Measure: [Int: Int]] = [:]
        for order in [[0, 1, 2], [1, 2, 0], [2, 0, 1]] {
            firm.policy.goals = order.map { PlanGoal(measures[$0], within: Share(percent: 1)) }
            let made = try makePlan(for: firm)
            for (place, stage) in made.plan.certificate.goals.enumerated() {
                best[stage.goal.measure, default: [:]][place] = stage.best.smallest
                #expect(stage.bound.smallest >= stage.best.smallest - 100)
            }
        }
        for values in best.values {
            let first = try #require(values[0])
            for (place, value) in values where place > 0 { #expect(value <= first + abs(first) / 1_000_000 + 100) }
        }
    }

    @Test func threadsDoNotShowInAPlanByGoals() throws {
        var firm = try EarlyEndTests.generated(people: 12, weeks: 8, seed: 9)
        firm.policy.goals = [
            PlanGoal(.coverage, within: Share(percent: 1)), PlanGoal(.balance, within: Share(percent: 5)),
            PlanGoal(.margin),
        ]
        let plans = try [1, 2, 4].map { threads in
            var options = Options()
            options.threads = threads
            return try makePlan(for: firm, with: options).plan
        }
        #expect(plans[1] == plans[0] && plans[2] == plans[0])
    }

    /// Whenever it ends, the goals that were planned for are kept, and what is said of the others holds.
    @Test(arguments: [0, 1, 3, 10, 30]) func anInterruptedPlanByGoalsHolds(milliseconds: Int) throws {
        var firm = try EarlyEndTests.generated(people: 20, weeks: 12, seed: 9)
        firm.policy.goals = [PlanGoal(.coverage, within: Share(percent: 1)), PlanGoal(.balance), PlanGoal(.margin)]
        var options = Options()
        options.timeLimit = .milliseconds(milliseconds)
        let made = try makePlan(for: firm, with: options)
        #expect(made.plan.certificate.goals.map(\.goal) == firm.policy.goals)
    }

    @Test func alternativesKeepTheGoals() throws {
        let base = try planned(shared("coverage, margin within 10%"))
        let other = try makeAlternative(to: base, within: Money(minorUnits: 100_000))
        #expect(other.plan.certificate.goals.map(\.best) == base.plan.certificate.goals.map(\.best))
        #expect(other.hours(newTo: [base]) > .zero)
    }

    @Test func wholeBookingsAreNotPlannedByGoals() throws {
        let firm = try firm(Self.dilemma("coverage"))
        #expect(throws: PlanningError.self) { try makePlan(for: firm, style: .bookable) }
    }
}
