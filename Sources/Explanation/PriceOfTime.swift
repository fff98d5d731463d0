// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
public import Staffing
import Verification

/// What it costs, or brings, to begin a phase in another week of its window: each start is planned anew.
public struct PriceOfTime: Sendable {
    public struct Start: Sendable {
        public let day: Day
        /// The last working day of the project.
        public let ends: Day
        /// What the best plan with this start is worth beyond the plan that was made; negative for a loss.
        public let change: Money
        /// What the project's late milestones cost, as if it were won.
        public let penalty: Money
        public let coverage: Double?
        public let isChosen: Bool
    }

    public let project: Identifier<Project>
    public let phase: Identifier<Phase>
    /// The days of the window on which it can begin, in order.
    public let starts: [Start]
}

extension PlannedFirm {
    /// What each start of each phase with a window is worth, of some projects.
    ///
    /// The other phases of the project begin as the plan has them begin; those that thereby would not fit begin as early
    /// as they can after it, or as late as they may before it. All other projects begin as planned, and everybody is
    /// assigned anew.
    ///
    /// - Parameter projects: positions in the firm.
    /// - Throws: as ``makePlan(for:style:with:effort:from:onProgress:)`` does.
    public func pricesOfTime(of projects: [Int]) throws -> [PriceOfTime] {
        let firm = situation.firm
        let now = startsWorth
        let jobs = projects.flatMap { index -> [Job] in
            let project = firm.projects[index]
            let placements = firm.unplaced.placements(of: index).all
            let chosen = plan.starts.filter { $0.project == project.id }
            guard placements.count > 1 else { return [] }
            return chosen.indices.flatMap { position -> [Job] in
                let days = Set(placements.map { $0[position].day }).sorted()
                return days.compactMap { day in
                    placements.filter { $0[position].day == day }.min { left, right in
                        left.distance(to: chosen) < right.distance(to: chosen)
                    }.map { Job(project: index, phase: chosen[position].phase, day: day, starts: $0) }
                }
            }
        }
        let starts = try jobs.mapAtOnce { job in
            let isChosen = job.starts.allSatisfy(plan.starts.contains)
            let next = isChosen ? self : try replanned(for: firm.placed(at: job.starts))
            let placed = next.situation.firm
            let project = placed.projects[job.project]
            return PriceOfTime.Start(
                day: job.day, ends: placed.lastWorkingDay(of: project) ?? placed.horizon.days.last,
                change: isChosen ? .zero : next.startsWorth - now, penalty: placed.penalty(of: project),
                coverage: next.figures.projects[job.project].ratio, isChosen: isChosen)
        }
        var prices: [PriceOfTime] = []
        for (job, start) in zip(jobs, starts) {
            let project = firm.projects[job.project].id
            if let last = prices.last, last.project == project, last.phase == job.phase {
                prices[prices.count - 1] = PriceOfTime(
                    project: project, phase: job.phase, starts: last.starts + [start])
            } else {
                prices.append(PriceOfTime(project: project, phase: job.phase, starts: [start]))
            }
        }
        return prices.filter { $0.starts.count > 1 }
    }

    /// What the plan is worth beside plans at other starts, cover included.
    private var startsWorth: Money {
        let tally = Tally(of: plan, in: situation)
        let minorUnits = tally.startsValue(in: situation) + tally.coverObjective(in: situation)
        return Money(minorUnits: Int(minorUnits.rounded()))
    }
}

private struct Job: Sendable {
    let project: Int
    let phase: Identifier<Phase>
    let day: Day
    let starts: [PhaseStart]
}

extension [PhaseStart] {
    /// By how many days phases begin elsewhere, all together.
    fileprivate func distance(to other: [PhaseStart]) -> Int {
        zip(self, other).reduce(0) { $0 + abs($1.0.day - $1.1.day) }
    }
}
