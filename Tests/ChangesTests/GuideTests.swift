// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Testing

@Suite("The guide to changes")
struct GuideTests {
    /// The YAML blocks of the guide with the text block that follows each, if one does.
    private let blocks: [(yaml: String, text: String?)]

    init() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Guides/changes.md")
        let parts = try String(contentsOf: path.standardized, encoding: .utf8).components(separatedBy: "```")
        // Prose and blocks in turn; a block begins with its language.
        let blocks = stride(from: 1, to: parts.count, by: 2).map { (block: parts[$0], before: parts[$0 - 1]) }
        var found: [(yaml: String, text: String?)] = []
        for (block, before) in blocks {
            if block.hasPrefix("yaml\n") {
                found.append((String(block.dropFirst(5)), nil))
            } else if block.hasPrefix("text\n"), before == "\n" {
                found[found.count - 1].text = String(block.dropFirst(5))
            }
        }
        self.blocks = found
    }

    private var base: String { blocks[1].yaml }

    private func read(_ changes: String) throws(Problems) -> Scenario {
        let overlay = "muster: 1\nscenario: What if\nfrom: base.yaml\nchanges:\n" + changes
        return try Scenario.read(at: "what-if.yaml", from: FileReader(["base.yaml": base, "what-if.yaml": overlay]))
    }

    @Test func saysWhatEachChangeIsCalled() throws {
        for block in blocks.dropFirst(2) {
            let sentences = try read(block.yaml).steps.last?.changes.map(\.sentence) ?? []
            #expect(sentences.joined(separator: "\n") + "\n" == block.text, "\(block.yaml)")
        }
    }

    @Test func beginsWithAScenarioThatCanBeRead() throws {
        let files = FileReader(["base.yaml": base, "what-if.yaml": blocks[0].yaml])
        #expect(try Scenario.read(at: "what-if.yaml", from: files).steps.count == 2)
    }

    @Test func hasEveryVerb() {
        let shown = blocks.dropFirst(2).flatMap { block in
            block.yaml.split(separator: "\n").filter { $0.hasPrefix("- ") }.map { $0.dropFirst(2).prefix { $0 != ":" } }
        }
        #expect(Set(ScenarioFormat.verbs.map { Substring($0) }).subtracting(shown) == [])
    }

    @Test func showsChangesInCanonicalForm() throws {
        for block in blocks.dropFirst(2) {
            let lines = block.yaml.split(separator: "\n").map { "  \($0)\n" }.joined()
            let text = "muster: 1\nscenario: What if\nfrom: base.yaml\nchanges:\n" + lines
            #expect(try ScenarioFormat.canonicalText(of: text, named: "what-if.yaml") == text)
        }
    }
}
