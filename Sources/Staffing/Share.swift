// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of a whole, exact to a millionth: a contract of 80 %, a chance of 60 %, 150 % pay.
public struct Share: Hashable, Comparable, Sendable, Encodable, AdditiveArithmetic {
    public let millionths: Int

    public init(millionths: Int) {
        self.millionths = millionths
    }

    public init(percent: Int) {
        millionths = percent * 10_000
    }

    public static let zero = Share(millionths: 0)
    public static let whole = Share(millionths: 1_000_000)

    public var fraction: Double { Double(millionths) / 1_000_000 }

    public static func + (left: Share, right: Share) -> Share { Share(millionths: left.millionths + right.millionths) }
    public static func - (left: Share, right: Share) -> Share { Share(millionths: left.millionths - right.millionths) }
    public static func < (left: Share, right: Share) -> Bool { left.millionths < right.millionths }
}
