// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Testing

/// `Guides/errors.md` holds the whole text of each message. To write it anew after a change that is meant, run the
/// tests with `MUSTER_WRITE_GUIDES=1`, and read the difference.
@Suite("The gallery of problems")
struct GalleryTests {
    @Test func hasAnExampleOfEachProblem() {
        #expect(gallery.map(\.id.rawValue) == Problem.ID.allCases.map(\.rawValue))
    }

    @Test(arguments: gallery)
    func exampleHasJustThatProblem(_ exhibit: Exhibit) throws {
        let message = try #require(exhibit.message())
        let problems = message.components(separatedBy: "\n\n")
        #expect(problems.count == 1)
        #expect(message.contains(": \(exhibit.id.rawValue): "))
    }

    @Test func isTheGuide() throws {
        let path = guide("errors.md")
        let expected = try text()
        if ProcessInfo.processInfo.environment["MUSTER_WRITE_GUIDES"] != nil {
            try expected.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == expected)
    }

    private func text() throws -> String {
        var text = """
            # Problems in scenario files

            Muster reads all files of a scenario before it says what is wrong, and then says everything at once, in the
            order of files and lines. Each problem names its place, what is wrong, the line, and what to do. Problems keep
            their names from version to version. The last three are notes, which do not keep a scenario from being read.

            The examples stand below the four lines that every scenario begins with:

            ```text
            \(head.trimmingCharacters(in: .newlines))
            ```

            Changes are made to this `base.yaml`:

            ```yaml
            \(base.trimmingCharacters(in: .newlines))
            ```

            """
        for exhibit in gallery {
            text += "\n## \(exhibit.id.rawValue)\n"
            if let told = exhibit.told {
                text += "\n" + told + "\n"
            } else {
                text += block(exhibit.text, "text")
                for (name, other) in exhibit.others.sorted(by: { $0.key < $1.key }) where name != "base.yaml" {
                    text += "\n`\(name)`:\n" + block(other, "text")
                }
            }
            text += block(try #require(exhibit.message()), "text")
        }
        return text
    }

    private func block(_ text: String, _ language: String) -> String {
        "\n```\(language)\n\(text.trimmingCharacters(in: .newlines))\n```\n"
    }
}

/// The path of one of the project's guides.
func guide(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Guides/\(name)").path
}
