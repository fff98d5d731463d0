// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite("A deal")
struct BidTests {
    private let deal = """
          ferries:
            needs:
              y: { skills: { swift: 3 }, hours: 10h/week, rate: 120/h }

        """

    private func bid(_ text: String) async throws -> Run {
        try await inScratch(Scratch()) { scratch in
            try scratch.file("base.yaml", calm)
            try scratch.file("deal.yaml", text)
            return try await Program.run(["bid", "base.yaml", "deal.yaml"], in: scratch.url)
        }
    }

    private let added = """
        changes:
          - add: { project: ferries, needs: { y: { skills: { swift: 3 }, hours: 10h/week, rate: 120/h } } }

        """

    @Test func mayBeAFileAloneOrAScenarioThatAddsIt() async throws {
        let alone = try await bid("muster: 1\nprojects:\n" + deal)
        #expect(alone.status == 0, "\(alone.errors)")
        let scenario = try await bid(
            "{ muster: 1, scenario: With ferries, \"from\": base.yaml, changes: [{ add: "
                + "{ project: ferries, needs: { y: { skills: { swift: 3 }, hours: 10h/week, rate: 120/h } } } }] }\n")
        #expect(scenario == alone)
    }

    /// Somebody new in the scenario would be priced as if the deal had brought her.
    @Test func isRefusedWhereMoreDiffers() async throws {
        let text =
            "muster: 1\nscenario: With ferries\nfrom: base.yaml\n" + added
            + "  - hire: { person: eva, like: ana }\n  - raise: { person: ben, by: 10% }\n"
        let run = try await bid(text)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(
            run.errors == """
                muster: deal.yaml differs from base.yaml by more than the deal, so its price would be that of all this:
                  The cost of ben is 55/h, was 50/h
                  Eva is new: skills { swift: 3 }, cost 50/h
                Let the deal start `from:` that very scenario, or put the project alone in the file.

                """)
    }
}
