// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension BookedFirm {
    /// Phases whose last working day is after their milestone is due. What ended before the horizon is past.
    func lateMilestones() -> [Alert] {
        liveProjects.flatMap { project in
            firm.lateMilestones(of: project).map { late in
                self.late(
                    .lateMilestone(project.id, late.milestone, ends: late.ends), project, from: late.milestone.due,
                    to: late.ends)
            }
        }
    }

    /// Projects whose phases and lines have a working day after the deadline.
    func lateProjects() -> [Alert] {
        liveProjects.compactMap { project in
            guard let deadline = project.deadline, let end = firm.lastWorkingDay(of: project), end > deadline,
                end >= firm.horizon.days.first
            else { return nil }
            return late(.lateProject(project.id, deadline: deadline, ends: end), project, from: deadline, to: end)
        }
    }

    private var liveProjects: [Project] { firm.projects.filter { $0.stage != .lost } }

    private func late(_ cause: Alert.Cause, _ project: Project, from due: Day, to end: Day) -> Alert {
        Alert(cause, project.stage == .won ? .error : .warning, Week(of: due)...Week(of: end))
    }
}
