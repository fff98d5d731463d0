// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Outlook
import Staffing
import Testing

extension Fixture {
    static let excluded = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h } }
            projects:
              apollo: { needs: { api: { hours: 60h/week, rate: none }, app: { hours: 60h/week, rate: none } } }
            bookings: ["ben on apollo.api, 20h/week, 2026-01-12 .. 2026-01-18"]
            exclusions: ["ben not on apollo.api"]
            """,
        raised: [
            "error: Ben is booked 20 h on apollo.api, but is excluded from apollo.api: "
                + "book somebody else, or lift the exclusion"
        ],
        calm: ("not on apollo.api", by: "not on apollo.app"))

    static let unqualified = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h, role: designer, skills: { swift: 3 } } }
            projects:
              apollo:
                needs: { api: { hours: 60h/week, rate: none, role: engineer, skills: { swift: 4, sql: 1 } } }
            bookings: ["ben on apollo.api, 20h/week, 2026-01-12 .. 2026-01-18"]
            """,
        raised: [
            "warning: Ben is booked 20 h on apollo.api, but has swift at level 3, needs 4; lacks sql; is not engineer: "
                + "book somebody else, or ask for less"
        ],
        calm: ("role: engineer, skills: { swift: 4, sql: 1 }", by: "role: designer, skills: { swift: 3 }"))

    static let notWon = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { stage: proposed 60%, needs: { api: { hours: 60h/week, rate: none } } } }
            bookings: ["ben on apollo.api, 20h/week, 2026-01-12 .. 2026-01-18, confirmed"]
            """,
        raised: [
            "warning: Ben is booked 20 h on apollo.api, but the project is proposed at 60 %: "
                + "make the booking tentative until it is won"
        ],
        calm: ("confirmed", by: "tentative"))

    static let outsideDates = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { needs: { api: { hours: 60h/week, rate: none, dates: 2026-01-05 .. 2026-01-11 } } } }
            bookings: ["ben on apollo.api, 20h/week, 2026-01-05 .. 2026-01-18"]
            """,
        raised: [
            "warning: Ben is booked 20 h on apollo.api in 2026-W03, but the line runs 2026-01-05 .. 2026-01-11: "
                + "move the booking, or the line's dates"
        ],
        calm: ("2026-01-18", by: "2026-01-11"))
}

struct UnfitBookingsTests {
    /// The files cannot book a lost project, but a what-if can lose one that is booked.
    @Test func aLostProjectTakesNobodysTimeAndItsBookingsAreTold() throws {
        var firm = try firm(Fixture.overbooked.text)
        firm.projects[0].stage = .lost
        #expect(
            alerts(in: Situation(of: firm)).map { "\($0.severity): \($0.words(in: firm))" } == [
                "warning: Ben is booked 52 h on apollo.api, but the project is lost: remove the booking"
            ])
    }
}
