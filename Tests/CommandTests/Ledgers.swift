// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

let now = "MUSTER_NOW=2026-01-05T09:00:00Z USER=nina"

/// 30 kills, or 300 with `MUSTER_SLOW`.
let kills = ProcessInfo.processInfo.environment["MUSTER_SLOW"] == nil ? 30 : 300

struct Event: Decodable {
    let event: Int
    let verb: String
}

func events(_ scratch: Scratch) async throws -> [Event] {
    let run = try await Program.shell("muster log --last 100000 --json", in: scratch.url)
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode([Event].self, from: Data(run.output.utf8))
}

func expectSound(_ scratch: Scratch, _ ledger: String = "muster.ledger") async throws {
    let run = try await Program.shell("muster ledger check --ledger \(ledger)", in: scratch.url)
    #expect(run == Run(status: 0, output: "\(ledger) holds\n", errors: ""))
}

/// A made-up firm with a plan and a ledger.
func office(people: Int = 12) async throws -> Scratch {
    let scratch = try Scratch()
    let made = try await Program.run(["generate", "--people", "\(people)", "--weeks", "13", "--seed", "5"])
    try scratch.file("firm.yaml", made.output)
    let ready = try await Program.shell(
        "\(now) muster ledger init firm.yaml && muster plan firm.yaml --quiet --fractional --out plan.json",
        in: scratch.url)
    #expect(ready.status == 0, "\(ready.errors)")
    return scratch
}

func killed(_ command: String, after delay: Double, in scratch: Scratch) async throws -> Run {
    try await Program.shell(
        "export \(now)\n\(command) & sleep \(delay); kill -KILL $! 2> /dev/null; wait $!", in: scratch.url)
}

func seconds(_ command: String, in scratch: Scratch) async throws -> Double {
    let start = ContinuousClock.now
    let run = try await Program.shell("\(now) \(command)", in: scratch.url)
    #expect(run.status == 0, "\(run)")
    return (ContinuousClock.now - start) / .seconds(1)
}
