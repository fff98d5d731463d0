// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension BookedFirm {
    /// Phases whose last working day is after their milestone is due. What ended before the horizon is past.
    func lateMilestones() -> [Alert] {
        liveProjects.flatMap { project in
            zip(project.phases, project.phaseDays()).compactMap { phase, days in
                guard let milestone = phase.milestone, let days else { return nil }
                let end = firm.lastWorkingDay(of: project, in: days)
                guard end > milestone.due, end >= firm.horizon.days.first else { return nil }
                return late(.lateMilestone(project.id, milestone, ends: end), project, from: milestone.due, to: end)
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
