// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Testing

struct AlertsTests {
    @Test func theGravestComesFirstThenTheEarliestThenTheFile() throws {
        let text = """
            people:
              ana: { name: Ana, cost: 60/h }
              ben: { name: Ben, cost: 60/h }
            projects: { apollo: { needs: { api: { hours: 120h/week, rate: none } } } }
            bookings:
              - ben on apollo.api, 50h/week, 2026-01-19 .. 2026-01-25
              - ana on apollo.api, 50h/week, 2026-01-19 .. 2026-01-25
              - ben on apollo.api, 50h/week, 2026-01-12 .. 2026-01-18
              - ana on apollo.api, 50h/week, 2026-01-05 .. 2026-01-11, tentative
            """
        let planned = try planned(text)
        #expect(
            alerts(for: planned).map { "\($0.severity) \($0.kind.rawValue) \($0.weeks.lowerBound) \($0.people)" } == [
                "error overbooked 2026-W03 [ben]", "error overbooked 2026-W04 [ana]",
                "warning overbooked 2026-W02 [ana]", "warning bottleneck 2026-W02 [ana, ben]",
                "warning unfilled 2026-W02 []",
            ])
    }

    @Test func severitiesAreOrdered() {
        #expect(Alert.Severity.allCases.sorted() == [.notice, .warning, .error])
    }

    @Test func aFirmWithNothingToDoIsCalm() throws {
        #expect(alerts(for: try planned("people: { ben: { name: Ben, cost: 60/h } }")).isEmpty)
    }
}
