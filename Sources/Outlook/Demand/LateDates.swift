// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension BookedFirm {
    /// Phases that end after their milestone is due. What ended before the horizon is past.
    func lateMilestones() -> [Alert] {
        liveProjects.flatMap { project in
            zip(project.phases, project.phaseDays()).compactMap { phase, days in
                guard let milestone = phase.milestone, let end = days?.last, end > milestone.due,
                    end >= firm.horizon.days.first
                else { return nil }
                return late(.lateMilestone(project.id, milestone, ends: end), project, from: milestone.due, to: end)
            }
        }
    }

    /// Projects whose last phase or line ends after the deadline.
    func lateProjects() -> [Alert] {
        liveProjects.compactMap { project in
            let ends =
                project.phaseDays().compactMap { $0?.last }
                + project.lines.map { project.days(of: $0, within: firm.horizon).last }
            guard let deadline = project.deadline, let end = ends.max(), end > deadline,
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
