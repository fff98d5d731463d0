// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Finance
import ScenarioFiles
import Staffing
import Testing

/// A scenario with every term of money.
private let terms = """
    muster: 1
    scenario: Studio
    horizon: 2026-01-05 .. 2026-06-28
    currency: EUR

    clients:
      northwind: { name: Northwind, address: [12 Harbour Road, Bergen], country: NO, pays: 5 days early }
      fjord: { currency: NOK, tax: AE, due: 14 days, pays: 12 days late, rates: { engineer: 1600/h } }

    people:
      ana:
        role: engineer
        cost: 62/h

    projects:
      apollo:
        client: northwind
        dates: 2026-01-12 .. 2026-05-29
        budget: 180000
        phases:
          design: { start: 2026-01-12, length: 4 weeks }
        needs:
          backend: { hours: 24h/week, rate: 140/h }
          sync: { dates: 2026-03-16 .. 2026-05-29, hours: 120h total, rate: 140/h }
      borealis: {}

    contracts:
      apollo:
        signed: 2026-01-05
        parts:
          design: { phases: [design], fixed: 60000, instalments: { signature: 20000, handover: 40000 }, recognise: at milestones }
          care:
            retainer: { fee: 4000/month, hours: 40h, roll over: 2, overage: 120/h, dates: 2026-01-01 .. }
          hosting:
            subscription: { fee: 900/quarter, dates: 2026-01-01 .. 2026-12-31, index: 3%, billed: afterwards }
        expenses: { mark up: 10%, up to: 5000 }
        tax: S 23%
        due: 30 days
        purchase order: { number: PO-4711, up to: 200000 }
        amendments:
          offline:
            on: 2026-03-16
            name: Offline mode
            part: design
            price: 24000
            budget: 24000
            instalments: { sync: 24000 }
            purchase order: 24000
            needs: [sync]
          dearer:
            on: 2026-04-01
            part: care
            fee: 4500/month
      old:
        client: fjord
        projects: [borealis]
        hourly: { rates: { engineer: 1500/h }, people: { ana: 1700/h }, up to: 90000, at least: 100/month, discount: 5%, tiers: [6% above 100h] }
        expenses: none
        amendments:
          less: { on: 2026-04-01, price: -500.50, rates: { engineer: 1650/h } }

    seller:
      name: Farol Lda
      series: FT
      tax: S 23%
      reminders: [10 days]

    overheads: { rent: [4200/month to 2026-03-31, 4500/month from 2026-04-01] }

    """

@Suite("Terms of money as a file")
struct TermsTextTests {
    @Test func areReadAsTheSameTerms() throws {
        let read = try scenario(terms)
        let text = ScenarioFormat.text(of: read.firm, with: read.books)
        let again = try scenario(text)
        #expect(again.firm == read.firm)
        #expect(again.books == read.books)
        #expect(try ScenarioFormat.canonicalText(of: text, named: "studio.yaml") == text)
        #expect(ScenarioFormat.text(of: again.firm, with: again.books) == text)
        #expect(text.contains("budget: 180000"))
    }

    /// What the what-if has added to the project and cut from its budget does not get lost or doubled.
    @Test(arguments: [
        "- add: { need: apollo.qa, hours: 16h/week, rate: 110/h }", "- drop: { need: apollo.sync }",
        "- set: { projects.apollo.budget: 20000 }", "- drop: { project: apollo }",
    ])
    func areWrittenAfterAWhatIf(_ change: String) throws {
        let read = try scenario(
            "muster: 1\nscenario: What if\nfrom: base.yaml\nchanges:\n  \(change)", and: ["base.yaml": terms])
        let again = try scenario(ScenarioFormat.text(of: read.firm, with: read.books))
        #expect(again.firm == read.firm)
        #expect(again.books.contracts.map(\.id) == read.books.contracts.map(\.id))
    }

    @Test func aFirmWithoutThemIsWrittenWithoutThem() throws {
        let read = try scenario(studio)
        #expect(ScenarioFormat.text(of: read.firm, with: read.books) == ScenarioFormat.text(of: read.firm))
    }

    /// Without amendments, the firm is what it is without contracts: its plans and their digests stay.
    @Test func contractsDoNotTouchTheFirm() throws {
        let bare = try scenario(studio)
        let paid = try scenario(studio + "contracts:\n  apollo: { hourly: {} }\nseller: { payday: 3 }\n")
        #expect(paid.firm == bare.firm)
    }

    @Test func differencesAreTold() throws {
        let before = try scenario(terms)
        let after = try scenario(
            terms.replacing("    due: 30 days", with: "    due: 45 days").replacing(
                "fee: 900/quarter", with: "fee: 950/quarter"
            )
            .replacing("series: FT", with: "series: F").replacing(
                "pays: 5 days early", with: "pays: 9 days late"))
        #expect(
            after.differences(from: before).map(\.sentence) == [
                "The habit of paying of the client Northwind is 9 days late, was 5 days early",
                "The subscription fee of part hosting of the contract apollo is 950/quarter, was 900/quarter",
                "The time to pay of the contract apollo is 45 days, was 30 days",
                "The prefix of an invoice number of the seller is F, was FT",
            ])
        #expect(before.differences(from: before).isEmpty)
    }

    /// A what-if has another name, and the same seller.
    @Test func aWhatIfDiffersByItsNameAlone() throws {
        let files = ["base.yaml": terms, "what-if.yaml": "muster: 1\nscenario: What if\nfrom: base.yaml\n"]
        let bare = ["base.yaml": studio, "what-if.yaml": files["what-if.yaml"] ?? ""]
        for files in [files, bare] {
            let reader = FileReader(files)
            let after = try Scenario.read(at: "what-if.yaml", from: reader)
            let before = try Scenario.read(at: "base.yaml", from: reader)
            #expect(after.differences(from: before).map(\.path) == ["scenario"])
        }
    }
}
