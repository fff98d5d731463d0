// SPDX-License-Identifier: GPL-3.0-or-later

import Scheduling
import Testing

@Suite struct FrontierTests {
    private static let tries = Tries(steps: 800, starts: 1)

    /// The cheapest cost is the sum of the cheapest options, whatever the problem.
    @Test(arguments: 0..<10)
    func theCheapestCostIsExact(seed: Int) {
        let problem = drawnProblem(seed, taskCount: 8)
        let found = cheapestSchedule(for: problem, tries: Self.tries)
        let cheapest = problem.tasks.reduce(0) { $0 + ($1.options.map(\.cost).min() ?? 0) }
        #expect(found.schedule.cost(in: problem) == cheapest)
        #expect(found.schedule.violations(of: problem) == [])
        #expect(found.isOptimal)
    }

    /// A fast and dear worker and a cheap one, four tasks of 3: 6 time units if both take two, at 2 × 30 + 2 × 3; the
    /// cheap one alone takes 12 and 4 × 3. Three by the cheap one: 9, and 30 + 9.
    @Test func timeCostsMoney() {
        let problem = ScheduleProblem(
            periodLength: 100, periodCount: 1, workers: [.init(capacity: [100]), .init(capacity: [100])],
            tasks: Array(
                repeating: .init(options: [.init(worker: 0, work: 3, cost: 30), .init(worker: 1, work: 3, cost: 3)]),
                count: 4))
        let points = frontier(of: problem, count: 3, tries: Self.tries)
        #expect(points.map(\.makespan) == [6, 9, 12])
        #expect(points.map(\.cost) == [66, 39, 12])
        #expect(points.map(\.costBound) == [66, 39, 12])
    }

    /// Each point against all orders and choices.
    @Test(arguments: 0..<12)
    func everyPointIsTheCheapestOfAll(seed: Int) throws {
        let problem = drawnProblem(100 + seed, taskCount: 4)
        for point in frontier(of: problem, count: 4, tries: Self.tries) {
            let best = try #require(smallestRank(of: problem, for: .cost(within: point.makespan)))
            #expect(point.cost == best.second)
            #expect(point.costBound <= best.second)
            #expect(point.schedule.violations(of: problem) == [])
        }
    }

    /// One makespan alone is two, and equal points are one.
    @Test func pointsAreUnlike() {
        let problem = ScheduleProblem(
            periodLength: 100, periodCount: 1, workers: [.init(capacity: [100]), .init(capacity: [100])],
            tasks: Array(
                repeating: .init(options: [.init(worker: 0, work: 3, cost: 30), .init(worker: 1, work: 3, cost: 3)]),
                count: 4))
        #expect(frontier(of: problem, count: 1, tries: Self.tries).map(\.makespan) == [6, 12])
        // 7, 8 and 9 all are 9 units long.
        #expect(frontier(of: problem, count: 7, tries: Self.tries).map(\.makespan) == [6, 9, 12])
    }
}
