// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

@testable import Reports
@testable import WhatIf

@Suite struct DifferenceWordsTests {
    private func weeks(_ before: [Int], _ after: [Int]) -> [PlanDifference.WeekChange] {
        let first = Week(of: Day(year: 2026, month: 1, day: 5)!)
        return zip(before, after).enumerated().filter { $0.element.0 > 0 || $0.element.1 > 0 }.map { week, hours in
            PlanDifference.WeekChange(
                week: first.advanced(by: week), before: Hours(hours.0), after: Hours(hours.1))
        }
    }

    @Test(arguments: [
        ([0, 0, 0], [8, 8, 0], "ana joins apollo.app: 16 h, W02–W03"),
        ([8, 0, 8], [0, 0, 0], "ana leaves apollo.app: 16 h, W02, W04"),
        ([8, 0, 4], [0, 8, 4], "ana moves 8 h on apollo.app, from W02 to W03"),
        ([8, 0, 4], [8, 6, 4], "ana does 6 h more on apollo.app, 12 → 18 h, W03"),
        ([8, 0, 4], [0, 16, 4], "ana does 8 h more on apollo.app, 12 → 20 h, moving 8 h from W02 to W03"),
        ([8, 8, 4], [8, 8, 0], "ana does 4 h less on apollo.app, 20 → 16 h, W04"),
        ([8, 8, 4], [0, 10, 4], "ana does 6 h less on apollo.app, 20 → 14 h, moving 2 h from W02 to W03"),
    ]) func aBookingIsASentence(_ before: [Int], _ after: [Int], _ sentence: String) {
        let booking = PlanDifference.Booking(
            worker: .person("ana"), line: LineID("apollo", "app"), weeks: weeks(before, after))
        #expect(DifferenceWords().sentence(booking) == sentence)
        #expect(
            DifferenceWords().sentence(booking, namingLine: false)
                == sentence.replacing(" on apollo.app", with: "").replacing(" apollo.app", with: ""))
    }

    @Test(arguments: [
        ([0, 0], [0, 5], "5 h more stay unfilled, W03"), ([4, 5], [0, 5], "4 h less stay unfilled, W02"),
        ([4, 0], [0, 5], "5 h more stay unfilled in W03, and 4 h less stay unfilled in W02"),
    ]) func aGapIsASentence(_ before: [Int], _ after: [Int], _ sentence: String) {
        let gap = PlanDifference.Gap(line: LineID("apollo", "app"), weeks: weeks(before, after))
        #expect(DifferenceWords().sentence(gap) == sentence)
    }

    @Test(arguments: [
        ([1, 2, 3], "W02–W04"), ([1, 3, 5], "W02, W04, W06"), ([1, 3, 5, 6, 9], "5 weeks of W02–W10"), ([], ""),
    ]) func runsOfWeeks(_ numbers: [Int], _ text: String) {
        let first = Week(of: Day(year: 2026, month: 1, day: 5)!)
        #expect(Numbers.runs(of: numbers.map { first.advanced(by: $0 - 1) }) == text)
    }

    @Test func signs() {
        #expect(Numbers.signed(Hours(3)) == "+3")
        #expect(Numbers.signed(Hours(-3)) == "-3")
        #expect(Numbers.signed(Hours(seconds: 30)) == "")
        #expect(Numbers.signed(Money(minorUnits: -49), in: Currency("EUR")!) == "")
        #expect(Numbers.points(0.25) == "+25")
        #expect(Numbers.points(-0.0123) == "-1.2")
        #expect(Numbers.points(0.0001) == "")
    }
}
