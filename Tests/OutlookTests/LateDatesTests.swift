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
            "error: Beta of Apollo is due on 2026-01-18, and its phase ends on 2026-01-25: "
                + "shorten the work by 7 days, begin it earlier, or agree on 2026-01-25"
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
            "error: Apollo is due on 2026-01-18 and ends on 2026-01-25: "
                + "shorten the work by 7 days, begin it earlier, or agree on 2026-01-25"
        ],
        calm: ("deadline: 2026-01-18", by: "deadline: 2026-01-25"))
}

struct LateDatesTests {
    @Test func workThatIsNotWonIsLateInAMilderWay() throws {
        let text = Fixture.lateProject.text.replacing("name: Apollo", with: "name: Apollo\n    stage: proposed 50%")
        #expect(
            try told(.lateProject, in: text) == [
                "warning: Apollo is due on 2026-01-18 and ends on 2026-01-25: "
                    + "shorten the work by 7 days, begin it earlier, or agree on 2026-01-25"
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
}
