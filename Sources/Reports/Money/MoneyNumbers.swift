// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
package import Staffing
import Verification

extension Numbers {
    /// An amount to the minor unit, with commas between thousands: `1,234.50`.
    package static func exact(_ money: Money, in currency: Currency) -> String {
        let text = money.decimal(in: currency)
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        let whole = parts.first.flatMap { Int($0) }.map(grouped) ?? String(parts.first ?? "0")
        return sign + ([whole] + parts.dropFirst().map(String.init)).joined(separator: ".")
    }

    /// `7:30`, or `7:30:15` where there are seconds.
    package static func clock(_ hours: Hours) -> String {
        let seconds = Int(hours.seconds.magnitude)
        let minutes = seconds / 60 % 60
        let rest = seconds % 60
        let tail = rest == 0 ? "" : ":" + (rest < 10 ? "0" : "") + "\(rest)"
        return (hours < .zero ? "-" : "") + "\(grouped(seconds / 3600)):" + (minutes < 10 ? "0" : "") + "\(minutes)"
            + tail
    }
}

extension Tax {
    /// `23 %`, or why there is none.
    var words: String {
        switch category {
        case .standard: Numbers.percent(rate)
        case .zero: "0 %"
        case .exempt: "exempt"
        case .reverseCharge: "reverse charge"
        case .insideUnion: "intra-community supply"
        case .export: "export"
        case .outOfScope: "no tax"
        }
    }
}

extension InvoiceLine {
    /// Hours as `7:30 h`, one piece as nothing.
    var quantityWords: String {
        switch unit {
        case .hours: Numbers.clock(Hours(seconds: quantity)) + " h"
        case .pieces: quantity == 1 ? "" : "\(quantity)"
        }
    }
}

extension BillingSource {
    /// For programs.
    var code: (kind: String, of: String) {
        switch self {
        case .time(let number): ("time", "\(number)")
        case .expense(let number): ("expense", "\(number)")
        case .milestone(let part, let name): ("milestone", "\(part): \(name)")
        case .instalment(let part, let day): ("instalment", "\(part): \(day)")
        case .fee(let part, let day): ("fee", "\(part): \(day)")
        case .overage(let part, let day): ("overage", "\(part): \(day)")
        case .minimum(let part, let month): ("minimum", "\(part): \(month)")
        case .progress(let part, let month): ("progress", "\(part): \(month)")
        }
    }
}
