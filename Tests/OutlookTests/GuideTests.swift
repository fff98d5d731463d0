// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Outlook
import Testing

struct GuideTests {
    /// The kinds that the guide explains, in its order, each with its examples: the lines of the block below its head.
    private func examples() throws -> [(kind: String, lines: [String])] {
        let guide = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Guides/alerts.md").standardized
        var found: [(kind: String, lines: [String])] = []
        var isExample = false
        for line in try String(contentsOf: guide, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("### ") {
                found.append((String(line.dropFirst(4)), []))
            } else if line == "```" {
                isExample.toggle()
            } else if isExample {
                found[found.count - 1].lines.append(String(line))
            }
        }
        return found
    }

    @Test func theGuideExplainsEachKind() throws {
        #expect(try examples().map(\.kind) == Alert.Kind.allCases.map(\.rawValue))
    }

    @Test func theGuideShowsWhatTheFixturesRaise() throws {
        for (kind, lines) in try examples() {
            #expect(lines == Fixture.of(try #require(Alert.Kind(rawValue: kind))).raised)
        }
    }
}
