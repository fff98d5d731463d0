// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

extension Situation {
    /// What it costs, in minor units, that a person takes on the whole of a steady line from a week on at which the
    /// line is running already: the policy's hours for finding one's feet at the person's cost rate, times the chance
    /// of the line. Nothing where pinned work had them on the line in the week before, or where the line has asked for
    /// nothing so far.
    public func handOverCost(person: Int, line: Int, from week: Int) -> Double {
        guard demand.lines[line].hasBegun(before: week) else { return 0 }
        guard pinned.hours(person: person, line: line, week: week - 1) == .zero else { return 0 }
        let cost = costRate(person: person, week: week).amount(for: firm.policy.handOver)
        return weights[line].fraction * Double(cost.minorUnits)
    }
}
