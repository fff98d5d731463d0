// SPDX-License-Identifier: GPL-3.0-or-later

import Scheduling
import Testing

@Suite struct SearchTests {
    private static let tries = Tries(steps: 1500, starts: 2)

    /// Forty problems: for each goal the best of all orders and choices is found, and the bound is not above it.
    @Test(arguments: 0..<40)
    func findsTheBestOfAll(seed: Int) throws {
        let problem = drawnProblem(seed, taskCount: 4)
        for goal in [Goal.makespan, .lateness, .cost(within: nil), .cost(within: 11)] {
            let best = try #require(smallestRank(of: problem, for: goal))
            let found = findSchedule(for: problem, goal: goal, tries: Self.tries)
            #expect(found.schedule.violations(of: problem) == [])
            #expect(found.rank == found.schedule.rank(for: goal, in: problem))
            if goal == .cost(within: 11), best.first > 0 {
                // Nothing keeps that makespan, and that is all that is promised then.
                #expect(found.rank.first >= best.first)
            } else {
                #expect(found.rank.first == best.first && found.rank.second == best.second, "\(goal)")
            }
            #expect(found.bound <= best, "\(goal)")
        }
    }

    @Test func theAnswerDoesNotDependOnTheThreads() {
        let problem = drawnProblem(7, taskCount: 24)
        for goal in [Goal.makespan, .lateness, .cost(within: 40)] {
            let answers = [1, 2, 4, 1].map { threads in
                findSchedule(for: problem, goal: goal, tries: Tries(steps: 400, starts: 5), threads: threads)
            }
            #expect(answers.allSatisfy { $0 == answers[0] }, "\(goal)")
        }
    }

    @Test func aKnownScheduleIsNeverMadeWorse() {
        let problem = drawnProblem(3, taskCount: 20)
        let long = findSchedule(for: problem, goal: .lateness, tries: Tries(steps: 2000, starts: 1))
        let again = findSchedule(
            for: problem, goal: .lateness, tries: Tries(steps: 0, starts: 1), from: long.schedule)
        #expect(again.rank <= long.rank)
    }

    /// Two workers, three tasks of 2, 3 and 3 that either may do: 4 each cannot be, 5 can.
    @Test func aBoundBelowTheBestIsNotCalledOptimal() {
        let both = (0...1).map { worker in
            { (work: Int) in ScheduleProblem.Option(worker: worker, work: work) }
        }
        let problem = ScheduleProblem(
            periodLength: 100, periodCount: 1, workers: [.init(capacity: [100]), .init(capacity: [100])],
            tasks: [2, 3, 3].map { work in .init(options: both.map { $0(work) }) })
        let found = findSchedule(for: problem, goal: .makespan, tries: Self.tries)
        #expect(found.rank == Rank(5))
        #expect(found.bound == Rank(4))
        #expect(!found.isOptimal)
    }

    @Test func nothingToDoIsDoneAtOnce() {
        let problem = ScheduleProblem(periodLength: 8, periodCount: 1, workers: [], tasks: [])
        let found = findSchedule(for: problem, goal: .makespan, tries: Self.tries)
        #expect(found.schedule == Schedule(placements: []) && found.isOptimal)
    }
}
