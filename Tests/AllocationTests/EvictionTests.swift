// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Testing

/// Doing with fewer workers who cost a fee.
@Suite struct EvictionTests {
    @Test func `the fewest workers are found without any round of ruin`() {
        for seed in 13...25 as ClosedRange<UInt64> {
            let jobs = FixedJobs(seed: seed, jobs: 9, workers: 5)
            let found = jobs.problem.bestAllocation(SearchOptions(iterations: 0, evictions: 3000))
            #expect(found.violations(of: jobs.problem) == [], "seed \(seed)")
            #expect(abs(found.value - jobs.best) < 1e-6, "seed \(seed): \(found.value) is not \(jobs.best)")
        }
    }

    /// Worker 0 does jobs 0 and 1, worker 1 jobs 2 and 3; worker 2 could do all four, which are one after another. Nobody
    /// gains by giving a job away, so only who closes two of them and opens the third saves a fee.
    @Test func `somebody who was not there takes the place of two`() {
        let jobs = (0..<4).map { AllocationProblem.Job(stretches: [$0..<$0 + 1], load: [1], team: 1...1, group: $0) }
        let problem = AllocationProblem(
            periods: 4, workers: (0..<3).map { _ in .init(capacity: [1, 1, 1, 1], fee: 10) }, jobs: jobs,
            options: (0..<4).flatMap { job in
                [job / 2, 2].map { .init(job: job, worker: $0, value: [100], least: 1) }
            })
        let start = Allocation(shares: (0..<8).map { [$0 % 2 == 0 ? 1 : 0] }, of: problem)
        #expect(start.value == 400 - 20)
        let found = problem.bestAllocation(SearchOptions(iterations: 0, evictions: 5000, start: start))
        #expect(found.value == 400 - 10)
    }

    static let rules: [Set<RandomProblem.Rule>] =
        RandomProblem.Rule.allCases.map { [$0, .fee] }
        + [[.fee, .overtime, .loose], [.fee, .team, .quotaCount, .quotaShare], [.fee, .mentor, .mostJobs]]

    @Test(arguments: rules) func `with any rule beside fees, evictions keep it and never end below their start`(
        rules: Set<RandomProblem.Rule>
    ) {
        for seed in 1...20 as ClosedRange<UInt64> {
            let small = RandomProblem(seed: seed, rules: rules)
            let before = small.problem.bestAllocation(SearchOptions(iterations: 0, evictions: 0))
            let found = small.problem.bestAllocation(SearchOptions(iterations: 0, evictions: 300))
            #expect(found.violations(of: small.problem) == [], "seed \(seed)")
            #expect(found.value >= before.value, "seed \(seed)")
            #expect(found.value <= small.best + 1e-6, "seed \(seed)")
        }
    }

    @Test func `without fees there are none`() {
        let problem = RandomProblem(seed: 4, rules: [.overtime]).problem
        let without = problem.bestAllocation(SearchOptions(iterations: 20, evictions: 0))
        #expect(problem.bestAllocation(SearchOptions(iterations: 20, evictions: 5000)) == without)
    }

    @Test func `one, two and four threads do with the same workers`() {
        let problem = FixedJobs(seed: 8, jobs: 30, workers: 12).problem
        let found = [1, 2, 4].map {
            problem.bestAllocation(SearchOptions(iterations: 10, evictions: 3000, walks: 4, threads: $0))
        }
        #expect(found[0] == found[1] && found[1] == found[2])
    }
}
