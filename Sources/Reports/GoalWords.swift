// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Staffing

/// Goals, and what plans come to by them, as people read them.
struct GoalWords {
    let situation: Situation
    private let asked: Money

    init(of situation: Situation) {
        self.situation = situation
        asked = situation.coverageAsked
    }

    /// `96.2 %`, `41,200 EUR`, `312 h kept`, `12.5 h apart`
    func text(_ value: GoalValue, of measure: PlanGoal.Measure) -> String {
        switch (measure, value) {
        case (.coverage, .money(let money)):
            asked > .zero ? percent(Double(money.minorUnits) / Double(asked.minorUnits)) : "nothing asked for"
        case (_, .money(let money)):
            "\(Numbers.money(money, in: situation.firm.currency)) \(situation.firm.currency.code)"
        case (.balance, .hours(let hours)): "\(Numbers.hours(Hours.zero - hours)) h apart"
        case (_, .hours(let hours)): "\(Numbers.hours(hours)) h kept"
        }
    }

    /// An amount in minor units or seconds: `1,240 EUR`, `3.5 h`.
    func amount(_ smallest: Double, of measure: PlanGoal.Measure) -> String {
        let whole = Int(min(max(smallest.rounded(), -9e18), 9e18))
        switch measure.unit {
        case .money:
            return
                "\(Numbers.money(Money(minorUnits: whole), in: situation.firm.currency)) \(situation.firm.currency.code)"
        case .hours: return "\(Numbers.hours(Hours(seconds: whole))) h"
        }
    }

    /// To a tenth of a per cent.
    func percent(_ ratio: Double) -> String { Numbers.tenths(100 * ratio) + " %" }

    /// The least that a plan has to come to.
    func floor(of stage: GoalStage) -> GoalValue {
        let given = stage.goal.tolerance.fraction * abs(situation.major(stage.base))
        return situation.value(
            situation.major(stage.best) - given, of: stage.goal.measure, .toNearestOrAwayFromZero)
    }
}

extension PlanGoal.Measure {
    /// As a planner calls it.
    public var name: String {
        switch self {
        case .promises: "half-pinned"
        case .coverage, .calm, .margin, .balance: rawValue
        }
    }
}
