// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Matching
public import Planning
public import Staffing
import Verification

/// The earliest day on which a project can be done with the people there are, all other work staying as planned.
///
/// A project is done when each hour that it asks for is worked, by people who may do it, in the hours that the plan
/// leaves them beside all other projects, overtime and the hours that subcontractors have left in every week included.
/// Starts within its windows are tried by the end that they give, then later ones, all of the project moving together
/// week by week while it ends within the horizon. For each of them as much of the project is staffed as can be.
public struct EarliestDelivery: Sendable, Equatable {
    public struct Start: Sendable, Equatable {
        /// Of the phases with windows.
        public let starts: [PhaseStart]
        /// Weeks by which the whole project begins after those.
        public let delayWeeks: Int
        /// The last working day of the project.
        public let ends: Day
        /// Filled of asked, of the hours within the horizon.
        public let filled: Hours
        public let asked: Hours

        public var isFilled: Bool { (asked - filled).isDust }
    }

    public let project: Identifier<Project>
    /// The last working day by dates alone: everything as early as it can be.
    public let byDates: Day
    /// In the order in which they were tried; no more than ``mostTries``.
    public let tried: [Start]
    /// Whether there were more starts to try.
    public let isCutShort: Bool

    /// Starts that are tried at most.
    public static let mostTries = 60

    /// Nil where none that was tried can be staffed in full.
    public var earliest: Start? { tried.first(where: \.isFilled) }

    /// Of those that cannot, the one that comes nearest.
    public var nearest: Start? {
        tried.reduce(nil) { best, start in best.map { $0.filled >= start.filled ? $0 : start } ?? start }
    }
}

extension PlannedFirm {
    /// - Parameter index: of the project.
    /// - Throws: as ``makePlan(for:style:with:effort:from:onProgress:)`` does.
    public func earliestDelivery(of index: Int) throws -> EarliestDelivery {
        let open = try besideAllElse(index)
        let project = open.projects[index].id
        let earliest = open.placed(at: open.placements(of: index).all.first ?? [])
        let byDates = earliest.lastWorkingDay(of: earliest.projects[index]) ?? earliest.horizon.days.last
        var candidates = candidates(for: index, in: open)
        let isCutShort = candidates.count > EarliestDelivery.mostTries
        candidates = Array(candidates.prefix(EarliestDelivery.mostTries))
        var tried: [EarliestDelivery.Start] = []
        for candidate in candidates {
            let planned = try makePlan(for: candidate.firm, with: .single)
            let coverage = planned.figures.projects[index]
            let start = EarliestDelivery.Start(
                starts: candidate.starts, delayWeeks: candidate.delay, ends: candidate.ends,
                filled: coverage.filled, asked: coverage.asked)
            tried.append(start)
            if start.isFilled { break }
        }
        return EarliestDelivery(
            project: project, byDates: byDates, tried: tried,
            isCutShort: isCutShort && tried.last?.isFilled == false)
    }

    private struct Candidate {
        let firm: Firm
        let starts: [PhaseStart]
        let delay: Int
        let ends: Day
    }

    /// The starts within the windows by the end that they give, then the last of them so many weeks later.
    private func candidates(for index: Int, in open: Firm) -> [Candidate] {
        func candidate(_ firm: Firm, _ starts: [PhaseStart], _ delay: Int) -> Candidate {
            Candidate(
                firm: firm, starts: starts, delay: delay,
                ends: firm.lastWorkingDay(of: firm.projects[index]) ?? firm.horizon.days.last)
        }
        let placements = open.placements(of: index).all
        let within = placements.map { candidate(open.placed(at: $0), $0, 0) }.enumerated()
            .sorted { ($0.element.ends, $0.offset) < ($1.element.ends, $1.offset) }.map(\.element)
        guard let last = within.last else { return [] }
        var all = within
        for delay in 1...max(1, open.horizon.weekCount) {
            guard last.ends + 7 * delay <= open.horizon.days.last else { break }
            do {
                let later = try last.firm.applying([Delay(open.projects[index].id, weeks: delay)])
                all.append(candidate(later, last.starts, delay))
            } catch {
                // What has no dates cannot move, and nothing begins behind its deadline.
                break
            }
        }
        return all
    }

    /// The firm in which all that is planned of other projects is pinned and nothing else of them is asked for, and an
    /// unmet hour of this project is worth more than anything.
    private func besideAllElse(_ index: Int) throws -> Firm {
        let own = situation.firm.projects[index].id
        var firm = situation.firm
        firm.commitment = nil
        let unplaced = firm.unplaced.projects[index]
        firm.projects[index] = unplaced
        firm.projects[index].stage = .won
        for other in firm.projects.indices where other != index {
            for line in firm.projects[other].lines.indices {
                firm.projects[other].lines[line].amount = .total(.zero)
                firm.projects[other].lines[line].range = nil
            }
        }
        let priceless = Rate(perHour: Money(minorUnits: 100_000 * firm.currency.scale))
        firm.policy.unmet = Policy.UnmetPrices(
            critical: priceless, high: priceless, normal: priceless, low: priceless)
        firm.bookings =
            firm.bookings.filter { $0.line.project == own }
            + plan.assignments.filter { $0.line.project != own }.flatMap { assignment in
                assignment.weeks.compactMap { item in
                    item.week.days.intersection(firm.horizon.days).map { days in
                        Booking(
                            person: assignment.person, line: assignment.line, amount: .total(item.hours), days: days,
                            firmness: .pinned)
                    }
                }
            }
        firm.subcontractors = firm.subcontractors.map { pool in
            var used: [Week: Hours] = [:]
            for item in plan.subcontracts where item.pool == pool.id && item.line.project != own {
                for week in item.weeks { used[week.week, default: .zero] += week.hours }
            }
            let most = used.values.max() ?? .zero
            return SubcontractorPool(
                id: pool.id, name: pool.name, skills: pool.skills, roles: pool.roles,
                hoursPerWeek: max(.zero, pool.hoursPerWeek - most), cost: pool.cost, days: pool.days)
        }
        return firm
    }
}
