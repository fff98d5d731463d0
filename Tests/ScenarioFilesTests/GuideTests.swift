// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Testing

@Suite("The guide to the format")
struct GuideTests {
    private let blocks: [String]

    init() throws {
        let text = try String(contentsOfFile: guide("scenario-format.md"), encoding: .utf8)
        blocks = text.components(separatedBy: "```yaml\n").dropFirst().map {
            String($0.components(separatedBy: "```").first ?? "")
        }
    }

    @Test func showsScenariosThatCanBeRead() {
        let scenarios = blocks.filter { $0.hasPrefix("muster: 1") }
        #expect(scenarios.count == 9)
        for text in scenarios {
            #expect(problems(text).map(\.description) == [], "\(text)")
        }
    }

    @Test func showsThemInCanonicalForm() throws {
        for text in blocks where text.hasPrefix("muster: 1") {
            #expect(try ScenarioFormat.canonicalText(of: text, named: "guide") == text)
        }
    }
}
