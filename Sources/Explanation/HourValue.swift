// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

/// What an hour of somebody on a line is worth to the firm, part by part:
/// chance × (bill rate + price of an unmet hour − cost − misfit).
public struct HourValue: Sendable, Equatable {
    public let chance: Share
    public let bill: Rate
    public let unmet: Rate
    /// As the policy charges it.
    public let cost: Rate
    public let misfit: Rate

    public var worth: Money {
        (bill.perHour + unmet.perHour - cost.perHour - misfit.perHour).times(chance)
    }
}

extension Situation {
    /// In one week of the horizon.
    public func hourValue(of candidate: Candidate, line: Int, week: Int) -> HourValue {
        HourValue(
            chance: weight(of: line), bill: billRate(line: line, person: candidate.person, week: week),
            unmet: unmetPrice(line: line), cost: chargedRate(person: candidate.person, week: week),
            misfit: candidate.misfit)
    }

    /// In the first week of the line in which the person is there.
    func hourValue(of candidate: Candidate, line: Int) -> HourValue {
        let weeks = demand.lines[line].weeks
        let week = weeks.first { capacity[candidate.person, $0].effective > .zero } ?? weeks.lowerBound
        return hourValue(of: candidate, line: line, week: week)
    }

    /// Of a subcontractor pool, in the first week of the line in which it can be called on.
    func hourValue(ofPool pool: Int, line: Int) -> HourValue {
        let weeks = demand.lines[line].weeks
        let week = weeks.first { capacity(ofPool: pool, week: $0) > .zero } ?? weeks.lowerBound
        return HourValue(
            chance: weight(of: line), bill: billRate(line: line, pool: pool, week: week),
            unmet: unmetPrice(line: line), cost: costRate(pool: pool, week: week), misfit: .zero)
    }
}
