// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// What balance adds to a bound.
///
/// The row of a person reads load − level × wished − above + below = 0, with the pinned hours in the load, and −w is what
/// an hour above or below counts. With a price π of the row, −w ≤ π ≤ w, the person's hours lose π each, what is pinned
/// costs π × pinned, and the level, from 0 to its most, brings Σ π × wished. Beyond ±w the nearest of the two is taken:
/// any such price gives a bound.
struct BalancePart {
    /// In minor units; empty where loads may be as they will.
    private let prices: [Double]
    /// The most that pinned hours and the level bring, in minor units.
    let most: Double

    init(of book: PriceBook, weight: Double, in situation: Situation) {
        guard weight > 0 else {
            (prices, most) = ([], 0)
            return
        }
        let limit = weight * Double(situation.firm.currency.scale)
        let balance = situation.balance
        prices = balance.wished.enumerated().map { person, wished in
            wished > 0 ? min(max(book.loads[person], -limit), limit) : 0
        }
        let drift = zip(prices, balance.wished).reduce(0) { $0 + $1.0 * $1.1 }
        most = max(0, drift) * balance.mostLevel - zip(prices, balance.pinned).reduce(0) { $0 + $1.0 * $1.1 }
    }

    func price(_ person: Int) -> Double { prices.isEmpty ? 0 : prices[person] }
}
