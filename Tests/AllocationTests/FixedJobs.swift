// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation

/// Jobs with fixed times, each to be done by one qualified worker, nobody doing two at a time: by how few workers?
struct FixedJobs {
    let times: [Range<Int>]
    let qualified: [Set<Int>]  // by worker
    let periods = 8

    init(seed: UInt64, jobs: Int, workers: Int) {
        var dice = Dice(state: seed &* 31 &+ 5)
        times = (0..<jobs).map { _ in
            let start = dice.below(6)
            return start..<(start + 1 + dice.below(2))
        }
        var qualified: [Set<Int>] = Array(repeating: [], count: workers)
        for job in 0..<jobs {
            for worker in 0..<workers where dice.chance(50) { qualified[worker].insert(job) }
            qualified[dice.below(workers)].insert(job)
        }
        self.qualified = qualified
    }

    /// A job brings 1.01, a worker costs 1.
    var problem: AllocationProblem {
        AllocationProblem(
            periods: periods,
            workers: qualified.map { _ in .init(capacity: Array(repeating: 1, count: periods), fee: 1) },
            jobs: times.enumerated().map { number, time in
                .init(
                    stretches: [time], load: Array(repeating: 1, count: time.count), team: 1...1, group: number)
            },
            options: times.indices.flatMap { job in
                qualified.indices.filter { qualified[$0].contains(job) }.map {
                    .init(job: job, worker: $0, value: [1.01], least: 1)
                }
            })
    }

    /// What the best of all allocations brings: every job goes to everybody in turn, or to nobody.
    var best: Double {
        var most = 0.0
        var held: [[Int]] = qualified.map { _ in [] }
        func extend(_ job: Int, _ done: Int) {
            if job == times.count {
                most = max(most, 1.01 * Double(done) - Double(held.count { !$0.isEmpty }))
                return
            }
            for worker in qualified.indices
            where qualified[worker].contains(job) && !held[worker].contains(where: { times[$0].overlaps(times[job]) }) {
                held[worker].append(job)
                extend(job + 1, done + 1)
                held[worker].removeLast()
            }
            extend(job + 1, done)
        }
        extend(0, 0)
        return most
    }
}
