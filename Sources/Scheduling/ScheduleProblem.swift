// SPDX-License-Identifier: GPL-3.0-or-later

/// Tasks to be done by workers, one worker for each from beginning to end, on an axis of whole units of time.
///
/// The axis is cut into periods of equal length, such as days. In each period a worker is there for its first so many
/// units, and for all time after the last period: what ends there does not fit. A task that is begun goes on whenever its
/// worker is there, and the worker does nothing else meanwhile.
public struct ScheduleProblem: Sendable, Equatable {
    /// Units of time in a period; at least one.
    public let periodLength: Int
    public let periodCount: Int
    public var workers: [Worker]
    public var tasks: [Task]

    /// - Precondition: both are positive.
    public init(periodLength: Int, periodCount: Int, workers: [Worker], tasks: [Task]) {
        precondition(periodLength > 0 && periodCount > 0, "an axis has a length")
        self.periodLength = periodLength
        self.periodCount = periodCount
        self.workers = workers
        self.tasks = tasks
    }

    /// Where the axis ends.
    public var end: Int { periodLength * periodCount }
}

extension ScheduleProblem {
    public struct Worker: Sendable, Equatable {
        /// Units in which the worker is there, from the beginning of each period; from nothing to its whole length.
        public var capacity: [Int]

        public init(capacity: [Int]) {
            self.capacity = capacity
        }
    }

    /// A worker who may do a task, in how much work, at what cost.
    public struct Option: Sendable, Equatable {
        /// Position in `workers`.
        public var worker: Int
        /// Units of the worker's time; at least one.
        public var work: Int
        /// Of the whole task.
        public var cost: Int

        public init(worker: Int, work: Int, cost: Int = 0) {
            self.worker = worker
            self.work = work
            self.cost = cost
        }
    }

    /// A task that ends before another begins, or so many units of time earlier.
    public struct Predecessor: Sendable, Equatable {
        /// Position in `tasks`.
        public var task: Int
        /// Not negative.
        public var lag: Int

        public init(_ task: Int, lag: Int = 0) {
            self.task = task
            self.lag = lag
        }
    }

    public struct Task: Sendable, Equatable {
        /// Each worker at most once; a task that nobody can do has none, and belongs into no problem.
        public var options: [Option]
        public var predecessors: [Predecessor]
        /// Begins no earlier.
        public var release: Int
        /// Late by what it ends after that; nil where it cannot be late.
        public var due: Int?
        /// What a unit of lateness counts; not negative.
        public var weight: Int
        /// Tasks of one group end together: the last of them is what counts. From 0 on.
        public var group: Int

        public init(
            options: [Option], predecessors: [Predecessor] = [], release: Int = 0, due: Int? = nil, weight: Int = 1,
            group: Int = 0
        ) {
            self.options = options
            self.predecessors = predecessors
            self.release = release
            self.due = due
            self.weight = weight
            self.group = group
        }
    }
}
