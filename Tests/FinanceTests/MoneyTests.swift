// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

@testable import Finance

@Suite("Exact money")
struct MoneyTests {
    /// 100.00 over three: the first of equals gets the cent.
    @Test func sharesWithoutLosingACent() {
        #expect(Money(minorUnits: 10_000).shared(by: [1, 1, 1]).map(\.minorUnits) == [3_334, 3_333, 3_333])
        #expect(Money(minorUnits: -10_000).shared(by: [1, 1, 1]).map(\.minorUnits) == [-3_334, -3_333, -3_333])
        #expect(Money(minorUnits: 5).shared(by: [0, 0]).map(\.minorUnits) == [3, 2])
        #expect(Money(minorUnits: 100).shared(by: [0, 7]).map(\.minorUnits) == [0, 100])
    }

    /// Parts add up to the whole, and none is a unit or more away from its exact proportion.
    @Test func sharesAnythingExactly() {
        var random = SplitMix64(seed: 5)
        var lost = 0
        for _ in 0..<1_000_000 {
            let amount = Int(truncatingIfNeeded: random.next() >> 20) - (1 << 43)
            let weights = (0..<Int(random.next() % 6 + 1)).map { _ in Int(random.next() % 1_000_000) }
            let parts = Money(minorUnits: amount).shared(by: weights)
            let sum = weights.reduce(0, +)
            let isNear = zip(parts, weights).allSatisfy { part, weight in
                let off = Int128(part.minorUnits) * Int128(sum) - Int128(amount) * Int128(weight)
                return sum == 0 || off.magnitude < sum
            }
            if parts.reduce(.zero, +).minorUnits != amount || !isNear { lost += 1 }
        }
        #expect(lost == 0)
    }

    @Test(arguments: [(1, 2, 0), (3, 2, 2), (5, 2, 2), (-1, 2, 0), (-3, 2, -2), (-5, 2, -2), (7, 3, 2), (-8, 3, -3)])
    func roundsHalfToEven(_ numerator: Int, _ denominator: Int, _ result: Int) {
        #expect(Money(minorUnits: 1).times(numerator, over: denominator).minorUnits == result)
    }

    /// The base example of Peppol BIS Billing 3.0: 1,325.00 at 25 % is 331.25; halves of a cent go away from zero.
    @Test func taxesAsTheStandardRounds() {
        #expect(Tax(.standard, Share(percent: 25)).amount(on: Money(minorUnits: 132_500)).minorUnits == 33_125)
        #expect(Tax(.standard, Share(percent: 5)).amount(on: Money(minorUnits: 10)).minorUnits == 1)
        #expect(Tax(.standard, Share(percent: 5)).amount(on: Money(minorUnits: -10)).minorUnits == -1)
        #expect(Tax.none.amount(on: Money(minorUnits: 132_500)) == .zero)
    }

    /// 1 EUR = 11.2345 SEK turned round: 1 SEK = 0.089011527 EUR, so 1,000.00 SEK are 89.01 EUR.
    @Test func exchangesAtTheRateOfTheDay() throws {
        let (eur, sek, jpy) = (
            try #require(Currency("EUR")), try #require(Currency("SEK")), try #require(Currency("JPY"))
        )
        let first = try #require(Day("2026-01-02"))
        let rates = ExchangeRates(
            home: eur,
            [
                ExchangeRate(currency: sek, day: first + 30, billionths: 90_000_000),
                ExchangeRate(currency: sek, day: first, billionths: 89_011_527),
                ExchangeRate(currency: jpy, day: first, billionths: 6_150_000),
            ])
        #expect(rates.home(Money(minorUnits: 100_000), in: sek, on: first + 29)?.minorUnits == 8_901)
        #expect(rates.home(Money(minorUnits: 100_000), in: sek, on: first + 30)?.minorUnits == 9_000)
        #expect(rates.home(Money(minorUnits: 100_000), in: sek, on: first - 1) == nil)
        // 10,000 yen have no minor unit: 61.50 EUR.
        #expect(rates.home(Money(minorUnits: 10_000), in: jpy, on: first)?.minorUnits == 6_150)
    }

    @Test func monthsHaveTheirDays() throws {
        let leap = try #require(Month("2028-02"))
        #expect(leap.days.last == Day("2028-02-29"))
        #expect(leap.next.description == "2028-03")
        #expect(Month(year: 2027, month: 12)?.next.description == "2028-01")
        #expect(try #require(Day("2026-01-31")).adding(months: 1) == Day("2026-02-28"))
        #expect(try #require(Day("2026-01-31")).adding(months: -2) == Day("2025-11-30"))
        #expect(Month("2026-13") == nil)
    }
}
