// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import SmallFirms
import Staffing
import Testing

/// What the rules of booking come to, worked out by hand.
@Suite struct BookingNumbersTests {
    private func situation(_ need: String, _ more: String = "", horizon: String = "2026-01-05 .. 2026-01-18") throws
        -> Situation
    {
        Situation(
            of: try firm(
                """
                people: { ana: { cost: 50/h }, ben: { cost: 50/h } }
                projects: { p: { needs: { x: { rate: none, \(need) } } } }
                \(more)
                """, horizon: horizon))
    }

    @Test func anOrdinaryWeekIsWhole() throws {
        // W02 lacks a day of five, and W03 three: 25.6 and 12.8 hours of 32 each are whole weeks of 32.
        let short = "calendar: c\ncalendars: { c: { holidays: [2026-01-06, 2026-01-14 .. 2026-01-16] } }"
        #expect(try situation("hours: 32h/week", short).ordinaryWeek(line: 0, stretch: 0) == Hours(32))
        // From Thursday on: two days of five.
        #expect(
            try situation("hours: 32h/week, dates: 2026-01-08 .. 2026-01-18").ordinaryWeek(line: 0, stretch: 0)
                == Hours(32))
        // A list says itself what a week asks for; weeks without anything do not count.
        #expect(try situation("hours: [10h, 0h]").ordinaryWeek(line: 0, stretch: 0) == Hours(10))
        #expect(try situation("hours: [0h, 0h]").ordinaryWeek(line: 0, stretch: 0) == .zero)
        // 60 h over ten days are six a day, thirty a week.
        #expect(try situation("hours: 60h total").ordinaryWeek(line: 0, stretch: 0) == Hours(30))
    }

    /// 8 of 32 h are pinned in W02: of the 24 left and the 32 of W03 the mean is 28.
    @Test func anOrdinaryWeekIsWhatIsOpen() throws {
        let pin = "bookings: [\"ana on p.x, 8h/week, 2026-01-05 .. 2026-01-11, pinned\"]"
        #expect(try situation("hours: 32h/week", pin).ordinaryWeek(line: 0, stretch: 0) == Hours(28))
        // With a holiday 6.4 of 25.6 h are pinned: 19.2 are open, as 24 are of 32.
        let holiday = "\ncalendar: c\ncalendars: { c: { holidays: [2026-01-06] } }"
        #expect(try situation("hours: 32h/week", pin + holiday).ordinaryWeek(line: 0, stretch: 0) == Hours(28))
    }

    private func least(_ need: String, _ rules: String = "") throws -> Int {
        try situation(need, "policy: { bookable: { \(rules) } }").leastShare(of: 0, stretch: 0).millionths
    }

    @Test func theLeastShareIsTheSmallestBooking() throws {
        #expect(try least("hours: 32h/week") == 250_000)
        #expect(try least("hours: 24h/week") == 333_333)
        #expect(try least("hours: 6h/week") == 1_000_000)
        #expect(try least("hours: 12h/week, team: 2") == 500_000)
        #expect(try least("hours: 12h/week, team: 3") == 333_333)
        #expect(try least("hours: [0h]") == 0)
        // A minute of 32 h: 60 of 115,200 seconds.
        #expect(try least("hours: 32h/week", "smallest: 0h/week") == 520)
        #expect(try least("hours: 32h/week", "smallest: 0%") == 520)
        // Of a full week of 40 h.
        #expect(try least("hours: 32h/week", "smallest: 20%") == 250_000)
        #expect(try least("hours: 1.5 fte", "smallest: 30%") == 200_000)
    }

    @Test func stepsAreOfAnOrdinaryWeek() throws {
        func step(_ need: String, _ rules: String) throws -> Share? {
            try situation(need, "policy: { bookable: { \(rules) } }").stepShare(of: 0, stretch: 0)
        }
        #expect(try step("hours: 32h/week", "step: 4h") == Share(millionths: 125_000))
        #expect(try step("hours: 24h/week", "step: 4h") == Share(millionths: 166_666))
        #expect(try step("hours: 2h/week", "step: 4h") == Share(millionths: 2_000_000))
        #expect(try step("hours: 32h/week", "slice: 1h") == nil)
        #expect(try step("hours: [0h]", "step: 4h") == nil)
    }

    @Test func slicesAreNoMoreThanThereIs() throws {
        func slice(_ need: String, _ rules: String = "") throws -> Hours {
            try situation(need, "policy: { bookable: { \(rules) } }").leastSlice(person: 0, line: 0, week: 0)
        }
        #expect(try slice("hours: 10h/week, spread: weekly") == Hours(2))
        #expect(try slice("hours: 10h/week, spread: weekly", "slice: 0.5h") == Hours(seconds: 1800))
        #expect(try slice("hours: 1h/week, spread: weekly") == Hours(1))
        #expect(try slice("hours: 10h/week, spread: weekly", "slice: 0h") == Hours(seconds: 60))
        #expect(try slice("hours: [0h], spread: weekly") == .zero)
        #expect(try slice("hours: 3h/week, spread: weekly, team: 2") == Hours(seconds: 5400))
        #expect(try slice("hours: 10h total, spread: anytime") == Hours(2))
        #expect(try slice("hours: 1h total, spread: anytime") == Hours(1))
    }

    @Test func companionsAreMentorsOrAllTheOthers() throws {
        let situation = Situation(
            of: try firm(
                """
                people:
                  ana: { cost: 50/h }
                  ben: { cost: 50/h, mentors: [cleo, ana] }
                  cleo: { cost: 50/h }
                together: [[cleo, ana, ben]]
                """))
        #expect(
            situation.companionships() == [
                .init(person: 0, anyOf: [2], cause: .together), .init(person: 0, anyOf: [1], cause: .together),
                .init(person: 1, anyOf: [2, 0], cause: .mentors), .init(person: 1, anyOf: [2], cause: .together),
                .init(person: 1, anyOf: [0], cause: .together), .init(person: 2, anyOf: [0], cause: .together),
                .init(person: 2, anyOf: [1], cause: .together),
            ])
    }
}
