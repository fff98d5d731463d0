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
        "architects", "audit", "by-hand", "consultancy", "everything", "it-services", "lawyers", "studio",
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
