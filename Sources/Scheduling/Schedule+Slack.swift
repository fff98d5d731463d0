// SPDX-License-Identifier: GPL-3.0-or-later

extension Schedule {
    /// For each task, for how much longer its worker could take without any group ending later or anything being later
    /// than it is, if everybody keeps to their tasks and to the order in which they do them: in units of the worker's
    /// time. What is late has none.
    ///
    /// The tasks of a group that have none are its critical chain.
    /// - Precondition: the schedule is one of that problem.
    public func slack(in problem: ScheduleProblem) -> [Int] {
        let clock = WorkClock(problem)
        let ends = groupEnds(in: problem)
        var latest = zip(problem.tasks, placements).map { task, placed in
            min(ends[task.group], max(task.due ?? .max, placed.end))
        }
        let nextOfWorker = nextTasks()
        for task in placements.indices.sorted(by: { (placements[$0].end, $0) > (placements[$1].end, $1) }) {
            let placed = placements[task]
            let work = problem.tasks[task].options[placed.option].work
            let last = clock.units(before: latest[task], of: placed.worker)
            let begin = last >= work ? clock.time(ofUnit: last - work, of: placed.worker) : 0
            for one in problem.tasks[task].predecessors { latest[one.task] = min(latest[one.task], begin - one.lag) }
            if let before = nextOfWorker[task] { latest[before] = min(latest[before], begin) }
        }
        return placements.indices.map { task in
            let worker = placements[task].worker
            return max(
                0,
                clock.units(before: latest[task], of: worker) - clock.units(before: placements[task].end, of: worker))
        }
    }

    /// For each task the one before it in its worker's hands.
    private func nextTasks() -> [Int?] {
        var before = [Int?](repeating: nil, count: placements.count)
        let order = placements.indices.sorted {
            (placements[$0].worker, placements[$0].start, $0) < (placements[$1].worker, placements[$1].start, $1)
        }
        for (earlier, later) in zip(order, order.dropFirst())
        where placements[earlier].worker == placements[later].worker {
            before[later] = earlier
        }
        return before
    }
}
