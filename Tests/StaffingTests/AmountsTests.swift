// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

/// Hours, shares, money and rates: exact, and rounded where it is said.
@Suite struct AmountsTests {
    /// Halves go to the even neighbour, below zero as above.
    @Test(arguments: [(1, 0), (3, 2), (5, 2), (7, 4), (-1, 0), (-3, -2), (-5, -2), (-7, -4), (2, 1), (-2, -1)])
    func halvesGoToTheEvenNeighbour(whole: Int, half: Int) {
        let fifty = Share(percent: 50)
        #expect(Hours(seconds: whole).times(fifty).seconds == half)
        #expect(Money(minorUnits: whole).times(fifty).minorUnits == half)
        #expect(Rate(perHour: Money(minorUnits: whole)).times(fifty).perHour.minorUnits == half)
    }

    @Test func otherPartsGoToTheNearest() {
        #expect(Money(minorUnits: 100).times(Share(millionths: 333_333)).minorUnits == 33)
        #expect(Money(minorUnits: 100).times(Share(millionths: 666_667)).minorUnits == 67)
        #expect(Money(minorUnits: -100).times(Share(millionths: 666_667)).minorUnits == -67)
        #expect(Hours(40).times(Share(percent: 80)) == Hours(32))
        #expect(Hours(8).times(Share(millionths: 125_000)) == Hours(1))
    }

    @Test func partsRoundDown() {
        #expect(Hours(seconds: 10).part(Share(millionths: 199_999)).seconds == 1)
        #expect(Hours(seconds: 10).part(Share(millionths: 200_000)).seconds == 2)
        #expect(Hours(seconds: 10).scaledDown(by: Hours(seconds: 2), over: Hours(seconds: 3)).seconds == 6)
        #expect(Hours(10).scaledDown(by: Hours(1), over: .zero) == .zero)
    }

    /// Files say hours with four decimals, of which 0.0025 h is the first that is whole seconds.
    @Test func theFinestHoursAreNineSeconds() {
        #expect(Hours.finest.inHours == 0.0025)
        #expect(Hours(seconds: 3617).downToFinest == Hours(seconds: 3609))
        #expect(Hours(seconds: 3618).downToFinest == Hours(seconds: 3618))
        // 4 seconds go down, and 4.5 up.
        #expect(Hours(seconds: 8).timesToFinest(Share(percent: 50)) == .zero)
        #expect(Hours(seconds: 9).timesToFinest(Share(percent: 50)) == Hours(seconds: 9))
        #expect(Hours(10).timesToFinest(Share(percent: 120)) == Hours(12))
    }

    /// 100.01 an hour for 1 h 30: 150.015 is 150.02 to the even cent, and 150.025 too.
    @Test func workBecomesMoneyOnce() {
        func amount(_ cents: Int, _ seconds: Int) -> Int {
            Rate(perHour: Money(minorUnits: cents)).amount(for: Hours(seconds: seconds)).minorUnits
        }
        #expect(amount(6200, 3600 * 40) == 248_000)
        #expect(amount(10_001, 5400) == 15_002)
        #expect(amount(10_003, 5400) == 15_004)
        #expect(amount(10_001, -5400) == -15_002)
        #expect(amount(1, 1800) == 0)
        #expect(amount(1, 1801) == 1)
    }

    @Test func hugeAmountsDoNotOverflow() {
        let rate = Rate(perHour: Money(minorUnits: 1_000_000_000_000))
        #expect(rate.amount(for: Hours(1_000_000)).minorUnits == 1_000_000_000_000_000_000)
        #expect(Hours(1_000_000_000).times(.whole) == Hours(1_000_000_000))
    }

    @Test func currenciesHaveTheirDecimals() {
        #expect(
            ["EUR", "USD", "JPY", "KRW", "KWD", "TND", "CHF"].map { Currency($0)?.decimals } == [2, 2, 0, 0, 3, 3, 2])
        #expect(["EUR", "JPY", "KWD"].map { Currency($0)?.scale } == [100, 1, 1000])
        #expect(["eur", "EU", "EURO", "", "E1R", "ÉUR"].allSatisfy { Currency($0) == nil })
    }

    @Test func datedValuesHaveGaps() throws {
        let day = try #require(Day("2026-03-01"))
        let dated = Dated<Int>(pieces: [
            .init(1, first: nil, last: day), .init(2, first: day + 10, last: day + 20),
            .init(3, first: day + 30, last: day + 40),
        ])
        #expect([-1000, 0, 1, 10, 20, 21, 30, 41].map { dated.value(on: day + $0) } == [1, 1, nil, 2, 2, nil, 3, nil])
        // In a gap the next one, after the end the last.
        #expect([0, 1, 21, 41].map { dated.nearest(to: day + $0) } == [1, 2, 3, 3])
        #expect(Dated<Int>(pieces: []).nearest(to: day) == nil)
        #expect(Dated(always: 7).value(on: day) == 7)
    }
}
