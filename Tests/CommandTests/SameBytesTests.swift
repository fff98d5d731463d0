// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Each process hashes by a seed of its own, so whatever depended on the order of a set would differ.
@Suite("The same input gives the same bytes")
struct SameBytesTests {
    static let commands = [
        ["plan", "FIRM", "--json"], ["plan", "FIRM", "--csv"], ["plan", "FIRM", "--people"],
        ["plan", "FIRM", "--projects"], ["check", "FIRM", "--json"], ["check", "FIRM", "--github"],
        ["forecast", "FIRM", "--json"], ["tasks", "FIRM"], ["tasks", "FIRM", "--json"], ["forecast", "FIRM", "--csv"],
        ["compare", "FIRM", "FIRM"],
        ["compare", "FIRM", "FIRM", "--frontier", "moves"],
        ["plan", "FIRM", "--fractional", "--goals", "coverage within 1%, margin within 1%, balance", "--json"],
        ["compare", "FIRM", "--frontier", "coverage,margin", "--json"],
        ["compare", "FIRM", "FIRM", "--tentative", "full", "--json"], ["model", "FIRM", "--mps"],
        ["model", "FIRM", "--lp"], ["resolve", "FIRM"], ["sweep", "FIRM", "--draws", "8", "--csv"],
        ["sweep", "FIRM", "--draws", "8", "--json"],
    ]

    private func expectTheSame(_ firm: String) async throws {
        for command in Self.commands {
            let call = command.map { $0 == "FIRM" ? firm : $0 }
            let first = try await Program.run(call)
            let second = try await Program.run(call)
            #expect(first == second, "\(call)")
            #expect(first.status < 2, "\(first.errors)")
            #expect(first.output != "")
        }
    }

    @Test(arguments: ["by-hand", "studio", "lawyers"])
    func ofAScenario(_ scenario: String) async throws {
        try await expectTheSame(WrittenFilesTests.base(scenario))
    }

    /// Found on several threads, told in one order.
    @Test(arguments: [
        "why FIRM jonas apollo.ios", "why-not FIRM ben care.apps --hours 5", "who FIRM apollo.ios",
        "unfilled FIRM --line porto.forms --all", "advise FIRM", "alternatives FIRM --within 0.1%",
    ])
    func ofAnAnswerWithAPrice(_ question: String) async throws {
        let call = question.replacing("FIRM", with: "Scenarios/studio/base.yaml").split(separator: " ").map(String.init)
        let first = try await Program.run(call + ["--json"])
        #expect(first.status == 0)
        #expect(first.output != "")
        #expect(try await Program.run(call + ["--json"]) == first)
    }

    @Test(arguments: ["--json", "--csv"])
    func ofWhatChangesBring(_ form: String) async throws {
        let call = ["compare", "Scenarios/studio/base.yaml", "Scenarios/studio/house-rules.yaml", "--attribute", form]
        let first = try await Program.run(call)
        #expect(first.status == 0)
        #expect(first.output.contains("Raise the cost of everybody"))
        #expect(try await Program.run(call) == first)
    }

    @Test func ofAMadeUpFirm() async throws {
        try await inScratch(Scratch()) { scratch in
            let call = ["generate", "--people", "25", "--weeks", "16", "--seed", "11"]
            let firm = try await Program.run(call)
            #expect(try await Program.run(call) == firm)
            #expect(try await Program.run(call.dropLast() + ["12"]).output != firm.output)
            try scratch.file("firm.yaml", firm.output)
            try await expectTheSame(scratch.url.appending(path: "firm.yaml").path)
        }
    }

    @Test func ofTheSchema() async throws {
        let schema = try await Program.run(["schema"])
        #expect(schema.status == 0)
        #expect(try await Program.run(["schema"]) == schema)
    }
}
