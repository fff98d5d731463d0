// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// How a line of an invoice is taxed: a category of EN 16931 (code list UNCL 5305) and its rate.
public struct Tax: Hashable, Sendable, Encodable {
    public enum Category: String, Sendable, Encodable, CaseIterable {
        case standard = "S"
        case zero = "Z"
        case exempt = "E"
        case reverseCharge = "AE"
        case insideUnion = "K"
        case export = "G"
        case outOfScope = "O"
    }

    public let category: Category
    /// Zero but for the standard category.
    public let rate: Share

    public init(_ category: Category, _ rate: Share = .zero) {
        self.category = category
        self.rate = rate
    }

    public static let none = Tax(.outOfScope)

    /// On a taxable amount, rounded to the minor unit, halves away from zero: the rounding of EN 16931 (BR-CO-17).
    public func amount(on taxable: Money) -> Money {
        let twice = Int128(taxable.minorUnits.magnitude) * Int128(rate.millionths) * 2
        let size = Int((twice + 1_000_000) / 2_000_000)
        return Money(minorUnits: taxable.minorUnits < 0 ? -size : size)
    }
}
