// SPDX-License-Identifier: GPL-3.0-or-later

/// An amount of working time, exact to the second.
///
/// Seconds hold minutes, hundredths of an hour and halves of 7.75-hour days without rounding. Displayed in hours.
public struct Hours: Hashable, Comparable, Sendable, Encodable, AdditiveArithmetic {
    public let seconds: Int

    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// Whole hours.
    public init(_ hours: Int) {
        seconds = hours * 3600
    }

    public static let zero = Hours(seconds: 0)

    /// Less than a minute: what rounding to whole seconds may leave over, not worth anybody's attention.
    public var isDust: Bool { seconds < 60 }

    /// For the solver, for ratios and for display; never summed on the way to money.
    public var inHours: Double { Double(seconds) / 3600 }

    /// The part of these hours, rounded half to even to the second.
    public func times(_ share: Share) -> Hours {
        Hours(seconds: dividedHalfEven(Int128(seconds) * Int128(share.millionths), 1_000_000))
    }

    /// The part of these hours, rounded down to the second.
    public func part(_ share: Share) -> Hours {
        Hours(seconds: Int(Int128(seconds) * Int128(share.millionths) / 1_000_000))
    }

    /// These hours times `numerator / denominator`, rounded down to the second; zero when the denominator is.
    public func scaledDown(by numerator: Hours, over denominator: Hours) -> Hours {
        guard denominator.seconds > 0 else { return .zero }
        return Hours(seconds: Int(Int128(seconds) * Int128(numerator.seconds) / Int128(denominator.seconds)))
    }

    public static func + (left: Hours, right: Hours) -> Hours { Hours(seconds: left.seconds + right.seconds) }
    public static func - (left: Hours, right: Hours) -> Hours { Hours(seconds: left.seconds - right.seconds) }
    public static func < (left: Hours, right: Hours) -> Bool { left.seconds < right.seconds }
    public static func * (count: Int, hours: Hours) -> Hours { Hours(seconds: count * hours.seconds) }
}

/// The quotient rounded to the nearest whole number, halves to the even neighbour.
/// - Precondition: `divisor` is positive.
func dividedHalfEven(_ dividend: Int128, _ divisor: Int128) -> Int {
    var (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    if remainder < 0 {
        quotient -= 1
        remainder += divisor
    }
    let twice = remainder * 2
    if twice > divisor || (twice == divisor && quotient % 2 != 0) { quotient += 1 }
    return Int(quotient)
}
