// SPDX-License-Identifier: GPL-3.0-or-later

package import Staffing
package import Verification

/// Numbers as people read them.
package enum Numbers {
    /// A whole number with commas between thousands.
    package static func grouped(_ number: Int) -> String {
        var digits = Array(String(number.magnitude))
        var position = digits.count - 3
        while position > 0 {
            digits.insert(",", at: position)
            position -= 3
        }
        return (number < 0 ? "-" : "") + String(digits)
    }

    /// Hours to the nearest tenth, without the tenth where it is zero or where there are a thousand hours and more.
    package static func hours(_ hours: Hours) -> String {
        let tenths = rounded(hours.seconds, by: 360)
        if tenths % 10 == 0 || abs(tenths) >= 10_000 { return grouped(rounded(hours.seconds, by: 3600)) }
        return (tenths < 0 ? "-" : "") + "\(grouped(Int(tenths.magnitude) / 10)).\(tenths.magnitude % 10)"
    }

    /// A ratio in per cent, to a whole one; two dashes where there is none.
    package static func percent(_ ratio: Double?) -> String {
        guard let ratio, ratio.isFinite else { return "--" }
        return "\(Int((ratio * 100).rounded())) %"
    }

    /// How much of the demand is filled, in per cent, rounded down, so that 100 % means all of it.
    package static func percent(_ coverage: Figures.Coverage) -> String { percent(coverage.filled, of: coverage.asked) }

    package static func percent(_ filled: Hours, of asked: Hours) -> String {
        guard asked > .zero else { return "--" }
        if (asked - filled).isDust { return "100 %" }
        return "\(Int((filled.inHours / asked.inHours * 100).rounded(.down))) %"
    }

    /// A part that is filled, in per cent, rounded down, so that 100 % means all of it.
    package static func coverage(_ ratio: Double) -> String { "\(Int((ratio * 100).rounded(.down))) %" }

    /// Thousandths as a plain decimal number: 350 is `0.35`.
    package static func thousandths(_ number: Int) -> String {
        let rest = String(number.magnitude % 1000 + 1000).dropFirst()
        let digits = rest.reversed().drop { $0 == "0" }.reversed()
        return (number < 0 ? "-" : "") + "\(number.magnitude / 1000)" + (digits.isEmpty ? "" : "." + String(digits))
    }

    /// A gap in per cent, to a hundredth, rounded up, so that it is never understated.
    package static func gap(_ ratio: Double) -> String {
        if ratio == 0 { return "0 %" }
        if ratio < 0.0001 { return "below 0.01 %" }
        let hundredths = Int((ratio * 10_000).rounded(.up))
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %"
    }

    /// A quotient to a hundredth: `0.93`.
    package static func hundredths(_ share: Share) -> String {
        let number = (share.millionths.magnitude + 5_000) / 10_000
        let rest = number % 100
        return (share < .zero ? "-" : "") + "\(number / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// To a tenth.
    package static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    package static func percent(_ share: Share) -> String {
        let text = String(Double(share.millionths) / 10_000)
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + " %"
    }

    /// An amount in whole major units.
    package static func money(_ money: Money, in currency: Currency) -> String {
        grouped(rounded(money.minorUnits, by: currency.scale))
    }

    /// A difference in whole major units, with its sign.
    package static func change(_ money: Money, in currency: Currency) -> String {
        let text = signed(money, in: currency)
        return text.isEmpty ? "0" : text
    }

    /// A difference in hours, with its sign.
    package static func change(_ hours: Hours) -> String {
        let text = signed(hours)
        return text.isEmpty ? "0" : text
    }

    /// A price of an hour: whole major units, or to the minor one where it has any.
    package static func rate(_ money: Money, in currency: Currency) -> String {
        guard money.minorUnits % currency.scale != 0 else { return self.money(money, in: currency) }
        return money.decimal(in: currency)
    }

    /// A week without its year where all weeks are of one year.
    package static func week(_ week: Week) -> String { String(week.description.dropFirst(5)) }

    /// `1 week`, `3 weeks`
    package static func weeks(_ count: Int) -> String { count == 1 ? "1 week" : "\(grouped(count)) weeks" }

    package static func weeks(_ first: Week, _ last: Week) -> String {
        first == last ? self.week(first) : "\(self.week(first))–\(self.week(last))"
    }

    /// To the nearest, halves away from zero.
    private static func rounded(_ number: Int, by divisor: Int) -> Int {
        let half = divisor / 2
        return number >= 0 ? (number + half) / divisor : (number - half) / divisor
    }
}
