// SPDX-License-Identifier: GPL-3.0-or-later

import Levelling
import Matching
import Staffing

extension BookedFirm {
    /// Tasks that end late even if whoever has time is put on them at once, and tasks that nobody can do. Of those that
    /// wait for one that is not done, only the first is told.
    func lateTasks() -> [Alert] {
        guard firm.projects.contains(where: { $0.phases.contains { !$0.tasks.isEmpty } }) else { return [] }
        let schedule = levelTasks(in: situation, adding: added)
        return schedule.entries.compactMap(late) + schedule.undone.compactMap(undone)
    }

    private func late(_ entry: TaskSchedule.Entry) -> Alert? {
        guard entry.daysLate > 0 else { return nil }
        return Alert(
            .lateTask(entry.task, entry.person, due: entry.due, ends: entry.end.day), severity(of: entry.task),
            Week(of: entry.due)...Week(of: entry.end.day))
    }

    private func undone(_ undone: TaskSchedule.Undone) -> Alert? {
        if case .waits = undone.reason { return nil }
        let week = Week(of: min(undone.due, firm.horizon.days.last))
        return Alert(.undoneTask(undone.task, undone.reason), severity(of: undone.task), week...week)
    }

    private func severity(of task: TaskID) -> Alert.Severity {
        guard let project = firm.projects.first(where: { $0.id == task.project }) else { return .warning }
        return project.stage == .won ? project.priority.severity : project.priority.severity.milder
    }
}
