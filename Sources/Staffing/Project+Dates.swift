// SPDX-License-Identifier: GPL-3.0-or-later

extension Project {
    /// When each phase runs, in the order of `phases`: from the start that is chosen for it, else as early as its start
    /// and the phases before it allow.
    ///
    /// Nil stands for a phase that has no dates: it waits for itself in a circle, for a phase that does not exist,
    /// or has neither a start nor a phase before it.
    public func phaseDays() -> [DayRange?] {
        var found: [Identifier<Phase>: DayRange] = [:]
        // Each round settles every phase whose predecessors are settled; a circle never is.
        for _ in phases {
            for phase in phases where found[phase.id] == nil {
                found[phase.id] = phase.earliest(after: found).map(phase.days)
            }
        }
        return phases.map { found[$0.id] }
    }

    public func days(of phase: Identifier<Phase>) -> DayRange? {
        guard let index = phases.firstIndex(where: { $0.id == phase }) else { return nil }
        return phaseDays()[index]
    }

    /// The project's own dates, else the span of its phases, else the horizon.
    public func days(within horizon: Horizon) -> DayRange {
        if let days { return days }
        let settled = phaseDays().compactMap(\.self)
        guard let first = settled.map(\.first).min(), let last = settled.map(\.last).max() else { return horizon.days }
        return DayRange(first, last)
    }

    /// The line's own dates, else of its phase, else of the project. Dates of its own are those at the first start of its
    /// phase, and move with it.
    public func days(of line: DemandLine, within horizon: Horizon) -> DayRange {
        if let own = line.days { return own.moved(by: shift(of: line)) }
        return line.phase.flatMap(days(of:)) ?? days(within: horizon)
    }

    /// By how many days the phase of a line begins after the first day of its window; zero where it has none.
    public func shift(of line: DemandLine) -> Int {
        guard let phase = phases.first(where: { $0.id == line.phase }), phase.hasWindow, let days = days(of: phase.id)
        else { return 0 }
        return phase.shift(beginning: days.first)
    }
}

extension Phase {
    /// By how many days that is after the first day of its window; zero where it has none.
    public func shift(beginning first: Day) -> Int {
        guard hasWindow, let start else { return 0 }
        return first - start
    }

    /// Its tasks, if it begins on that day. Dates of their own are those at the first day of its window, and move with it.
    public func tasks(beginning first: Day) -> [ProjectTask] {
        let shift = shift(beginning: first)
        guard shift != 0 else { return tasks }
        return tasks.map { task in
            var moved = task
            moved.start = task.start.map { $0 + shift }
            moved.due = task.due.map { $0 + shift }
            return moved
        }
    }
}

extension Firm {
    /// The last of the days on which somebody works by the project's calendar; the last of all where nobody does.
    public func lastWorkingDay(of project: Project, in days: DayRange) -> Day {
        let calendar = calendar(of: project) ?? .standard
        let numbers = (days.first.number...days.last.number).reversed()
        return numbers.lazy.map { Day(number: $0) }.first { calendar.open(on: $0) > .zero } ?? days.last
    }

    /// The last working day of all phases and lines of the project; nil where it has neither.
    public func lastWorkingDay(of project: Project) -> Day? {
        let spans =
            project.phaseDays().compactMap(\.self) + project.lines.map { project.days(of: $0, within: horizon) }
        return spans.map { lastWorkingDay(of: project, in: $0) }.max()
    }
}
