// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import ScenarioFiles
import SmallFirms
import Staffing
import Testing

@Suite("Changes of people")
struct PeopleTests {
    @Test(arguments: [
        Example(
            "hire: { person: nia, name: Nia Costa, like: ana, from: 2026-02-02, cost: 58/h }",
            "Hire Nia Costa, like Ana Duarte, from 2 February 2026",
            [
                (
                    "rates:\n  engineer",
                    """
                      nia:
                        name: Nia Costa
                        role: engineer
                        skills: { swift: 4, sql: 3 }
                        contract: 80% from 2026-02-02
                        cost: 58/h
                        target: 80%
                        knows: [northwind]
                    rates:
                      engineer
                    """
                )
            ]),
        Example(
            "hire: { person: ole, role: designer, skills: { figma: 3 }, cost: 40/h, until: 2026-02-27 }",
            "Hire ole with figma 3 until 27 February 2026",
            [
                (
                    "rates:\n  engineer",
                    """
                      ole: { role: designer, skills: { figma: 3 }, contract: 100% to 2026-02-27, cost: 40/h }
                    rates:
                      engineer
                    """
                )
            ]),
    ]) func hire(_ example: Example) throws { try example.check() }

    /// Ten working days of the Vega booking, five of them through 6 February: half of 20 h, since Ana has the same hours
    /// on each. The backend booking ends before she leaves.
    @Test func departsCutsBookings() throws {
        try Example(
            "departs: { person: ana, on: 2026-02-06 }", "Ana Duarte departs on 6 February 2026",
            [
                ("contract: 80%", "contract: 80% to 2026-02-06"),
                ("20h total, 2026-02-02 .. 2026-02-13", "10h total, 2026-02-02 .. 2026-02-06"),
            ]
        ).check()
    }

    @Test func departsDropsLaterBookings() throws {
        try Example(
            "departs: { person: ana, on: 2026-01-23 }", "Ana Duarte departs on 23 January 2026",
            [
                ("contract: 80%", "contract: 80% to 2026-01-23"),
                ("2026-01-19 .. 2026-01-30", "2026-01-19 .. 2026-01-23"),
                ("  - ana on vega.app, 20h total, 2026-02-02 .. 2026-02-13, tentative\n", ""),
            ]
        ).check()
    }

    @Test(arguments: [
        Example(
            "absent: { person: ana, dates: [2026-03-02 .. 2026-03-06, 2026-03-09 half] }",
            "Ana Duarte is away from 2 to 6 March 2026 and on 9 March 2026 (half a day)",
            [("leave: [2026-02-16]", "leave: [2026-02-16, 2026-03-02 .. 2026-03-06, 2026-03-09 half]")]),
        Example(
            "absent: { person: rui, dates: 2026-02-27 .. 2026-03-02 }",
            "Rui Prata is away from 27 February to 2 March 2026",
            [("cost: 48/h", "cost: 48/h\n    leave: [2026-02-27 .. 2026-03-02]")]),
    ]) func absent(_ example: Example) throws { try example.check() }

    @Test(arguments: [
        Example(
            "contract: { person: ana, to: 60% }", "Ana Duarte works 60 %", [("contract: 80%", "contract: 60%")]),
        Example(
            "contract: { person: ana, to: 100%, from: 2026-02-02, until: 2026-02-27 }",
            "Ana Duarte works 100 % from 2 to 27 February 2026",
            [("contract: 80%", "contract: [80%, 100% from 2026-02-02, 80% from 2026-02-28]")]),
        Example(
            "contract: { person: rui, to: 8 8 8 8 0 0 0 / 8 8 8 0 0 0 0, from: 2026-02-02 }",
            "Rui Prata works 32 h and 24 h a week from 2 February 2026",
            [("cost: 48/h", "cost: 48/h\n    contract: [100%, 8 8 8 8 0 0 0 / 8 8 8 0 0 0 0 from 2026-02-02]")]),
    ]) func contract(_ example: Example) throws { try example.check() }

    /// What is cut out of the middle of weeks that alternate goes on in step: 5 January begins a long week, 19 January
    /// and 2 February too, and so does the piece from 2 February; one from 9 February begins with the short one.
    @Test func contractKeepsAlternatingWeeksInStep() throws {
        let alternating = small.replacing(
            "contract: 80%", with: "contract: 8 8 8 8 8 0 0 / 8 8 8 0 0 0 0 from 2026-01-05")
        func contract(until day: String) throws -> Person {
            let change = "- contract: { person: ana, to: 50%, from: 2026-01-19, until: \(day) }"
            return try #require(try whatIf(change, of: alternating, horizon: quarter).firm.people.first)
        }
        let expected = small.replacing(
            "contract: 80%",
            with: """
                contract:
                      - 8 8 8 8 8 0 0 / 8 8 8 0 0 0 0 from 2026-01-05
                      - 50% from 2026-01-19
                      - 8 8 8 0 0 0 0 / 8 8 8 8 8 0 0 from 2026-02-09
                """)
        #expect(try contract(until: "2026-02-08") == firm(expected, horizon: quarter).people.first)
    }

    @Test func contractThereAndBackLeavesNothing() throws {
        let changes = """
            - contract: { person: ana, to: 60%, from: 2026-02-02 }
            - contract: { person: ana, to: 80%, from: 2026-02-02 }
            """
        #expect(try whatIf(changes, of: small, horizon: quarter).firm == firm(small, horizon: quarter))
    }

    @Test func contractRenewsWhatHasEnded() throws {
        let ending = small.replacing("contract: 80%", with: "contract: 80% to 2026-01-30")
        let renewed = small.replacing("contract: 80%", with: "contract: [80% to 2026-01-30, 100% from 2026-02-09]")
        let change = "- contract: { person: ana, to: 100%, from: 2026-02-09 }"
        #expect(try whatIf(change, of: ending, horizon: quarter).firm == firm(renewed, horizon: quarter))
    }

    @Test(arguments: [
        Example(
            "train: { person: ana, skills: { swift: 5, kotlin: 2 }, away: 2026-01-12 }",
            "Train Ana Duarte to swift 5 and kotlin 2, away on 12 January 2026",
            [
                ("skills: { swift: 4, sql: 3 }", "skills: { swift: 5, sql: 3, kotlin: 2 }"),
                ("leave: [2026-02-16]", "leave: [2026-02-16, 2026-01-12]"),
            ])
    ]) func train(_ example: Example) throws { try example.check() }

    /// 3 % of 62.00 is 1.86; 3 % of 48.00 is 1.44.
    @Test(arguments: [
        Example(
            "raise: { person: ana, to: 65/h, from: 2026-02-02 }",
            "Ana Duarte costs 65 EUR an hour from 2 February 2026",
            [("cost: 62/h", "cost: [62/h, 65/h from 2026-02-02]")]),
        Example(
            "raise: { by: 3% }", "Raise the cost of everybody by 3 %",
            [("cost: 62/h", "cost: 63.86/h"), ("cost: 48/h", "cost: 49.44/h")]),
    ]) func raise(_ example: Example) throws { try example.check() }

    @Test(arguments: [
        Example(
            "target: { person: ana, at: 70% }", "The target of Ana Duarte is 70 %", [("target: 80%", "target: 70%")]),
        Example("target: { at: 70% }", "The target is 70 %", [("target: 75%", "target: 70%")]),
        Example(
            "overtime: { up to: 10%, at: 150% }", "Overtime up to 10 % at 150 %",
            [("target: 75%", "target: 75%\n  overtime: { up to: 10%, at: 150% }")]),
        Example("overtime: none", "No overtime", []),
        Example(
            "overtime: { person: rui, up to: 0% }", "No overtime for Rui Prata",
            [("cost: 48/h", "cost: 48/h\n    overtime: none")]),
    ]) func targetAndOvertime(_ example: Example) throws { try example.check() }

    private let team =
        small.replacing(
            "    leave: [2026-02-16]\n", with: "    leave: [2026-02-16]\n    grade: senior\n    travels: no\n"
        )
        .replacing("    cost: 48/h\n", with: "    cost: 48/h\n    mentors: [ana]\n")
        .replacing("rates:\n", with: "  eva: { cost: 50/h, mentors: [ana, rui] }\nrates:\n")
        + "together:\n  - [ana, eva]\n"

    /// Grade, travel and mentors are lent like everything else, and said otherwise.
    @Test func hiresAreLikeSomebodyInATeam() throws {
        func nia(_ keys: String) throws -> Person {
            let firm = try whatIf("  - hire: { person: nia, \(keys) }\n", of: team, horizon: quarter).firm
            return try #require(firm.people.last)
        }
        let like = try nia("like: ana")
        #expect(like.grade == "senior" && !like.travels && like.mentors.isEmpty)
        #expect(try nia("like: rui").mentors == ["ana"])
        let own = try nia("like: ana, grade: junior, travels: yes, mentors: [eva]")
        #expect(own.grade == "junior" && own.travels && own.mentors == ["eva"])
        #expect(throws: Problems.self) { try nia("like: ana, mentors: [nia]") }
        #expect(throws: Problems.self) { try nia("like: ana, travels: sometimes") }
    }

    /// Nobody waits for a mentor who never was; of two who work together, one is alone.
    @Test func whoIsDroppedIsMissedByNobody() throws {
        let without = try whatIf("  - drop: { person: ana }\n", of: team, horizon: quarter).firm
        #expect(without.people.map(\.mentors) == [[], ["rui"]])
        #expect(without.together == [])
        let joined = team.replacing("[ana, eva]", with: "[ana, eva, rui]").replacing(
            "mentors: [ana]", with: "target: 75%")
        #expect(
            try whatIf("  - drop: { person: ana }\n", of: joined, horizon: quarter).firm.together == [["eva", "rui"]])
    }

    @Test(arguments: [
        ("hire: { person: nia, cost: 50/h }", "5:3 missing-key: the change needs `skills`"),
        ("hire: { person: ana, like: rui }", "5:19 already-there: a person is called `ana` already"),
        ("hire: { person: nia, like: anna }", "5:30 unknown-person: no person is called `anna`"),
        (
            "departs: { person: ana, on: 2026-06-30 }",
            "5:31 outside-horizon: 2026-06-30 lies outside the horizon (2026-01-05 .. 2026-03-29), where it changes nothing"
        ),
        (
            "absent: { person: ana, dates: 2027-01-04 }",
            "5:33 outside-horizon: 2027-01-04 lies outside the horizon (2026-01-05 .. 2026-03-29), where it changes nothing"
        ),
        ("contract: { person: ana, to: 300% }", "5:32 out-of-range: `300%` is out of range"),
        (
            "contract: { person: ana, to: 60%, from: 2026-03-02, until: 2026-02-02 }",
            "5:62 dates-reversed: 2026-03-02 is after 2026-02-02"
        ),
        ("train: { person: ana, skills: { sql: 3 } }", "5:33 no-effect: Ana Duarte has sql at level 3 already"),
        ("raise: { person: ana }", "5:10 missing-key: a raise needs `to`"),
        ("raise: { person: ana, to: 65/h, by: 3% }", "5:35 conflicting-keys: `to` and `by` exclude each other"),
        ("target: { person: ana }", "5:11 missing-key: a target needs `at`"),
        ("overtime: { person: rui, up to: 10% }", "5:3 missing-key: the change needs `at`"),
        ("drop: { person: anna }", "5:19 unknown-person: no person is called `anna`"),
    ]) func refuses(_ change: String, _ problem: String) { #expect(refusal(change) == [problem]) }
}
