// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("Calendars")
struct CalendarTests {
    private let family = """
        calendars:
          porto: { like: lisbon, holidays: [2026-06-24] }
          lisbon: { week: 8 8 8 8 6 0 0, holidays: [2026-04-25] }
          braga: { like: porto, week: 7.5 7.5 7.5 7.5 7.5 0 0 }
          plain:

        """

    @Test func takeOverWhatTheirModelHas() throws {
        let calendars = try firm(head + family).calendars
        #expect(calendars.map(\.id) == ["porto", "lisbon", "braga", "plain"])
        #expect(calendars[0].pattern == calendars[1].pattern)
        #expect(calendars[0].holidays.map(\.days.first) == [day("2026-04-25"), day("2026-06-24")])
        #expect(calendars[2].pattern.weeks[0][0] == Hours(seconds: 27_000))
        #expect(calendars[2].holidays == calendars[0].holidays)
        #expect(calendars[3].pattern == .fullTime)
    }

    @Test func alternatingWeeksCountFromADay() throws {
        let text = head + "calendars:\n  lisbon: { week: 8 8 8 8 8 0 0 / 8 8 8 8 0 0 0 from 2026-01-05 }\n"
        let pattern = try firm(text).calendars[0].pattern
        #expect(pattern.anchor == day("2026-01-05"))
        #expect(pattern.weeks.map { $0[4] } == [Hours(8), .zero])
    }

    @Test(arguments: [
        "8 8 8 8 8", "8 8 8 8 8 0 0 0", "8 8 8 8 8 0 x", "8 8 8 8 25 0 0", "8h 8h 8h 8h 8h 0 0", "full time",
    ])
    func otherWeeksAreProblems(_ week: String) {
        #expect(problems(head + "calendars:\n  lisbon: { week: \(week) }\n").count == 1)
    }

    @Test func timesOffAreTenThousandInAList() {
        let list = String(repeating: "2026-01-06 1h, ", count: 10_000)
        let people = "people:\n  ana: { cost: 1/h, leave: [\(list)] }\n"
        #expect(problems(head + people) == [])
        let found = problems(head + people + "calendars:\n  lisbon: { holidays: [\(list)2026-01-07] }\n")
        #expect(found.map(\.what) == ["more than 10,000 entries of time off in a list"])
        #expect(found.map(\.place.line) == [8])
    }

    @Test func aCircleIsReportedOnce() {
        let text = """
            calendars:
              braga: { like: porto }
              porto: { like: lisbon }
              lisbon: { like: porto }
              faro: { like: faro }
            """
        #expect(
            problems(head + text).map(\.what) == [
                "calendars are like each other in a circle: porto → lisbon → porto",
                "calendars are like each other in a circle: faro → faro",
            ])
    }
}
