// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Testing

extension Fixture {
    static let contractEnds = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h, contract: 100% to 2026-01-18 } }
            projects: { apollo: { needs: { api: { hours: 20h/week, rate: none } } } }
            """,
        raised: [
            "warning: Ben's contract ends on 2026-01-18, and apollo.api asks for 40 h after it: "
                + "extend the contract, or plan the hand-over"
        ],
        calm: ("100% to 2026-01-18", by: "100%"))
}

struct EndingContractsTests {
    /// The contract ends two weeks after the horizon begins.
    @Test func beyondTheNoticeThereIsTime() throws {
        let text = Fixture.contractEnds.text + "\npolicy: { alerts: { expiry: 1 weeks } }"
        #expect(
            try told(.contractEnds, in: text) == [
                "notice: Ben's contract ends on 2026-01-18, and apollo.api asks for 40 h after it: "
                    + "extend the contract, or plan the hand-over"
            ])
    }

    @Test func workThatEndsWithTheContractIsFine() throws {
        let text = Fixture.contractEnds.text.replacing("needs:", with: "dates: 2026-01-05 .. 2026-01-18, needs:")
        #expect(try told(.contractEnds, in: text) == [])
    }
}
