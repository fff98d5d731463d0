// SPDX-License-Identifier: GPL-3.0-or-later

/// The problem as flat arrays, which the search reads millions of times.
struct Tables: Sendable {
    let taskCount: Int
    let workerCount: Int
    let groupCount: Int
    /// Options of task t: `firstOption[t] ..< firstOption[t + 1]`.
    let firstOption: [Int]
    let worker: [Int]
    let work: [Int]
    let cost: [Int]
    let firstPredecessor: [Int]
    let predecessor: [Int]
    let lag: [Int]
    let firstSuccessor: [Int]
    let successor: [Int]
    let release: [Int]
    let due: [Int]
    let weight: [Int]
    let group: [Int]
    let clock: WorkClock
    /// A topological order of the tasks: each after its predecessors, else as given.
    let order: [Int]
    /// The earliest that each task can end, and the least time from its end to that of the last after it.
    let head: [Int]
    let tail: [Int]

    /// - Precondition: the problem is sound.
    init(_ problem: ScheduleProblem) {
        let tasks = problem.tasks
        taskCount = tasks.count
        workerCount = problem.workers.count
        groupCount = problem.groupCount
        (firstOption, worker) = flat(tasks.map { $0.options.map(\.worker) })
        work = tasks.flatMap { $0.options.map(\.work) }
        cost = tasks.flatMap { $0.options.map(\.cost) }
        (firstPredecessor, predecessor) = flat(tasks.map { $0.predecessors.map(\.task) })
        lag = tasks.flatMap { $0.predecessors.map(\.lag) }
        (firstSuccessor, successor) = flat(problem.successors)
        release = tasks.map(\.release)
        due = tasks.map { $0.due ?? .max / 4 }
        weight = tasks.map(\.weight)
        group = tasks.map(\.group)
        clock = WorkClock(problem)
        order = problem.inOrder ?? []
        head = problem.earliestEnds(order, clock)
        tail = problem.leastAfter(order)
    }

    func options(of task: Int) -> Range<Int> { firstOption[task]..<firstOption[task + 1] }
    func predecessors(of task: Int) -> Range<Int> { firstPredecessor[task]..<firstPredecessor[task + 1] }
    func successors(of task: Int) -> Range<Int> { firstSuccessor[task]..<firstSuccessor[task + 1] }

    /// The option in which a worker does a task, or nil.
    func option(of task: Int, by person: Int) -> Int? { options(of: task).first { worker[$0] == person } }
}

extension ScheduleProblem {
    /// When each task can end at the earliest, if nobody has anything else to do.
    fileprivate func earliestEnds(_ order: [Int], _ clock: WorkClock) -> [Int] {
        var ends = [Int](repeating: 0, count: tasks.count)
        for task in order {
            let ready = tasks[task].predecessors.reduce(tasks[task].release) { max($0, ends[$1.task] + $1.lag) }
            ends[task] = tasks[task].options.map { clock.end(of: $0.work, from: ready, by: $0.worker) }.min() ?? 0
        }
        return ends
    }

    /// The least time from the end of each task to the end of the last one after it.
    fileprivate func leastAfter(_ order: [Int]) -> [Int] {
        var after = [Int](repeating: 0, count: tasks.count)
        for task in order.reversed() {
            let least = tasks[task].options.map(\.work).min() ?? 0
            for one in tasks[task].predecessors {
                after[one.task] = max(after[one.task], after[task] + least + one.lag)
            }
        }
        return after
    }
}

/// Rows one after another, and where each begins.
private func flat(_ rows: [[Int]]) -> (first: [Int], all: [Int]) {
    var first = [0]
    for row in rows { first.append((first.last ?? 0) + row.count) }
    return (first, rows.flatMap(\.self))
}
