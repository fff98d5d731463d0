// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension Alert.Cause {
    public var kind: Alert.Kind {
        switch self {
        case .notEmployed: .notEmployed
        case .leaveClash: .leaveClash
        case .contradictoryPins: .contradictoryPins
        case .overbooked, .poolOverbooked: .overbooked
        case .excluded: .excluded
        case .unqualified: .unqualified
        case .notWon: .notWon
        case .outsideDates: .outsideDates
        case .lineOverpinned: .lineOverpinned
        case .lineOverbooked: .lineOverbooked
        case .bottleneck: .bottleneck
        case .onlyHolder: .onlyHolder
        case .lateMilestone: .lateMilestone
        case .lateProject: .lateProject
        case .lateTask: .lateTask
        case .undoneTask: .undoneTask
        case .unfilled: .unfilled
        case .milestoneAtRisk: .milestoneAtRisk
        case .sustainedLoad: .sustainedLoad
        case .contractEnds: .contractEnds
        case .underTarget: .underTarget
        case .overTarget: .overTarget
        case .overBudget: .overBudget
        case .thinMargin: .thinMargin
        case .loss: .loss
        }
    }
}

extension Alert {
    /// Whom the alert is about; not those who are named as a way out.
    public var people: [Identifier<Person>] {
        switch cause {
        case .notEmployed(let load), .leaveClash(let load), .contradictoryPins(let load), .overbooked(let load):
            [load.person]
        case .excluded(let promise, _), .unqualified(let promise, _), .notWon(let promise, _),
            .outsideDates(let promise, _):
            [promise.person]
        case .lineOverpinned(let surplus), .lineOverbooked(let surplus): surplus.people
        case .bottleneck(let bottleneck): bottleneck.people
        case .onlyHolder(let person, _, _), .sustainedLoad(let person, _, _), .contractEnds(let person, _, _, _),
            .underTarget(let person, _, _), .overTarget(let person, _, _):
            [person]
        case .lateTask(_, let person, _, _): [person]
        case .poolOverbooked, .lateMilestone, .lateProject, .undoneTask, .unfilled, .milestoneAtRisk, .overBudget,
            .thinMargin, .loss:
            []
        }
    }

    /// The lines that it is about, in the order of the files.
    public var lines: [LineID] {
        switch cause {
        case .notEmployed(let load), .leaveClash(let load), .contradictoryPins(let load), .overbooked(let load):
            load.lines
        case .poolOverbooked(let load): load.lines
        case .excluded(let promise, _), .unqualified(let promise, _), .notWon(let promise, _),
            .outsideDates(let promise, _):
            [promise.line]
        case .lineOverpinned(let surplus), .lineOverbooked(let surplus): [surplus.line]
        case .bottleneck(let bottleneck): bottleneck.lines
        case .onlyHolder(_, _, let lines), .milestoneAtRisk(_, _, let lines, _), .contractEnds(_, _, let lines, _):
            lines
        case .unfilled(let line, _, _, _): [line]
        case .lateMilestone, .lateProject, .lateTask, .undoneTask, .sustainedLoad, .underTarget, .overTarget,
            .overBudget, .thinMargin, .loss:
            []
        }
    }

    /// The projects that it is about, in the order of the files.
    public var projects: [Identifier<Project>] {
        switch cause {
        case .lateMilestone(let project, _, _), .lateProject(let project, _, _), .milestoneAtRisk(let project, _, _, _),
            .overBudget(let project, _, _), .thinMargin(let project, _, _, _), .loss(let project, _, _):
            [project]
        case .lateTask(let task, _, _, _), .undoneTask(let task, _): [task.project]
        case .notEmployed, .leaveClash, .contradictoryPins, .overbooked, .poolOverbooked, .excluded, .unqualified,
            .notWon,
            .outsideDates, .lineOverpinned, .lineOverbooked, .bottleneck, .onlyHolder, .unfilled, .sustainedLoad,
            .contractEnds, .underTarget, .overTarget:
            lines.map(\.project).uniqued()
        }
    }

    /// The task that it is about, if it is about one.
    public var task: TaskID? {
        switch cause {
        case .lateTask(let task, _, _, _), .undoneTask(let task, _): task
        case .notEmployed, .leaveClash, .contradictoryPins, .overbooked, .poolOverbooked, .excluded, .unqualified,
            .notWon,
            .outsideDates, .lineOverpinned, .lineOverbooked, .bottleneck, .onlyHolder, .lateMilestone, .lateProject,
            .unfilled, .milestoneAtRisk, .sustainedLoad, .contractEnds, .underTarget, .overTarget, .overBudget,
            .thinMargin, .loss:
            nil
        }
    }

    /// How many hours there are too many, or too few; nil where it is not about hours.
    public var hours: Hours? {
        switch cause {
        case .notEmployed(let load), .leaveClash(let load), .contradictoryPins(let load), .overbooked(let load):
            load.excess
        case .poolOverbooked(let load): load.excess
        case .excluded(let promise, _), .unqualified(let promise, _), .notWon(let promise, _),
            .outsideDates(let promise, _):
            promise.hours
        case .lineOverpinned(let surplus), .lineOverbooked(let surplus): surplus.excess
        case .bottleneck(let bottleneck): bottleneck.short
        case .unfilled(_, let hours, _, _), .milestoneAtRisk(_, _, _, let hours), .contractEnds(_, _, _, let hours):
            hours
        case .sustainedLoad(_, let ratio, let share), .underTarget(_, let ratio, let share),
            .overTarget(_, let ratio, let share):
            max(ratio.part, ratio.whole.times(share)) - min(ratio.part, ratio.whole.times(share))
        case .onlyHolder, .lateMilestone, .lateProject, .lateTask, .undoneTask, .overBudget, .thinMargin, .loss: nil
        }
    }

    /// How much money there is too much, or too little; nil where it is not about money.
    public var money: Money? {
        switch cause {
        case .overBudget(_, let revenue, let budget): revenue - budget
        case .thinMargin(_, let revenue, let margin, let limit): revenue.times(limit) - margin
        case .loss(_, _, let margin): -margin
        case .notEmployed, .leaveClash, .contradictoryPins, .overbooked, .poolOverbooked, .excluded, .unqualified,
            .notWon,
            .outsideDates, .lineOverpinned, .lineOverbooked, .bottleneck, .onlyHolder, .lateMilestone, .lateProject,
            .lateTask, .undoneTask, .unfilled, .milestoneAtRisk, .sustainedLoad, .contractEnds, .underTarget,
            .overTarget:
            nil
        }
    }
}
