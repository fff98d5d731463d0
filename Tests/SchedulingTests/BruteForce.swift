// SPDX-License-Identifier: GPL-3.0-or-later

import Scheduling
import Staffing

/// The smallest rank of all orders and all choices of workers, each schedule made by walking the axis unit by unit.
func smallestRank(of problem: ScheduleProblem, for goal: Goal) -> Rank? {
    var best: Rank?
    for choice in choices(problem.tasks.map(\.options.count)) {
        for order in orders(of: problem) {
            let rank = walked(order, choice, problem).rank(for: goal, in: problem)
            if best.map({ rank < $0 }) ?? true { best = rank }
        }
    }
    return best
}

/// All ways to take one of so many in each place.
private func choices(_ counts: [Int]) -> [[Int]] {
    counts.reduce([[]]) { known, count in known.flatMap { one in (0..<count).map { one + [$0] } } }
}

/// All orders in which each task stands after its predecessors.
private func orders(of problem: ScheduleProblem) -> [[Int]] {
    func rest(_ begun: [Int]) -> [[Int]] {
        if begun.count == problem.tasks.count { return [begun] }
        return problem.tasks.indices.filter { task in
            !begun.contains(task) && problem.tasks[task].predecessors.allSatisfy { begun.contains($0.task) }
        }.flatMap { rest(begun + [$0]) }
    }
    return rest([])
}

/// Tasks one after another as early as can be, a unit at a time.
private func walked(_ order: [Int], _ choice: [Int], _ problem: ScheduleProblem) -> Schedule {
    func isThere(_ worker: Int, _ time: Int) -> Bool {
        time >= problem.end
            || time % problem.periodLength < problem.workers[worker].capacity[time / problem.periodLength]
    }
    var free = [Int](repeating: 0, count: problem.workers.count)
    var placed = [Int: Schedule.Placement]()
    for task in order {
        let option = problem.tasks[task].options[choice[task]]
        var time = max(free[option.worker], problem.tasks[task].release)
        for one in problem.tasks[task].predecessors { time = max(time, (placed[one.task]?.end ?? 0) + one.lag) }
        while !isThere(option.worker, time) { time += 1 }
        let start = time
        var left = option.work
        while left > 0 {
            if isThere(option.worker, time) { left -= 1 }
            time += 1
        }
        free[option.worker] = time
        placed[task] = .init(option: choice[task], worker: option.worker, start: start, end: time)
    }
    return Schedule(placements: problem.tasks.indices.compactMap { placed[$0] })
}

/// A small problem of three workers who come and go, drawn by a seed.
func drawnProblem(_ seed: Int, taskCount: Int) -> ScheduleProblem {
    var luck = SplitMix64(seed: UInt64(seed))
    let isPlain = luck.chance(30)
    let workers = (0..<3).map { _ in
        ScheduleProblem.Worker(capacity: (0..<4).map { _ in isPlain ? 5 : luck.within(0...5) })
    }
    let tasks = (0..<taskCount).map { task in
        var able = (0..<3).filter { _ in luck.chance(60) }
        if able.isEmpty { able = [luck.below(3)] }
        let work = luck.within(1...6)
        return ScheduleProblem.Task(
            options: able.map { .init(worker: $0, work: max(1, work + luck.within(-1...1)), cost: luck.within(0...9)) },
            predecessors: (0..<task).filter { _ in luck.chance(30) }.map { .init($0, lag: luck.chance(30) ? 2 : 0) },
            release: luck.chance(20) ? luck.within(1...6) : 0, due: luck.chance(70) ? luck.within(2...14) : nil,
            weight: luck.within(1...4), group: luck.below(2))
    }
    return ScheduleProblem(periodLength: 5, periodCount: 4, workers: workers, tasks: tasks)
}
