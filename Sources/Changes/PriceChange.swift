// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What becomes of a price or a cost.
public enum PriceChange: Sendable, Equatable {
    case to(Rate)
    /// So much of what it is now; 103 % is a rise of 3 %. Rounded half to even to the minor unit.
    case share(Share)

    func changed(_ rate: Rate) -> Rate {
        switch self {
        case .to(let new): new
        case .share(let share): rate.times(share)
        }
    }

    /// Refuses a price beyond what a firm may have.
    func check(_ dated: Dated<Rate>, key: String) throws(Refusal) {
        let most = Rate(perHour: Money(minorUnits: Limit.minorUnitsPerHour))
        guard dated.pieces.allSatisfy({ $0.value <= most }) else {
            throw Refusal(key, .tooMuch("a price too high to be meant", most: "\(Limit.minorUnitsPerHour) minor units"))
        }
    }
}

extension Dated<Rate> {
    /// The price changed from that day on; a price that is said in so many words holds where there was none, too.
    func changing(_ change: PriceChange, from first: Day?) -> Dated<Rate> {
        switch change {
        case .to(let rate): setting(rate, from: first, until: nil)
        case .share: changing(from: first, until: nil, change.changed)
        }
    }
}
