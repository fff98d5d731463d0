// SPDX-License-Identifier: GPL-3.0-or-later

/// Who does each task, and when: the answer to a ``ScheduleProblem``, in the order of its tasks.
public struct Schedule: Sendable, Equatable {
    /// A task done by one worker, half-open in time: what ends at a point does not hinder what begins there.
    public struct Placement: Sendable, Equatable {
        /// Position in the task's options.
        public let option: Int
        /// Position in the problem's workers.
        public let worker: Int
        public let start: Int
        public let end: Int

        public init(option: Int, worker: Int, start: Int, end: Int) {
            self.option = option
            self.worker = worker
            self.start = start
            self.end = end
        }
    }

    public var placements: [Placement]

    public init(placements: [Placement]) {
        self.placements = placements
    }
}

extension Schedule {
    /// When the last task ends; 0 where there is none.
    public var makespan: Int { placements.map(\.end).max() ?? 0 }

    /// What all tasks cost together.
    public func cost(in problem: ScheduleProblem) -> Int {
        zip(placements, problem.tasks).reduce(0) { $0 + $1.1.options[$1.0.option].cost }
    }

    /// How late all tasks are together, each times its weight.
    public func lateness(in problem: ScheduleProblem) -> Int {
        zip(placements, problem.tasks).reduce(0) { sum, pair in
            guard let due = pair.1.due else { return sum }
            return sum + pair.1.weight * max(0, pair.0.end - due)
        }
    }

    /// When the last task of each group ends.
    public func groupEnds(in problem: ScheduleProblem) -> [Int] {
        var ends = [Int](repeating: 0, count: problem.groupCount)
        for (placement, task) in zip(placements, problem.tasks) {
            ends[task.group] = max(ends[task.group], placement.end)
        }
        return ends
    }

    /// By which two schedules are told apart: the smaller is the better one.
    public func rank(for goal: Goal, in problem: ScheduleProblem) -> Rank {
        switch goal {
        case .makespan: Rank(makespan)
        case .lateness:
            Rank(
                lateness(in: problem), groupEnds(in: problem).reduce(0, +), placements.reduce(0) { $0 + $1.end })
        case .cost(let within): Rank(within.map { max(0, makespan - $0) } ?? 0, cost(in: problem), makespan)
        }
    }
}

/// What is to be had as small as possible.
public enum Goal: Sendable, Equatable {
    /// The end of the last task.
    case makespan
    /// Lateness times weight; then the ends of all groups together; then the ends of all tasks together.
    case lateness
    /// What lies beyond a makespan, if one is given; then the cost; then the makespan. Where no schedule is found that
    /// keeps the makespan, the one that is given back says no more than that.
    case cost(within: Int?)
}

/// What counts first, second and third, by the ``Goal``; what a goal does not have is 0.
public struct Rank: Sendable, Equatable, Comparable {
    public let first: Int
    public let second: Int
    public let third: Int

    public init(_ first: Int, _ second: Int = 0, _ third: Int = 0) {
        self.first = first
        self.second = second
        self.third = third
    }

    public static func < (left: Rank, right: Rank) -> Bool {
        if left.first != right.first { return left.first < right.first }
        if left.second != right.second { return left.second < right.second }
        return left.third < right.third
    }
}
