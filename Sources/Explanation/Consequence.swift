// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
public import Staffing
import Verification

/// What the whole firm gains and loses when one plan takes the place of another: the common currency of all answers.
///
/// Differences are after − before, so that what is positive is more in the second plan.
public struct Consequence: Sendable, Equatable {
    /// What a plan comes to.
    public struct Sums: Sendable, Equatable {
        /// At the planner's own prices: see `Figures.worth`.
        public let worth: Money
        /// Proposals weighed by their chance, as are costs.
        public let revenue: Money
        public let cost: Money
        public let asked: Hours
        public let filled: Hours
        public let overtime: Hours
        public let subcontracted: Hours

        public var margin: Money { revenue - cost }
        public var coverage: Double? { asked > .zero ? filled.inHours / asked.inHours : nil }

        init(of planned: PlannedFirm) {
            let earnings = planned.figures.earnings(.weighted)
            let coverage = planned.figures.coverage
            worth = planned.figures.worth
            revenue = earnings.revenue
            cost = earnings.cost
            asked = coverage.asked
            filled = coverage.filled
            overtime = planned.figures.use.overtime
            subcontracted = planned.plan.subcontractedHours
        }
    }

    public let before: Sums
    public let after: Sums
    /// Whose hours on which line change, most hours first.
    public let shifts: [Shift]
    /// Lines of which more or less stays unfilled than before, in the order of the lines; those of both firms.
    public let shortfalls: [Shortfall]

    public init(from base: PlannedFirm, to other: PlannedFirm) {
        before = Sums(of: base)
        after = Sums(of: other)
        shifts = Shift.all(from: base.plan, to: other.plan)
        shortfalls = Shortfall.all(from: base, to: other)
    }

    public var worth: Money { after.worth - before.worth }
    public var revenue: Money { after.revenue - before.revenue }
    public var cost: Money { after.cost - before.cost }
    public var margin: Money { after.margin - before.margin }
    public var filled: Hours { after.filled - before.filled }
    /// Hours of demand that stay unmet, more than before.
    public var unfilled: Hours { (after.asked - after.filled) - (before.asked - before.filled) }
    public var overtime: Hours { after.overtime - before.overtime }
    public var subcontracted: Hours { after.subcontracted - before.subcontracted }

    /// What the decision costs at the planner's own prices; negative where it is a gain.
    public var price: Money { before.worth - after.worth }
}

/// Demand of a line that is unmet in one plan and met in the other.
public struct Shortfall: Sendable, Equatable {
    public let line: LineID
    /// Unfilled hours, more than before.
    public let hours: Hours

    static func all(from base: PlannedFirm, to other: PlannedFirm) -> [Shortfall] {
        func unfilled(_ planned: PlannedFirm) -> [(LineID, Hours)] {
            zip(planned.situation.demand.lines.map(\.id), planned.figures.lines.map(\.unfilled)).map { ($0, $1) }
        }
        let before = Dictionary(unfilled(base), uniquingKeysWith: { first, _ in first })
        let after = Dictionary(unfilled(other), uniquingKeysWith: { first, _ in first })
        let order = unfilled(base).map(\.0) + unfilled(other).map(\.0).filter { before[$0] == nil }
        return order.compactMap { line in
            let hours = (after[line] ?? .zero) - (before[line] ?? .zero)
            return hours.isSlight ? nil : Shortfall(line: line, hours: hours)
        }
    }
}

extension Hours {
    /// Too little, either way, to be worth anybody's attention.
    var isSlight: Bool { abs(seconds) < 60 }
}
