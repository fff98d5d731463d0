// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Testing

extension Fixture {
    static let lateMilestone = Fixture(
        text: """
            projects:
              apollo:
                name: Apollo
                phases: { build: { start: 2026-01-05, length: 3 weeks, milestone: Beta by 2026-01-18 } }
            """,
        raised: [
            "error: Beta of Apollo is due on 2026-01-18, and its phase ends on 2026-01-23: "
                + "shorten the work by 5 days, begin it earlier, or agree on 2026-01-23"
        ],
        calm: ("3 weeks", by: "2 weeks"))

    static let lateProject = Fixture(
        text: """
            projects:
              apollo:
                name: Apollo
                deadline: 2026-01-18
                phases: { build: { start: 2026-01-05, length: 2 weeks }, launch: { after: build, length: 1 weeks } }
            """,
        raised: [
            "error: Apollo is due on 2026-01-18 and ends on 2026-01-23: "
                + "shorten the work by 5 days, begin it earlier, or agree on 2026-01-23"
        ],
        calm: ("deadline: 2026-01-18", by: "deadline: 2026-01-23"))
}

struct LateDatesTests {
    @Test func workThatIsNotWonIsLateInAMilderWay() throws {
        let text = Fixture.lateProject.text.replacing("name: Apollo", with: "name: Apollo\n    stage: proposed 50%")
        #expect(
            try told(.lateProject, in: text) == [
                "warning: Apollo is due on 2026-01-18 and ends on 2026-01-23: "
                    + "shorten the work by 5 days, begin it earlier, or agree on 2026-01-23"
            ])
    }

    @Test func aLineThatGoesOnIsTheEndOfItsProject() throws {
        let text = """
            projects:
              apollo:
                name: Apollo
                deadline: 2026-01-18
                dates: 2026-01-05 .. 2026-01-18
                needs: { care: { hours: 8h/week, rate: none, dates: 2026-01-05 .. 2026-01-19 } }
            """
        #expect(
            try told(.lateProject, in: text) == [
                "error: Apollo is due on 2026-01-18 and ends on 2026-01-19: "
                    + "shorten the work by 1 day, begin it earlier, or agree on 2026-01-19"
            ])
    }

    /// Weeks end on a Sunday, and their work on the Friday before; on a Thursday where the Friday is a holiday.
    @Test(
        arguments: [
            ("2026-01-23", "[]", nil), ("2026-01-22", "[]", "2026-01-23"), ("2026-01-22", "[2026-01-23]", nil),
            ("2026-01-21", "[2026-01-23]", "2026-01-22"), ("2026-01-22", "[2026-01-23 half]", "2026-01-23"),
        ] as [(String, String, String?)])
    func workEndsOnAWorkingDay(due: String, holidays: String, end: String?) throws {
        let text = """
            calendars: { city: { holidays: \(holidays) } }
            projects:
              apollo:
                name: Apollo
                calendar: city
                deadline: \(due)
                phases: { build: { start: 2026-01-05, length: 3 weeks, milestone: Beta by \(due) } }
            """
        let (milestones, projects) = (try told(.lateMilestone, in: text), try told(.lateProject, in: text))
        let rest = end.map { "on \($0): shorten the work by 1 day, begin it earlier, or agree on \($0)" }
        #expect(milestones == rest.map { ["error: Beta of Apollo is due on \(due), and its phase ends \($0)"] } ?? [])
        #expect(projects == rest.map { ["error: Apollo is due on \(due) and ends \($0)"] } ?? [])
    }

    /// Where nobody works on any day of a phase, its last day counts.
    @Test func aPhaseWithoutWorkingDays() throws {
        let text = """
            projects:
              apollo:
                name: Apollo
                phases: { move: { start: 2026-01-17, end: 2026-01-18, milestone: Keys by 2026-01-16 } }
            """
        #expect(
            try told(.lateMilestone, in: text) == [
                "error: Keys of Apollo is due on 2026-01-16, and its phase ends on 2026-01-18: "
                    + "shorten the work by 2 days, begin it earlier, or agree on 2026-01-18"
            ])
    }
}
