// SPDX-License-Identifier: GPL-3.0-or-later

/// The values a row's sum or a column may take: from `lower` to `upper`, both included, either of them infinite.
public struct Bounds: Hashable, Sendable {
    public var lower: Double
    public var upper: Double

    init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// No bound on either side.
    public static let free = Bounds(lower: -.infinity, upper: .infinity)

    public static func atLeast(_ lower: Double) -> Bounds { Bounds(lower: lower, upper: .infinity) }

    public static func atMost(_ upper: Double) -> Bounds { Bounds(lower: -.infinity, upper: upper) }

    public static func between(_ lower: Double, _ upper: Double) -> Bounds { Bounds(lower: lower, upper: upper) }

    public static func exactly(_ value: Double) -> Bounds { Bounds(lower: value, upper: value) }

    /// Whether some finite number lies within; false also when a bound is not a number.
    var isProper: Bool { lower <= upper && lower < .infinity && upper > -.infinity }

    /// How far `value` lies outside, zero within.
    func violation(by value: Double) -> Double { max(lower - value, value - upper, 0) }
}
