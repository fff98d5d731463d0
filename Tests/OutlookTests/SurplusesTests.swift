// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Testing

extension Fixture {
    static let lineOverbooked = Fixture(
        text: """
            people: { ana: { name: Ana, cost: 60/h }, ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { needs: { api: { hours: 30h/week, rate: none } } } }
            bookings:
              - ana on apollo.api, 20h/week, 2026-01-12 .. 2026-01-18
              - ben on apollo.api, 20h/week, 2026-01-12 .. 2026-01-18
            """,
        raised: [
            "warning: apollo.api asks for 30 h in 2026-W03 and has 40 h booked, by Ana and Ben: "
                + "release 10 h, or ask for more"
        ],
        calm: ("30h", by: "40h"))

    static let lineOverpinned = Fixture(
        text: """
            people: { ana: { name: Ana, cost: 60/h }, ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { needs: { api: { hours: 30h/week, rate: none } } } }
            bookings:
              - ana on apollo.api, 20h/week, 2026-01-12 .. 2026-01-18, pinned
              - ben on apollo.api, 20h/week, 2026-01-12 .. 2026-01-18, pinned
            """,
        raised: [
            "warning: Ana and Ben are pinned for 40 h on apollo.api in 2026-W03, which asks for 30 h: "
                + "unpin 10 h, or ask for more"
        ],
        calm: ("30h", by: "40h"))
}

struct SurplusesTests {
    /// 80 h may be worked in any of the four weeks: 40 h in one of them are half of it.
    @Test func anAnytimeLineIsMeasuredByItsTotal() throws {
        let text = """
            people: { ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { needs: { api: { hours: 80h total, rate: none, spread: anytime } } } }
            bookings: ["ben on apollo.api, 40h/week, 2026-01-12 .. 2026-01-18"]
            """
        #expect(try told(.lineOverbooked, in: text) == [])
        #expect(
            try told(.lineOverbooked, in: text.replacing("80h", with: "30h")) == [
                "warning: apollo.api asks for 30 h in 2026-W02 .. 2026-W05 and has 40 h booked, by Ben: "
                    + "release 10 h, or ask for more"
            ])
    }

    /// The firm's Tuesday off takes 6 h from the line, and nothing from Ben, who follows another calendar.
    @Test func aHolidayOfTheLineIsNoSurplus() throws {
        let text = """
            calendar: city
            calendars: { city: { holidays: [2026-01-13] }, sea: { week: 8 8 8 8 8 0 0 } }
            people: { ben: { name: Ben, cost: 60/h, calendar: sea } }
            projects: { apollo: { needs: { api: { hours: 30h/week, rate: none } } } }
            bookings: ["ben on apollo.api, 30h/week, 2026-01-12 .. 2026-01-18"]
            """
        #expect(try told(.lineOverbooked, in: text) == [])
        #expect(
            try told(.lineOverbooked, in: text.replacing("api, 30h", with: "api, 31h")) == [
                "warning: apollo.api asks for 24 h in 2026-W03 and has 31 h booked, by Ben: "
                    + "release 7 h, or ask for more"
            ])
    }
}
