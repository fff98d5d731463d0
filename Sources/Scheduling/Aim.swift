// SPDX-License-Identifier: GPL-3.0-or-later

/// What the search climbs down by, one schedule at a time: a goal as a sum that grows with every task.
protocol Aim {
    /// Begins a schedule of that cost.
    mutating func begin(cost: Int)
    mutating func add(_ task: Int, on worker: Int, ending end: Int)
    /// Of what was added so far; never shrinks within a schedule.
    var energy: Int { get }
    /// Of a whole schedule.
    var rank: Rank { get }
    /// A schedule of that rank is known: from here on only better ones are looked for.
    mutating func aim(below best: Rank)
    /// What a unit of time comes to.
    var scale: Int { get }
}

/// The makespan, by what is too much for a target: for each worker as far as the last of a chain through one of the
/// worker's tasks reaches beyond it. Unlike the makespan itself it tells which schedules are nearly good enough.
struct MakespanAim: Aim {
    private let tail: [Int]
    private var target: Int
    private var reach: [Int]
    private var last = 0
    private(set) var energy = 0
    let scale = 1

    init(_ tables: Tables, target: Int) {
        tail = tables.tail
        self.target = target
        reach = Array(repeating: target, count: tables.workerCount)
    }

    var rank: Rank { Rank(last) }

    mutating func begin(cost: Int) {
        for worker in reach.indices { reach[worker] = target }
        last = 0
        energy = 0
    }

    mutating func add(_ task: Int, on worker: Int, ending end: Int) {
        last = max(last, end)
        let whole = end + tail[task]
        if whole > reach[worker] {
            energy += whole - reach[worker]
            reach[worker] = whole
        }
    }

    mutating func aim(below best: Rank) { target = best.first - 1 }
}

/// The cost, and what is too much for a makespan at a price that no saving is worth.
struct CostAim: Aim {
    private var time: MakespanAim
    private let target: Int
    private var cost = 0
    let scale: Int

    init(_ tables: Tables, within target: Int) {
        self.target = target
        time = MakespanAim(tables, target: target)
        // What a unit of work costs at the most.
        scale = zip(tables.cost, tables.work).map { $0 / $1 + 1 }.max() ?? 1
    }

    var energy: Int { cost + scale * time.energy }
    var rank: Rank { Rank(max(0, time.rank.first - target), cost, time.rank.first) }

    mutating func begin(cost: Int) {
        self.cost = cost
        time.begin(cost: cost)
    }

    mutating func add(_ task: Int, on worker: Int, ending end: Int) { time.add(task, on: worker, ending: end) }
    mutating func aim(below best: Rank) {}
}

/// Lateness, the ends of the groups, and a little of the end of every task.
struct LatenessAim: Aim {
    private let due: [Int]
    private let weight: [Int]
    private let group: [Int]
    private var groupEnd: [Int]
    private var late = 0
    private var ends = 0
    private var all = 0
    let scale: Int
    /// A unit of lateness counts as much as so many units by which a group ends later.
    private static let urgency = 8

    init(_ tables: Tables) {
        due = tables.due
        weight = tables.weight
        group = tables.group
        groupEnd = Array(repeating: 0, count: tables.groupCount)
        scale = max(1, tables.taskCount)
    }

    var energy: Int { scale * (LatenessAim.urgency * late + ends) + all }
    var rank: Rank { Rank(late, ends, all) }

    mutating func begin(cost: Int) {
        for group in groupEnd.indices { groupEnd[group] = 0 }
        (late, ends, all) = (0, 0, 0)
    }

    mutating func add(_ task: Int, on worker: Int, ending end: Int) {
        all += end
        if end > due[task] { late += weight[task] * (end - due[task]) }
        let group = group[task]
        if end > groupEnd[group] {
            ends += end - groupEnd[group]
            groupEnd[group] = end
        }
    }

    mutating func aim(below best: Rank) {}
}
