// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Testing

extension Fixture {
    static let sustainedLoad = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { dates: 2026-01-05 .. 2026-01-25, needs: { api: { hours: 40h/week, rate: none } } } }
            policy: { alerts: { sustained load: 100%, sustained weeks: 3 weeks } }
            """,
        raised: [
            "warning: Ben is full to 100 % for 3 weeks in a row, 2026-W02 .. 2026-W04: "
                + "leave a lighter week in between, or share the work"
        ],
        calm: ("40h", by: "39h"))

    static let underTarget = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h, target: 80% } }
            projects: { apollo: { needs: { api: { hours: 20h/week, rate: 90/h } } } }
            """,
        raised: ["notice: Ben is billable for 50 %, with a target of 80 %: find 48 h of billable work"],
        calm: ("80%", by: "55%"))

    static let overTarget = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h, target: 80% } }
            projects: { apollo: { needs: { api: { hours: 40h/week, rate: 90/h } } } }
            """,
        raised: ["warning: Ben is billable for 100 %, with a target of 80 %: share 32 h with others"],
        calm: ("80%", by: "87%"))
}

struct WorkloadTests {
    @Test func timeInsideTheFirmIsLoad() throws {
        let text = Fixture.sustainedLoad.calmText.replacing("name: Ben", with: "name: Ben, internal: 1h/week")
        #expect(try told(.sustainedLoad, in: text) == Fixture.sustainedLoad.raised)
    }

    @Test func aWeekOffEndsTheRow() throws {
        let text = Fixture.sustainedLoad.text.replacing(
            "name: Ben", with: "name: Ben, leave: [2026-01-12 .. 2026-01-18]")
        #expect(try told(.sustainedLoad, in: text) == [])
    }

    @Test func workThatIsNotBilledIsNotUtilisation() throws {
        let text = Fixture.overTarget.text.replacing("rate: 90/h", with: "rate: none")
        #expect(
            try told(.underTarget, in: text) == [
                "notice: Ben is billable for 0 %, with a target of 80 %: find 128 h of billable work"
            ])
    }

    @Test func thePolicysTargetIsForThoseWithoutOne() throws {
        let text = Fixture.underTarget.text.replacing(", target: 80%", with: "") + "\npolicy: { target: 80% }"
        #expect(try told(.underTarget, in: text) == Fixture.underTarget.raised)
    }
}
