// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Testing

extension Fixture {
    static let bottleneck = Fixture(
        text: """
            people: { ana: { name: Ana, cost: 60/h, skills: { swift: 4 } }, ben: { name: Ben, cost: 60/h } }
            projects:
              apollo:
                dates: 2026-01-05 .. 2026-01-18
                needs:
                  api: { hours: 30h/week, rate: none, skills: { swift: 3 } }
                  app: { hours: 30h/week, rate: none, skills: { swift: 2 } }
                  copy: { hours: 30h/week, rate: none }
            """,
        raised: [
            "warning: apollo.api and apollo.app ask for 120 h of swift in 2026-W02 .. 2026-W03, and Ana has 80 h: "
                + "move 40 h to other weeks, or find somebody with swift"
        ],
        calm: ("hours: 30h", by: "hours: 20h"))
}

struct BottlenecksTests {
    @Test func overtimeAndSubcontractorsCarryTheirPart() throws {
        let text =
            Fixture.bottleneck.text + """

                subcontractors: { crew: { name: Crew, skills: { swift: 3 }, hours: 10h/week, cost: 90/h } }
                policy: { overtime: { up to: 10%, at: 150% } }
                """
        // 60 h a week against 44 h of Ana and 10 h of the crew.
        #expect(
            try told(.bottleneck, in: text) == [
                "warning: apollo.api and apollo.app ask for 120 h of swift in 2026-W02 .. 2026-W03, "
                    + "and Ana and Crew have 108 h: move 12 h to other weeks, or find somebody with swift"
            ])
    }

    @Test func pinnedWorkIsTakenFromBothSides() throws {
        let text =
            Fixture.bottleneck.text + """

                bookings: ["ana on apollo.api, 30h/week, 2026-01-05 .. 2026-01-11, pinned"]
                """
        #expect(
            try told(.bottleneck, in: text) == [
                "warning: apollo.app asks for 30 h of swift in 2026-W02, and Ana has 10 h: "
                    + "move 20 h to other weeks, or find somebody with swift",
                "warning: apollo.api and apollo.app ask for 60 h of swift in 2026-W03, and Ana has 40 h: "
                    + "move 20 h to other weeks, or find somebody with swift",
            ])
    }

    @Test func teamsThatShareNobodyAreToldApart() throws {
        let text = """
            people:
              ana: { name: Ana, cost: 60/h, skills: { swift: 4 } }
              eva: { name: Eva, cost: 60/h, skills: { sql: 4 } }
            projects:
              apollo:
                dates: 2026-01-05 .. 2026-01-11
                needs:
                  api: { hours: 50h/week, rate: none, skills: { swift: 3 } }
                  data: { hours: 60h/week, rate: none, skills: { sql: 3 } }
            """
        #expect(
            try told(.bottleneck, in: text) == [
                "warning: apollo.api asks for 50 h of swift in 2026-W02, and Ana has 40 h: "
                    + "move 10 h to other weeks, or find somebody with swift",
                "warning: apollo.data asks for 60 h of sql in 2026-W02, and Eva has 40 h: "
                    + "move 20 h to other weeks, or find somebody with sql",
            ])
    }

    @Test func proposedWorkCountsInFullAndMilder() throws {
        let text = """
            people: { ana: { name: Ana, cost: 60/h } }
            projects:
              apollo:
                dates: 2026-01-05 .. 2026-01-11
                needs: { api: { hours: 30h/week, rate: none } }
              borealis:
                dates: 2026-01-05 .. 2026-01-11
                stage: proposed 10%
                needs: { app: { hours: 30h/week, rate: none } }
            """
        #expect(
            try told(.bottleneck, in: text) == [
                "notice: apollo.api and borealis.app ask for 60 h in 2026-W02, if all of it is won, and Ana has 40 h: "
                    + "move 20 h to other weeks, or find more people"
            ])
        #expect(try told(.bottleneck, in: text + "\npolicy: { tentative: out }") == [])
    }

    @Test func whoeverHasABottleneckOfTheirOwnIsFullForOthers() throws {
        let text = """
            people:
              ana: { name: Ana, cost: 60/h, skills: { swift: 4, sql: 3 } }
              eva: { name: Eva, cost: 60/h, skills: { sql: 4 } }
            projects:
              apollo:
                dates: 2026-01-05 .. 2026-01-11
                needs:
                  data: { hours: 70h/week, rate: none, skills: { sql: 3 } }
                  api: { hours: 50h/week, rate: none, skills: { swift: 3 } }
            """
        #expect(
            try told(.bottleneck, in: text) == [
                "warning: apollo.api asks for 50 h of swift in 2026-W02, and Ana has 40 h: "
                    + "move 10 h to other weeks, or find somebody with swift",
                "warning: apollo.data asks for 70 h of sql in 2026-W02, and Eva has 40 h, "
                    + "Ana being full of what only they can do: "
                    + "move 30 h to other weeks, or find somebody with sql",
            ])
    }

    @Test func aTeamWithoutAnHourIsToldOfUnmetDemandOnly() throws {
        let text = Fixture.bottleneck.text.replacing(
            "name: Ana", with: "name: Ana, leave: [2026-01-05 .. 2026-01-18]")
        #expect(try told(.bottleneck, in: text) == [])
        #expect(try told(.unfilled, in: text).count == 2)
    }

    @Test func theGravestOfTheLinesDecides() throws {
        let text = Fixture.bottleneck.text.replacing("swift: 2 }", with: "swift: 2 }, priority: high")
        #expect(try told(.bottleneck, in: text).map { $0.prefix { $0 != ":" } } == ["error"])
    }
}
