// SPDX-License-Identifier: GPL-3.0-or-later

/// One of several goals that a firm puts in order, instead of one sum of money.
public struct PlanGoal: Sendable, Hashable, Encodable {
    /// What a plan is measured by. Each is to be as large as can be.
    public enum Measure: String, Sendable, Encodable, CaseIterable {
        /// Hours kept of bookings that are pinned by half. It comes first wherever there are any; nobody asks for it.
        case promises
        /// Demand that is met, each hour at the price that it would have if it stayed unmet, times its chance.
        case coverage
        /// Hours kept of the bookings of a commitment.
        case calm
        /// Revenue less cost, times the chance, as the policy charges cost.
        case margin
        /// How alike people's loads are against their targets: the hours, below zero, by which they are apart.
        case balance

        /// Those that a firm may ask for.
        public static let chosen: [Measure] = [.coverage, .calm, .margin, .balance]

        public enum Unit: Sendable { case money, hours }

        public var unit: Unit {
            switch self {
            case .coverage, .margin: .money
            case .promises, .calm, .balance: .hours
            }
        }
    }

    public let measure: Measure
    /// How much of it may be given up for the goals that follow, as a part of what ``GoalStage/base`` says.
    public let tolerance: Share

    public init(_ measure: Measure, within tolerance: Share = .zero) {
        self.measure = measure
        self.tolerance = tolerance
    }
}

/// What a plan comes to by a measure.
public enum GoalValue: Sendable, Hashable {
    case money(Money)
    case hours(Hours)

    /// In minor units of money, or in seconds.
    public var smallest: Int {
        switch self {
        case .money(let money): money.minorUnits
        case .hours(let hours): hours.seconds
        }
    }
}

/// What is proven of a goal: how good a plan could be by it, and how good this one is.
public struct GoalStage: Sendable, Equatable {
    public let goal: PlanGoal
    /// The best that was found by this goal among the plans that keep the goals before it.
    public let best: GoalValue
    /// No such plan comes to more.
    public let bound: GoalValue
    /// What the tolerance is a part of: the best itself, or for balance the hours that people's targets come to.
    public let base: GoalValue
    /// What the finished plan comes to.
    public let reached: GoalValue
    public let prices: StagePrices

    public init(
        goal: PlanGoal, best: GoalValue, bound: GoalValue, base: GoalValue, reached: GoalValue, prices: StagePrices
    ) {
        self.goal = goal
        self.best = best
        self.bound = bound
        self.base = base
        self.reached = reached
        self.prices = prices
    }

    /// (bound − best) / |base|; never negative, and zero but for the rounding of both.
    public var gap: Double {
        let missing = bound.smallest - best.smallest
        return missing <= 2 ? 0 : Double(missing) / max(1, abs(Double(base.smallest)))
    }
}
