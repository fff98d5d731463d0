// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// A task that is to be levelled, in its place.
struct TaskSite {
    let id: TaskID
    let task: ProjectTask
    /// Position in `Firm.projects`.
    let project: Int
    /// The first day on which it may be worked on, of the horizon.
    let start: Day
    let due: Day
    /// The tasks before it, by position among the sites, and days of the calendar in between.
    var after: [(site: Int, lagDays: Int)]
}

extension Firm {
    /// The tasks of all phases that run within the horizon, of projects that are won, or proposed and counted, in the
    /// order of the files. What ended before the horizon is past, and what begins after it is not looked at yet.
    func taskSites() -> [TaskSite] {
        var sites: [TaskSite] = []
        for (index, project) in projects.enumerated() where counts(project) {
            let first = sites.count
            for (phase, days) in zip(project.phases, project.phaseDays()) {
                guard let days, days.overlaps(horizon.days) else { continue }
                sites += phase.tasks(beginning: days.first).map { task in
                    TaskSite(
                        id: TaskID(project.id, phase.id, task.id), task: task, project: index,
                        start: max(days.first, task.start ?? days.first, horizon.days.first),
                        due: task.due ?? days.last, after: [])
                }
            }
            for site in first..<sites.count {
                sites[site].after = before(sites[site], among: sites, from: first, project)
            }
        }
        return sites
    }

    private func counts(_ project: Project) -> Bool {
        switch project.stage {
        case .won: true
        case .proposed: policy.tentative != .out
        case .lost: false
        }
    }

    /// The tasks that come before one: those that it names, and all of the phases whose tasks its phase waits for.
    private func before(
        _ site: TaskSite, among sites: [TaskSite], from first: Int, _ project: Project
    ) -> [(site: Int, lagDays: Int)] {
        let waits = project.phases(whoseTasksHold: site.id.phase)
        var found: [(site: Int, lagDays: Int)] = []
        for (index, other) in sites.enumerated().dropFirst(first) {
            if other.id.phase == site.id.phase {
                found += site.task.after.filter { $0.task == other.id.task }.map { (site: index, lagDays: $0.lagDays) }
            } else {
                found += waits.filter { $0.phase == other.id.phase }.map { (site: index, lagDays: 7 * $0.lagWeeks) }
            }
        }
        return found
    }
}
