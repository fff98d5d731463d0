// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import LinearProgramming
import Planning
import ScenarioFiles
import SmallFirms
import Staffing
import Synchronization
import Testing
import Verification

/// Plans of searches that ended before their time. That each keeps every promise is checked by `makePlan` itself.
@Suite struct EarlyEndTests {
    static let made: Firm? = try? generated(people: 40, weeks: 20, seed: 5)

    static func generated(people: Int, weeks: Int, seed: UInt64) throws -> Firm {
        let text = FirmGenerator(people: people, weeks: weeks, seed: seed).text()
        return try Scenario.read(at: "firm.yaml", from: FileReader(["firm.yaml": text])).firm
    }

    /// Cancels before the search begins, so there is nothing but what can be filled at once.
    private func interrupted(_ firm: Firm) throws -> PlannedFirm {
        var options = Options()
        options.cancellation = Cancellation()
        options.cancellation?.cancel()
        return try makePlan(for: firm, with: options)
    }

    @Test func anInterruptedPlanIsTheBestInHand() throws {
        let firm = try #require(Self.made)
        let best = try makePlan(for: firm)
        let early = try interrupted(firm)
        #expect(early.plan.certificate.status == .interrupted)
        #expect(early.plan.certificate.bound >= best.plan.certificate.objective)
        let part =
            Double(early.plan.certificate.objective.minorUnits) / Double(best.plan.certificate.objective.minorUnits)
        #expect(part > 0.7 && part <= 1)
    }

    /// 40 h at 150 each: nothing is left to find, so it does not matter who ended the search.
    @Test func whatIsProvenIsOptimalWheneverItEnds() throws {
        let yaml = """
            people: { ana: { cost: 50/h } }
            projects: { p: { needs: { x: { hours: 40h/week, rate: 100/h } } } }
            """
        let early = try interrupted(try firm(yaml))
        #expect(early.bookings == ["ana on p.x, steady: 40 40"])
    }

    /// Where bookings must not move, keeping them all is the plan of last resort: nothing at all would move everything.
    @Test(arguments: [
        Commitment.Budget.bookings(0), .bookings(2), .hours(.zero), .hours(Hours(30)),
    ]) func aChangeBudgetHoldsWheneverItEnds(budget: Commitment.Budget) throws {
        var firm = try #require(Self.made)
        let before = try makePlan(for: firm)
        firm.commitment = Commitment(
            kept: before.plan.bookings, price: Rate(perHour: Money(minorUnits: 100)), budget: budget)
        firm.people[3].skills = []
        let early = try interrupted(firm)
        #expect(early.plan.certificate.status == .interrupted)
        #expect(!early.plan.assignments.isEmpty)
        #expect(Moves(of: early.plan, in: early.situation).movedHours.inHours < 1)
    }

    enum End: CaseIterable {
        case interrupted, timed, gap

        var options: Options {
            var options = Options()
            switch self {
            case .interrupted:
                options.cancellation = Cancellation()
                options.cancellation?.cancel()
            case .timed: options.timeLimit = .nanoseconds(1)
            case .gap: options.relativeGap = 0.2
            }
            return options
        }
    }

    /// What was not searched proves nothing: the best bookable plan is within whatever one says that ended early.
    @Test(arguments: [3, 4, 5, 6, 12] as [UInt64], End.allCases)
    func aSearchThatEndsEarlyDoesNotSayThatItLeftNothingOut(seed: UInt64, end: End) throws {
        let firm = try Self.generated(people: 6, weeks: 6, seed: seed)
        let best = try makePlan(for: firm, style: .bookable).plan.certificate
        let early = try makePlan(for: firm, style: .bookable, with: end.options).plan.certificate
        // Of the full search its own claims hold as well, but for seconds of rounding. Cover depends on the staffing.
        let (staffing, cover) = (best.stages[0], best.stages[1])
        let most = min(staffing.bound, (best.searched ?? best.bound) - cover.bound)
        let (reached, rounding) = (early.stages[0].objective, Money(minorUnits: 100))
        #expect(reached <= most + rounding)
        #expect(staffing.objective <= early.stages[0].bound)
        if let searched = early.searched { #expect(staffing.objective <= searched - early.stages[1].bound + rounding) }
        switch end {
        case .interrupted:
            #expect(early.searched == nil)
            #expect(early.status == .interrupted || early.pricedGap <= Certificate.roundingGap)
        case .timed:
            #expect(early.searched == nil)
            #expect(early.status == .timeLimit || early.pricedGap <= Certificate.roundingGap)
        case .gap: #expect(early.status == .withinGap || early.gap <= Certificate.roundingGap)
        }
    }

    /// Interrupted while starts are chosen: the plan at the best of them is finished, and says what ended the search.
    @Test func aChoiceOfStartsThatIsInterruptedSaysSo() throws {
        let firm = try firm(
            """
            people:
              ana: { cost: 50/h, skills: { a: 3 } }
              ben: { cost: 40/h, skills: { a: 3 } }
            projects:
              p:
                phases: { b: { start: 2026-01-05 .. 2026-02-23, length: 3 weeks } }
                needs: { x: { phase: b, skills: { a: 2 }, hours: 53h/week, rate: 100/h }, y: { phase: b, skills: { a: 2 }, hours: 37h/week, rate: 90/h } }
            """, horizon: "2026-01-05 .. 2026-03-15")
        var options = Options()
        let cancellation = Cancellation()
        options.cancellation = cancellation
        let early = try makePlan(for: firm, style: .bookable, with: options) { progress in
            if progress.phase == .starts { cancellation.cancel() }
        }
        #expect(early.plan.certificate.status == .interrupted)
        // Not even the first was planned to its end.
        #expect(early.plan.startsProof?.planned == 0)
    }

    /// Nor does it go on with the whole search for whole bookings, which would end at a gap.
    @Test func anInterruptedChoiceOfStartsIsNotFollowedByAWholeSearch() throws {
        var firm = try Self.generated(people: 40, weeks: 20, seed: 5)
        let project = try #require(firm.projects.firstIndex { $0.phases.first?.start != nil })
        let start = try #require(firm.projects[project].phases[0].start)
        firm.projects[project].phases[0].latest = start + 28
        let options = End.interrupted.options
        let told = Mutex<Int>(0)
        let early = try makePlan(for: firm, style: .bookable, with: options) { progress in
            if progress.phase == .choose, progress.best != nil { told.withLock { $0 += 1 } }
        }
        #expect(early.plan.startsProof != nil)
        #expect(early.plan.certificate.status == .interrupted)
        #expect(told.withLock { $0 } == 0)
    }

    /// A choice that was planned in part only counts as not planned: both of two starts were looked at by a search that
    /// may be far off, so neither of them is proven.
    @Test func aStartThatWasPlannedInPartIsNotPlanned() throws {
        var firm = try Self.generated(people: 40, weeks: 20, seed: 5)
        let project = try #require(firm.projects.firstIndex { $0.phases.first?.start != nil })
        let start = try #require(firm.projects[project].phases[0].start)
        firm.projects[project].phases[0].latest = start + 7
        var options = Options()
        options.relativeGap = 0.3
        let near = try makePlan(for: firm, with: options).plan
        let proof = try #require(near.startsProof)
        #expect(near.certificate.status == .withinGap && proof.planned == 0)
        #expect(!proof.isProven(of: 2, .fractional))
    }

    @Test func aTimeLimitLeavesMoreThanAFill() throws {
        let firm = try #require(Self.made)
        var options = Options()
        options.timeLimit = .milliseconds(1)
        let late = try makePlan(for: firm, with: options).plan.certificate
        let filled = try interrupted(firm).plan.certificate
        #expect(late.objective >= filled.objective || late.status == .optimal)
    }

    /// What is told on the way is a plan that there is and a bound that holds.
    @Test func progressHoldsTheOptimumBetweenItsNumbers() throws {
        let firm = try Self.generated(people: 80, weeks: 26, seed: 2)
        let told = Mutex<[PlanningProgress]>([])
        let planned = try makePlan(for: firm) { progress in told.withLock { $0.append(progress) } }
        let staffing = try #require(planned.plan.certificate.stages.first)
        let numbers = told.withLock { $0 }.filter { $0.best != nil || $0.bound != nil }
        #expect(!numbers.isEmpty)
        for progress in numbers {
            #expect(progress.phase == .solve)
            #expect(progress.best.map { $0.minorUnits <= staffing.bound.minorUnits + 100 } ?? true)
            #expect(progress.bound.map { $0.minorUnits >= staffing.objective.minorUnits - 100 } ?? true)
        }
        // Whoever watches changes nothing.
        #expect(try makePlan(for: firm).plan == planned.plan)
    }

    @Test(arguments: Effort.allCases) func threadsDoNotShowInThePlan(effort: Effort) throws {
        let firm = try #require(Self.made)
        let plans = try [1, 2, 4].map { threads in
            var options = Options()
            options.threads = threads
            return try makePlan(for: firm, with: options, effort: effort).plan
        }
        #expect(plans[1] == plans[0] && plans[2] == plans[0])
    }

    @Test func aGapThatIsAskedForIsKept() throws {
        let firm = try Self.generated(people: 120, weeks: 26, seed: 4)
        var options = Options()
        options.relativeGap = 0.05
        let near = try makePlan(for: firm, with: options).plan.certificate
        #expect(near.gap <= 0.05)
        #expect([.withinGap, .optimal].contains(near.status))
    }

    @Test func effortIsAnAmountOfSearch() {
        #expect(Effort.allCases.map { $0.steps(2_000) } == [500, 2_000, 16_000])
        #expect(Effort.allCases.map { $0.steps(1) } == [1, 1, 8])
        #expect(Effort.allCases.map { $0.steps(.max) } == [.max / 4, .max, .max])
        #expect(Effort.allCases.map { $0.gap(1) } == [5, 1, 0.1])
    }
}
