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
            try after.checkDates(in: firm)
            let bookings = firm.bookings.map { $0.line.project == project ? $0.moved(by: days) : $0 }
            firm.projects[index] = after
            firm.bookings = bookings
        }
    }

    private func move(_ phase: inout Phase) throws(Refusal) {
        for dependency in phase.after where dependency.lagWeeks + weeks < 0 {
            throw Refusal(
                "by",
                .waitsFor(
                    phase: phase.id.text, before: dependency.phase.text, spareWeeks: dependency.lagWeeks))
        }
        phase.start = phase.start.map { $0 + days }
        phase.after = phase.after.map { .init(phase: $0.phase, lagWeeks: $0.lagWeeks + weeks) }
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
        let moves = zip(before.phaseDays(), after.phaseDays()).map { old, new in
            guard let old, let new, new.first - old.first == new.last - old.last else { return 0 }
            return new.first - old.first
        }
        var lines: [LineID: Int] = [:]
        for (place, line) in after.lines.enumerated() {
            guard let phase = after.phases.firstIndex(where: { $0.id == line.phase }), moves[phase] != 0 else {
                continue
            }
            lines[LineID(after.id, line.id)] = moves[phase]
            after.lines[place].days = line.days.map { $0.moved(by: moves[phase]) }
        }
        try after.checkDates(in: self)
        projects[index] = after
        bookings = bookings.map { booking in lines[booking.line].map { booking.moved(by: $0) } ?? booking }
    }
}

extension Project {
    /// Whether anything of it stands in the calendar but its deadline.
    var hasDates: Bool { days != nil || !phases.isEmpty || lines.contains { $0.days != nil } }

    /// Everything but deadlines and the dates of milestones.
    fileprivate mutating func move(by count: Int) {
        days = days?.moved(by: count)
        for index in phases.indices {
            phases[index].start = phases[index].start.map { $0 + count }
            if case .until(let last) = phases[index].extent { phases[index].extent = .until(last + count) }
        }
        for index in lines.indices { lines[index].days = lines[index].days?.moved(by: count) }
    }

    /// Refuses dates beyond the years that are read, and a beginning after the deadline.
    func checkDates(in firm: Firm) throws(Refusal) {
        let spans = [days].compactMap(\.self) + phaseDays().compactMap(\.self) + lines.compactMap(\.days)
        for day in spans.flatMap({ [$0.first, $0.last] }) where !Limit.years.contains(day.date.year) {
            throw Refusal("by", .tooMuch("\(day)", most: "the years from 1900 to 2199"))
        }
        for dependency in phases.flatMap(\.after) where dependency.lagWeeks > Limit.weeks {
            throw Refusal("by", .tooMuch("\(dependency.lagWeeks) weeks between phases", most: "\(Limit.weeks) weeks"))
        }
        let start = days?.first ?? phaseDays().compactMap { $0?.first }.min()
        if let deadline, let start, deadline < start {
            throw Refusal("by", .deadlineBeforeStart(deadline: deadline, start: start))
        }
    }
}

extension DayRange {
    func moved(by days: Int) -> DayRange { DayRange(first + days, last + days) }
}
