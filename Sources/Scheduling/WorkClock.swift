// SPDX-License-Identifier: GPL-3.0-or-later

/// Turns points in time into units that a worker has been there since the beginning, and back.
struct WorkClock: Sendable {
    let length: Int
    let periods: Int
    /// Units before each period, for each worker those of all periods and of all together.
    let before: [Int]
    /// Everybody is always there: both are the same.
    let isPlain: Bool

    init(_ problem: ScheduleProblem) {
        length = problem.periodLength
        periods = problem.periodCount
        var before: [Int] = []
        before.reserveCapacity(problem.workers.count * (periods + 1))
        for worker in problem.workers {
            var sum = 0
            before.append(0)
            for units in worker.capacity {
                sum += units
                before.append(sum)
            }
        }
        self.before = before
        isPlain = problem.workers.allSatisfy { $0.capacity.allSatisfy { $0 == problem.periodLength } }
    }

    /// Units that the worker has been there before a point in time.
    func units(before time: Int, of worker: Int) -> Int {
        let row = worker * (periods + 1)
        let period = time / length
        guard period < periods else { return before[row + periods] + time - periods * length }
        return min(before[row + period] + time - period * length, before[row + period + 1])
    }

    /// When a unit is worked, by its number from 0 on: the point at which it begins.
    func time(ofUnit unit: Int, of worker: Int, from period: Int = 0) -> Int {
        let row = worker * (periods + 1)
        var period = period
        while period < periods, before[row + period + 1] <= unit { period += 1 }
        return period * length + unit - before[row + period]
    }

    /// When so much work is done that is begun as soon as the worker is there.
    func end(of work: Int, from ready: Int, by worker: Int) -> Int {
        let unit = units(before: ready, of: worker) + work - 1
        return time(ofUnit: unit, of: worker, from: min(ready / length, periods)) + 1
    }
}
