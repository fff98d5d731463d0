// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import ScenarioFiles
import Staffing
import Testing

private let eur = Currency("EUR")!

private func read(
    _ text: String, over known: [Opportunity] = [], _ change: (inout DealTable) -> Void = { _ in }
) throws(Problems) -> [Opportunity] {
    var table = DealTable(currency: eur)
    change(&table)
    return try table.read(Array(text.utf8), named: "crm.csv", over: known)
}

private func problems(_ text: String) -> [String] {
    do {
        _ = try read(text)
        return []
    } catch {
        return error.all.map { "\($0.place.line):\($0.place.column) \($0.id.rawValue)" }
    }
}

@Suite("Tables of deals")
struct DealTableTests {
    @Test func areReadAsCRMsWriteThem() throws {
        let deals = try read(
            """
            \u{FEFF}Deal ID;Deal name;Company;Deal stage;Amount (NOK);Probability;Close Date;Deal owner;Region
            D-1;"Ferries; a second season";Northwind;Closed Won;64,000.50;100;2026-05-15T10:00:00Z;ines@farol.example;N
            D-2;Oslo;;Proposal sent;1200;40;15.06.2026;;S

            """)
        #expect(deals.map(\.id.text) == ["D-1", "D-2"])
        #expect(deals[0].name == "Ferries; a second season")
        #expect(deals[0].client == "Northwind")
        #expect(deals[0].stage == .won)
        #expect(deals[0].value == Money(minorUnits: 6_400_050))
        #expect(deals[0].currency.code == "NOK")
        #expect(deals[0].closes == day("2026-05-15"))
        #expect(deals[0].owner == "ines@farol.example")
        #expect(deals[1].chance == Share(percent: 40))
        #expect(deals[1].closes == day("2026-06-15"))
    }

    /// In a column where one is above 1, 1 is one per cent; where none is, it is all.
    @Test(arguments: [
        ("Probability", ["50", "1"], [500_000, 10_000]), ("Probability", ["0.5", "0.25"], [500_000, 250_000]),
        ("Probability", ["50%", "1%"], [500_000, 10_000]), ("Probability (%)", ["0.5", "1"], [5_000, 10_000]),
    ]) func chancesAreOf100OrOf1(_ header: String, _ cells: [String], _ millionths: [Int]) throws {
        let rows = cells.enumerated().map { "D\($0.offset),x,1,\($0.element)\n" }.joined()
        #expect(try read("id,name,value,\(header)\n" + rows).map(\.chance.millionths) == millionths)
    }

    @Test func columnsAndStagesCanBeMapped() throws {
        let deals = try read("Nr,name,Worth,stage\n7,x,\"1.234,56\",In talks\n") { table in
            table.columns = ["nr": .id, "worth": .value]
            table.stages = ["in talks": .init(.negotiation, chance: Share(percent: 60))]
            table.hasDecimalCommas = true
        }
        #expect(deals.map(\.value.minorUnits) == [123_456])
        #expect(deals.map(\.stage) == [.negotiation])
        #expect(deals.map(\.chance) == [Share(percent: 60)])
    }

    @Test func theOrderOfDayAndMonthIsAskedFor() throws {
        let text = "id,name,value,closes\n1,x,1,03/04/2026\n"
        #expect(problems(text) == ["2:7 not-a-date"])
        #expect(try read(text) { $0.dates = .dayFirst }.map(\.closes) == [day("2026-04-03")])
        #expect(try read(text) { $0.dates = .monthFirst }.map(\.closes) == [day("2026-03-04")])
    }

    @Test func whatTheFileHasNoColumnForStays() throws {
        let known = Opportunity(
            id: "7", name: "x", client: "northwind", stage: .proposal, chance: Share(percent: 60),
            value: Money(minorUnits: 5), currency: Currency("NOK")!, closes: day("2026-05-15"), owner: "ines",
            project: "apollo")
        let deals = try read("id,name,value\n7,x,9\n8,y,1\n", over: [known])
        var expected = known
        expected.value = Money(minorUnits: 900)
        #expect(deals[0] == expected)
        #expect(deals[1].project == nil)
        // A column that is empty says so.
        #expect(try read("id,name,value,project,stage\n7,x,9,,proposal\n", over: [known])[0].project == nil)
    }

    @Test func everythingWrongIsSaidAtOnce() {
        let text = """
            id,name,value,stage,currency,probability,closes
            1,a,1.234,foo,euro,0,2026-02-30
            1,b,1,lead,EUR,50,
            ,c,1,lead,EUR,50,
            2,,1,lead,EUR,200,
            3,d
            """
        #expect(
            problems(text) == [
                "2:5 too-precise", "2:11 unknown-word", "2:15 not-a-currency", "2:20 impossible-chance",
                "2:22 not-a-date", "3:1 duplicate-key", "4:1 missing-key", "5:1 missing-key", "5:15 out-of-range",
                "6:1 ragged-row",
            ])
    }

    @Test(arguments: ["name,value\n", "", "id,id,name,value\n"])
    func theNecessaryColumnsAreThere(_ text: String) {
        #expect(!problems(text).isEmpty)
    }

    @Test func stagesAreWrittenAsAWhatIf() throws {
        let text = ScenarioFormat.text(
            stages: [("apollo", .won), ("vega", .lost), ("lyra", .proposed(Share(millionths: 375_000)))],
            named: "Pipeline", from: "../base.yaml")
        #expect(
            text == """
                muster: 1
                scenario: Pipeline
                from: ../base.yaml

                changes:
                  - win: { project: apollo }
                  - lose: { project: vega }
                  - chance: { project: lyra, at: 37.5% }

                """)
    }
}
