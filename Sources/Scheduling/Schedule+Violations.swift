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
            guard wanted.options.indices.contains(placed.option),
                wanted.options[placed.option].worker == placed.worker
            else {
                found.append(.option(task: task))
                continue
            }
            if placed.start < max(0, wanted.release) { found.append(.tooEarly(task: task)) }
            for one in wanted.predecessors where placed.start < placements[one.task].end + one.lag {
                found.append(.beforePredecessor(task: task, predecessor: one.task))
            }
            let (needs, has) = (wanted.options[placed.option].work, problem.presence(of: placed))
            if needs != has { found.append(.work(task: task, needs: needs, has: has)) }
            let edges = [placed.start, placed.end - 1]
            if !edges.allSatisfy({ problem.isThere(placed.worker, at: $0) }) { found.append(.away(task: task)) }
        }
        return found + clashes()
    }

    /// Tasks that one worker does at the same time.
    private func clashes() -> [ScheduleViolation] {
        let order = placements.indices.sorted {
            (placements[$0].worker, placements[$0].start, $0) < (placements[$1].worker, placements[$1].start, $1)
        }
        return zip(order, order.dropFirst()).compactMap { earlier, later in
            placements[earlier].worker == placements[later].worker && placements[earlier].end > placements[later].start
                ? .together(task: later, other: earlier) : nil
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
