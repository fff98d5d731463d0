// SPDX-License-Identifier: GPL-3.0-or-later

/// A promise of a schedule that it does not keep.
public enum ScheduleViolation: Sendable, Equatable {
    /// Not one placement for each task.
    case count(tasks: Int, placements: Int)
    /// The option does not exist, or is another worker's.
    case option(task: Int)
    /// Begins before its release, or before time.
    case tooEarly(task: Int)
    /// Begins before a predecessor has ended, its lag included.
    case beforePredecessor(task: Int, predecessor: Int)
    /// Begins or ends when its worker is not there.
    case away(task: Int)
    /// Its worker is there for another time than the task takes.
    case work(task: Int, needs: Int, has: Int)
    /// One worker does two tasks at once.
    case together(task: Int, other: Int)
}

extension Schedule {
    /// All that is wrong, found by walking the periods one by one; empty where nothing is. Shares nothing with the search.
    public func violations(of problem: ScheduleProblem) -> [ScheduleViolation] {
        guard placements.count == problem.tasks.count else {
            return [.count(tasks: problem.tasks.count, placements: placements.count)]
        }
        var found: [ScheduleViolation] = []
        for (task, wanted) in problem.tasks.enumerated() {
            let placed = placements[task]
            if placed.start < max(0, wanted.release) { found.append(.tooEarly(task: task)) }
            for one in wanted.predecessors where placed.start < placements[one.task].end + one.lag {
                found.append(.beforePredecessor(task: task, predecessor: one.task))
            }
            guard wanted.options.indices.contains(placed.option),
                wanted.options[placed.option].worker == placed.worker
            else {
                found.append(.option(task: task))
                continue
            }
            let (needs, has) = (wanted.options[placed.option].work, problem.presence(of: placed))
            if needs != has { found.append(.work(task: task, needs: needs, has: has)) }
            let edges = [placed.start, placed.end - 1]
            if !edges.allSatisfy({ problem.isThere(placed.worker, at: $0) }) { found.append(.away(task: task)) }
        }
        return found + clashes()
    }

    /// Tasks that begin while their worker still does an earlier one; of several, the one that ends last.
    private func clashes() -> [ScheduleViolation] {
        let order = placements.indices.sorted {
            (placements[$0].worker, placements[$0].start, $0) < (placements[$1].worker, placements[$1].start, $1)
        }
        var last: Int?
        return order.compactMap { task in
            defer {
                let isLater = last.map {
                    placements[$0].worker != placements[task].worker || placements[$0].end <= placements[task].end
                }
                if isLater ?? true { last = task }
            }
            guard let last, placements[last].worker == placements[task].worker,
                placements[last].end > placements[task].start
            else { return nil }
            return .together(task: task, other: last)
        }
    }
}

extension ScheduleProblem {
    fileprivate func isThere(_ worker: Int, at time: Int) -> Bool {
        time >= end || (time >= 0 && time % periodLength < workers[worker].capacity[time / periodLength])
    }

    /// For how long a worker is there between the ends of a task.
    fileprivate func presence(of placed: Schedule.Placement) -> Int {
        guard placed.start >= 0, placed.start < placed.end else { return 0 }
        var sum = max(0, placed.end - max(placed.start, end))
        for (period, units) in workers[placed.worker].capacity.enumerated() {
            let begin = period * periodLength
            sum += max(0, min(placed.end, begin + units) - max(placed.start, begin))
        }
        return sum
    }
}
