// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Staffing
import Testing

extension Fixture {
    static let unfilled = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h, skills: { sql: 3 } } }
            projects:
              apollo:
                dates: 2026-01-05 .. 2026-01-18
                needs: { api: { hours: 20h/week, rate: none, skills: { swift: 3 } } }
            """,
        raised: [
            "warning: apollo.api is short of 40 h in 2026-W02 .. 2026-W03, since nobody has swift: "
                + "hire for swift, train or subcontract; Ben comes nearest"
        ],
        calm: ("swift: 3", by: "sql: 3"))

    static let milestoneAtRisk = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h, skills: { sql: 3 } } }
            projects:
              apollo:
                name: Apollo
                phases:
                  design: { start: 2026-01-05, length: 1 weeks }
                  build: { after: design, length: 1 weeks, milestone: Beta by 2026-01-18 }
                  care: { after: build, length: 2 weeks }
                needs:
                  draft: { phase: design, hours: 20h/week, rate: none, skills: { swift: 3 } }
                  api: { phase: build, hours: 10h/week, rate: none, skills: { swift: 3 } }
                  help: { phase: care, hours: 5h/week, rate: none, skills: { swift: 3 } }
            """,
        raised: [
            "warning: Beta of Apollo, due on 2026-01-18, waits for 30 h that nobody does on apollo.draft and "
                + "apollo.api: staff them first, or agree on a later date"
        ],
        calm: ("swift: 3", by: "sql: 3"))
}

struct UnfilledDemandTests {
    @Test(arguments: [
        (Priority.critical, won: "error", proposed: "warning"), (.high, won: "error", proposed: "warning"),
        (.normal, won: "warning", proposed: "notice"), (.low, won: "notice", proposed: "notice"),
    ])
    func asGraveAsTheLineIsImportant(_ priority: Priority, won: String, proposed: String) throws {
        func severities(_ stage: String) throws -> [String] {
            let text = Fixture.unfilled.text.replacing(
                "apollo:\n", with: "apollo:\n    priority: \(priority)\n    stage: \(stage)\n")
            return try told(.unfilled, in: text).map { String($0.prefix { $0 != ":" }) }
        }
        #expect(try severities("won") == [won])
        #expect(try severities("proposed 50%") == [proposed])
    }

    @Test func everyReasonHasItsWords() throws {
        func words(_ person: String, _ need: String, also: String = "") throws -> [String] {
            try told(
                .unfilled,
                in: """
                    offices: { lisbon: { name: Lisbon }, porto: { name: Porto } }
                    people: { ben: { name: Ben, cost: 60/h, \(person) } }
                    projects: { apollo: { dates: 2026-01-05 .. 2026-01-11, needs: { api: { \(need) } } } }
                    \(also)
                    """)
        }
        let short = "warning: apollo.api is short of 20 h in 2026-W02, since "
        #expect(
            try words("skills: { swift: 2 }", "hours: 20h/week, rate: none, skills: { swift: 3 }") == [
                short + "nobody has swift at level 3, the best is 2: "
                    + "train somebody, or ask for swift at level 2; Ben comes nearest"
            ])
        #expect(
            try words("role: designer", "hours: 20h/week, role: engineer, rate: 90/h") == [
                short + "nobody with the skills is engineer: ask for another role; Ben comes nearest"
            ])
        #expect(
            try words("office: porto", "hours: 20h/week, rate: none, office: lisbon") == [
                short + "nobody with the skills is in lisbon: ask for another office; Ben comes nearest"
            ])
        #expect(
            try words("role: engineer", "hours: 20h/week, rate: none", also: "exclusions: [ben not on apollo]") == [
                short + "whoever could do it is excluded: lift an exclusion; Ben comes nearest"
            ])
        #expect(
            try words("leave: [2026-01-05 .. 2026-01-11]", "hours: 20h/week, rate: none") == [
                short + "whoever could do it is not there: move the work or the leave; Ben comes nearest"
            ])
        #expect(
            try words("role: engineer", "hours: 60h/week, rate: none") == [
                short + "whoever could do it has no time: move the work, allow overtime or subcontract"
            ])
        #expect(
            try words("role: engineer", "hours: 20h/week, rate: none", also: "policy: { unmet: { normal: 10/h } }") == [
                short + "it would cost more than it is worth: raise its rate or its priority; Ben comes nearest"
            ])
    }
}
