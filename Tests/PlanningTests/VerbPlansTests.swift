// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import ScenarioFiles
import SmallFirms
import Testing
import Verification

/// What each change does to a plan, worked out by hand.
@Suite struct VerbPlansTests {
    /// Ana has 40 h for the 60 h a week of p, in the first two weeks of four; Ben, who has another skill, does the 10 h of
    /// q in the last one. An hour of Ana on p is worth 100 + 100 (unmet) − 50 = 150.
    static let alone = """
        calendar: home
        calendars:
          home: {}
        people:
          ana: { skills: { swift: 3 }, cost: 50/h }
          ben: { skills: { sql: 3 }, cost: 60/h }
        projects:
          p:
            dates: 2026-01-05 .. 2026-01-18
            needs:
              x: { skills: { swift: 3 }, hours: 60h/week, rate: 100/h, spread: weekly }
          q:
            dates: 2026-01-26 .. 2026-02-01
            needs:
              y: { skills: { sql: 3 }, hours: 10h/week, rate: 100/h, spread: weekly }
        """

    /// Ana alone, in two weeks. An hour on v is worth half of 120 + 100 − 50 = 170, which is 85, and one on p 150; so p has
    /// all of her.
    static let rivals = """
        people:
          ana: { skills: { swift: 3 }, cost: 50/h }
        projects:
          p:
            needs:
              x: { hours: 40h/week, rate: 100/h, spread: weekly }
          v:
            stage: proposed 50%
            needs:
              z: { hours: 30h/week, rate: 120/h, spread: weekly }
        """

    /// v is worth more than p, and takes its 30 h first.
    static let vFirst = ["ana on p.x, hourly: 10 10", "ana on v.z, hourly: 30 30"]
    static let ben = "ben on q.y, hourly: 0 0 0 10"

    struct Case: Sendable, CustomTestStringConvertible {
        let change: String
        let firm: String
        let horizon: String
        let bookings: [String]

        /// In the four weeks of ``alone``, where Ben's work stays what it is unless the case says otherwise.
        init(_ change: String, ana: [String], others: [String] = [ben]) {
            (self.change, firm, horizon) = (change, alone, "2026-01-05 .. 2026-02-01")
            bookings = ana + others
        }

        /// In the two weeks of ``rivals``.
        init(_ change: String, _ bookings: [String], more: String = "") {
            (self.change, firm, horizon) = (change, rivals + more, "2026-01-05 .. 2026-01-18")
            self.bookings = bookings
        }

        var verb: String { String(change.prefix { $0 != ":" }) }
        var testDescription: String { change }
    }

    static let cases = [
        // Cleo has the 20 h that Ana cannot do, from her second week on.
        Case(
            "hire: { person: cleo, like: ana, cost: 60/h, from: 2026-01-12 }", ana: ["ana on p.x, hourly: 40 40 0 0"],
            others: [ben, "cleo on p.x, hourly: 0 20 0 0"]),
        // Monday to Wednesday.
        Case("departs: { person: ana, on: 2026-01-14 }", ana: ["ana on p.x, hourly: 40 24 0 0"]),
        Case("absent: { person: ana, dates: 2026-01-05 .. 2026-01-06 }", ana: ["ana on p.x, hourly: 24 40 0 0"]),
        Case("contract: { person: ana, to: 50% }", ana: ["ana on p.x, hourly: 20 20 0 0"]),
        // On Monday and on Tuesday Ben learns, and has 24 h, of which Ana leaves 20.
        Case(
            "train: { person: ben, skills: { swift: 3 }, away: 2026-01-05 .. 2026-01-06 }",
            ana: ["ana on p.x, hourly: 40 40 0 0", "ben on p.x, hourly: 20 20 0 0"]),
        // 100 + 100 − 250 is below nothing.
        Case("raise: { person: ana, to: 250/h }", ana: []),
        Case("target: { person: ana, at: 50% }", ana: ["ana on p.x, hourly: 40 40 0 0"]),
        // A tenth of 40 h; such an hour is worth 150 − 25.
        Case("overtime: { up to: 10%, at: 150% }", ana: ["ana on p.x, hourly: 44 44 0 0"]),
        Case("delay: { project: p, by: 1 week }", ana: ["ana on p.x, hourly: 0 40 40 0"]),
        Case(
            "advance: { project: q, by: 2 weeks }", ana: ["ana on p.x, hourly: 40 40 0 0"],
            others: ["ben on q.y, hourly: 0 10 0 0"]),
        Case("extend: { project: p, by: 1 week }", ana: ["ana on p.x, hourly: 40 40 40 0"]),
        Case("scale: { need: p.x, by: 50% }", ana: ["ana on p.x, hourly: 30 30 0 0"]),
        // 200 + 100 − 50 = 250 for each of its hours, so it comes first.
        Case(
            "add: { need: p.z, skills: { swift: 3 }, hours: 10h/week, rate: 200/h, spread: weekly }",
            ana: ["ana on p.x, hourly: 30 30 0 0", "ana on p.z, hourly: 10 10 0 0"]),
        Case("drop: { project: p }", ana: []),
        // 170 an hour.
        Case("win: { project: v }", vFirst),
        Case("lose: { project: p }", ["ana on v.z, hourly: 30 30"]),
        // 136 and 153 an hour, against 150.
        Case("chance: { project: v, at: 80% }", ["ana on p.x, hourly: 40 40"]),
        Case("chance: { project: v, at: 90% }", vFirst),
        // Half of 300 + 100 − 50 is 175.
        Case("rerate: { need: v.z, to: 300/h }", vFirst),
        Case(
            "pin: ana on v.z, 8h/week, 2026-01-05 .. 2026-01-18",
            ["ana on p.x, hourly: 32 32", "ana on v.z, pinned: 8 8"]),
        // A booking that is only confirmed costs 8 an hour to give up, less than there is to win.
        Case(
            "unpin: { person: ana }", ["ana on p.x, hourly: 40 40"],
            more: "\nbookings:\n  - ana on v.z, 8h/week, 2026-01-05 .. 2026-01-18, pinned\n"),
        Case("exclude: ana not on p", ["ana on v.z, hourly: 30 30"]),
        // 100 + 100 − 80 an hour.
        Case(
            "subcontract: { pool: free, skills: { swift: 3 }, hours: 16h/week, cost: 80/h }",
            ana: ["ana on p.x, hourly: 40 40 0 0"], others: [ben, "free on p.x: 16 16 0 0"]),
        Case("holiday: { calendar: home, on: 2026-01-12 }", ana: ["ana on p.x, hourly: 40 32 0 0"]),
        // Half of 120 + 400 − 50 is 235.
        Case("set: { projects.v.priority: critical }", vFirst),
    ]

    @Test(arguments: cases) func changesThePlan(_ example: Case) throws {
        let firm = try whatIf("  - " + example.change, of: example.firm, horizon: example.horizon).firm
        #expect(try makePlan(for: firm).bookings == example.bookings)
    }

    @Test func eachVerbHasACase() {
        #expect(Set(Self.cases.map(\.verb)) == Set(ScenarioFormat.verbs))
    }

    /// What the cases differ from.
    @Test func theFirmsAreAsTheyAreDescribed() throws {
        let pinned = "\nbookings:\n  - ana on v.z, 8h/week, 2026-01-05 .. 2026-01-18, pinned\n"
        #expect(
            try planned(Self.alone, horizon: "2026-01-05 .. 2026-02-01").bookings == [
                "ana on p.x, hourly: 40 40 0 0", Self.ben,
            ])
        #expect(try planned(Self.rivals).bookings == ["ana on p.x, hourly: 40 40"])
        #expect(
            try planned(Self.rivals + pinned).bookings == ["ana on p.x, hourly: 32 32", "ana on v.z, pinned: 8 8"])
    }
}
