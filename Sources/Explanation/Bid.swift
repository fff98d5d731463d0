// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Matching
public import Planning
public import Staffing
import Verification

/// What a deal costs at today's scarcity, and when it would cost least.
public struct Bid: Sendable {
    /// The deal, begun so many weeks later than it says.
    public struct Start: Sendable {
        public let delay: Int
        public let days: DayRange
        /// What the deal asks for within the horizon, and what can be done of it when it comes before all else.
        public let asked: Hours
        public let filled: Hours
        /// What the deal's own hours cost: labour and subcontractors.
        public let own: Money
        /// What everything else loses by it: at the planner's prices, with overtime, misfit and hand-overs.
        public let displaced: Money
        /// What its hours are billed at as the deal has it.
        public let revenue: Money
        public let consequence: Consequence

        public var cost: Money { own + displaced }
        /// Below that price of an hour the firm is better off without; nil where nothing of the deal can be done.
        public var floor: Rate? { filled > .zero ? Rate(perHour: cost.perHour(of: filled)) : nil }
        /// What the deal's own rates bring beyond its cost.
        public var gain: Money { revenue - cost }
        public var unfilled: Hours { asked - filled }
    }

    public let project: Identifier<Project>
    /// By delay, as far as all of the deal lies within the horizon; the first is as the deal says, wherever it ends.
    public let starts: [Start]

    /// Where most of the deal can be done, the start that leaves most; the earliest of those that are alike.
    public var best: Start? {
        guard let least = starts.map(\.unfilled).min() else { return nil }
        return starts.filter { $0.unfilled - least < Hours(seconds: 60) }
            .reduce(nil) { best, start in best.map { start.gain > $0.gain ? start : $0 } ?? start }
    }
}

/// Takes the deal as won and before all else, plans the firm anew for each start, and takes what everything else loses.
///
/// The cost of the deal is the worth of the best plan without it, less the worth of the best plan that does as much of it
/// as can be done, the deal's own revenue and its own unmet hours left out. Of phases with windows those of the deal
/// begin as early as they can, all others as the base has them begin.
///
/// - Parameters:
///   - project: the deal, in `firm`.
///   - firm: the firm with the deal.
///   - base: a plan of the firm without it.
///   - weeks: the largest delay.
public func bid(
    on project: Identifier<Project>, in firm: Firm, over base: PlannedFirm, within weeks: Int = 8
) throws -> Bid {
    // Whatever else begins when the base has it begin.
    let firm = firm.placed(at: base.plan.starts)
    var won = firm
    guard let index = firm.projects.firstIndex(where: { $0.id == project }) else {
        return Bid(project: project, starts: [])
    }
    won.projects[index].stage = .won
    let starts = try (0...max(0, weeks)).compactMap { delay -> (Int, Firm)? in
        if delay == 0 { return (0, won) }
        guard won.canDelay(index, weeks: delay) else { return nil }
        return (delay, try won.applying([Delay(project, weeks: delay)]))
    }.mapAtOnce { delay, firm in try start(delay, index, in: firm, over: base) }
    return Bid(project: project, starts: starts)
}

/// A plan that does all it can of a project before anything else.
func planned(first project: Int, in firm: Firm, from base: PlannedFirm) throws -> PlannedFirm {
    let situation = Situation(of: firm)
    let lines = situation.demand.lines.indices.filter { situation.demand.lines[$0].project == project }
    let forced = try makePlan(
        in: situation.stipulating(lines.map { .first(line: $0) }), with: .single, from: base)
    return PlannedFirm(forced.plan, in: situation)
}

private func start(_ delay: Int, _ project: Int, in firm: Firm, over base: PlannedFirm) throws -> Bid.Start {
    try Bid.Start(delay, project, planned(first: project, in: firm, from: base), over: base)
}

extension Bid.Start {
    /// - Parameter next: the plan that does the deal before all else.
    init(_ delay: Int, _ project: Int, _ next: PlannedFirm, over base: PlannedFirm) {
        let situation = next.situation
        let firm = situation.firm
        let lines = situation.demand.lines.indices.filter { situation.demand.lines[$0].project == project }
        let earnings = next.figures.earnings[project]
        let coverage = next.figures.projects[project]
        let unmet = lines.reduce(Money.zero) {
            $0 + situation.unmetPrice(line: $1).amount(for: next.figures.lines[$1].unfilled)
        }
        let cost = base.figures.worth - (next.figures.worth - earnings.revenue + unmet)
        let own = firm.policy.cost == .full ? earnings.cost : earnings.subcontracting
        self.init(
            delay: delay, days: firm.projects[project].span(within: firm.horizon), asked: coverage.asked,
            filled: coverage.filled, own: own, displaced: cost - own, revenue: earnings.revenue,
            consequence: Consequence(from: base, to: next))
    }
}

extension Firm {
    /// The firm without a deal, and without the deal's client where `base` does not have it and nothing else is for it:
    /// what has to be equal to `base`, so that the deal alone is what is priced.
    public func without(deal: Identifier<Project>, over base: Firm) throws -> Firm {
        var firm = try applying([DropProject(deal)])
        guard let client = projects.first(where: { $0.id == deal })?.client,
            !base.clients.contains(where: { $0.id == client }), !firm.projects.contains(where: { $0.client == client })
        else { return firm }
        firm.clients.removeAll { $0.id == client }
        firm.exclusions.removeAll { $0.target == .client(client) }
        return firm
    }

    /// Whether a project has dates that can be later without leaving the horizon.
    fileprivate func canDelay(_ project: Int, weeks: Int) -> Bool {
        let days = projects[project].span(within: horizon)
        guard days.last + 7 * weeks <= horizon.days.last else { return false }
        do {
            _ = try applying([Delay(projects[project].id, weeks: weeks)])
            return true
        } catch {
            return false
        }
    }
}

extension Project {
    /// From the first day of any of its lines to the last.
    fileprivate func span(within horizon: Horizon) -> DayRange {
        let all = lines.map { days(of: $0, within: horizon) }
        guard let first = all.map(\.first).min(), let last = all.map(\.last).max() else { return days(within: horizon) }
        return DayRange(first, last)
    }
}

extension Money {
    /// This amount for so many hours, as the price of one, rounded to the minor unit.
    fileprivate func perHour(of hours: Hours) -> Money {
        Money(minorUnits: Int((Double(minorUnits) / hours.inHours).rounded()))
    }
}
