// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing
import Verification

/// A task schedule in tables and bars, as JSON and as rows for a spreadsheet.
public struct TaskReport: Sendable {
    let schedule: TaskSchedule
    let firm: Firm
    /// The projects shown, in the order of the files.
    let projects: [Project]

    /// - Parameter project: the only project that is shown; nil for all.
    public init(of schedule: TaskSchedule, in firm: Firm, only project: Identifier<Project>? = nil) {
        self.schedule = schedule
        self.firm = firm
        projects = firm.projects.filter { candidate in
            (project.map { $0 == candidate.id } ?? true)
                && (schedule.entries.map(\.task) + schedule.undone.map(\.task)).contains { $0.project == candidate.id }
        }
    }

    /// Nothing that is shown is late or left undone.
    public var isInTime: Bool { late.isEmpty && undone.isEmpty }

    var entries: [TaskSchedule.Entry] {
        projects.flatMap { project in schedule.entries.filter { $0.task.project == project.id } }
    }
    var undone: [TaskSchedule.Undone] {
        projects.flatMap { project in schedule.undone.filter { $0.task.project == project.id } }
    }
    private var late: [TaskSchedule.Entry] { entries.filter { $0.daysLate > 0 } }

    public func text(_ style: Style) -> String {
        var sections = [[style.heading(firm.name.printable.cut(to: style.width)), headline(style)] + proof(style)]
        for project in projects { sections.append(table(of: project, style)) }
        sections.append(bars(style))
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// How many tasks there are, and how many of them are trouble.
    private func headline(_ style: Style) -> String {
        guard !projects.isEmpty else { return "No phase within the horizon has tasks." }
        let count = entries.count + undone.count
        let all = "\(counted(count, "task")) of \(counted(projects.count, "project"))"
        let open = undone.isEmpty ? [] : [style.paint("\(undone.count) not done", .bad)]
        let lates = late.isEmpty ? [] : [style.paint("\(late.count) late", .bad)]
        return ([all] + (isInTime ? [style.paint("all in time", .good)] : lates + open)).joined(separator: " · ")
    }

    /// How good the schedule is proven to be.
    private func proof(_ style: Style) -> [String] {
        guard !entries.isEmpty else { return [] }
        let text: String
        if schedule.entries.allSatisfy({ $0.daysLate == 0 }) {
            text = "Checked."
        } else if schedule.unavoidable >= 1 {
            text = "Checked; proven that no order of the tasks is less late."
        } else {
            text =
                "Checked; the least late that was found. Proven unavoidable is "
                + "\(Numbers.percent((schedule.unavoidable * 100).rounded(.down) / 100)) of it."
        }
        return text.wrapped(to: style.width)
    }

    private func table(of project: Project, _ style: Style) -> [String] {
        var table = TextTable([
            .text("task", .cut(floor: 10)), .text("who", .cut(floor: 8)), .number("hours"), .text("from"), .text("to"),
            .text("due"), .number("slack"), .text(""),
        ])
        for phase in project.phases where !phase.tasks.isEmpty {
            let rows = phase.tasks.compactMap { row(of: $0, TaskID(project.id, phase.id, $0.id)) }
            guard !rows.isEmpty else { continue }
            if project.phases.count(where: { !$0.tasks.isEmpty }) > 1 { table.addHeading(phase.id.text) }
            for row in rows { table.add(row) }
        }
        return [style.heading(project.name.printable.cut(to: style.width))] + table.lines(style)
            + (ending(of: project) + reasons(of: project)).flatMap { $0.wrapped(to: style.width - 2) }.map { "  " + $0 }
    }

    private func row(of task: ProjectTask, _ id: TaskID) -> [TextTable.Cell]? {
        if let entry = schedule.entries.first(where: { $0.task == id }) {
            let note: TextTable.Cell =
                entry.daysLate > 0
                ? .init("late by \(counted(entry.daysLate, "day"))", .bad) : .init(entry.isCritical ? "critical" : "")
            return [
                .init(task.name), .init(name(of: entry.person)), .init(Numbers.hours(task.work)),
                .init(date(entry.begin.day)), .init(date(entry.end.day)),
                .init(date(entry.due), entry.daysLate > 0 ? .bad : nil),
                .init(entry.isCritical ? "" : Numbers.hours(entry.slack)), note,
            ]
        }
        guard let open = schedule.undone.first(where: { $0.task == id }) else { return nil }
        return [
            .init(task.name), .init(task.owner.map(name) ?? ""), .init(Numbers.hours(task.work)), "", "",
            .init(date(open.due)), "", .init("not done", .bad),
        ]
    }

    /// When the project's tasks end, and whether they could end earlier.
    private func ending(of project: Project) -> [String] {
        guard let end = schedule.ends.first(where: { $0.project == project.id }) else { return [] }
        return [
            end.last == end.earliest
                ? "Ends on \(end.last), which is proven to be the earliest."
                : "Ends on \(end.last); not before \(end.earliest), whoever does what in whichever order."
        ]
    }

    private func reasons(of project: Project) -> [String] {
        schedule.undone.filter { $0.task.project == project.id }.map { undone in
            "\(undone.task.phase).\(undone.task.task) is not done: \(undone.reason.words)."
        }
    }

    func name(of person: Identifier<Person>) -> String { firm.people.first { $0.id == person }?.name ?? person.text }

    /// Without its year where the horizon has only one.
    func date(_ day: Day) -> String {
        let days = firm.horizon.days
        let isOneYear = days.first.date.year == days.last.date.year && day.date.year == days.first.date.year
        return isOneYear ? String("\(day)".dropFirst(5)) : "\(day)"
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension TaskSchedule.Reason {
    /// Why a task is not done.
    var words: String {
        switch self {
        case .skill(let skill): "nobody has \(skill.skill)"
        case .level(let skill, let best):
            "nobody has \(skill.skill) at level \(skill.level), the best is \(best)"
        case .excluded: "whoever could do it is excluded"
        case .noTime: "whoever could do it has no time for the project"
        case .afterHorizon: "there are not enough hours for it before the horizon ends"
        case .waits(let before): "it waits for \(before.phase).\(before.task)"
        }
    }

    /// For programs.
    var code: String {
        switch self {
        case .skill: "skill"
        case .level: "level"
        case .excluded: "excluded"
        case .noTime: "no time"
        case .afterHorizon: "after the horizon"
        case .waits: "waits"
        }
    }
}
