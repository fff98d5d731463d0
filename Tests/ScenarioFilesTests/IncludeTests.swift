// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("Included files")
struct IncludeTests {
    @Test func addTheirDeclarationsAfterTheFilesOwn() throws {
        let scenario = try scenario(
            head + "include: [parts/north.yaml, south.yaml]\npeople:\n  ana: { cost: 1/h }\n",
            and: [
                "parts/north.yaml": "muster: 1\ninclude: [east.yaml]\npeople: { rui: { cost: 1/h } }\n",
                "parts/east.yaml": "muster: 1\npeople: { eva: { cost: 1/h } }\n",
                "south.yaml": "muster: 1\npeople: { ida: { cost: 1/h } }\n",
            ])
        #expect(scenario.firm.people.map(\.id) == ["ana", "rui", "eva", "ida"])
        #expect(scenario.files == ["studio.yaml", "parts/north.yaml", "parts/east.yaml", "south.yaml"])
        #expect(scenario.places[.person("eva")]?.description == "parts/east.yaml:2:11")
    }

    @Test func mayReferToEachOther() throws {
        let others = [
            "people.yaml": "muster: 1\npeople: { ana: { cost: 1/h, office: lisbon, wishes: [apollo] } }\n",
            "offices.yaml": "muster: 1\noffices: { lisbon: {} }\n",
        ]
        _ = try scenario(head + "include: [people.yaml, offices.yaml]\nprojects: { apollo: {} }\n", and: others)
    }

    @Test func areReadOnceHoweverManyNameThem() throws {
        let others = [
            "a.yaml": "muster: 1\ninclude: [base.yaml]\n", "b.yaml": "muster: 1\ninclude: [./x/../base.yaml]\n",
            "base.yaml": "muster: 1\npeople: { ana: { cost: 1/h } }\n",
        ]
        #expect(try firm(head + "include: [a.yaml, b.yaml]\n", and: others).people.map(\.id) == ["ana"])
    }

    @Test func cannotIncludeThemselves() {
        let found = problems(head + "include: [studio.yaml]\n")
        #expect(found.map(\.what) == ["files include each other in a circle: studio.yaml → studio.yaml"])
    }

    @Test func areTheSameHoweverTheirPathIsWritten() {
        let files = FileReader(["./studio.yaml": head + "include: [studio.yaml]\n"])
        #expect { try Scenario.read(at: "./studio.yaml", from: files) } throws: {
            ($0 as? Problems)?.all.map(\.id) == [.cyclicInclude]
        }
    }

    @Test func cannotDeclareAnIDTwice() {
        let found = problems(
            head + "include: [a.yaml]\npeople: { ana: { cost: 1/h } }\ncalendar: x\ncalendars: { x: {} }\n",
            and: ["a.yaml": "muster: 1\npeople: { ana: { cost: 2/h } }\ncalendar: x\n"])
        #expect(
            found.map(\.what) == [
                "`ana` stands here a second time; the first is at studio.yaml:6:11",
                "`calendar` stands here a second time; the first is at studio.yaml:7:1",
            ])
    }

    @Test func aBrokenFileDoesNotMakeItsNamesUnknown() {
        let found = problems(
            head + "include: [people.yaml]\nbookings: [\"ana on apollo.backend, 50%, 2026-02-02\"]\n",
            and: ["people.yaml": "muster: 1\npeople: { ana: { cost: 1/h }\n"])
        #expect(found.map(\.id) == [.notYAML])
    }

    @Test(arguments: [
        ("people.yaml", "- ana\n", Problem.ID.wrongShape), ("people.yaml", "muster: 1\npeople: [ana]\n", .wrongShape),
        ("people.csv", "person,cost\nana\n", .raggedRow), ("people.csv", "name,cost\nana,1/h\n", .unknownTable),
    ])
    func aBrokenPartDoesNotMakeItsNamesUnknown(_ name: String, _ text: String, _ id: Problem.ID) {
        let found = problems(
            head + "include: [\(name)]\nbookings: [\"ana on apollo.backend, 50%, 2026-02-02\"]\n"
                + "projects: { apollo: { needs: [backend], phases: 3 } }\n", and: [name: text])
        #expect(found.map(\.id) == [.wrongShape, .wrongShape, id])
    }

    @Test func allFilesAreReadWhateverIsWrong() {
        let found = problems(
            head + "include: [missing.yaml, a.yaml]\npeople: { rui: {} }\n",
            and: ["a.yaml": "muster: 1\npeople: { ana: { cost: 62 } }\n"])
        #expect(
            found.map { "\($0.place) \($0.id.rawValue)" } == [
                "studio.yaml:5:11 missing-file", "studio.yaml:6:16 missing-key", "a.yaml:2:24 wrong-unit",
            ])
    }

    @Test(arguments: ["new.csv", "new.txt", "/dev/fd/63"])
    func furtherTablesMayHaveAnyName(_ name: String) throws {
        let table = "person,project,need,hours per week,from,to\nana,apollo,api,8,2026-02-02,2026-02-06\n"
        let files = FileReader([
            name: table,
            "studio.yaml": head + """
                people: { ana: { cost: 1/h } }
                projects: { apollo: { needs: { api: { hours: 8h/week, rate: none } } } }

                """,
        ])
        let scenario = try Scenario.read(at: "studio.yaml", including: [name], from: files)
        #expect(scenario.firm.bookings.map(\.person) == ["ana"])
    }
}
