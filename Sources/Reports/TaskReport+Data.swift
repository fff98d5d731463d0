// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
public import Verification

extension TaskReport {
    /// One row for each task, in the order of the files.
    public func csv() -> String {
        let head = [
            "project", "phase", "task", "name", "skill", "level", "hours", "person", "from", "to", "due", "days late",
            "slack", "critical", "not done because",
        ]
        return CSV.text([head] + tasks().map { id, task in row(id, task) })
    }

    private func row(_ id: TaskID, _ task: ProjectTask) -> [String] {
        let start = [
            id.project.text, id.phase.text, id.task.text, task.name, task.skill.skill.text, "\(task.skill.level)",
            task.work.decimal,
        ]
        if let entry = entries.first(where: { $0.task == id }) {
            return start + [
                entry.person.text, "\(entry.begin.day)", "\(entry.end.day)", "\(entry.due)", "\(entry.daysLate)",
                entry.slack.decimal, entry.isCritical ? "yes" : "no", "",
            ]
        }
        let open = undone.first { $0.task == id }
        return start + [
            task.owner?.text ?? "", "", "", open.map { "\($0.due)" } ?? "", "", "", "", open?.reason.code ?? "",
        ]
    }

    private func tasks() -> [(TaskID, ProjectTask)] {
        let shown = Set(entries.map(\.task) + undone.map(\.task))
        return projects.flatMap { project in
            project.phases.flatMap { phase in
                phase.tasks.map { (TaskID(project.id, phase.id, $0.id), $0) }
            }
        }.filter { shown.contains($0.0) }
    }

    public func json() -> JSON {
        .object([
            "scenario": .string(firm.name), "in time": .bool(isInTime),
            "unavoidable lateness": .real(schedule.unavoidable),
            "projects": .array(
                projects.map { project in
                    let end = schedule.ends.first { $0.project == project.id }
                    return .object([
                        "project": .string(project.id.text), "ends": end.map { .string("\($0.last)") } ?? .null,
                        "not before": end.map { .string("\($0.earliest)") } ?? .null,
                    ])
                }),
            "tasks": .array(entries.map(json)),
            "not done": .array(
                undone.map { undone in
                    .object([
                        "task": .string("\(undone.task)"), "due": .string("\(undone.due)"),
                        "reason": .string(undone.reason.code), "words": .string(undone.reason.words),
                    ])
                }),
        ])
    }

    private func json(_ entry: TaskSchedule.Entry) -> JSON {
        .object([
            "task": .string("\(entry.task)"), "person": .string(entry.person.text),
            "in booked hours": .bool(entry.isInBookedHours), "from": .string("\(entry.begin.day)"),
            "to": .string("\(entry.end.day)"), "due": .string("\(entry.due)"), "days late": .integer(entry.daysLate),
            "slack": .number(entry.slack.decimal), "critical": .bool(entry.isCritical),
            "days": .object(entry.days.map { .init("\($0.day)", .number($0.hours.decimal)) }),
        ])
    }
}
