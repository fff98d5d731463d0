// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Staffing
import Testing

@Suite("Ctrl-C at any moment", .serialized)
struct InterruptionTests {
    /// Sends the signal a number of times while the plan is made, and says how it ended and whether the file holds.
    private func interrupted(
        _ signals: [String], after delays: [Double], _ style: String = "--fractional", in scratch: Scratch
    ) async throws -> Run {
        let kills = zip(signals, delays).map { "sleep \($1); kill -\($0) $! 2> /dev/null" }.joined(separator: "\n")
        return try await Program.shell(
            """
            rm -f plan.json
            muster plan firm.yaml \(style) --quiet --out plan.json &
            \(kills)
            wait $!
            """, in: scratch.url)
    }

    /// At moments drawn by a seed: there is no file, or one that holds; and nothing else is left beside it.
    @Test(arguments: [("--fractional", 60, 26), ("", 10, 8)])
    func leavesNoFileOrOneThatHolds(style: String, people: Int, weeks: Int) async throws {
        try await inScratch(Scratch()) { scratch in
            let made = try await Program.run(
                ["generate", "--people", "\(people)", "--weeks", "\(weeks)", "--seed", "3"])
            try scratch.file("firm.yaml", made.output)
            let start = ContinuousClock.now
            let whole = try await Program.shell("muster plan firm.yaml \(style) --quiet", in: scratch.url)
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            #expect(whole.status == 0)
            var random = SplitMix64(seed: 17)
            var held = 0
            for round in 0..<12 {
                let delay = seconds * 1.05 * Double(random.next() % 1000) / 1000
                let run = try await interrupted([round % 2 == 0 ? "INT" : "TERM"], after: [delay], style, in: scratch)
                #expect([0, 130, 143].contains(run.status), "\(run)")
                let names = try scratch.names()
                #expect(names == ["firm.yaml"] || names == ["firm.yaml", "plan.json"], "\(names)")
                guard names.contains("plan.json") else { continue }
                held += 1
                let check = try await Program.run(["verify", "plan.json", "firm.yaml"], in: scratch.url)
                #expect(check.status == 0, "after \(delay) s: \(check.output)")
                if run.output.hasPrefix("interrupted") { #expect(run.status == 130) }
            }
            #expect(held > 0)
        }
    }

    @Test func aSecondOneEndsItAtOnce() async throws {
        try await inScratch(Scratch()) { scratch in
            let made = try await Program.run(["generate", "--people", "60", "--weeks", "26", "--seed", "3"])
            try scratch.file("firm.yaml", made.output)
            let run = try await interrupted(["TERM", "INT"], after: [0.3, 0.02], in: scratch)
            #expect([130, 143].contains(run.status))
            let names = try scratch.names()
            #expect(names == ["firm.yaml"] || names == ["firm.yaml", "plan.json"])
        }
    }

    /// Where standard error is no terminal, a line each second, and only when asked for.
    @Test func progressIsToldWhereItIsAskedFor() async throws {
        try await inScratch(Scratch()) { scratch in
            let made = try await Program.run(["generate", "--people", "120", "--weeks", "52", "--seed", "3"])
            try scratch.file("firm.yaml", made.output)
            let told = try await Program.run(
                ["plan", "firm.yaml", "--fractional", "--quiet", "--seconds", "3", "--progress"], in: scratch.url)
            #expect(told.status == 0)
            let lines = told.errors.split(separator: "\n")
            #expect(!lines.isEmpty)
            #expect(lines.allSatisfy { $0.hasSuffix(" s") && $0.count < 80 }, "\(told.errors)")
            #expect(lines.contains { $0.contains("searching: best ") && $0.contains(" EUR, gap ") }, "\(told.errors)")
            let silent = try await Program.run(
                ["plan", "firm.yaml", "--fractional", "--quiet", "--seconds", "3"], in: scratch.url)
            #expect(silent.errors == "")
        }
    }
}
