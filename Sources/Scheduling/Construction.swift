// SPDX-License-Identifier: GPL-3.0-or-later

extension TaskList {
    /// A first list: of the tasks that are ready, the one with the least time to its due date or with most work after it
    /// comes next, and goes to whoever is done with it first, or to the cheapest where `cheap`.
    init(greedy tables: Tables, by urgency: [Int], cheap: Bool) {
        var decoder = Decoder(tables)
        var waiting = (0..<tables.taskCount).map { tables.predecessors(of: $0).count }
        var ready = (0..<tables.taskCount).filter { waiting[$0] == 0 }
        var order: [Int] = []
        var choice = tables.firstOption.dropLast().map { $0 }
        while let next = ready.indices.max(by: { urgency[ready[$0]] < urgency[ready[$1]] }) {
            let task = ready.remove(at: next)
            let options = tables.options(of: task)
            let best =
                cheap
                ? options.min { tables.cost[$0] < tables.cost[$1] }
                : options.map { (option: $0, end: decoder.trial(task, option: $0)) }.min { $0.end < $1.end }?.option
            choice[task] = best ?? options.lowerBound
            _ = decoder.take(task, option: choice[task])
            order.append(task)
            for one in tables.successors(of: task) {
                let after = tables.successor[one]
                waiting[after] -= 1
                if waiting[after] == 0 { ready.append(after) }
            }
        }
        self.init(order: order, choice: choice, tables)
    }

    /// The list that a search begins with.
    init(firstFor goal: Goal, _ tables: Tables) {
        let tasks = 0..<tables.taskCount
        let least = tasks.map { task in tables.options(of: task).map { tables.work[$0] }.min() ?? 0 }
        switch goal {
        case .makespan: self.init(greedy: tables, by: tasks.map { tables.tail[$0] + least[$0] }, cheap: false)
        case .cost: self.init(greedy: tables, by: tasks.map { tables.tail[$0] + least[$0] }, cheap: true)
        case .lateness: self.init(greedy: tables, by: tables.latestEnds().map { -$0 }, cheap: false)
        }
    }
}

extension Tables {
    /// When each task has to end so that neither it nor what comes after it need be late.
    fileprivate func latestEnds() -> [Int] {
        var latest = due
        for task in order.reversed() {
            let least = options(of: task).map { work[$0] }.min() ?? 0
            for one in predecessors(of: task) {
                latest[predecessor[one]] = min(latest[predecessor[one]], latest[task] - least - lag[one])
            }
        }
        return latest
    }
}
