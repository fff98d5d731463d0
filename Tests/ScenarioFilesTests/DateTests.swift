// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("Dates")
struct DateTests {
    private func leave(_ text: String) throws -> [TimeOff] {
        try firm(head + "people:\n  ana: { cost: 62/h, leave: \(text) }\n").people[0].leave
    }

    @Test func timeOffIsWholeDaysOrPartsOfThem() throws {
        #expect(try leave("[2026-02-16]") == [TimeOff(DayRange(day("2026-02-16"), day("2026-02-16")))])
        #expect(try leave("[2026-02-16 .. 2026-02-20]") == [TimeOff(DayRange(day("2026-02-16"), day("2026-02-20")))])
        #expect(try leave("[2026-02-16..2026-02-20]") == leave("[2026-02-16 .. 2026-02-20]"))
        #expect(
            try leave("[2026-12-24 half]") == [TimeOff(DayRange(day("2026-12-24"), day("2026-12-24")), .halfDay)])
        #expect(
            try leave("[2026-03-05 .. 2026-03-06 2.5h]")
                == [TimeOff(DayRange(day("2026-03-05"), day("2026-03-06")), .hours(Hours(seconds: 9000)))])
    }

    @Test(arguments: [
        ("2026-02-30", "not-a-date"), ("16.02.2026", "not-a-date"), ("2026-2-16", "not-a-date"),
        ("9999-12-31", "not-a-date"), ("1066-10-14", "not-a-date"), ("2026-02-16 quarter", "not-a-date"),
        ("2026-02-20 .. 2026-02-16", "dates-reversed"), ("2026-02-16 25h", "out-of-range"),
        ("2026-02-16 -2h", "out-of-range"),
    ])
    func otherTimeOffIsAProblem(_ text: String, _ id: String) {
        let found = problems(head + "people:\n  ana: { cost: 62/h, leave: [\(text)] }\n")
        #expect(found.map(\.id.rawValue) == [id])
    }

    @Test func aDateWithinASentenceHasItsOwnColumn() {
        let found = problems(head + "people:\n  ana: { cost: 62/h, leave: [2026-02-16 .. 2026-02-31] }\n")
        #expect(found.map(\.place.column) == [44])
    }

    @Test func aHorizonIsTenYearsAtMost() {
        let text = head.replacing("2026-06-28", with: "2036-01-07")
        #expect(problems(text).map(\.advice) == ["It must be from one day to 520 weeks."])
    }
}
