// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Outlook
import Staffing
import Testing

extension Fixture {
    static let overbooked = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { needs: { api: { hours: 60h/week, rate: none } } } }
            bookings: ["ben on apollo.api, 52h/week, 2026-01-12 .. 2026-01-18"]
            """,
        raised: ["error: Ben is booked 52 h in 2026-W03 and has 40 h: move 12 h, or allow overtime"],
        calm: ("52h", by: "40h"))

    static let notEmployed = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h, contract: 100% to 2026-01-18 } }
            projects: { apollo: { needs: { api: { hours: 60h/week, rate: none } } } }
            bookings: ["ben on apollo.api, 20h/week, 2026-01-12 .. 2026-02-01"]
            """,
        raised: [
            "error: Ben is booked 40 h on apollo.api in 2026-W04 .. 2026-W05 without a contract: "
                + "extend the contract, or book somebody else"
        ],
        calm: ("100% to 2026-01-18", by: "100%"))

    static let leaveClash = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h, leave: [2026-01-12 .. 2026-01-13] } }
            projects: { apollo: { needs: { api: { hours: 60h/week, rate: none } } } }
            bookings: ["ben on apollo.api, 40h/week, 2026-01-05 .. 2026-01-25"]
            """,
        raised: [
            "warning: Ben is booked 40 h in 2026-W03 and has 24 h, being 16 h on leave: "
                + "let somebody cover 16 h, or move the leave"
        ],
        calm: ("40h", by: "24h"))

    static let contradictoryPins = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h } }
            projects:
              apollo: { needs: { api: { hours: 60h/week, rate: none }, app: { hours: 60h/week, rate: none } } }
            bookings:
              - ben on apollo.api, 30h/week, 2026-01-12 .. 2026-01-18, pinned
              - ben on apollo.app, 20h/week, 2026-01-12 .. 2026-01-18, pinned
            """,
        raised: ["error: Ben is pinned for 50 h in 2026-W03 and has 40 h: unpin 10 h of apollo.api and apollo.app"],
        calm: ("20h", by: "10h"))
}

struct ClashesTests {
    private func overbooked(hours: String, firmness: String = "confirmed", overtime: String) throws -> [String] {
        try told(
            .overbooked,
            in: """
                people: { ben: { name: Ben, cost: 60/h } }
                projects: { apollo: { needs: { api: { hours: 60h/week, rate: none } } } }
                bookings: ["ben on apollo.api, \(hours), 2026-01-12 .. 2026-01-18, \(firmness)"]
                policy: { overtime: \(overtime) }
                """)
    }

    @Test func overtimeTakesWhatItMayHold() throws {
        let overtime = "{ up to: 10%, at: 150% }"
        #expect(
            try overbooked(hours: "44h/week", overtime: overtime) == [
                "warning: Ben is booked 44 h in 2026-W03 and has 40 h: pay 4 h of overtime, or move them"
            ])
        #expect(
            try overbooked(hours: "52h/week", overtime: overtime) == [
                "error: Ben is booked 52 h in 2026-W03 and has 40 h: move 8 h; overtime takes the other 4 h"
            ])
    }

    @Test func whatIsNotPromisedIsAWarning() throws {
        #expect(
            try overbooked(hours: "52h/week", firmness: "tentative", overtime: "none") == [
                "warning: Ben is booked 52 h in 2026-W03 and has 40 h: move 12 h, or allow overtime"
            ])
    }

    @Test func weeksInARowAreOneAlertAndOthersAreNot() throws {
        let text = """
            people: { ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { needs: { api: { hours: 60h/week, rate: none } } } }
            bookings:
              - ben on apollo.api, 45h/week, 2026-01-05 .. 2026-01-18
              - ben on apollo.api, 45h/week, 2026-01-26 .. 2026-02-01
            """
        #expect(
            try told(.overbooked, in: text) == [
                "error: Ben is booked 90 h in 2026-W02 .. 2026-W03 and has 80 h: move 10 h, or allow overtime",
                "error: Ben is booked 45 h in 2026-W05 and has 40 h: move 5 h, or allow overtime",
            ])
    }

    @Test func aBookingAboutToBeMadeCounts() throws {
        let firm = try firm(Fixture.overbooked.calmText)
        let week = try #require(Week("2026-W03"))
        let new = Booking(
            person: "ben", line: LineID("apollo", "api"), amount: .perWeek(Hours(10)), days: week.days,
            firmness: .confirmed)
        let situation = Situation(of: firm)
        #expect(!alerts(in: situation).contains { $0.kind == .overbooked })
        let raised = alerts(in: situation, adding: [new]).filter { $0.kind == .overbooked }
        #expect(
            raised.map { "\($0.words(in: firm))" } == [
                "Ben is booked 50 h in 2026-W03 and has 40 h: move 10 h, or allow overtime"
            ])
        #expect(raised.map(\.people) == [["ben"]])
        #expect(raised.map(\.lines) == [[LineID("apollo", "api")]])
        #expect(raised.map(\.projects) == [["apollo"]])
        #expect(raised.map(\.weeks) == [week...week])
        #expect(raised.map(\.hours) == [Hours(10)])
    }

    @Test func aPinThatLeaveBreaksCannotBeMovedAndIsAnError() throws {
        let text = Fixture.leaveClash.text.replacing("2026-01-25\"", with: "2026-01-25, pinned\"")
        #expect(
            try told(.leaveClash, in: text) == [
                "error: Ben is booked 40 h in 2026-W03 and has 24 h, being 16 h on leave: "
                    + "let somebody cover 16 h, or move the leave"
            ])
    }

    @Test func aWeekOffBreaksEveryBooking() throws {
        let text = Fixture.leaveClash.text.replacing("2026-01-13]", with: "2026-01-16]").replacing("40h", with: "8h")
        #expect(
            try told(.leaveClash, in: text) == [
                "warning: Ben is booked 8 h in 2026-W03 and has 0 h, being 40 h on leave: "
                    + "let somebody cover 8 h, or move the leave"
            ])
    }

    @Test func aHorizonThatBeginsWithinAWeekCutsBookingsAndCapacityAlike() throws {
        let text = """
            horizon: 2026-01-08 .. 2026-01-18
            people: { ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { needs: { api: { hours: 40h/week, rate: none } } } }
            bookings: ["ben on apollo.api, 40h/week, 2026-01-05 .. 2026-01-18"]
            """
        #expect(alerts(in: Situation(of: try firm(text))).isEmpty)
    }
}
