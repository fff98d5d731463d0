// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Synchronization
import Testing

/// What the search finds, beside all allocations that there are.
@Suite struct SearchTests {
    static let rules: [Set<RandomProblem.Rule>] =
        [[]] + RandomProblem.Rule.allCases.map { [$0] }
        + [[.overtime, .loose], [.team, .quotaCount, .quotaShare], [.mentor, .mostJobs], [.arrival, .fixed, .fee]]

    @Test(arguments: rules) func `the search finds the best of all allocations`(rules: Set<RandomProblem.Rule>) {
        for seed in 1...10 as ClosedRange<UInt64> {
            let small = RandomProblem(seed: seed, rules: rules)
            let found = small.problem.bestAllocation(SearchOptions(iterations: 400))
            #expect(found.violations(of: small.problem) == [], "seed \(seed)")
            #expect(abs(found.value - small.best) < 1e-6, "seed \(seed): \(found.value) is not \(small.best)")
        }
    }

    @Test(arguments: rules) func `greedy keeps all rules, and the search is never worse`(
        rules: Set<RandomProblem.Rule>
    ) {
        for seed in 20...40 as ClosedRange<UInt64> {
            let problem = RandomProblem(seed: seed, rules: rules).problem
            let greedy = problem.greedyAllocation()
            #expect(greedy.violations(of: problem) == [], "seed \(seed)")
            let found = problem.bestAllocation(SearchOptions(iterations: 100))
            #expect(found.value >= greedy.value - 1e-9, "seed \(seed)")
            let bound = problem.bound(steps: 30)
            #expect(found.value <= bound.value + 1e-9, "seed \(seed)")
            #expect(bound.value == problem.bound(at: bound.prices), "seed \(seed)")
        }
    }

    @Test func `one, two and four threads find the same`() {
        let problem = RandomProblem(seed: 7, rules: [.overtime, .team]).problem
        let found = [1, 2, 4].map {
            problem.bestAllocation(SearchOptions(iterations: 50, walks: 4, threads: $0))
        }
        #expect(found[0] == found[1] && found[1] == found[2])
    }

    @Test func `a search from an allocation is never worse than that, and with no rounds it stays there`() {
        for seed in 50...60 as ClosedRange<UInt64> {
            let problem = RandomProblem(seed: seed, rules: [.arrival, .mostJobs]).problem
            var start = problem.greedyAllocation()
            start.shares[0] = start.shares[0].map { _ in 0 }
            start = Allocation(shares: start.shares, of: problem)
            #expect(problem.bestAllocation(SearchOptions(iterations: 0, start: start)) == start)
            let found = problem.bestAllocation(SearchOptions(iterations: 30, start: start, warmth: 0))
            #expect(found.value >= start.value - 1e-9)
        }
    }

    @Test func `a cancelled search gives what it has`() {
        let problem = RandomProblem(seed: 3).problem
        let found = problem.bestAllocation(SearchOptions(iterations: 1_000_000_000, isCancelled: { true }))
        #expect(found.violations(of: problem) == [])
    }

    @Test func `those who hold most in the guide come first`() {
        // Greedy gives the job to worker 0, who brings a little more; the guide knows that she is needed elsewhere.
        let problem = AllocationProblem(
            periods: 1, workers: [.init(capacity: [10]), .init(capacity: [10])],
            jobs: [.init(stretches: [0..<1], load: [10]), .init(stretches: [0..<1], load: [10], group: 1)],
            options: [
                .init(job: 0, worker: 0, value: [101], least: 1), .init(job: 0, worker: 1, value: [100], least: 1),
                .init(job: 1, worker: 0, value: [100.5], least: 1),
            ])
        let guided = problem.bestAllocation(SearchOptions(iterations: 0, guide: [[0], [1], [1]]))
        #expect(guided.shares == [[0], [1], [1]])
    }

    @Test func `news of the search only gets better, and ends with the answer`() {
        let problem = RandomProblem(seed: 5, rules: [.fee, .loose]).problem
        let news = Mutex<[Double]>([])
        let found = problem.bestAllocation(
            SearchOptions(iterations: 200, onBetter: { better in news.withLock { $0.append(better.value) } }))
        let values = news.withLock { $0 }
        #expect(values == values.sorted())
        if let last = values.last { #expect(abs(last - found.value) < 1e-9) }
    }
}
