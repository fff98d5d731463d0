// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Generation
import ScenarioFiles
import Staffing
import Testing

@Suite struct ExampleFirmsTests {
    static let home = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Scenarios")
        .standardized

    static let names = [
        "architects", "audit", "by-hand", "consultancy", "everything", "it-services", "lawyers", "month", "studio",
        "windows",
    ]

    @Test func everyFolderIsListedHere() throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: Self.home.path)
        #expect(found.sorted() == Self.names)
    }

    @Test(arguments: names) func readsWithoutProblem(name: String) throws {
        let firm = try Self.read(name)
        #expect(!firm.projects.isEmpty)
        #expect(!firm.people.isEmpty)
    }

    /// Busy, as firms are: what all projects ask for, won or proposed, against what can be planned.
    @Test(arguments: ["architects", "audit", "consultancy", "it-services", "lawyers", "studio"])
    func demandComesNearCapacity(name: String) throws {
        let firm = try Self.read(name)
        let capacity = Capacity(of: firm)
        let plannable = firm.people.indices.flatMap { capacity.weeks(of: $0) }.map(\.plannable).reduce(.zero, +)
        let asked = Demand(of: firm).lines.map(\.total).reduce(.zero, +)
        #expect((0.8...1.05).contains(asked.inHours / plannable.inHours))
    }

    /// Each firm has somebody whose bookings come to more than a week holds.
    @Test(arguments: [
        ("architects", "rhys"), ("audit", "kaja"), ("consultancy", "franziska"), ("consultancy", "catia"),
        ("it-services", "wessel"), ("lawyers", "joost"), ("studio", "ben"),
    ])
    func somebodyIsOverbooked(name: String, id: String) throws {
        let firm = try Self.read(name)
        let capacity = Capacity(of: firm)
        let person = try #require(firm.people.firstIndex { $0.id.text == id })
        var booked = [Hours](repeating: .zero, count: firm.horizon.weekCount)
        for booking in firm.bookings where booking.person.text == id {
            for (week, hours) in firm.weeks(of: booking) { booked[week] = booked[week] + hours }
        }
        #expect(booked.indices.contains { booked[$0] > capacity[person, $0].plannable })
    }

    /// Each change that can be written stands in one of the examples.
    @Test func everyVerbIsShown() throws {
        var shown: Set<String> = []
        for name in Self.names {
            let folder = Self.home.appending(path: name)
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
                guard file.hasSuffix(".yaml") else { continue }
                let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                guard text.contains("\nfrom: ") else { continue }
                let scenario = try Scenario.read(at: folder.appending(path: file).path)
                let own = try #require(scenario.steps.last)
                #expect(!own.changes.isEmpty && scenario.notes.isEmpty, "\(file)")
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                for made in own.changes {
                    shown.insert(lines[made.place.line - 1].dropFirst(4).prefix { $0 != ":" }.description)
                }
                #expect(try ScenarioFormat.canonicalText(of: text, named: file) == text)
            }
        }
        #expect(shown.sorted() == ScenarioFormat.verbs.sorted())
    }

    @Test func starterReadsWithoutProblem() throws {
        let firm = try Scenario.read(at: "base.yaml", from: FileReader(["base.yaml": Starter.text])).firm
        #expect(firm.people.map(\.name) == ["Ada Fontes", "Bruno Keller", "Clara Moss", "Dario Pozzi"])
    }

    /// The hours that the comments of the file work out.
    @Test func byHandHasTheHoursOfItsComments() throws {
        let firm = try Self.read("by-hand")
        let capacity = Capacity(of: firm)
        let hours = firm.people.indices.map { person in
            capacity.weeks(of: person).map(\.plannable).reduce(.zero, +)
        }
        #expect(hours == [Hours(312), Hours(312), Hours(156)])
        let demand = Demand(of: firm).lines.map { ($0.id.line.text, $0.total.inHours) }
        #expect(demand.map(\.0) == ["app", "reports", "sketches", "care"])
        #expect(demand.map(\.1) == [249.6, 187.2, 39, 374.4])
    }

    static func read(_ name: String) throws -> Firm {
        try Scenario.read(at: home.appending(path: "\(name)/base.yaml").path).firm
    }
}
