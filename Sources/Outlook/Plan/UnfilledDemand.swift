// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing

extension PlanReview {
    /// Demand that the plan leaves unmet, as grave as its line is important, and milder where it is not won.
    func unfilled() -> [Alert] {
        planned.plan.unfilled.compactMap { unfilled in
            guard let line = situation.demand.index(of: unfilled.line) else { return nil }
            let weeks = unfilled.weeks.worthTelling
            guard let first = weeks.first, let last = weeks.last else { return nil }
            return Alert(
                .unfilled(unfilled.line, weeks.total, unfilled.reason, nearest: unfilled.nearest),
                situation.severity(ofUnmet: line), first.week...last.week)
        }
    }

    /// Milestones before which demand stays unmet: in the lines of their phase, or of a phase that it waits for.
    func milestonesAtRisk() -> [Alert] {
        let unmet = Dictionary(
            planned.plan.unfilled.map { ($0.line, $0.weeks.worthTelling) }, uniquingKeysWith: +)
        return firm.projects.flatMap { project in
            project.phases.compactMap { phase in
                guard let milestone = phase.milestone else { return nil }
                let path = project.phases(upTo: phase.id)
                let lines = project.lines.filter { $0.phase.map(path.contains) ?? false }
                    .map { LineID(project.id, $0.id) }.filter { unmet[$0]?.isEmpty == false }
                let weeks = lines.flatMap { unmet[$0] ?? [] }
                guard let first = weeks.map(\.week).min(), let last = weeks.map(\.week).max() else { return nil }
                return Alert(
                    .milestoneAtRisk(project.id, milestone, lines, weeks.total),
                    project.stage == .won ? .warning : .notice, first...last)
            }
        }
    }
}

extension [WeekHours] {
    /// Shares are rounded to millionths and hours to seconds; weeks in which only that is missing are not told.
    fileprivate var worthTelling: [WeekHours] { filter { !$0.hours.isDust } }
}

extension Project {
    /// The phase, and all that it waits for, directly or not.
    fileprivate func phases(upTo last: Identifier<Phase>) -> Set<Identifier<Phase>> {
        var path: Set = [last]
        // Each round adds those that the phases found so far wait for.
        for _ in phases {
            for phase in phases where path.contains(phase.id) { path.formUnion(phase.after.map(\.phase)) }
        }
        return path
    }
}
