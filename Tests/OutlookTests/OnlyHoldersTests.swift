// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Testing

extension Fixture {
    static let onlyHolder = Fixture(
        text: """
            people:
              ana: { name: Ana, cost: 60/h, skills: { swift: 5 } }
              ben: { name: Ben, cost: 60/h, skills: { swift: 3 } }
            projects: { apollo: { needs: { api: { hours: 20h/week, rate: none, skills: { swift: 4 } } } } }
            """,
        raised: ["notice: Ana alone has swift at level 4, which apollo.api asks for: train a second person"],
        calm: ("swift: 4", by: "swift: 3"))
}

struct OnlyHoldersTests {
    @Test func whoeverHasLeftCannotStandIn() throws {
        let text = Fixture.onlyHolder.calmText.replacing(
            "name: Ben", with: "name: Ben, contract: 100% to 2025-12-31")
        #expect(
            try told(.onlyHolder, in: text) == [
                "notice: Ana alone has swift at level 3, which apollo.api asks for: train a second person"
            ])
    }
}
