// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import ScenarioFiles
import Staffing
import Testing

@Suite("Files that start from another one")
struct OverlayTests {
    private let studioFile = """
        muster: 1
        scenario: Base
        horizon: 2026-01-05 .. 2026-06-28
        currency: EUR
        people:
          ana: { name: Ana, role: engineer, skills: { swift: 4 }, cost: 62/h }
          rui: { name: Rui, role: engineer, skills: { swift: 2 }, cost: 48/h }
        rates: { engineer: 140/h }
        projects:
          apollo:
            name: Apollo
            dates: 2026-02-02 .. 2026-05-29
            needs:
              backend: { skills: { swift: 2 }, hours: 32h/week }
        bookings:
          - rui on apollo.backend, 8h/week, 2026-02-02 .. 2026-02-27
          - ana on apollo.backend, 24h/week, 2026-02-02 .. 2026-03-06, pinned

        """

    private func read(_ files: [String: String], at path: String = "what-if.yaml") throws(Problems) -> Scenario {
        try Scenario.read(at: path, from: FileReader(files.merging(["base.yaml": studioFile]) { own, _ in own }))
    }

    private func overlay(_ changes: String, from base: String = "base.yaml", name: String = "What if") -> String {
        "muster: 1\nscenario: \(name)\nfrom: \(base)\nchanges:\n\(changes)\n"
    }

    private func wrong(_ files: [String: String]) -> [String] {
        do throws(Problems) {
            _ = try read(files)
            return []
        } catch {
            return error.all.map { "\($0.place) \($0.id.rawValue): \($0.what)" }
        }
    }

    @Test func changeOneAfterTheOther() throws {
        let scenario = try read(
            [
                "deals/what-if.yaml": overlay("  - departs: { person: nia, on: 2026-04-30 }", from: "../hire.yaml"),
                "hire.yaml": overlay("  - hire: { person: nia, name: Nia, like: ana, from: 2026-03-02 }", name: "Hire"),
            ], at: "deals/what-if.yaml")
        #expect(scenario.files == ["deals/what-if.yaml", "hire.yaml", "base.yaml"])
        #expect(scenario.steps.map(\.file) == ["base.yaml", "hire.yaml", "deals/what-if.yaml"])
        #expect(scenario.steps.map(\.firm.name) == ["Base", "Hire", "What if"])
        #expect(
            scenario.steps.map { $0.changes.map(\.sentence) } == [
                [], ["Hire Nia, like Ana, from 2 March 2026"], ["Nia departs on 30 April 2026"],
            ])
        #expect(scenario.base?.name == "Hire")
        var again = try #require(scenario.base).applying(scenario.changes)
        again.name = scenario.firm.name
        #expect(again == scenario.firm)
        #expect(scenario.firm.people.map(\.id) == ["ana", "rui", "nia"])
    }

    @Test func wholeScenariosHaveOneStep() throws {
        let scenario = try read([:], at: "base.yaml")
        #expect(scenario.steps.map(\.file) == ["base.yaml"])
        #expect(scenario.base == nil)
        #expect(scenario.changes.isEmpty)
    }

    @Test func needNoChanges() throws {
        let scenario = try read(["what-if.yaml": "muster: 1\nscenario: The same\nfrom: base.yaml\n"])
        #expect(scenario.firm.name == "The same")
        #expect(scenario.base?.people == scenario.firm.people)
    }

    @Test func cannotStartFromEachOther() {
        let files = [
            "what-if.yaml": overlay("", from: "b.yaml"), "b.yaml": overlay("", from: "c.yaml"),
            "c.yaml": overlay("", from: "./b.yaml"),
        ]
        #expect(
            wrong(files) == [
                "c.yaml:3:7 cyclic-from: scenarios start from each other in a circle: b.yaml → c.yaml → b.yaml"
            ])
    }

    @Test func cannotBeIncludedInWhatTheyStartFrom() {
        let files = ["what-if.yaml": overlay(""), "base.yaml": studioFile + "include: [what-if.yaml]\n"]
        #expect(
            wrong(files) == [
                "base.yaml:18:11 cyclic-from: scenarios start from each other in a circle: what-if.yaml → base.yaml → what-if.yaml"
            ])
    }

    @Test func cannotStartFromATable() {
        #expect(
            wrong(["what-if.yaml": overlay("", from: "people.csv"), "people.csv": "person,cost\nana,62/h\n"]) == [
                "people.csv:1:1 wrong-shape: `person,cost ana,62/h` stands where a scenario file (keys with values) should be"
            ])
    }

    @Test func haveNothingButChanges() {
        let text = overlay("  - win: { project: apollo }") + "currency: EUR\ninclude: [people.yaml]\npeople: {}\n"
        #expect(
            wrong(["what-if.yaml": text]) == [
                "what-if.yaml:6:1 misplaced-key: a file that starts `from` another one cannot set `currency`",
                "what-if.yaml:7:1 misplaced-key: a file that starts `from` another one cannot set `include`",
                "what-if.yaml:8:1 misplaced-key: a file that starts `from` another one cannot set `people`",
            ])
    }

    @Test func cannotBeIncluded() {
        let files = [
            "what-if.yaml": studioFile + "include: [part.yaml]\n",
            "part.yaml": "muster: 1\nfrom: base.yaml\nchanges: []\n",
        ]
        #expect(
            wrong(files) == [
                "part.yaml:2:1 misplaced-key: an included file cannot set `from`",
                "part.yaml:3:1 misplaced-key: an included file cannot set `changes`",
            ])
    }

    @Test func changesNeedABase() {
        #expect(
            wrong(["what-if.yaml": studioFile + "changes:\n  - win: { project: apollo }\n"]) == [
                "what-if.yaml:18:1 missing-key: `changes` stand in a file that says what they change"
            ])
    }

    @Test func sayEachThingOnItsOwn() {
        let changes =
            "  - {}\n  - win: { project: apollo }\n    lose: { project: apollo }\n  - wni: { project: apollo }\n  - delay:"
        #expect(
            wrong(["what-if.yaml": overlay(changes)]) == [
                "what-if.yaml:5:5 missing-key: the change says nothing",
                "what-if.yaml:7:5 conflicting-keys: `win` and `lose` are two changes",
                "what-if.yaml:8:5 unknown-key: a change has no key `wni`",
                "what-if.yaml:9:5 missing-key: the change says nothing",
            ])
    }

    /// What the broken hire would have brought is not unknown; everything else is said at once, in all files.
    @Test func tellAllThatIsWrong() {
        let files = [
            "what-if.yaml": overlay(
                """
                  - delay: { project: apolo, by: 3 weeks }
                  - hire: { person: nia, like: ana, cost: 58 }
                  - departs: { person: nia, on: 2026-04-30 }
                  - train: { person: ana, skills: { swift: 3 } }
                """, from: "b.yaml"),
            "b.yaml": overlay("  - absent: { person: ana, dates: 2028-01-03 }"),
        ]
        #expect(
            wrong(files) == [
                "what-if.yaml:5:23 unknown-project: no project is called `apolo`",
                "what-if.yaml:6:43 wrong-unit: `58` is not a rate",
                "what-if.yaml:8:35 no-effect: Ana has swift at level 4 already",
                "b.yaml:5:35 outside-horizon: 2028-01-03 lies outside the horizon (2026-01-05 .. 2026-06-28), where it changes nothing",
            ])
    }

    @Test func areReadEvenWhereTheirBaseIsBroken() {
        let files = [
            "base.yaml": studioFile.replacing("48/h", with: "48"),
            "what-if.yaml": overlay("  - delay: { project: apollo, by: 3 wks }\n  - win: { project: lyra }"),
        ]
        #expect(
            wrong(files) == [
                "what-if.yaml:5:35 wrong-unit: `3 wks` is not a number of weeks",
                "base.yaml:7:65 wrong-unit: `48` is not a rate",
            ])
    }

    @Test func areCheckedAsAWhole() {
        let changes = """
              - extend: { project: apollo, by: 2 weeks }
              - hire: { person: nia, role: engineer, skills: { swift: 3 }, cost: 58/h from 2026-03-02 }
              - set: { policy.hand-over: 16h }
            """
        #expect(
            wrong(["what-if.yaml": overlay(changes)]) == [
                "what-if.yaml:6:5 no-cost: `nia` has a contract on 2026-01-05, but no cost"
            ])
    }

    @Test func knowWhereThingsStand() throws {
        let changes = """
              - drop: { person: rui }
              - hire: { person: nia, like: ana }
              - pin: nia on apollo.backend, 8h/week, 2026-03-02 .. 2026-03-06
            """
        let places = try read(["what-if.yaml": overlay(changes)]).places
        #expect(places[.person("ana")]?.description == "base.yaml:6:3")
        #expect(places[.person("rui")] == nil)
        #expect(places[.person("nia")]?.description == "what-if.yaml:6:5")
        #expect(places[.booking(0)]?.description == "base.yaml:17:5")
        #expect(places[.booking(1)]?.description == "what-if.yaml:7:5")
        #expect(places[.booking(2)] == nil)
    }

    @Test func noteWhatTheirResultIsAbout() throws {
        let scenario = try read(["what-if.yaml": overlay("  - delay: { project: apollo, by: 40 weeks }")])
        #expect(
            scenario.notes.map { "\($0.place) \($0.id.rawValue)" } == [
                "base.yaml:14:7 line-outside-horizon", "base.yaml:16:5 booking-outside-horizon",
                "base.yaml:17:5 booking-outside-horizon",
            ])
    }

    @Test func canBeSaidWithoutAFile() throws {
        let firm = try read([:], at: "base.yaml").firm
        let one = try ScenarioFormat.changes("delay: { project: apollo, by: 3 weeks }", to: firm)
        #expect(one.map(\.sentence) == ["Delay Apollo by 3 weeks"])
        let two = try ScenarioFormat.changes(
            "- hire: { person: nia, like: ana }\n- departs: { person: nia, on: 2026-04-30 }", to: firm)
        #expect(two.map(\.sentence) == ["Hire nia, like Ana", "nia departs on 30 April 2026"])
        #expect(try firm.applying(two.map(\.change)).people.count == 3)
        for (text, problem) in [
            ("delay: { project: apolo, by: 3 weeks }", "change:1:19: unknown-project: no project is called `apolo`"),
            ("apollo", "change:1:1: wrong-shape: `apollo` stands where a change (keys with values) should be"),
            (
                "hire: { person: nia, role: engineer, skills: {}, cost: 1/h from 2026-03-02 }",
                "change:1:1: no-cost: `nia` has a contract on 2026-01-05, but no cost"
            ),
        ] {
            #expect { try ScenarioFormat.changes(text, to: firm) } throws: {
                "\($0)".hasPrefix(problem)
            }
        }
    }

    @Test func haveACanonicalForm() throws {
        let text = """
            scenario:   "What if"
            muster: 1
            from: base.yaml
            changes:
            # Ana leaves.
            - departs: { on: 2026-03-31, person: ana }   # sadly
            - add: { hours: 8h/week, need: apollo.qa, skills: {swift: 2} }
            - set: {policy.hand-over: 16h,   people.ana.leave: [2026-02-16..2026-02-20]}
            -   add:
                  needs: { app: { hours: 16h/week, rate: 120/h } }
                  name: Lyra
                  project: lyra
            - pin: ana on apollo.backend,24h/week,2026-02-02..2026-03-06
            """
        let canonical = try ScenarioFormat.canonicalText(of: text, named: "what-if.yaml")
        #expect(
            canonical == """
                muster: 1
                scenario: What if
                from: base.yaml
                changes:
                  # Ana leaves.
                  - departs: { person: ana, on: 2026-03-31 } # sadly
                  - add: { need: apollo.qa, skills: { swift: 2 }, hours: 8h/week }
                  - set: { policy.hand-over: 16h, people.ana.leave: [2026-02-16 .. 2026-02-20] }
                  - add:
                      project: lyra
                      name: Lyra
                      needs:
                        app: { hours: 16h/week, rate: 120/h }
                  - pin: ana on apollo.backend, 24h/week, 2026-02-02 .. 2026-03-06

                """)
        #expect(try ScenarioFormat.canonicalText(of: canonical, named: "what-if.yaml") == canonical)
    }
}
