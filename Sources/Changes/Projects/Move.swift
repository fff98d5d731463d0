// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// A project, or one of its phases, in other weeks: later ones, or earlier ones where the number is negative.
struct Move {
    let project: Identifier<Project>
    let phase: Identifier<Phase>?
    let weeks: Int

    private var days: Int { 7 * weeks }

    func apply(to firm: inout Firm) throws(Refusal) {
        let index = try firm.position(of: project)
        if let phase {
            let phase = try firm.position(of: phase, in: index)
            try firm.rearrange(index) { (project) throws(Refusal) in try move(&project.phases[phase]) }
        } else {
            let before = firm.projects[index]
            guard before.hasDates else { throw Refusal("project", .noDates(project: before.name)) }
            var after = before
            after.move(by: days)
            let lines = Set(before.lines.filter { before.hasDates(of: $0) }.map { LineID(project, $0.id) })
            try firm.replace(index, with: after) { lines.contains($0.line) ? $0.moved(by: days) : $0 }
        }
    }

    private func move(_ phase: inout Phase) throws(Refusal) {
        for dependency in phase.after where dependency.lagWeeks + weeks < min(0, dependency.lagWeeks) {
            throw Refusal(
                "by",
                .waitsFor(
                    phase: phase.id.text, before: dependency.phase.text, spareWeeks: dependency.lagWeeks))
        }
        phase.moveStart(by: days)
        phase.after = phase.after.map { .init(phase: $0.phase, lagWeeks: $0.lagWeeks + weeks, edge: $0.edge) }
        if case .until(let last) = phase.extent { phase.extent = .until(last + days) }
    }
}

extension Firm {
    /// Changes a project's phases. What belongs to a phase that thereby moves as a whole moves with it: its needs' own
    /// dates, and the bookings on them.
    mutating func rearrange(
        _ index: Int, _ change: (inout Project) throws(Refusal) -> Void
    ) throws(Refusal) {
        let before = projects[index]
        var after = before
        try change(&after)
        let spans = Array(zip(before.phaseDays(), after.phaseDays()))
        let moves = spans.map { old, new in
            guard let old, let new, new.first - old.first == new.last - old.last else { return 0 }
            return new.first - old.first
        }
        var lines: [LineID: Int] = [:]
        for (place, line) in after.lines.enumerated() {
            guard let phase = after.phases.firstIndex(where: { $0.id == line.phase }), moves[phase] != 0 else {
                continue
            }
            lines[LineID(after.id, line.id)] = moves[phase]
            let own = moves[phase] - (after.shift(of: line) - before.shift(of: before.lines[place]))
            after.lines[place].days = line.days.map { $0.moved(by: own) }
        }
        for (phase, (old, new)) in spans.enumerated() where moves[phase] != 0 {
            guard let old, let new else { continue }
            let (was, shift) = (
                before.phases[phase].shift(beginning: old.first), after.phases[phase].shift(beginning: new.first)
            )
            after.phases[phase].moveTasks(by: moves[phase] - (shift - was))
        }
        try replace(index, with: after) { booking in lines[booking.line].map { booking.moved(by: $0) } ?? booking }
    }

    /// Puts a project that has moved in its place, and its bookings in theirs, if all dates are sound.
    fileprivate mutating func replace(
        _ index: Int, with project: Project, _ moved: (Booking) -> Booking
    ) throws(Refusal) {
        var firm = self
        firm.projects[index] = project
        firm.bookings = bookings.map(moved)
        try project.checkDates(in: firm)
        self = firm
    }
}

extension Phase {
    /// Moves the dates that stand within the phase, when its tasks are due included: these are steps on the way, not what
    /// the client waits for.
    fileprivate mutating func moveTasks(by count: Int) {
        tasks = tasks.map { task in
            var moved = task
            moved.start = task.start.map { $0 + count }
            moved.due = task.due.map { $0 + count }
            return moved
        }
    }
}

extension Project {
    /// Whether anything of it stands in the calendar but its deadline.
    var hasDates: Bool { days != nil || !phases.isEmpty || lines.contains { $0.days != nil } }

    /// Whether a line has dates, its own or the project's; else it runs over the whole horizon.
    fileprivate func hasDates(of line: DemandLine) -> Bool { days != nil || !phases.isEmpty || line.days != nil }

    /// Everything but deadlines and the dates of milestones.
    fileprivate mutating func move(by count: Int) {
        days = days?.moved(by: count)
        for index in phases.indices {
            phases[index].moveStart(by: count)
            if case .until(let last) = phases[index].extent { phases[index].extent = .until(last + count) }
            phases[index].moveTasks(by: count)
        }
        for index in lines.indices { lines[index].days = lines[index].days?.moved(by: count) }
    }

    /// Refuses dates beyond the years that are read, its bookings' in a firm included, and a beginning after the deadline.
    fileprivate func checkDates(in firm: Firm) throws(Refusal) {
        let booked = firm.bookings.filter { $0.line.project == id }.map(\.days)
        let spans = [days].compactMap(\.self) + phaseDays().compactMap(\.self) + lines.compactMap(\.days) + booked
        let steps = phases.flatMap(\.tasks).flatMap { [$0.start, $0.due].compactMap(\.self) }
        for day in spans.flatMap({ [$0.first, $0.last] }) + steps where !Limit.years.contains(day.date.year) {
            throw Refusal("by", .tooMuch("\(day)", most: "the years from 1900 to 2199"))
        }
        for weeks in phases.flatMap({ $0.after.map(\.lagWeeks) + $0.lengths }) where weeks > Limit.weeks {
            throw Refusal("by", .tooMuch("\(weeks) weeks", most: "\(Limit.weeks) weeks"))
        }
        let start = days?.first ?? phaseDays().compactMap { $0?.first }.min()
        if let deadline, let start, deadline < start {
            throw Refusal("by", .deadlineBeforeStart(deadline: deadline, start: start))
        }
    }
}

extension Phase {
    /// Its length in weeks, where it has one.
    fileprivate var lengths: [Int] { if case .weeks(let weeks) = extent { [weeks] } else { [] } }
}
