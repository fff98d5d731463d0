// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import Markup
import ScenarioFiles
import Staffing
import Testing

@testable import Pages

private func day(_ text: String) -> Day { Day(text)! }

@Suite struct ClientPageTests {
    private static let yaml = """
        muster: 1
        scenario: Small
        horizon: 2026-01-05 .. 2026-02-01
        currency: EUR
        clients:
          northwind: { name: Northwind Ferries }
          rival: { name: Rival & Sons }
        people:
          ana: { name: Ana Secretperson, skills: { swift: 3 }, cost: 61/h }
        projects:
          apollo:
            name: Apollo
            client: northwind
            budget: 98765
            phases:
              build: { start: 2026-01-05, length: 2 weeks, milestone: Beta by 2026-01-09 }
            needs: { app: { phase: build, skills: { swift: 3 }, hours: 20h/week, rate: 143/h } }
          maybe:
            name: Hopeful
            client: northwind
            stage: proposed 37%
            needs: { app: { skills: { swift: 3 }, hours: 10h/week, rate: 143/h } }
          other:
            name: Othello
            client: rival
            needs: { app: { skills: { swift: 3 }, hours: 10h/week, rate: 143/h } }
        """

    private func page(on today: String = "2026-01-20") throws -> Markup {
        let scenario = try Scenario.read(at: "firm.yaml", from: FileReader(["firm.yaml": Self.yaml]))
        let accounts = Accounts(
            firm: scenario.firm, books: scenario.books,
            progress: [
                Progress(project: "apollo", phase: "build", day: day("2026-01-12"), done: Share(percent: 40)),
                Progress(project: "apollo", phase: nil, day: day("2026-01-12"), done: Share(percent: 45)),
                Progress(project: "apollo", phase: nil, day: day("2026-01-30"), done: Share(percent: 90)),
            ])
        let client = scenario.firm.clients[0]
        return try markup(try ClientPage(of: client, Controlling(accounts, today: day(today))).page.document())
    }

    @Test func clientsSeeWhatIsTheirs() throws {
        let text = try page().text
        #expect(text.contains("Northwind Ferries") && text.contains("Apollo") && text.contains("Beta"))
        #expect(text.contains("45 % done"))
        // Friday the 16th, the last working day of the phase, is a week after the 9th.
        #expect(text.contains("2026-01-16") && text.contains("7 days late"))
    }

    @Test func clientsSeeNothingElse() throws {
        let root = try page()
        let everything = root.all.flatMap { [$0.text] + $0.attributes.values }.joined(separator: "\n")
        let secrets = [
            "Ana", "Secretperson", "ana", "Rival", "Othello", "other", "Hopeful", "maybe", "37", "61", "143", "98,765",
            "98765", "90 %", "margin", "cost",
        ]
        let shown = root.element(id: "main")?.text ?? ""
        for secret in secrets { #expect(!shown.contains(secret), "\(secret)") }
        for secret in ["Secretperson", "Rival", "Othello", "Hopeful", "98,765"] {
            #expect(!everything.contains(secret), "\(secret)")
        }
    }
}
