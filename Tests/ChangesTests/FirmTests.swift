// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import ScenarioFiles
import SmallFirms
import Staffing
import Testing

@Suite("Changes of bookings and of the firm")
struct FirmTests {
    @Test(arguments: [
        Example(
            "pin: ana on apollo.backend, 8h/week, 2026-01-19 .. 2026-01-30",
            "Pin Ana Duarte to backend of Apollo, 8 h a week from 19 to 30 January 2026",
            [("8h/week, 2026-01-19 .. 2026-01-30\n", "8h/week, 2026-01-19 .. 2026-01-30, pinned\n")]),
        Example(
            "pin: rui on apollo.screens, 50%, 2026-01-12",
            "Pin Rui Prata to Screens of Apollo, 50 % of the time on 12 January 2026",
            [("exclusions:", "  - rui on apollo.screens, 50%, 2026-01-12, pinned\nexclusions:")]),
        Example(
            "pin: ana on apollo.backend, 8h/week, 2026-01-19 .. 2026-01-30, pinned time",
            "Pin Ana Duarte to backend of Apollo, 8 h a week from 19 to 30 January 2026, or somebody else at that time",
            [("8h/week, 2026-01-19 .. 2026-01-30\n", "8h/week, 2026-01-19 .. 2026-01-30, pinned time\n")]),
        Example("unpin: { person: rui }", "Unpin Rui Prata", [(", pinned", "")]),
        Example(
            "unpin: { need: apollo.screens }", "Unpin everybody from Screens of Apollo", [(", pinned", "")]),
        Example(
            "exclude: ana not on client northwind", "Keep Ana Duarte from all work for Northwind",
            [("  - rui not on vega.app\n", "  - rui not on vega.app\n  - ana not on client northwind\n")]),
        Example(
            "subcontract: { pool: freelancers, hours: 20h/week }", "Subcontract to freelancers up to 20 h a week",
            [("hours: 40h/week", "hours: 20h/week")]),
        Example(
            "subcontract: { pool: studio, name: A studio, skills: { figma: 4 }, hours: 16h/week, cost: 80/h }",
            "Subcontract to A studio up to 16 h a week at 80 EUR an hour",
            [
                (
                    "policy:",
                    "  studio: { name: A studio, skills: { figma: 4 }, hours: 16h/week, cost: 80/h }\npolicy:"
                )
            ]),
        Example(
            "holiday: { calendar: lisbon, on: 2026-03-13 half }",
            "A holiday on 13 March 2026 (half a day) in the calendar lisbon",
            [("holidays: [2026-02-17]", "holidays: [2026-02-17, 2026-03-13 half]")]),
        Example(
            "holiday: { on: 2026-03-13 }", "A holiday on 13 March 2026",
            [
                ("holidays: [2026-02-17]", "holidays: [2026-02-17, 2026-03-13]"),
                ("porto: {}", "porto: { holidays: [2026-03-13] }"),
            ]),
    ]) func change(_ example: Example) throws { try example.check() }

    @Test(arguments: [
        Example(
            "set: { people.ana.contract: 60% }", "Set the contract of Ana Duarte to 60%",
            [("contract: 80%", "contract: 60%")]),
        Example(
            "set: { policy.hand-over: 16h, policy.unmet.high: 250/h }",
            "Set the hand-over of the policy to 16h; set the price of unmet high work of the policy to 250/h",
            [("target: 75%", "target: 75%\n  hand-over: 16h\n  unmet: { high: 250/h }")]),
        Example(
            "set: { projects.apollo.needs.backend.hours: [8h, 16h] }",
            "Set the hours of backend of Apollo to [8h, 16h]",
            [("role: engineer, hours: 20h/week", "role: engineer, hours: [8h, 16h]")]),
        Example(
            "set: { projects.apollo.deadline: }", "Take out the deadline of Apollo",
            [("    deadline: 2026-03-27\n", "")]),
        Example(
            "set: { clients.fjord: { name: Fjord Line } }", "Set the client fjord to { name: Fjord Line }",
            [("northwind: { name: Northwind }", "northwind: { name: Northwind }\n  fjord: { name: Fjord Line }")]),
    ]) func set(_ example: Example) throws { try example.check() }

    @Test(arguments: [
        ("pin: anna on apollo.backend, 8h/week, 2026-01-19", "5:8 unknown-person: no person is called `anna`"),
        (
            "pin: rui on apollo.screens, 8h/week, 2026-01-05 .. 2026-01-16",
            "5:8 no-effect: this booking is pinned already"
        ),
        (
            "pin: rui on apollo.screens, 8h/week, 2026-01-05, tentative",
            "5:8 no-effect: `tentative` pins nothing"
        ),
        ("unpin: { person: ana }", "5:3 no-effect: no booking of that kind is pinned"),
        ("exclude: rui not on vega.app", "5:12 no-effect: rui is kept from vega.app already"),
        ("subcontract: { pool: studio, hours: 16h/week }", "5:3 missing-key: the change needs `cost`"),
        ("holiday: { calendar: lisboa, on: 2026-03-13 }", "5:24 unknown-calendar: no calendar is called `lisboa`"),
        ("set: { people.rui: }", "5:22 unknown-person: no person is called `rui`"),
        ("set: { people.anna.contract: 60% }", "5:17 unknown-person: no person is called `anna`"),
        ("set: { people.ana.contrat: 60% }", "5:21 unknown-key: a person has no key `contrat`"),
        ("set: { people.ana.contract: 60 }", "5:31 wrong-unit: `60` is not a contract"),
        ("set: { scenario: Other }", "5:10 not-a-path: `scenario` is not the path of a value in a scenario file"),
        (
            "set: { people.ana.cost.x: 60 }",
            "5:10 not-a-path: `people.ana.cost.x` is not the path of a value in a scenario file"
        ),
    ]) func refuses(_ change: String, _ problem: String) { #expect(refusal(change) == [problem]) }
}
