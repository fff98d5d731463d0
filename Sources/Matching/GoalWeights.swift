// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// How much money and each measure count in a sum of them: money by its minor unit, and an hour of what is counted in
/// hours as one major unit.
public struct GoalWeights: Sendable, Hashable {
    /// The firm's own sum of money: see `Situation.value(of:line:week:)`.
    public private(set) var money: Double
    private var measures: [PlanGoal.Measure: Double] = [:]

    /// Money alone.
    public static let money = GoalWeights(money: 1)

    private init(money: Double) { self.money = money }

    /// One measure alone.
    public init(_ measure: PlanGoal.Measure) {
        money = 0
        measures[measure] = 1
    }

    public subscript(measure: PlanGoal.Measure) -> Double { measures[measure] ?? 0 }

    public mutating func add(_ weight: Double, of measure: PlanGoal.Measure) {
        if weight != 0 { measures[measure, default: 0] += weight }
    }

    public var isMoneyAlone: Bool { measures.isEmpty && money == 1 }
}

extension Situation {
    /// What an hour of the candidate on the line counts, in minor units. What balance makes of it is left out.
    public func value(of candidate: Candidate, line: Int, week: Int, by weights: GoalWeights) -> Double {
        if weights.isMoneyAlone { return value(of: candidate, line: line, week: week) }
        let margin =
            billRate(line: line, person: candidate.person, week: week).perHour
            - chargedRate(person: candidate.person, week: week).perHour
        return (weights.money == 0 ? 0 : weights.money * value(of: candidate, line: line, week: week))
            + measured(line, margin: margin, by: weights)
    }

    /// What an hour of a subcontractor on the line counts, in minor units.
    public func value(ofPool pool: Int, line: Int, week: Int, by weights: GoalWeights) -> Double {
        if weights.isMoneyAlone { return value(ofPool: pool, line: line, week: week) }
        let margin = billRate(line: line, pool: pool, week: week).perHour - costRate(pool: pool, week: week).perHour
        return (weights.money == 0 ? 0 : weights.money * value(ofPool: pool, line: line, week: week))
            + measured(line, margin: margin, by: weights)
    }

    private func measured(_ line: Int, margin: Money, by weights: GoalWeights) -> Double {
        weight(of: line).fraction
            * (weights[.coverage] * Double(unmetPrice(line: line).perHour.minorUnits)
                + weights[.margin] * Double(margin.minorUnits))
    }

    /// What an hour kept of a promise counts, in minor units; of it, what money alone counts.
    public func price(of promise: Promise, by weights: GoalWeights) -> (all: Double, money: Double) {
        let money = weights.money * Double(promise.price.perHour.minorUnits)
        let measure: PlanGoal.Measure =
            switch promise.origin {
            case .kept: .calm
            case .person, .time: .promises
            }
        return (money + weights[measure] * Double(firm.currency.scale), money)
    }

    /// What an hour of overtime costs beyond an ordinary one, in minor units.
    public func overtimePremium(person: Int, week: Int, by weights: GoalWeights) -> Double {
        (weights.money + weights[.margin]) * Double(overtimePremium(person: person, week: week).perHour.minorUnits)
    }
}

extension Situation {
    /// The firm's goals in the order in which they are planned for; none where it goes by its sum of money.
    public var goals: [PlanGoal] {
        guard let chosen = firm.policy.goals else { return [] }
        return (promises.contains { $0.origin != .kept } ? [PlanGoal(.promises)] : []) + chosen
    }

    /// The least that a plan has to come to by a goal of which the best is known, in major units or hours: the best less
    /// the tolerance, and less what the solver may be off by.
    public func floor(of goal: PlanGoal, best: GoalValue, base: GoalValue) -> Double {
        let (best, base) = (major(best), major(base))
        return best - goal.tolerance.fraction * abs(base) - 1e-6 - 1e-9 * abs(best)
    }

    /// In major units of the currency, or in hours.
    public func major(_ value: GoalValue) -> Double {
        switch value {
        case .money(let money): Double(money.minorUnits) / Double(firm.currency.scale)
        case .hours(let hours): hours.inHours
        }
    }

    /// From major units or hours to the nearest whole value, or the next one below or above.
    public func value(_ major: Double, of measure: PlanGoal.Measure, _ rule: FloatingPointRoundingRule) -> GoalValue {
        func whole(_ number: Double) -> Int {
            number.isNaN ? 0 : Int(min(max(number.rounded(rule), -9e18), 9e18))
        }
        switch measure.unit {
        case .money: return .money(Money(minorUnits: whole(major * Double(firm.currency.scale))))
        case .hours: return .hours(Hours(seconds: whole(major * 3600)))
        }
    }
}

extension Situation {
    /// What a goal's tolerance and its gap are parts of: the best itself; of balance, the hours that targets come to.
    public func base(of goal: PlanGoal, best: GoalValue) -> GoalValue {
        goal.measure == .balance ? value(balance.base, of: .balance, .toNearestOrAwayFromZero) : best
    }
}

extension Situation {
    /// All demand that is still open, each hour at the price that it would have if it stayed unmet, times its chance.
    public var coverageAsked: Money {
        let minor = demand.lines.indices.reduce(0.0) { sum, line in
            let weeks = demand.lines[line].weeks.filter { !isFrozen($0) }
            let hours =
                need(of: line).spread == .anytime
                ? openTotal(line: line).inHours : weeks.reduce(0) { $0 + openHours(line: line, week: $1).inHours }
            return sum + weight(of: line).fraction * Double(unmetPrice(line: line).perHour.minorUnits) * hours
        }
        return Money(minorUnits: Int(minor.rounded()))
    }
}
