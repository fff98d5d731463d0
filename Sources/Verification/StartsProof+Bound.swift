// SPDX-License-Identifier: GPL-3.0-or-later

package import Matching
public import Staffing

extension StartsProof {
    /// - Parameter prices: lists of prices of people and pools; those that are not prices count as zero.
    package init(
        of tally: Tally, in situation: Situation, planned: Int, prices: [StagePrices], by bound: StartsBound
    ) {
        let tables = prices.map { bound.table(of: $0.ofWorkers) }
        self.init(
            objective: Money(rounding: tally.startsValue(in: situation)),
            bound: Money(roundingUp: bound.most(by: tables)), planned: planned, prices: prices)
    }

    /// Whether no other starts are better: the bound is met but for rounding, or every choice of starts was planned, which
    /// is done by fractional plans and so says nothing of others.
    public func isProven(of combinations: Int, _ style: Plan.Style) -> Bool {
        gap <= Certificate.roundingGap || style == .fractional && planned == combinations
    }
}

extension StagePrices {
    /// Of people and pools alone.
    package var ofWorkers: StagePrices { StagePrices(lines: [], people: people, pools: pools, seats: []) }
}
