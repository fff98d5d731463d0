// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("Quantities")
struct QuantityTests {
    private func cost(_ text: String, _ currency: String = "EUR") throws -> Int? {
        let text = head.replacing("EUR", with: currency) + "people:\n  ana: { cost: \(text) }\n"
        return try firm(text).people[0].cost.pieces.first?.value.perHour.minorUnits
    }

    private func handOver(_ text: String) throws -> Int {
        try firm(head + "policy:\n  hand-over: \(text)\n").policy.handOver.seconds
    }

    private func target(_ text: String) throws -> Int? {
        try firm(head + "policy:\n  target: \(text)\n").policy.target?.millionths
    }

    @Test func ratesAreExactInTheMinorUnit() throws {
        #expect(try cost("62/h") == 6200)
        #expect(try cost("62.5/h") == 6250)
        #expect(try cost("62.50/h") == 6250)
        #expect(try cost("62.5000/h") == 6250)
        #expect(try cost("0/h") == 0)
        #expect(try cost("100000/h") == 10_000_000)
        #expect(try cost("6200/h", "JPY") == 6200)
        #expect(try cost("6.125/h", "KWD") == 6125)
    }

    @Test func hoursAreExactToTheSecond() throws {
        #expect(try handOver("7.75h") == 27_900)
        #expect(try handOver("0.01h") == 36)
    }

    @Test func sharesAreExactToTheMillionth() throws {
        #expect(try target("80%") == 800_000)
        #expect(try target("12.5%") == 125_000)
        #expect(try target("0.0001%") == 1)
    }

    @Test(arguments: [
        ("62", "wrong-unit"), ("62/week", "wrong-unit"), ("EUR 62/h", "not-a-number"), ("62 EUR", "wrong-unit"),
        ("62,5/h", "not-a-number"), ("1_000/h", "not-a-number"), ("1e3/h", "not-a-number"), ("0x10/h", "not-a-number"),
        ("NaN/h", "not-a-number"), ("inf/h", "not-a-number"), ("+62/h", "not-a-number"), (".5/h", "not-a-number"),
        ("62./h", "not-a-number"), ("1.2.3/h", "not-a-number"), ("٦٢/h", "not-a-number"), ("/h", "wrong-unit"),
        ("-62/h", "out-of-range"), ("100000.01/h", "out-of-range"), ("99999999999999999999999999/h", "out-of-range"),
        ("62.505/h", "too-precise"), ("0.0000000000000000000000001/h", "too-precise"),
    ])
    func otherRatesAreProblems(_ text: String, _ id: String) {
        let found = problems(head + "people:\n  ana:\n    cost: \(text)\n")
        #expect(found.map(\.id.rawValue) == [id])
        #expect(found.map(\.place.line) == [7])
    }

    @Test(arguments: [
        ("8", "wrong-unit"), ("8 hours", "wrong-unit"), ("-8h", "out-of-range"), ("10001h", "out-of-range"),
        ("0.0001h", "too-precise"), ("8,5h", "not-a-number"),
    ])
    func otherHoursAreProblems(_ text: String, _ id: String) {
        #expect(problems(head + "policy:\n  hand-over: \(text)\n").map(\.id.rawValue) == [id])
    }

    @Test(arguments: [
        ("0.8", "wrong-unit"), ("80", "wrong-unit"), ("-1%", "out-of-range"), ("1000.5%", "out-of-range"),
        ("33.33333%", "too-precise"),
    ])
    func otherSharesAreProblems(_ text: String, _ id: String) {
        #expect(problems(head + "policy:\n  target: \(text)\n").map(\.id.rawValue) == [id])
    }

    @Test func aRangeIsToldWithItsUnit() {
        let found = problems(head + "policy:\n  target: 1200%\n")
        #expect(found[0].what == "`1200%` is out of range")
        #expect(found[0].advice == "It must be from 0% to 1000%.")
    }

    @Test func moneyFollowsItsCurrency() {
        let yen = head.replacing("EUR", with: "JPY") + "projects:\n  apollo: { budget: 100.5 }\n"
        #expect(problems(yen).map(\.what) == ["`100.5` is finer than 1 JPY"])
        let much = head + "projects:\n  apollo: { budget: 1000000000001 }\n"
        #expect(problems(much).map(\.id) == [.outOfRange])
    }
}
