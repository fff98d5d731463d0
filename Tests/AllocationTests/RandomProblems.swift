// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation

/// Numbers that look random and are the same every time (a linear congruence after Knuth).
struct Dice {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

/// Small problems in halves: every share is 0, ½ or 1, so that all allocations can be listed.
struct RandomProblem {
    let problem: AllocationProblem

    /// - Parameter rules: what the problem has besides capacities and sizes.
    init(seed: UInt64, rules: Set<Rule> = []) {
        var dice = Dice(state: seed &* 977 &+ 13)
        let periods = 2
        let workers = (0..<4).map { number in Self.worker(number, periods, rules, &dice) }
        let jobs = (0..<3).map { number in Self.job(number, periods, rules, &dice) }
        var options: [AllocationProblem.Option] = []
        for job in jobs.indices {
            for worker in workers.indices where dice.chance(60) {
                options.append(Self.option(job, jobs[job], worker, rules, &dice))
            }
        }
        while options.reduce(0, { $0 + $1.value.count }) > 6 { options.remove(at: dice.below(options.count)) }
        problem = AllocationProblem(periods: periods, workers: workers, jobs: jobs, options: options)
    }

    enum Rule: CaseIterable {
        case overtime, loose, mostJobs, fee, sites, mentor, pair, team, quotaCount, quotaShare, arrival, fixed
    }

    private static func worker(
        _ number: Int, _ periods: Int, _ rules: Set<Rule>, _ dice: inout Dice
    ) -> AllocationProblem.Worker {
        var worker = AllocationProblem.Worker(capacity: (0..<periods).map { _ in Double(4 + dice.below(5)) })
        if rules.contains(.overtime) {
            worker.overtime = [2, 2]
            worker.premium = [Double(dice.below(9)), 3]
        }
        if rules.contains(.loose) { worker.loose = [Double(dice.below(4)), 1] }
        if rules.contains(.mostJobs) { (worker.mostJobs, worker.busyJobs) = (1, [0, number == 0 ? 1 : 0]) }
        if rules.contains(.fee) { worker.fee = Double(dice.below(30)) }
        if rules.contains(.sites) { (worker.home, worker.mostSites) = (dice.below(3), dice.below(2)) }
        if rules.contains(.mentor), number == 1 { worker.companions = [[0, 2]] }
        if rules.contains(.pair), number >= 2 { worker.companions = [[5 - number]] }
        worker.classes = [number % 2]
        return worker
    }

    private static func job(
        _ number: Int, _ periods: Int, _ rules: Set<Rule>, _ dice: inout Dice
    ) -> AllocationProblem.Job {
        var job = AllocationProblem.Job(stretches: dice.chance(50) ? [0..<periods] : [0..<1, 1..<periods])
        job.load = (0..<periods).map { _ in Double(4 + dice.below(6)) }
        job.group = number / 2
        job.site = rules.contains(.sites) ? number : nil
        if rules.contains(.team) { job.team = number == 0 ? 2...2 : 1...1 }
        if rules.contains(.quotaCount) { job.quotas.append(.init(cls: number % 2, atLeast: 1)) }
        if rules.contains(.quotaShare) { job.quotas.append(.init(cls: 1 - number % 2, mostShare: 0.5)) }
        return job
    }

    private static func option(
        _ number: Int, _ job: AllocationProblem.Job, _ worker: Int, _ rules: Set<Rule>, _ dice: inout Dice
    ) -> AllocationProblem.Option {
        var option = AllocationProblem.Option(
            job: number, worker: worker,
            value: job.stretches.map { _ in dice.chance(10) ? nil : Double(dice.below(60) - 5) }, least: 0.5, step: 0.5)
        if rules.contains(.arrival) { option.arrival = job.stretches.indices.map { $0 == 0 ? 0 : 7 } }
        if rules.contains(.fixed) { option.fixed = job.stretches.map { _ in Double(dice.below(6)) } }
        return option
    }

    /// The value of the best of all allocations in halves.
    var best: Double { bestOfAll.value }

    var bestShares: [[Double]] { bestOfAll.shares }

    private var bestOfAll: Allocation {
        let lengths = problem.options.map(\.value.count)
        let places = lengths.indices.flatMap { option in (0..<lengths[option]).map { (option, $0) } }
        var most = Allocation(emptyFor: problem)
        var shares = lengths.map { Array(repeating: 0.0, count: $0) }
        func extend(_ depth: Int) {
            if depth == places.count {
                let allocation = Allocation(shares: shares, of: problem)
                if allocation.value > most.value, allocation.violations(of: problem).isEmpty { most = allocation }
                return
            }
            for share in [0, 0.5, 1] {
                shares[places[depth].0][places[depth].1] = share
                extend(depth + 1)
            }
        }
        extend(0)
        return most
    }
}

/// Problems with very many options.
enum WideProblem {
    /// Everybody could do every job, of 10 hours in the one period; they have 15.
    static func make(jobs: Int, workers: Int) -> AllocationProblem {
        var dice = Dice(state: 5)
        return AllocationProblem(
            periods: 1, workers: (0..<workers).map { _ in .init(capacity: [15]) },
            jobs: (0..<jobs).map { _ in .init(stretches: [0..<1], load: [10]) },
            options: (0..<jobs).flatMap { job in
                (0..<workers).map { .init(job: job, worker: $0, value: [Double(100 + dice.below(1_000))]) }
            })
    }
}
