// SPDX-License-Identifier: GPL-3.0-or-later

extension Tables {
    /// No schedule is better than that. Not the best such number: what workers do one after another is left out where
    /// only some of a task's workers are busy.
    func bound(for goal: Goal) -> Rank {
        switch goal {
        case .makespan: Rank(makespanBound(of: Array(0..<taskCount)))
        case .lateness:
            Rank(latenessBound, groupBounds.reduce(0, +), head.reduce(0, +))
        case .cost(let within): Rank(0, within.map(costBound) ?? cheapest, 0)
        }
    }

    var groupBounds: [Int] { (0..<groupCount).map { makespanBound(of: tasks(of: $0)) } }

    private func tasks(of group: Int) -> [Int] { (0..<taskCount).filter { self.group[$0] == group } }

    /// By how much each task is late if nobody has anything else to do.
    private var latenessBound: Int { (0..<taskCount).reduce(0) { $0 + weight[$1] * max(0, head[$1] - due[$1]) } }

    private func least(_ task: Int, _ values: [Int]) -> Int { options(of: task).map { values[$0] }.min() ?? 0 }

    /// Every task by its cheapest worker.
    private var cheapest: Int { (0..<taskCount).reduce(0) { $0 + least($1, cost) } }

    /// The longest chain, and the first point by which all who may do them are there long enough to have done the work,
    /// however it is cut.
    private func makespanBound(of tasks: [Int]) -> Int {
        guard !tasks.isEmpty else { return 0 }
        let members = Set(tasks)
        var low = tasks.map { task in head[task] }.max() ?? 0
        if members.count == taskCount { low = tasks.map { head[$0] + tail[$0] }.max() ?? low }
        let classes = WorkerClass.classes(of: tasks, self)
        var high = low + classes.reduce(0) { $0 + $1.work } + 1
        high = max(high, clock.length * clock.periods + classes.reduce(0) { $0 + $1.work })
        while low < high {
            let middle = low + (high - low) / 2
            if fits(classes, within: middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func fits(_ classes: [WorkerClass], within time: Int) -> Bool {
        var network = FlowNetwork(nodes: workerCount + classes.count + 2)
        let (source, sink) = (workerCount + classes.count, workerCount + classes.count + 1)
        for worker in 0..<workerCount {
            network.connect(worker, sink, room: clock.units(before: time, of: worker))
        }
        for (index, one) in classes.enumerated() {
            network.connect(source, workerCount + index, room: one.work)
            for worker in one.workers { network.connect(workerCount + index, worker, room: one.work) }
        }
        return network.send(from: source, to: sink).amount == classes.reduce(0) { $0 + $1.work }
    }

    /// The least cost of work that may be cut as one likes, where nobody works longer than the makespan allows. Tasks
    /// that take some workers longer than others are taken at their cheapest.
    private func costBound(within time: Int) -> Int {
        let isEven = (0..<taskCount).allSatisfy { task in
            options(of: task).allSatisfy { work[$0] == work[firstOption[task]] }
        }
        guard isEven else { return cheapest }
        var network = FlowNetwork(nodes: workerCount + taskCount + 2)
        let (source, sink) = (workerCount + taskCount, workerCount + taskCount + 1)
        for worker in 0..<workerCount { network.connect(worker, sink, room: clock.units(before: time, of: worker)) }
        for task in 0..<taskCount {
            network.connect(source, workerCount + task, room: least(task, work))
            // Rounded down, so that the sum is no more than any schedule costs.
            for option in options(of: task) {
                network.connect(
                    workerCount + task, worker[option], room: work[option], price: cost[option] / work[option])
            }
        }
        return network.send(from: source, to: sink).cost
    }
}

/// Work that the same workers may do.
private struct WorkerClass {
    let workers: [Int]
    var work: Int

    static func classes(of tasks: [Int], _ tables: Tables) -> [WorkerClass] {
        var classes: [WorkerClass] = []
        var index: [[Int]: Int] = [:]
        for task in tasks {
            let workers = tables.options(of: task).map { tables.worker[$0] }.sorted()
            let work = tables.options(of: task).map { tables.work[$0] }.min() ?? 0
            if let known = index[workers] {
                classes[known].work += work
            } else {
                index[workers] = classes.count
                classes.append(WorkerClass(workers: workers, work: work))
            }
        }
        return classes
    }
}

/// No schedule ends the last task of a group earlier than that, whatever becomes of the other groups.
/// - Precondition: the problem is sound.
public func earliestGroupEnds(of problem: ScheduleProblem) -> [Int] { Tables(problem).groupBounds }
