// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import ScenarioFiles
import SmallFirms
import Staffing
import Testing

@Suite("Changes of projects")
struct ProjectsTests {
    /// The holiday has no part in it: weeks keep their days.
    @Test(arguments: [
        Example(
            "delay: { project: apollo, by: 2 weeks }", "Delay Apollo by 2 weeks",
            [
                ("design: { start: 2026-01-05", "design: { start: 2026-01-19"),
                ("2026-01-05 .. 2026-01-16, pinned", "2026-01-19 .. 2026-01-30, pinned"),
                ("8h/week, 2026-01-19 .. 2026-01-30\n", "8h/week, 2026-02-02 .. 2026-02-13\n"),
            ]),
        Example(
            "delay: { project: vega, by: 1 week }", "Delay Vega by 1 week",
            [
                ("dates: 2026-02-02 .. 2026-02-27", "dates: 2026-02-09 .. 2026-03-06"),
                ("dates: 2026-02-23 .. 2026-02-27", "dates: 2026-03-02 .. 2026-03-06"),
                ("20h total, 2026-02-02 .. 2026-02-13", "20h total, 2026-02-09 .. 2026-02-20"),
            ]),
        Example(
            "advance: { project: vega, by: 1 week }", "Advance Vega by 1 week",
            [
                ("dates: 2026-02-02 .. 2026-02-27", "dates: 2026-01-26 .. 2026-02-20"),
                ("dates: 2026-02-23 .. 2026-02-27", "dates: 2026-02-16 .. 2026-02-20"),
                ("20h total, 2026-02-02 .. 2026-02-13", "20h total, 2026-01-26 .. 2026-02-06"),
            ]),
        Example(
            "delay: { project: apollo, phase: build, by: 1 week }", "Delay phase build of Apollo by 1 week",
            [
                ("after: design,", "after: design + 1 week,"),
                ("8h/week, 2026-01-19 .. 2026-01-30\n", "8h/week, 2026-01-26 .. 2026-02-06\n"),
            ]),
    ]) func moves(_ example: Example) throws { try example.check() }

    @Test(arguments: [
        Example(
            "extend: { project: apollo, phase: design, by: 1 week }", "Extend phase design of Apollo by 1 week",
            [
                ("length: 2 weeks", "length: 3 weeks"),
                ("8h/week, 2026-01-19 .. 2026-01-30\n", "8h/week, 2026-01-26 .. 2026-02-06\n"),
            ]),
        Example(
            "extend: { project: apollo, by: 2 weeks }", "Extend Apollo by 2 weeks",
            [("length: 3 weeks", "length: 5 weeks")]),
        Example(
            "extend: { project: vega, by: 1 week }", "Extend Vega by 1 week",
            [
                ("dates: 2026-02-02 .. 2026-02-27", "dates: 2026-02-02 .. 2026-03-06"),
                ("dates: 2026-02-23 .. 2026-02-27", "dates: 2026-02-23 .. 2026-03-06"),
            ]),
        Example(
            "extend: { project: apollo, need: backend, by: 1 week }", "Extend backend of Apollo by 1 week",
            [("backend: { phase: build,", "backend: { phase: build, dates: 2026-01-19 .. 2026-02-15,")]),
    ]) func extensions(_ example: Example) throws { try example.check() }

    /// 120 % of 20 h are 24 h; a third of 10 h, of 10.5 h and of 9 h are 3.3333.., 3.5 and 3 h: the first is rounded
    /// to the nearest multiple of 0.0025 h, which is 3.3325 (33.33 % of 10 h is 3.333).
    @Test(arguments: [
        Example(
            "scale: { project: apollo, by: 120% }", "20 % more work for Apollo",
            [("hours: 20h/week", "hours: 24h/week")]),
        Example(
            "scale: { client: northwind, skill: figma, by: 50% }", "50 % less work for Northwind with figma",
            [("role: designer, hours: 20h/week", "role: designer, hours: 10h/week")]),
        Example(
            "scale: { need: vega.app, by: 33.33% }", "66.67 % less work for app of Vega",
            [("hours: [10h, 10.5h]", "hours: [3.3325h, 3.5h]")]),
        Example(
            "scale: { by: 200% }", "100 % more work",
            [
                ("hours: 20h/week", "hours: 40h/week"), ("hours: [10h, 10.5h]", "hours: [20h, 21h]"),
                ("hours: 9h total", "hours: 18h total"),
            ]),
    ]) func scale(_ example: Example) throws { try example.check() }

    @Test(arguments: [
        Example(
            "add: { client: fjord, name: Fjord Line }", "Add the client Fjord Line",
            [("northwind: { name: Northwind }", "northwind: { name: Northwind }\n  fjord: { name: Fjord Line }")]),
        Example(
            "add: { need: apollo.qa, phase: build, skills: { swift: 2 }, hours: 8h/week, rate: 90/h }",
            "Add qa to Apollo",
            [
                (
                    "  vega:\n    name",
                    "      qa: { phase: build, skills: { swift: 2 }, hours: 8h/week, rate: 90/h }\n  vega:\n    name"
                )
            ]),
        Example(
            """
            add:
                project: lyra
                name: Lyra
                client: northwind
                stage: proposed 40%
                phases: { only: { start: 2026-02-02, length: 2 weeks } }
                needs: { app: { phase: only, skills: { swift: 3 }, hours: 16h/week, rate: 120/h } }
            """,
            "Add Lyra for Northwind, proposed with a chance of 40 %",
            [
                (
                    "bookings:\n",
                    """
                      lyra:
                        name: Lyra
                        client: northwind
                        stage: proposed 40%
                        phases: { only: { start: 2026-02-02, length: 2 weeks } }
                        needs: { app: { phase: only, skills: { swift: 3 }, hours: 16h/week, rate: 120/h } }
                    bookings:

                    """
                )
            ]),
    ]) func add(_ example: Example) throws { try example.check() }

    @Test(arguments: [
        Example(
            "drop: { need: vega.app }", "Drop app of Vega",
            [
                ("      app: { skills: { swift: 2 }, hours: [10h, 10.5h], rate: 100/h }\n", ""),
                ("  - ana on vega.app, 20h total, 2026-02-02 .. 2026-02-13, tentative\n", ""),
                ("exclusions:\n  - rui not on vega.app\n", ""),
            ]),
        Example(
            "drop: { person: rui }", "Do without Rui Prata",
            [
                (
                    "  rui:\n    name: Rui Prata\n    role: designer\n    skills: { figma: 5 }\n    cost: 48/h\n", ""
                ),
                ("  - rui on apollo.screens, 8h/week, 2026-01-05 .. 2026-01-16, pinned\n", ""),
                ("exclusions:\n  - rui not on vega.app\n", ""),
            ]),
        Example(
            "lose: { project: vega }", "Lose Vega",
            [
                ("stage: proposed 60%", "stage: lost"),
                ("  - ana on vega.app, 20h total, 2026-02-02 .. 2026-02-13, tentative\n", ""),
            ]),
        Example("win: { project: vega }", "Win Vega", [("    stage: proposed 60%\n", "")]),
        Example(
            "chance: { project: vega, at: 35% }", "Vega has a chance of 35 %", [("proposed 60%", "proposed 35%")]),
    ]) func dropAndStages(_ example: Example) throws { try example.check() }

    @Test func dropProjectTakesAllThatNamesIt() throws {
        let firm = try whatIf("- drop: { project: apollo }", of: small, horizon: quarter).firm
        #expect(firm.projects.map(\.id) == ["vega"])
        #expect(firm.people[0].wishes == [])
        #expect(firm.bookings.map(\.line) == [LineID("vega", "app")])
        #expect(firm.exclusions.count == 1)
    }

    /// 105 % of 140 are 147.
    @Test(arguments: [
        Example(
            "rerate: { role: engineer, to: 105%, from: 2026-02-01 }",
            "Bill the role engineer at 105 % of the price so far from 1 February 2026",
            [("engineer: 140/h", "engineer: [140/h, 147/h from 2026-02-01]")]),
        Example(
            "rerate: { need: vega.app, to: 90/h }", "Bill app of Vega at 90 EUR an hour",
            [("rate: 100/h", "rate: 90/h")]),
        Example(
            "rerate: { need: apollo.backend, to: 50% }", "Bill backend of Apollo at 50 % of the price so far",
            [("role: engineer, hours: 20h/week", "role: engineer, hours: 20h/week, rate: 70/h")]),
        Example(
            "rerate: { project: apollo, role: designer, to: 99.50/h }",
            "Bill the role designer on Apollo at 99.50 EUR an hour",
            [("    deadline: 2026-03-27", "    deadline: 2026-03-27\n    rates: { designer: 99.50/h }")]),
        Example(
            "rerate: { project: vega, to: 110% }", "Bill Vega at 110 % of the price so far",
            [("rate: 100/h", "rate: 110/h")]),
        Example(
            "rerate: { project: apollo, to: 110% }", "Bill Apollo at 110 % of the price so far",
            [
                (
                    "    deadline: 2026-03-27",
                    "    deadline: 2026-03-27\n    rates: { engineer: 154/h, designer: 121/h }"
                )
            ]),
        Example(
            "rerate: { project: apollo, to: 130/h }", "Bill Apollo at 130 EUR an hour",
            [("hours: 20h/week }", "hours: 20h/week, rate: 130/h }")]),
    ]) func rerate(_ example: Example) throws { try example.check() }

    @Test(arguments: [
        ("delay: { project: apolo, by: 2 weeks }", "5:21 unknown-project: no project is called `apolo`"),
        ("delay: { project: apollo, phase: built, by: 2 weeks }", "5:36 unknown-phase: no phase is called `built`"),
        ("delay: { project: apollo, by: 14 days }", "5:33 wrong-unit: `14 days` is not a number of weeks"),
        (
            "delay: { project: apollo, by: 12 weeks }",
            "5:33 deadline-before-start: the deadline 2026-03-27 is before the project begins on 2026-03-30"
        ),
        (
            "advance: { project: apollo, phase: build, by: 1 week }",
            "5:49 cannot-move: build begins as soon as design ends"
        ),
        (
            "extend: { project: apollo, phase: build, need: backend, by: 1 week }",
            "5:44 conflicting-keys: `phase` and `need` exclude each other"
        ),
        ("scale: { skill: cobol, by: 120% }", "5:3 no-effect: no work is of that kind"),
        (
            "add: { need: apollo.backend, hours: 8h/week }",
            "5:16 already-there: a need is called `apollo.backend` already"
        ),
        ("add: { need: apollo.qa, rate: 90/h }", "5:8 missing-key: a new need needs `hours`"),
        ("drop: { need: apollo.qa }", "5:24 unknown-need: no need is called `qa`"),
        ("win: { project: lyra }", "5:19 unknown-project: no project is called `lyra`"),
        ("lose: {}", "5:9 missing-key: a loss needs `project`"),
        ("chance: { project: vega, at: 100% }", "5:32 impossible-chance: `100%` is not a chance"),
        ("rerate: { need: vega.talks, to: 90/h }", "5:19 no-effect: vega.talks has no price that could change"),
        ("rerate: { role: partner, to: 90/h }", "5:19 unknown-role: no role is called `partner`"),
    ]) func refuses(_ change: String, _ problem: String) { #expect(refusal(change) == [problem]) }
}
