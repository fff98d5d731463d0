// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Testing

/// Whatever a file holds, reading it ends soon, and with problems.
@Suite("Hostile files", .timeLimit(.minutes(1)))
struct HostileTests {
    private func ids(_ bytes: [UInt8]) -> [String] {
        do throws(Problems) {
            _ = try Scenario.read(at: "studio.yaml", from: FileReader { _, _ throws(FileReader.Failure) in bytes })
            return []
        } catch {
            return error.all.map(\.id.rawValue)
        }
    }

    private func ids(_ text: String) -> [String] { ids(Array(text.utf8)) }

    @Test(arguments: [
        "", "\n\n", "# only a comment\n", "---\n", "\u{FEFF}", "   ", "~", "null", "[]", "42", "text", "- a\n- b",
    ])
    func withoutAMappingAreOfTheWrongShape(_ text: String) {
        #expect(ids(text) == ["wrong-shape"])
    }

    @Test func inOtherEncodingsAreNotUTF8() {
        #expect(ids([0xFF, 0xFE, 0x6D, 0x00]) == ["not-utf8"])
        #expect(ids([0xC3, 0x28]) == ["not-utf8"])
        #expect(ids([UInt8](repeating: 0x80, count: 1_000_000)) == ["not-utf8"])
    }

    @Test(arguments: [
        "muster: 1\n\tscenario: x", "muster: \u{0}", "\u{1B}[31m", "muster: \"\\uD800\"", "muster: \"", "a: b: c", "{",
        "]", "%YAML 9.9\n---\na",
        "? a\n: b", "a: 'b", "@a", "`a`", "muster: 1\n- a", "? [a]\n: b", "{a: b}: c", "[[a]: b]",
    ])
    func thatAreNotYAMLAreRefused(_ text: String) {
        #expect(!ids(text).isEmpty)
    }

    @Test func withAliasesAreRefusedBeforeTheyGrow() {
        var bomb = "a0: &a0 [x]\n"
        for level in 1...40 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
        #expect(ids(bomb + "? *a40\n: 1\n").contains("anchors-not-allowed"))
        #expect(ids("--- {a: &a [x], b: &b [*a, *a], c: [*b, *b]}\n").contains("anchors-not-allowed"))
        #expect(ids("---\n  a: &a [x]\n  b: *a\n").contains("anchors-not-allowed"))
        #expect(ids(head + "people: &p\n  ana: *p\n").contains("anchors-not-allowed"))
        #expect(ids(head + "people: !!map {}\n") == ["anchors-not-allowed"])
    }

    @Test(arguments: ["[", "{a: ", "- ", "{", "? ", "a:\n "])
    func thatAreDeepAreRefused(_ opening: String) {
        #expect(!ids(String(repeating: opening, count: 100_000)).isEmpty)
    }

    @Test func thatIndentEndlesslyAreRefused() {
        let text = (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(ids(text) == ["too-deep"])
    }

    @Test func thatAreHugeAreRefused() {
        #expect(ids([UInt8](repeating: UInt8(ascii: "#"), count: 64 << 20 + 1)) == ["too-large"])
    }

    @Test func ofNonsenseEndSoon() {
        var state: UInt64 = 7
        var nonsense: [UInt8] = []
        for _ in 0..<100_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            nonsense.append(UInt8(32 + (state >> 33) % 95))
        }
        #expect(!ids([[UInt8]](repeating: nonsense, count: 100).flatMap(\.self)).isEmpty)
        #expect(!ids(String(repeating: "a: 1\n", count: 200_000)).isEmpty)
        #expect(!ids("muster: 1\npeople: {" + String(repeating: "a,", count: 200_000) + "}\n").isEmpty)
    }

    @Test func onTheDiskAreProblemsToo() throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try (head + "include: [., people.yaml, locked.yaml, dir.csv]\n").write(
            toFile: directory + "/studio.yaml", atomically: true, encoding: .utf8)
        try "muster: 1\npeople: { ana: { cost: 1/h } }\n".write(
            toFile: directory + "/people.yaml", atomically: true, encoding: .utf8)
        try FileManager.default.createDirectory(atPath: directory + "/dir.csv", withIntermediateDirectories: true)
        do throws(Problems) {
            _ = try Scenario.read(at: directory + "/studio.yaml")
            Issue.record("read")
        } catch {
            #expect(error.all.map(\.id) == [.unreadableFile, .missingFile, .unreadableFile])
        }
    }
}
