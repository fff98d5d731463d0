// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
import Staffing

extension Tally {
    /// What the staffing of a plan is worth beside plans at other starts, in minor units: the value of the stage, with
    /// what pinned work is worth for the demand that it meets, less penalties for late milestones. Cover is decided
    /// afterwards, at the starts of the plan, and left out.
    ///
    /// Demand that a later start puts beyond the horizon brings nothing and is not met: a plan gains nothing by pushing
    /// work out of sight.
    public func startsValue(in situation: Situation) -> Double {
        let pinned = situation.demand.lines.indices.reduce(0) { $0 + situation.pinnedValue(of: $1) }
        return staffingObjective(in: situation) + pinned - situation.penalties()
    }
}

extension Situation {
    /// The price of the unmet hours that pinned work saves a line, times its chance, in minor units.
    func pinnedValue(of line: Int) -> Double {
        guard weight(of: line) > .zero else { return 0 }
        let asked = demand.lines[line]
        let met: Hours =
            need(of: line).spread == .anytime
            ? asked.total - openTotal(line: line)
            : asked.weeks.reduce(.zero) { $0 + asked.hours(in: $1) - openHours(line: line, week: $1) }
        return weight(of: line).fraction * Double(unmetPrice(line: line).perHour.minorUnits) * met.inHours
    }

    /// What late milestones cost, times the chance of their projects, in minor units.
    func penalties() -> Double {
        firm.projects.reduce(0) { $0 + weight(of: $1) * Double(firm.penalty(of: $1).minorUnits) }
    }

    func weight(of project: Project) -> Double { firm.policy.weight(of: project.stage).fraction }
}
