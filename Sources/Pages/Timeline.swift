// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
public import Staffing
public import Verification

/// When projects run, what they wait for, and who works on them.
public struct Timeline: Sendable {
    /// A phase of a project, or a project without phases as a whole.
    public struct Bar: Sendable {
        public let name: String
        public let days: DayRange
        /// From the first day on which it may begin through the last on which it then ends; nil where its start is set.
        public let window: DayRange?
        /// Where it stands in the plan that this one is set against; nil where it stands there as it does here.
        public let ghost: DayRange?
        public let milestone: Milestone?
        /// Weeks begun by which the milestone is missed.
        public let weeksLate: Int
        /// What it waits for: bars of the same project, by position, and whether for their end or their start.
        public let after: [Dependency]

        public struct Dependency: Sendable, Equatable {
            public let bar: Int
            public let edge: Phase.Dependency.Edge
        }
    }

    /// Somebody, or subcontractors, on a project.
    public struct Member: Sendable {
        public let name: String
        public let lines: [LineID]
        /// By week of the horizon.
        public let hours: [Hours]

        public var total: Hours { hours.reduce(.zero, +) }
    }

    public struct Entry: Sendable {
        public let project: Project
        public let days: DayRange
        public let bars: [Bar]
        /// The most hours first.
        public let team: [Member]
        public let coverage: Figures.Coverage
        public let earnings: Figures.Earnings
    }

    public let firm: Firm
    public let entries: [Entry]
    public let hasGhosts: Bool

    /// - Parameter base: the plan that this one is set against; what has moved since then is drawn where it was.
    public init(of planned: PlannedFirm, against base: PlannedFirm? = nil) {
        let firm = planned.situation.firm
        let teams = Timeline.teams(of: planned)
        let before = base.map { Dictionary($0.situation.firm.projects.map { ($0.id, $0) }) { first, _ in first } }
        self.firm = firm
        entries = firm.projects.enumerated().compactMap { index, project in
            let days = project.days(within: firm.horizon)
            guard project.stage != .lost, days.overlaps(firm.horizon.days) else { return nil }
            return Entry(
                project: project, days: days, bars: Timeline.bars(of: project, in: firm, before?[project.id]),
                team: teams[index], coverage: planned.figures.projects[index], earnings: planned.figures.earnings[index]
            )
        }
        hasGhosts = entries.contains { $0.bars.contains { $0.ghost != nil } }
    }

    private static func bars(of project: Project, in firm: Firm, _ before: Project?) -> [Bar] {
        let late = Dictionary(firm.lateMilestones(of: project).map { ($0.phase, $0.weeks) }) { first, _ in first }
        let placed = zip(project.phases, project.phaseDays()).compactMap { phase, days in days.map { (phase, $0) } }
        guard !placed.isEmpty else {
            let days = project.days(within: firm.horizon)
            return [
                Bar(
                    name: "work", days: days, window: nil,
                    ghost: before.map { $0.days(within: firm.horizon) }.flatMap { $0 == days ? nil : $0 },
                    milestone: nil,
                    weeksLate: 0, after: [])
            ]
        }
        return placed.map { phase, days in
            let ghost = before?.days(of: phase.id).flatMap { $0 == days ? nil : $0 }
            let window = phase.latest.map {
                DayRange(phase.start ?? days.first, max(days.last, $0 + days.dayCount - 1))
            }
            let after = phase.after.compactMap { dependency in
                placed.firstIndex { $0.0.id == dependency.phase }.map { Bar.Dependency(bar: $0, edge: dependency.edge) }
            }
            return Bar(
                name: phase.id.text, days: days, window: window, ghost: ghost, milestone: phase.milestone,
                weeksLate: late[phase.id] ?? 0, after: after)
        }
    }

    /// By project.
    private static func teams(of planned: PlannedFirm) -> [[Member]] {
        let situation = planned.situation
        let firm = situation.firm
        let tally = Tally(of: planned.plan, in: situation)
        var teams = [Team](repeating: Team(), count: firm.projects.count)
        for entry in tally.entries {
            let line = situation.demand.lines[entry.line]
            teams[line.project].add(
                entry.hours, of: entry.person, firm.people[entry.person].name, on: line.id, in: entry.week,
                of: firm.horizon.weekCount)
        }
        for entry in tally.poolEntries {
            let line = situation.demand.lines[entry.line]
            teams[line.project].add(
                entry.hours, of: firm.people.count + entry.pool, firm.subcontractors[entry.pool].name, on: line.id,
                in: entry.week, of: firm.horizon.weekCount)
        }
        return teams.map(\.members)
    }
}

/// Who works on a project, as it is added up.
private struct Team {
    private struct Part {
        let who: Int
        let name: String
        var lines: [LineID]
        var hours: [Hours]
    }

    private var parts: [Part] = []

    mutating func add(_ hours: Hours, of who: Int, _ name: String, on line: LineID, in week: Int, of count: Int) {
        guard hours > .zero else { return }
        let index =
            parts.firstIndex { $0.who == who }
            ?? {
                parts.append(Part(who: who, name: name, lines: [], hours: Array(repeating: .zero, count: count)))
                return parts.count - 1
            }()
        parts[index].hours[week] += hours
        if !parts[index].lines.contains(line) { parts[index].lines.append(line) }
    }

    var members: [Timeline.Member] {
        parts.map { (who: $0.who, member: Timeline.Member(name: $0.name, lines: $0.lines, hours: $0.hours)) }
            .sorted { ($1.member.total, $0.who) < ($0.member.total, $1.who) }.map(\.member)
    }
}
