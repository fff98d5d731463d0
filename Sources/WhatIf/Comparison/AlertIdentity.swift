// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Staffing

/// What makes two alerts of different plans the same one: its kind and whom and what it is about, whatever the numbers.
struct AlertIdentity: Hashable {
    let kind: Alert.Kind
    let people: [Identifier<Person>]
    let lines: [LineID]
    let projects: [Identifier<Project>]
    /// What else tells apart two alerts of one kind and the same subjects.
    let detail: String

    init(of alert: Alert) {
        kind = alert.kind
        // Whoever ends a task late, it is the same task.
        people = alert.task == nil ? alert.people : []
        let isNamedByLines =
            switch alert.kind {
            // Their lines come and go with the numbers.
            case .bottleneck, .onlyHolder, .milestoneAtRisk, .contractEnds, .overbooked, .leaveClash, .notEmployed,
                .contradictoryPins:
                false
            case .excluded, .unqualified, .notWon, .outsideDates, .lineOverpinned, .lineOverbooked, .lateMilestone,
                .lateProject, .lateTask, .undoneTask, .unfilled, .sustainedLoad, .underTarget, .overTarget, .overBudget,
                .thinMargin, .loss:
                true
            }
        lines = isNamedByLines ? alert.lines : []
        projects = isNamedByLines || alert.lines.isEmpty || alert.kind == .milestoneAtRisk ? alert.projects : []
        detail =
            switch alert.cause {
            case .lateMilestone(_, let milestone, _), .milestoneAtRisk(_, let milestone, _, _): milestone.name
            case .onlyHolder(_, let skill, _): skill.skill.text
            case .lateTask(let task, _, _, _), .undoneTask(let task, _): "\(task)"
            case .poolOverbooked(let load): load.pool.text
            case .notEmployed, .leaveClash, .contradictoryPins, .overbooked, .excluded, .unqualified, .notWon,
                .outsideDates, .lineOverpinned, .lineOverbooked, .bottleneck, .lateProject, .unfilled, .sustainedLoad,
                .contractEnds, .underTarget, .overTarget, .overBudget, .thinMargin, .loss:
                ""
            }
    }
}

extension [Alert] {
    /// The alerts that the other list does not have, each subject once, the gravest first.
    func without(_ others: [Alert]) -> [Alert] {
        var known = Set(others.map(AlertIdentity.init))
        return filter { known.insert(AlertIdentity(of: $0)).inserted }
    }
}
