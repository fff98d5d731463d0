// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

@testable import Reports
@testable import Verification

@Suite struct NumbersTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (-7, "-7"), (999, "999"), (1000, "1,000"), (-1000, "-1,000"), (12_345, "12,345"),
        (1_234_567, "1,234,567"), (-999_999, "-999,999"), (Int.min, "-9,223,372,036,854,775,808"),
    ])
    func thousandsAreSetApart(_ number: Int, _ text: String) {
        #expect(Numbers.grouped(number) == text)
    }

    /// To a tenth, halves away from zero; whole from a thousand on.
    @Test(arguments: [
        (0, "0"), (3600, "1"), (5400, "1.5"), (179, "0"), (180, "0.1"), (-179, "0"), (-180, "-0.1"), (-5400, "-1.5"),
        (359_820, "100"), (3_599_640, "999.9"), (3_599_820, "1,000"), (3_601_799, "1,000"), (3_601_800, "1,001"),
        (-3_601_800, "-1,001"), (44_444_444, "12,346"),
    ])
    func hoursHaveATenth(_ seconds: Int, _ text: String) {
        #expect(Numbers.hours(Hours(seconds: seconds)) == text)
    }

    @Test(arguments: [
        (0.0, "0 %"), (0.004, "0 %"), (0.005, "1 %"), (0.996, "100 %"), (1.2, "120 %"), (-0.126, "-13 %"),
        (Double.nan, "--"), (Double.infinity, "--"),
    ])
    func ratiosAreWholePerCents(_ ratio: Double, _ text: String) {
        #expect(Numbers.percent(ratio) == text)
    }

    @Test func noRatioIsTwoDashes() {
        #expect(Numbers.percent(Double?.none) == "--")
    }

    /// 100 % is said of demand that is filled, and of no other.
    @Test(arguments: [
        (0, 0, "--"), (36_000, 0, "0 %"), (36_000, 35_999, "100 %"), (36_000, 35_940, "99 %"),
        (36_000_000, 35_999_000, "99 %"), (36_000, 33_000, "91 %"),
    ])
    func coverageIsRoundedDown(_ asked: Int, _ filled: Int, _ text: String) {
        let coverage = Figures.Coverage(asked: Hours(seconds: asked), filled: Hours(seconds: filled))
        #expect(Numbers.percent(coverage) == text)
    }

    @Test(arguments: [
        (0.0, "0 %"), (1e-12, "below 0.01 %"), (9.99e-5, "below 0.01 %"), (0.000101, "0.02 %"), (0.0123, "1.23 %"),
        (0.01231, "1.24 %"), (0.1, "10.00 %"), (1.5, "150.00 %"),
    ])
    func aGapIsNeverUnderstated(_ ratio: Double, _ text: String) {
        #expect(Numbers.gap(ratio) == text)
    }

    @Test(arguments: [(0.0, "0.0"), (0.05, "0.1"), (-0.04, "0.0"), (-0.06, "-0.1"), (12.25, "12.3")])
    func tenthsAreAlwaysShown(_ number: Double, _ text: String) {
        #expect(Numbers.tenths(number) == text)
    }

    @Test(arguments: [(500_000, "50 %"), (333_333, "33.3333 %"), (125_000, "12.5 %"), (1_000_000, "100 %")])
    func sharesAreExact(_ millionths: Int, _ text: String) {
        #expect(Numbers.percent(Share(millionths: millionths)) == text)
    }

    @Test(arguments: [
        ("EUR", 123_450, "1,235"), ("EUR", 123_449, "1,234"), ("EUR", -123_450, "-1,235"), ("EUR", -49, "0"),
        ("JPY", 123_450, "123,450"), ("KWD", 1_234_500, "1,235"),
    ])
    func moneyIsWholeMajorUnits(_ code: String, _ minorUnits: Int, _ text: String) throws {
        let currency = try #require(Currency(code))
        #expect(Numbers.money(Money(minorUnits: minorUnits), in: currency) == text)
    }

    @Test func weeksHaveNoYear() throws {
        let first = Week(of: try #require(Day(year: 2026, month: 1, day: 5)))
        #expect(Numbers.week(first) == "W02")
        #expect(Numbers.weeks(first, first) == "W02")
        #expect(Numbers.weeks(first, first.advanced(by: 3)) == "W02–W05")
    }
}
