// SPDX-License-Identifier: GPL-3.0-or-later

/// An exact amount in the firm's currency, in minor units (cents for EUR, yen for JPY).
public struct Money: Hashable, Comparable, Sendable, Encodable, AdditiveArithmetic {
    public let minorUnits: Int

    public init(minorUnits: Int) {
        self.minorUnits = minorUnits
    }

    public static let zero = Money(minorUnits: 0)

    /// The part of this amount, rounded half to even to the minor unit.
    public func times(_ share: Share) -> Money {
        Money(minorUnits: dividedHalfEven(Int128(minorUnits) * Int128(share.millionths), 1_000_000))
    }

    public static func + (left: Money, right: Money) -> Money { Money(minorUnits: left.minorUnits + right.minorUnits) }
    public static func - (left: Money, right: Money) -> Money { Money(minorUnits: left.minorUnits - right.minorUnits) }
    public static prefix func - (money: Money) -> Money { Money(minorUnits: -money.minorUnits) }
    public static func < (left: Money, right: Money) -> Bool { left.minorUnits < right.minorUnits }
}

/// A price or a cost of one hour of work.
public struct Rate: Hashable, Comparable, Sendable, Encodable {
    public let perHour: Money

    public init(perHour: Money) {
        self.perHour = perHour
    }

    public static let zero = Rate(perHour: .zero)

    /// What the hours come to: the one place where work becomes money, rounded once, half to even, to the minor unit.
    public func amount(for hours: Hours) -> Money {
        Money(minorUnits: dividedHalfEven(Int128(perHour.minorUnits) * Int128(hours.seconds), 3600))
    }

    /// The part of this rate, rounded half to even to the minor unit.
    public func times(_ share: Share) -> Rate { Rate(perHour: perHour.times(share)) }

    public static func < (left: Rate, right: Rate) -> Bool { left.perHour < right.perHour }
}

/// An ISO 4217 currency.
public struct Currency: Hashable, Sendable, Encodable {
    /// Three capital letters: `EUR`.
    public let code: String

    /// - Returns: nil unless the code is three capital letters.
    public init?(_ code: String) {
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        else { return nil }
        self.code = code
    }

    /// Decimal places of the minor unit, as ISO 4217 lists them.
    public var decimals: Int {
        switch code {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        default: 2
        }
    }

    /// Minor units in one major unit.
    public var scale: Int {
        switch decimals {
        case 0: 1
        case 3: 1000
        default: 100
        }
    }
}
