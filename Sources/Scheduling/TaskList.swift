// SPDX-License-Identifier: GPL-3.0-or-later

/// Tasks in the order in which they are given to their workers, each after its predecessors, and who does each: every
/// schedule in which nobody waits without need follows from such a list.
struct TaskList: Sendable {
    private(set) var order: [Int]
    /// Where each task stands in `order`.
    private(set) var position: [Int]
    /// For each task the option that is taken, counted over all tasks.
    private(set) var choice: [Int]
    /// What all choices cost together.
    private(set) var cost: Int

    init(order: [Int], choice: [Int], _ tables: Tables) {
        self.order = order
        self.choice = choice
        position = Array(repeating: 0, count: order.count)
        cost = choice.reduce(0) { $0 + tables.cost[$1] }
        for (place, task) in order.enumerated() { position[task] = place }
    }

    /// The list from which a schedule follows, or one that is as good.
    init(_ schedule: Schedule, _ tables: Tables) {
        var rank = [Int](repeating: 0, count: tables.taskCount)
        for (place, task) in tables.order.enumerated() { rank[task] = place }
        let placements = schedule.placements
        let order = placements.indices.sorted { (placements[$0].end, rank[$0]) < (placements[$1].end, rank[$1]) }
        let choice = placements.enumerated().map { tables.firstOption[$0.offset] + $0.element.option }
        self.init(order: order, choice: choice, tables)
    }

    mutating func choose(_ option: Int, for task: Int, _ tables: Tables) {
        cost += tables.cost[option] - tables.cost[choice[task]]
        choice[task] = option
    }

    /// Where a task may stand among those that do not move.
    func room(of task: Int, _ tables: Tables) -> ClosedRange<Int> {
        var (low, high) = (0, order.count - 1)
        for one in tables.predecessors(of: task) { low = max(low, position[tables.predecessor[one]] + 1) }
        for one in tables.successors(of: task) { high = min(high, position[tables.successor[one]] - 1) }
        return low...high
    }

    mutating func move(_ task: Int, to place: Int) {
        var from = position[task]
        let step = from < place ? 1 : -1
        while from != place {
            let other = order[from + step]
            order[from] = other
            position[other] = from
            from += step
        }
        order[place] = task
        position[task] = place
    }
}
