// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
public import Staffing

/// When the parts of a project run in a plan, what waits for what, and what could wait longer.
public struct Timeline: Sendable, Equatable {
    public struct Phase: Sendable, Equatable {
        /// Nil for a project without phases: all of its work.
        public let id: Identifier<Staffing.Phase>?
        public let days: DayRange
        /// From the first day on which it may run to the last, where its start is chosen.
        public let reach: DayRange?
        /// Whole weeks by which it could begin later without the project ending later: by dates alone, when everything
        /// that waits for it moves as far as it must.
        public let slackWeeks: Int
        /// Whether the project would end later if the phase began a day later.
        public let isCritical: Bool
        public let waitsFor: [Staffing.Phase.Dependency]
        public let milestone: Milestone?
        /// The last working day.
        public let ends: Day
        /// Nil where its milestone is reached in time, or there is none.
        public let late: LateMilestone?
    }

    public let project: Identifier<Project>
    /// In the order of the files.
    public let phases: [Phase]
    /// The last working day of all phases and needs.
    public let ends: Day
    public let deadline: Day?

    /// The phases that keep the project from ending earlier, in the order in which they begin.
    public var criticalPath: [Identifier<Staffing.Phase>] {
        phases.filter(\.isCritical).sorted { $0.days.first < $1.days.first }.compactMap(\.id)
    }

    /// - Parameter index: of the project; its starts are those that the firm has.
    public init(of index: Int, in firm: Firm) {
        let project = firm.projects[index]
        self.project = project.id
        deadline = project.deadline
        let whole = project.days(within: firm.horizon)
        let last = firm.lastWorkingDay(of: project) ?? firm.lastWorkingDay(of: project, in: whole)
        ends = last
        guard !project.phases.isEmpty else {
            phases = [
                Phase(
                    id: nil, days: whole, reach: nil, slackWeeks: 0, isCritical: true, waitsFor: [], milestone: nil,
                    ends: last, late: nil)
            ]
            return
        }
        let late = firm.lateMilestones(of: project)
        let latest = firm.unplaced.projects[index].atLatest.phaseDays()
        let earliest = firm.unplaced.projects[index].phaseDays()
        phases = zip(project.phases, project.phaseDays()).enumerated().compactMap { position, item in
            let (phase, days) = item
            guard let days else { return nil }
            var reach: DayRange?
            if phase.hasWindow, let first = earliest[position]?.first, let last = latest[position]?.last {
                reach = DayRange(min(first, days.first), max(last, days.last))
            }
            return Phase(
                id: phase.id, days: days, reach: reach, slackWeeks: project.slackWeeks(of: position),
                isCritical: project.endsLater(ifPhaseAt: position, beginsLaterBy: 1), waitsFor: phase.after,
                milestone: phase.milestone, ends: firm.lastWorkingDay(of: project, in: days),
                late: late.first { $0.phase == phase.id })
        }
    }

    /// Those of all projects of a plan that are not lost and that reach into the horizon, in the order of the files.
    public static func all(of planned: PlannedFirm) -> [Timeline] {
        let firm = planned.situation.firm
        return firm.projects.indices.filter { firm.projects[$0].stage != .lost }.map { Timeline(of: $0, in: firm) }
            .filter { timeline in timeline.phases.contains { $0.days.overlaps(firm.horizon.days) } }
    }
}

extension Project {
    /// The last day of all phases when one of them begins so many days later, and what waits for it moves as far as it
    /// must.
    private func lastDay(ifPhaseAt index: Int, beginsLaterBy days: Int) -> Day? {
        guard let begin = phaseDays()[index]?.first else { return nil }
        var project = self
        let phase = phases[index]
        project.phases[index] = Phase(
            id: phase.id, start: begin + days, after: phase.after, extent: phase.extent, milestone: phase.milestone)
        return project.phaseDays().compactMap { $0?.last }.max()
    }

    fileprivate func endsLater(ifPhaseAt index: Int, beginsLaterBy days: Int) -> Bool {
        guard let now = phaseDays().compactMap({ $0?.last }).max(),
            let then = lastDay(ifPhaseAt: index, beginsLaterBy: days)
        else { return false }
        return then > now
    }

    fileprivate func slackWeeks(of index: Int) -> Int {
        var weeks = 0
        while weeks < Horizon.mostWeeks, !endsLater(ifPhaseAt: index, beginsLaterBy: 7 * (weeks + 1)) { weeks += 1 }
        return weeks
    }
}
