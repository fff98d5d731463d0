// SPDX-License-Identifier: GPL-3.0-or-later

/// Gives tasks to their workers in the order of a list, each as early as its predecessors and its worker allow.
struct Decoder {
    private let tables: Tables
    /// When each task ends.
    private var end: [Int]
    /// Where each worker is free: a point in time, or the number of a unit where people are not always there.
    private var free: [Int]
    /// The period in which each worker's last task ends.
    private var period: [Int]

    init(_ tables: Tables) {
        self.tables = tables
        end = Array(repeating: 0, count: tables.taskCount)
        free = Array(repeating: 0, count: tables.workerCount)
        period = free
    }

    /// - Returns: false where the energy comes to more than `most`, as soon as it does.
    mutating func run<A: Aim>(_ list: borrowing TaskList, for aim: inout A, most: Int) -> Bool {
        for worker in free.indices {
            free[worker] = 0
            period[worker] = 0
        }
        aim.begin(cost: list.cost)
        guard aim.energy <= most else { return false }
        for task in list.order {
            let option = list.choice[task]
            let worker = tables.worker[option]
            let end = place(task, on: worker, tables.work[option])
            aim.add(task, on: worker, ending: end)
            guard aim.energy <= most else { return false }
        }
        return true
    }

    /// Gives a task to a worker who is done with those before it.
    private mutating func place(_ task: Int, on worker: Int, _ work: Int) -> Int {
        var ready = tables.release[task]
        for one in tables.predecessors(of: task) { ready = max(ready, end[tables.predecessor[one]] + tables.lag[one]) }
        let done: Int
        if tables.clock.isPlain {
            done = max(ready, free[worker]) + work
            free[worker] = done
        } else {
            let unit = max(free[worker], tables.clock.units(before: ready, of: worker)) + work
            free[worker] = unit
            done = tables.clock.time(ofUnit: unit - 1, of: worker, from: period[worker]) + 1
            period[worker] = min((done - 1) / tables.clock.length, tables.clock.periods)
        }
        end[task] = done
        return done
    }

    /// When a task would end if it came next.
    func trial(_ task: Int, option: Int) -> Int {
        var copy = self
        return copy.place(task, on: tables.worker[option], tables.work[option])
    }

    /// Gives a task to a worker, as the next one.
    mutating func take(_ task: Int, option: Int) -> Int {
        place(task, on: tables.worker[option], tables.work[option])
    }

    /// The schedule that follows from a list.
    mutating func schedule(_ list: TaskList) -> Schedule {
        var aim = MakespanAim(tables, target: .max)
        _ = run(list, for: &aim, most: .max)
        let placements = list.choice.enumerated().map { task, option in
            let worker = tables.worker[option]
            // The end lies one past the last unit.
            let last = tables.clock.units(before: end[task] - 1, of: worker)
            let start = tables.clock.time(ofUnit: last - tables.work[option] + 1, of: worker)
            return Schedule.Placement(
                option: option - tables.firstOption[task], worker: worker, start: start, end: end[task])
        }
        return Schedule(placements: placements)
    }
}
