// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Testing

/// Bounds worked out by hand from their prices.
@Suite struct BoundTests {
    /// Two workers of 10 hours, one of them with 2 hours of overtime at 3; a job of 8 hours and one of 12.
    var problem: AllocationProblem {
        AllocationProblem(
            periods: 1,
            workers: [
                .init(capacity: [10], overtime: [2], premium: [3], loose: [1]), .init(capacity: [10], fee: 5),
            ],
            jobs: [
                .init(stretches: [0..<1], load: [8], team: 1...1), .init(stretches: [0..<1], load: [12], group: 1),
            ],
            options: [
                .init(job: 0, worker: 0, value: [80], least: 0.2), .init(job: 0, worker: 1, value: [64], least: 0.2),
                .init(job: 1, worker: 0, value: [60], most: 0.5, fixed: [2]), .init(job: 1, worker: 1, value: [72]),
            ])
    }

    @Test func `at no prices, free time is worth what it brings and jobs take the best`() {
        // Worker 0: 10 hours at the 1 that a free one brings. Job 0: 80 − 8. Job 1 by worker 1: 10/12 of 72, the rest by
        // worker 0: 60 − 12 − 2 / ½ a whole share.
        #expect(abs(problem.bound(at: [[0], [0]]) - (10 + 72 + 60 + 44.0 / 6)) < 1e-9)
    }

    @Test func `at prices, time is sold and bought`() {
        // Worker 0: 10 · 4 + 2 · (4 − 3). Worker 1: 10 · 2 − 5. Job 0: 80 − 32 or 64 − 16. Job 1: 10/12 of 72 − 24; of the
        // rest 60 − 48 − 4 a whole share.
        #expect(abs(problem.bound(at: [[4], [2]]) - (42 + 15 + 48 + 40 + 8.0 / 6)) < 1e-9)
    }

    @Test func `a fee that nothing pays is not paid`() {
        // At a price of 0.3 the second worker's 3 do not pay for her fee of 5.
        var dear = problem
        dear.workers[1].fee = 500
        let more = dear.bound(at: [[4], [2]]) - dear.bound(at: [[4], [2.1]])
        // Jobs pay 0.1 less for each of the hours bought from her: 10 for job 1, and job 0 goes to worker 0.
        #expect(abs(more - 1) < 1e-9)
    }

    @Test func `prices are found at which the bound is the optimum`() {
        // Two jobs want the one worker; she is worth 10 an hour, what the second job pays, and job 0 brings 100 more.
        let tight = AllocationProblem(
            periods: 1, workers: [.init(capacity: [10])],
            jobs: [.init(stretches: [0..<1], load: [10]), .init(stretches: [0..<1], load: [10])],
            options: [.init(job: 0, worker: 0, value: [200]), .init(job: 1, worker: 0, value: [100])])
        #expect(abs(tight.bound(steps: 200, target: 200).value - 200) < 1)
    }

    @Test func `what does not fit at all is worth nothing`() {
        var small = problem
        small.options[3].least = 0.9
        // Worker 1 can hold 10/12 of job 1 at most, which is below the least now: half of it remains, by worker 0.
        #expect(abs(small.bound(at: [[0], [0]]) - (10 + 72 + 22)) < 1e-9)
    }

    @Test func `whoever is there as long as the job is open carries all of it`() {
        let short = AllocationProblem(
            periods: 2, workers: [.init(capacity: [9, 9], presence: [0.8, 0.4])],
            jobs: [.init(stretches: [0..<2], load: [10, 10], open: [0.8, 0.8])],
            options: [.init(job: 0, worker: 0, value: [100])])
        // 10 and 5 hours of a whole share; at most 0.9 of it fits.
        #expect(Allocation(shares: [[0.5]], of: short).loads(of: short) == [[5, 2.5]])
        #expect(abs(short.bound(at: [[0, 0]]) - 90) < 1e-9)
        #expect(abs(short.greedyAllocation().value - 90) < 1e-6)
    }

    @Test func `of very many options the best of each job are kept`() {
        let many = WideProblem.make(jobs: 120, workers: 500)
        let (prices, kept) = many.sifted(steps: 30)
        for job in many.jobs.indices {
            let own = many.options.indices.filter { many.options[$0].job == job }
            func gain(_ option: Int) -> Double {
                let option = many.options[option]
                return (option.value[0] ?? 0) - prices[option.worker][0] * many.jobs[job].load[0]
            }
            let here = Set(own).intersection(kept)
            let best = own.sorted { gain($0) > gain($1) }.prefix(50)
            #expect(here.count < 100)
            #expect(best.allSatisfy(here.contains))
        }
        #expect(kept == kept.sorted())
        #expect(problem.sifted(steps: 5).options == [0, 1, 2, 3])
    }

    @Test func `overtime is worth what it leaves free of dearer time`() {
        // One hour of capacity that brings 5 when free, one of overtime at 1, and a job of 2 hours that brings 20: by the
        // whole of it she brings 20 − 1. At no prices: 5 + (5 − 1) + (20 − 2 · 5).
        let problem = AllocationProblem(
            periods: 1, workers: [.init(capacity: [1], overtime: [1], premium: [1], loose: [5])],
            jobs: [.init(stretches: [0..<1], load: [2])], options: [.init(job: 0, worker: 0, value: [20])])
        #expect(abs(problem.bound(at: [[0]]) - 19) < 1e-9)
        #expect(problem.bound(at: [[0]]) >= problem.greedyAllocation().value - 1e-9)
    }
}
