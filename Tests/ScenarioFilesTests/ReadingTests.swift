// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("A whole scenario")
struct ReadingTests {
    @Test func keepsTheOrderOfTheFile() throws {
        let firm = try firm(studio)
        #expect(firm.name == "Studio, spring 2026")
        #expect(firm.horizon == Horizon(DayRange(day("2026-01-05"), day("2026-06-28"))))
        #expect(firm.currency == Currency("EUR"))
        #expect(firm.calendar == "lisbon")
        #expect(firm.calendars.map(\.id) == ["lisbon", "porto"])
        #expect(firm.people.map(\.id) == ["ana", "rui"])
        #expect(firm.rates.entries.map(\.role) == ["engineer", "designer"])
        #expect(firm.projects.map(\.id) == ["apollo"])
        #expect(firm.projects[0].lines.map(\.id) == ["backend", "screens", "research"])
    }

    @Test func knowsWhereThingsStand() throws {
        let scenario = try scenario(studio)
        func place(_ subject: Subject) -> String? { scenario.places[subject]?.description }
        #expect(place(.horizon) == "studio.yaml:4:1")
        #expect(place(.calendar("porto")) == "studio.yaml:10:3")
        #expect(place(.office("lisbon")) == "studio.yaml:12:3")
        #expect(place(.client("northwind")) == "studio.yaml:14:3")
        #expect(place(.person("rui")) == "studio.yaml:27:3")
        #expect(place(.rate("designer")) == "studio.yaml:37:27")
        #expect(place(.project("apollo")) == "studio.yaml:40:3")
        #expect(place(.task(TaskID("apollo", "discovery", "sketch"))) == "studio.yaml:53:11")
        #expect(place(.phase("apollo", "build")) == "studio.yaml:59:7")
        #expect(place(.line(LineID("apollo", "screens"))) == "studio.yaml:63:7")
        #expect(place(.booking(1)) == "studio.yaml:68:5")
        #expect(place(.exclusion(0)) == "studio.yaml:70:5")
        #expect(place(.pool("freelancers")) == "studio.yaml:74:3")
        #expect(place(.policy) == "studio.yaml:76:1")
        #expect(scenario.files == ["studio.yaml"])
        #expect(scenario.notes.isEmpty)
    }

    @Test func canBeEmpty() throws {
        let firm = try firm(head + "people:\nprojects: {}\nbookings: []\n")
        #expect(firm.people.isEmpty && firm.projects.isEmpty && firm.bookings.isEmpty)
        #expect(firm.policy == .standard(in: firm.currency))
    }

    @Test(arguments: ["\u{FEFF}" + studio, studio.replacing("\n", with: "\r\n"), studio + "\n# the end"])
    func isTheSameWhateverTheEditor(_ text: String) throws {
        #expect(try firm(text) == firm(studio))
    }

    @Test func takesEveryScalarAsText() throws {
        let firm = try firm(head + "people:\n  no: { name: 0x10, role: yes, cost: 1/h }\n")
        #expect(firm.people.map(\.id) == ["no"])
        #expect(firm.people[0].name == "0x10")
        #expect(firm.people[0].role == "yes")
    }

    @Test func countsColumnsInCharacters() throws {
        let found = problems(head + "people:\n  ana: { name: \"Zoé 👩‍🔧\", cost: 62 }\n")
        #expect(found.map(\.place.column) == [31])
    }
}
