// SPDX-License-Identifier: GPL-3.0-or-later

/// Which shares the workers hold.
public struct Allocation: Sendable, Equatable {
    /// By option, as the problem lists them, and stretch of its job.
    public var shares: [[Double]]
    /// What the shares bring, in the problem's money.
    public var value: Double

    /// - Parameter shares: by option and stretch.
    public init(shares: [[Double]], of problem: AllocationProblem) {
        self.shares = shares
        self.value = 0
        self.value = value(of: problem)
    }

    /// Nobody holds anything.
    public init(emptyFor problem: AllocationProblem) {
        self.init(
            shares: problem.options.map { Array(repeating: 0, count: problem.jobs[$0.job].stretches.count) },
            of: problem)
    }
}

extension Allocation {
    /// What the shares bring, added up from the problem; see ``AllocationProblem`` for the formula.
    public func value(of problem: AllocationProblem) -> Double {
        var sum = 0.0
        var holds = Array(repeating: false, count: problem.workers.count)
        for (option, held) in zip(problem.options, shares) {
            sum += Self.value(of: held, in: option)
            if held.contains(where: { $0 > 0 }) { holds[option.worker] = true }
        }
        let loads = loads(of: problem)
        for (number, worker) in problem.workers.enumerated() {
            if holds[number] { sum -= worker.fee }
            for period in 0..<problem.periods {
                let free = worker.capacity[period] - loads[number][period]
                if free > 0, !worker.loose.isEmpty { sum += worker.loose[period] * free }
                if free < 0, !worker.premium.isEmpty { sum += worker.premium[period] * free }
            }
        }
        return sum
    }

    private static func value(of held: [Double], in option: AllocationProblem.Option) -> Double {
        var sum = 0.0
        var before = 0.0
        for (stretch, share) in held.enumerated() {
            if share > 0 {
                sum += (option.value[stretch] ?? 0) * share
                if !option.fixed.isEmpty { sum -= option.fixed[stretch] }
            }
            if !option.arrival.isEmpty { sum -= option.arrival[stretch] * max(0, share - before) }
            before = share
        }
        return sum
    }

    /// What each worker carries, by worker and period.
    public func loads(of problem: AllocationProblem) -> [[Double]] {
        var loads = Array(repeating: Array(repeating: 0.0, count: problem.periods), count: problem.workers.count)
        for (option, held) in zip(problem.options, shares) {
            var place = 0
            for (stretch, share) in zip(problem.jobs[option.job].stretches, held) {
                for period in stretch {
                    if share > 0 {
                        loads[option.worker][period] +=
                            share * problem.load(of: option, at: place, period: period)
                    }
                    place += 1
                }
            }
        }
        return loads
    }
}
