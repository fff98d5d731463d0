// SPDX-License-Identifier: GPL-3.0-or-later

/// Who does each task and on which days, and which tasks nobody can do.
public struct TaskSchedule: Sendable, Equatable {
    /// A task in somebody's hands.
    public struct Entry: Sendable, Equatable {
        public let task: TaskID
        public let person: Identifier<Person>
        /// It is done in hours that are the project's: pinned on it, or given to it by a plan. Else in hours that are free.
        public let isInBookedHours: Bool
        public let begin: Moment
        public let end: Moment
        /// Days with hours, in order.
        public let days: [DayHours]
        /// For how much longer its person could take without the project ending later or anything being later than it is,
        /// if all else stays in its order; in the person's hours. Without any it is critical.
        public let slack: Hours
        /// Late after that day.
        public let due: Day

        public init(
            task: TaskID, person: Identifier<Person>, isInBookedHours: Bool, begin: Moment, end: Moment,
            days: [DayHours], slack: Hours, due: Day
        ) {
            self.task = task
            self.person = person
            self.isInBookedHours = isInBookedHours
            self.begin = begin
            self.end = end
            self.days = days
            self.slack = slack
            self.due = due
        }

        /// Zero where it is done in time.
        public var daysLate: Int { max(0, end.day - due) }
        public var isCritical: Bool { slack.isDust }
    }

    /// A point within a day: so many of its working hours after they begin.
    public struct Moment: Hashable, Comparable, Sendable {
        public let day: Day
        public let into: Hours

        public init(_ day: Day, into: Hours) {
            self.day = day
            self.into = into
        }

        public static func < (left: Moment, right: Moment) -> Bool { (left.day, left.into) < (right.day, right.into) }
    }

    public struct DayHours: Hashable, Sendable {
        public let day: Day
        public let hours: Hours

        public init(_ day: Day, _ hours: Hours) {
            self.day = day
            self.hours = hours
        }
    }

    /// A task that is not done.
    public struct Undone: Sendable, Equatable {
        public let task: TaskID
        public let reason: Reason
        public let due: Day

        public init(task: TaskID, reason: Reason, due: Day) {
            self.task = task
            self.reason = reason
            self.due = due
        }
    }

    public enum Reason: Hashable, Sendable {
        /// Nobody has the skill.
        case skill(SkillLevel)
        /// Nobody has it at that level; the highest that somebody has is given.
        case level(SkillLevel, best: Int)
        /// Whoever could do it is excluded from the project.
        case excluded
        /// Whoever could do it has no hour for the project.
        case noTime
        /// Whoever could do it has not enough hours for it before the horizon ends.
        case afterHorizon
        /// A task before it is not done.
        case waits(for: TaskID)
    }

    /// When the tasks of a project end, where all of them are done.
    public struct End: Sendable, Equatable {
        public let project: Identifier<Project>
        /// The last day on which any of them is worked on.
        public let last: Day
        /// They cannot end earlier, whoever does what in whichever order.
        public let earliest: Day

        public init(project: Identifier<Project>, last: Day, earliest: Day) {
            self.project = project
            self.last = last
            self.earliest = earliest
        }
    }

    /// In the order of the files.
    public var entries: [Entry]
    public var undone: [Undone]
    public var ends: [End]
    /// Of the lateness of all tasks, each counted by the priority of its project, the part that is proven to be
    /// unavoidable; 1 where that is all of it, or where nothing is late.
    public var unavoidable: Double

    public init(entries: [Entry], undone: [Undone], ends: [End], unavoidable: Double) {
        self.entries = entries
        self.undone = undone
        self.ends = ends
        self.unavoidable = unavoidable
    }
}

extension TaskSchedule {
    /// Nothing is late, and nothing is left undone.
    public var isInTime: Bool { undone.isEmpty && entries.allSatisfy { $0.daysLate == 0 } }
}
