// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
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
}
