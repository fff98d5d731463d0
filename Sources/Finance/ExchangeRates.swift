// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What one major unit of a currency is worth in the firm's, from a day on.
public struct ExchangeRate: Hashable, Sendable {
    public let currency: Currency
    public let day: Day
    /// Billionths of a major unit of the firm's currency for one major unit; above zero.
    public let billionths: Int

    public init(currency: Currency, day: Day, billionths: Int) {
        self.currency = currency
        self.day = day
        self.billionths = billionths
    }
}

extension ExchangeRate {
    /// Reads `0.0893` exactly: above zero, below a million, with up to nine decimals; nil for anything else.
    public static func billionths(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
            parts[0].count <= 6, parts.count == 1 || parts[1].count <= 9
        else { return nil }
        let digits = parts.count == 2 ? parts[1] : ""
        guard let value = Int(parts[0] + digits + String(repeating: "0", count: 9 - digits.count)), value > 0 else {
            return nil
        }
        return value
    }
}

/// Dated rates of several currencies against the firm's own.
public struct ExchangeRates: Sendable {
    public let home: Currency
    private let rates: [String: [ExchangeRate]]

    /// - Parameter rates: in any order; at most one for each currency and day.
    public init(home: Currency, _ rates: [ExchangeRate]) {
        self.home = home
        self.rates = Dictionary(grouping: rates, by: \.currency.code).mapValues { $0.sorted { $0.day < $1.day } }
    }

    /// The latest rate of that day or before, or nil where none is known.
    public func rate(of currency: Currency, on day: Day) -> ExchangeRate? {
        rates[currency.code]?.last { $0.day <= day }
    }

    /// The amount in the firm's currency, rounded half to even; nil where no rate is known.
    public func home(_ amount: Money, in currency: Currency, on day: Day) -> Money? {
        if currency == home { return amount }
        guard let rate = rate(of: currency, on: day) else { return nil }
        let dividend = Int128(amount.minorUnits) * Int128(rate.billionths) * Int128(home.scale)
        return Money(minorUnits: halfEven(dividend, Int128(currency.scale) * 1_000_000_000))
    }

    /// The amount in another currency by way of the firm's, rounded half to even once; nil where a rate is not known.
    public func convert(_ amount: Money, _ from: Currency, _ to: Currency, on day: Day) -> Money? {
        if from == to { return amount }
        guard to != home else { return home(amount, in: from, on: day) }
        guard let target = rate(of: to, on: day) else { return nil }
        let source: (billionths: Int, scale: Int)
        if from == home {
            source = (1_000_000_000, home.scale)
        } else {
            guard let rate = rate(of: from, on: day) else { return nil }
            source = (rate.billionths, from.scale)
        }
        let dividend = Int128(amount.minorUnits) * Int128(source.billionths) * Int128(to.scale)
        return Money(minorUnits: halfEven(dividend, Int128(target.billionths) * Int128(source.scale)))
    }
}
