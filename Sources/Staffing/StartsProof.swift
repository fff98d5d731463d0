// SPDX-License-Identifier: GPL-3.0-or-later

/// How good the starts of a plan are, against all others that the windows allow.
///
/// The bound holds for every choice of starts and every staffing of it, cover aside, which is decided afterwards. It follows from prices of people's and
/// subcontractors' hours alone: at any prices that are not negative, no plan is worth more than what all hours there
/// are would cost, and what each line could bring at the most beyond the price of the hours it takes, wherever its
/// starts put it. Of several lists of prices, each start is held against the one that says most about it.
public struct StartsProof: Sendable, Equatable {
    /// What the plan is worth: its staffing, with pinned work for the demand that it meets, less penalties.
    public let objective: Money
    /// No staffing at any starts is worth more.
    public let bound: Money
    /// Choices of starts that were planned, this one among them.
    public let planned: Int
    /// Of people and pools.
    public let prices: [StagePrices]

    public init(objective: Money, bound: Money, planned: Int, prices: [StagePrices]) {
        self.objective = objective
        self.bound = bound
        self.planned = planned
        self.prices = prices
    }

    /// (bound − objective) / |bound|; never negative, and zero where they are the same but for the bound's rounding up.
    public var gap: Double {
        let missing = Double(bound.minorUnits - objective.minorUnits)
        return missing <= 1 ? 0 : missing / max(1, abs(Double(bound.minorUnits)))
    }
}
