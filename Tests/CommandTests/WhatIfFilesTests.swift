// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite("Files that change another one")
struct WhatIfFilesTests {
    private static let studio = Program.repository.appending(path: "Scenarios/studio")

    @Test(arguments: ["apollo-slips", "summer-festival"])
    func giveTheSamePlanWhenResolved(_ name: String) async throws {
        let overlay = Self.studio.appending(path: name + ".yaml").path
        try await inScratch(Scratch()) { scratch in
            let resolved = try await Program.run(["resolve", overlay, "--out", "resolved.yaml"], in: scratch.url)
            #expect(resolved == Run(status: 0, output: "", errors: ""))
            let plan = try await Program.run(["plan", overlay, "--json"])
            #expect(plan.status == 0)
            #expect(try await Program.run(["plan", "resolved.yaml", "--json"], in: scratch.url) == plan)
            #expect(try await Program.run(["fmt", "--check", "resolved.yaml"], in: scratch.url).status == 0)
        }
    }

    @Test func giveTheSamePlanWhenTheyUndoWhatTheyDo() async throws {
        let base = Self.studio.appending(path: "base.yaml").path
        try await inScratch(Scratch()) { scratch in
            try scratch.file(
                "there-and-back.yaml",
                """
                muster: 1
                scenario: Farol, spring 2026
                from: \(base)
                changes:
                  - delay: { project: apollo, by: 3 weeks }
                  - contract: { person: ben, to: 60%, from: 2026-03-02 }
                  - chance: { project: borealis, at: 90% }
                  - chance: { project: borealis, at: 60% }
                  - contract: { person: ben, to: 100%, from: 2026-03-02 }
                  - advance: { project: apollo, by: 3 weeks }

                """)
            let plan = try await Program.run(["plan", base, "--json"])
            #expect(try await Program.run(["plan", "there-and-back.yaml", "--json"], in: scratch.url) == plan)
            let diff = try await Program.run(["diff", base, "there-and-back.yaml"], in: scratch.url)
            #expect(diff.status == 0)
            #expect(diff.output.hasSuffix("\nNo difference.\n"))
        }
    }

    @Test func areRefusedWithEveryProblem() async throws {
        try await inScratch(Scratch()) { scratch in
            try scratch.file("firm.yaml", calm)
            try scratch.file(
                "what-if.yaml",
                """
                muster: 1
                scenario: What if
                from: firm.yaml
                changes:
                  - departs: { person: anna, on: 2026-01-09 }
                  - delay: { project: apollo, by: 1 week }

                """)
            for call in [
                ["plan", "what-if.yaml"], ["resolve", "what-if.yaml"], ["diff", "firm.yaml", "what-if.yaml"],
                ["compare", "firm.yaml", "what-if.yaml"],
            ] {
                let run = try await Program.run(call, in: scratch.url)
                #expect(
                    run
                        == Run(
                            status: 2, output: "",
                            errors: """
                                what-if.yaml:5:24: unknown-person: no person is called `anna`
                                      - departs: { person: anna, on: 2026-01-09 }
                                                           ^
                                  Did you mean `ana`? The firm has: ana, ben.

                                what-if.yaml:6:23: cannot-move: apollo has no dates of its own: its work runs over the whole horizon
                                      - delay: { project: apollo, by: 1 week }
                                                          ^
                                  Give the project `dates` or `phases`, or its needs `dates`.

                                """))
            }
        }
    }
}
