// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Earned value: what was planned, done and spent by a day, all at what work costs, in the firm's currency.
public struct EarnedValue: Sendable, Equatable {
    /// Budget at completion (BAC): all that the committed plan costs.
    public var budget: Money
    /// Budgeted cost of work scheduled (BCWS): of the plan, what was to be done by the day.
    public var scheduled: Money
    /// Budgeted cost of work performed (BCWP): the part of the budget that is done.
    public var performed: Money
    /// Actual cost of work performed (ACWP).
    public var spent: Money

    public init(budget: Money, scheduled: Money, performed: Money, spent: Money) {
        self.budget = budget
        self.scheduled = scheduled
        self.performed = performed
        self.spent = spent
    }

    public static let zero = EarnedValue(budget: .zero, scheduled: .zero, performed: .zero, spent: .zero)

    /// CV: below zero, the work has cost more than it was to.
    public var costVariance: Money { performed - spent }
    /// SV: below zero, less was done than was to be.
    public var scheduleVariance: Money { performed - scheduled }
    /// CPI; nil where nothing was spent.
    public var costIndex: Share? { Share.ratio(performed, spent) }
    /// SPI; nil where nothing was to be done.
    public var scheduleIndex: Share? { Share.ratio(performed, scheduled) }
    /// EAC: (ACWP / BCWP) × BAC, rounded half to even; nil where nothing is done.
    public var estimateAtCompletion: Money? {
        guard performed > .zero else { return nil }
        return spent.times(budget.minorUnits, over: performed.minorUnits)
    }
    /// ETC: EAC less ACWP.
    public var estimateToComplete: Money? { estimateAtCompletion.map { $0 - spent } }
    /// VAC: below zero, the whole will cost more than it was to.
    public var varianceAtCompletion: Money? { estimateAtCompletion.map { budget - $0 } }
    /// How much is done.
    public var done: Share? { Share.ratio(performed, budget) }

    static func += (left: inout EarnedValue, right: EarnedValue) {
        left.budget += right.budget
        left.scheduled += right.scheduled
        left.performed += right.performed
        left.spent += right.spent
    }
}

extension BookedWork {
    /// Of the hours, those after a day: a week's work is spread evenly from Monday through Friday. Rounded down.
    public func hours(after day: Day) -> Hours {
        let left = min(5, max(0, week.monday + 4 - day))
        return Hours(seconds: hours.seconds * left / 5)
    }

    func with(_ hours: Hours) -> BookedWork { BookedWork(whose, on: line, in: week, hours) }
}
