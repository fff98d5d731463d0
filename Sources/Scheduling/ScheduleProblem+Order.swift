// SPDX-License-Identifier: GPL-3.0-or-later

extension ScheduleProblem {
    /// One more than the highest group.
    public var groupCount: Int { (tasks.map(\.group).max() ?? -1) + 1 }

    /// The tasks, each after its predecessors, else as they stand; nil where some wait for each other.
    public var inOrder: [Int]? {
        var waiting = tasks.map(\.predecessors.count)
        let after = successors
        var order = tasks.indices.filter { waiting[$0] == 0 }
        var next = 0
        while next < order.count {
            for task in after[order[next]] {
                waiting[task] -= 1
                if waiting[task] == 0 { order.append(task) }
            }
            next += 1
        }
        return order.count == tasks.count ? order : nil
    }

    /// For each task those that wait for it, as they stand.
    var successors: [[Int]] {
        var after = [[Int]](repeating: [], count: tasks.count)
        for (index, task) in tasks.enumerated() {
            for one in task.predecessors { after[one.task].append(index) }
        }
        return after
    }

    /// Whether the numbers point at what is there, every task can be done by somebody, and none waits for itself.
    public var isSound: Bool {
        workers.allSatisfy { worker in
            worker.capacity.count == periodCount && worker.capacity.allSatisfy { (0...periodLength).contains($0) }
        }
            && tasks.allSatisfy { task in
                !task.options.isEmpty && task.release >= 0 && task.weight >= 0 && task.group >= 0
                    && task.options.allSatisfy { workers.indices.contains($0.worker) && $0.work > 0 && $0.cost >= 0 }
                    && task.predecessors.allSatisfy { tasks.indices.contains($0.task) && $0.lag >= 0 }
            } && inOrder != nil
    }
}
