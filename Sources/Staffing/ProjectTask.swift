// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece of a phase that one person does from beginning to end.
public struct ProjectTask: Sendable, Equatable, Encodable {
    /// The task begins when another one of its phase has ended, or so many days later.
    public struct Dependency: Hashable, Sendable, Encodable {
        public let task: Identifier<ProjectTask>
        /// Days of the calendar; not negative.
        public let lagDays: Int

        public init(task: Identifier<ProjectTask>, lagDays: Int) {
            self.task = task
            self.lagDays = lagDays
        }
    }

    public let id: Identifier<ProjectTask>
    public var name: String
    /// Whoever does it has the skill at that level or above.
    public var skill: SkillLevel
    /// More than nothing.
    public var work: Hours
    public var after: [Dependency]
    /// Who does it; nil for whoever is best.
    public var owner: Identifier<Person>?
    /// Not before that day, nor before its phase begins; of a phase with a window at its first day, see
    /// ``Phase/tasks(beginning:)``.
    public var start: Day?
    /// Late after that day, likewise; nil for the last day of its phase.
    public var due: Day?

    public init(
        id: Identifier<ProjectTask>, name: String, skill: SkillLevel, work: Hours, after: [Dependency] = [],
        owner: Identifier<Person>? = nil, start: Day? = nil, due: Day? = nil
    ) {
        self.id = id
        self.name = name
        self.skill = skill
        self.work = work
        self.after = after
        self.owner = owner
        self.start = start
        self.due = due
    }
}

/// A task's full name: `apollo.build.api`.
public struct TaskID: Hashable, Sendable, CustomStringConvertible {
    public let project: Identifier<Project>
    public let phase: Identifier<Phase>
    public let task: Identifier<ProjectTask>

    public init(_ project: Identifier<Project>, _ phase: Identifier<Phase>, _ task: Identifier<ProjectTask>) {
        self.project = project
        self.phase = phase
        self.task = task
    }

    public var description: String { "\(project).\(phase).\(task)" }
}

extension Phase.Dependency {
    /// Whether the tasks of a phase wait for all tasks of the other one; where phases overlap, their dates alone count.
    public var holdsTasks: Bool { lagWeeks >= 0 && edge == .end }
}

extension Project {
    /// The phases for whose tasks those of a phase wait, each with the weeks that lie between at least; in the order of the
    /// phases. A phase without tasks has nothing to wait for, so what waits for it waits for what it waits for, the weeks
    /// between added up.
    public func phases(
        whoseTasksHold phase: Identifier<Phase>
    ) -> [(phase: Identifier<Phase>, lagWeeks: Int)] {
        var lags: [Identifier<Phase>: Int] = [:]
        var rest = [(phase: phase, lagWeeks: 0)]
        while let next = rest.popLast() {
            for dependency in phases.first(where: { $0.id == next.phase })?.after ?? [] where dependency.holdsTasks {
                let lag = next.lagWeeks + dependency.lagWeeks
                guard lag > lags[dependency.phase] ?? -1 else { continue }
                lags[dependency.phase] = lag
                let isEmpty = phases.first { $0.id == dependency.phase }?.tasks.isEmpty ?? false
                if isEmpty { rest.append((dependency.phase, lag)) }
            }
        }
        return phases.compactMap { other in
            lags[other.id].flatMap { other.tasks.isEmpty ? nil : (phase: other.id, lagWeeks: $0) }
        }
    }
}
