// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import muster

@Suite("Deals and quotes on the command line")
struct DealTests {
    private let firm =
        "muster: 1\nscenario: Small\nhorizon: 2026-01-05 .. 2026-01-30\ncurrency: EUR\n" + """
            clients: { fjord: { name: "Fjord <b>&", currency: NOK } }
            people:
              ana: { role: lead, skills: { swift: 3 }, cost: 50/h }
            rates: { lead: 100/h }
            projects:
              ferries:
                name: Ferries <script>
                client: fjord
                stage: proposed 30%
                needs: { y: { name: "<i>Work", skills: { swift: 3 }, hours: 10h/week } }

            """

    private func inFirm(_ body: (Scratch, (String) async throws -> Run) async throws -> Void) async throws {
        try await inScratch(Scratch()) { scratch in
            try scratch.file("firm.yaml", firm)
            let run = { (line: String) async throws -> Run in
                try await Program.shell("MUSTER_NOW=2026-03-02T09:00:00Z muster " + line, in: scratch.url)
            }
            _ = try await run("ledger init firm.yaml --by nina")
            try await body(scratch, run)
        }
    }

    @Test func aDealMovesItsProject() async throws {
        try await inFirm { scratch, run in
            let added = try await run(
                "deal add D-7 --name Ferries --value 64000 --stage proposal --project ferries --by nina")
            #expect(added == Run(status: 0, output: "D-7: Ferries, proposal, 50 %, 64,000.00 EUR\n", errors: ""))
            #expect(try await run("deal apply firm.yaml --out what-if/pipeline.yaml").status == 2)
            #expect(try await run("deal apply firm.yaml --out pipeline.yaml").status == 0)
            #expect(try await run("resolve pipeline.yaml").output.contains("stage: proposed 50%"))
            let won = try await run(
                "deal win D-7 --scenario firm.yaml --contract contract.yaml --hourly --out won.yaml --by nina")
            #expect(won.status == 0, "\(won.errors)")
            #expect(
                won.output
                    == "D-7: Ferries, won, 64,000.00 EUR\ncontract.yaml: written\nwon.yaml: written\n")
            try scratch.file("firm.yaml", firm + "include: [contract.yaml]\n")
            let resolved = try await run("resolve won.yaml").output
            #expect(resolved.contains("  ferries:\n    currency: EUR\n    signed: 2026-03-02\n"))
            #expect(resolved.contains("hourly: { up to: 64000 }"))
            #expect(!resolved.contains("stage:"))
            let again = try await run("deal apply won.yaml --out again.yaml")
            #expect(again.status == 1)
        }
    }

    /// A win that cannot be written down is not recorded.
    @Test func aWinWithoutItsFilesIsNone() async throws {
        try await inFirm { scratch, run in
            _ = try await run("deal add D-7 --name Ferries --value 64000 --by nina")
            let refused = try await run("deal win D-7 --scenario firm.yaml --contract c.yaml --by nina")
            #expect(refused.status == 2)
            _ = try await run("deal step D-7 --project ferries --by nina")
            let taken = try await run("deal win D-7 --scenario firm.yaml --out firm.yaml --contract c.yaml --by nina")
            #expect(taken.errors == "muster: firm.yaml exists already; name another file\n")
            #expect(try await run("deal list --csv").output.contains("D-7,Ferries,,lead,10,64000.00,EUR"))
            #expect(try scratch.names() == ["firm.yaml", "muster.ledger"])
        }
    }

    @Test func twoDealsOfAProjectAreRefused() async throws {
        try await inFirm { _, run in
            for id in ["A", "B"] {
                _ = try await run("deal add \(id) --name x --value 1 --project ferries --by nina")
            }
            let refused = try await run("deal apply firm.yaml --out pipeline.yaml")
            #expect(refused.status == 2)
            #expect(refused.errors.contains("the deals A and B are both for the project ferries"))
        }
    }

    /// 3.8 weeks of 10 h, Friday through 30 January: 40 h at 50 are 2,000; at 30 % margin 2,857.14, and 31,994.85 NOK.
    @Test func aQuoteIsInTheClientsCurrencyAndItsPageEscapesEverything() async throws {
        try await inFirm { scratch, run in
            let unknown = try await run("quote firm.yaml ferries")
            #expect(unknown.status == 2)
            #expect(unknown.errors.contains("the client pays in NOK, of which no rate is known"))
            let quote = try await run("quote firm.yaml ferries --rate 0.0893 --json --proposal offer.html")
            #expect(quote.status == 0, "\(quote.errors)")
            #expect(quote.output.contains("\"cost\": 2000.00"))
            #expect(
                quote.output.contains(
                    "{\"margin\": 0.3, \"price\": 2857.14, \"in the client's currency\": 31994.85}"))
            let page = try scratch.text("offer.html")
            #expect(page.contains("Proposal: Ferries &lt;script&gt;"))
            #expect(page.contains("Fjord &lt;b&gt;&amp;"))
            #expect(page.contains("&lt;i&gt;Work"))
            #expect(!page.contains("<script>"))
            #expect(page.contains("31,994.85"))
            #expect(!page.contains("2,000") && !page.contains("margin:30"))
        }
    }

    @Test(arguments: [
        ("firm.yaml", "pipeline.yaml", "firm.yaml"), ("firm.yaml", "out/x.yaml", "../firm.yaml"),
        ("a/firm.yaml", "x.yaml", "a/firm.yaml"), ("a/b/firm.yaml", "a/c/x.yaml", "../b/firm.yaml"),
    ]) func filesNameEachOtherFromWhereTheyAre(_ path: String, _ file: String, _ expected: String) {
        #expect(relative(path, to: file) == expected)
    }
}
