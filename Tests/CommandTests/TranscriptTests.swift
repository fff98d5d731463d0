// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Everything that the README and the guides show is what the program writes. To write the blocks anew after a change
/// that is meant, run the tests with `MUSTER_WRITE_GUIDES=1`, and read the difference.
@Suite("Console blocks of the guides")
struct TranscriptTests {
    static let documents: [String] = {
        let guides = Program.repository.appending(path: "Guides").path
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: guides)
            return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "Guides/" + $0 }
        } catch {
            fatalError("no guides in \(guides): \(error)")
        }
    }()

    @Test(arguments: documents)
    func showWhatTheProgramWrites(_ document: String) async throws {
        let url = Program.repository.appending(path: document)
        let shown = Transcript(try String(contentsOf: url, encoding: .utf8))
        let actual = try await shown.rerun()
        if ProcessInfo.processInfo.environment["MUSTER_WRITE_GUIDES"] != nil {
            try actual.text.write(to: url, atomically: true, encoding: .utf8)
            return
        }
        for (shown, actual) in zip(shown.commands, actual.commands) {
            #expect(shown.shown == actual.shown, "\(document): $ \(shown.line)")
        }
    }

    @Test func theTourShowsEveryCommand() throws {
        let tour = Transcript(
            try String(contentsOf: Program.repository.appending(path: "Guides/commands.md"), encoding: .utf8))
        let shown = Set(tour.commands.filter(\.isOurs).map { $0.line.split(separator: " ")[1] })
        // The server goes on until it is stopped, and has a guide of its own.
        #expect(Set(everyCommand.map { Substring($0) }).subtracting(shown) == ["serve"])
    }

    @Test func blocksAreToldFromProse() async throws {
        let text = """
            $ muster is prose here

            ```sh
            $ muster plan
            ```

            ```console
            $ git status
            whatever
            $ ./muster --version
            wrong
            $ echo $?
            7
            $ muster --help
            …
            $ muster schema
            one
            two
            …
            ```

            ```csv new.csv
            one,two
            ```

            ```console
            $ ./muster plan new.csv
            whatever
            ```
            """
        let transcript = Transcript(text)
        #expect(transcript.text == text)
        #expect(
            transcript.commands.map(\.line) == [
                "git status", "./muster --version", "echo $?", "muster --help", "muster schema",
                "./muster plan new.csv",
            ])
        let rerun = try await transcript.rerun().commands
        #expect(rerun[0].shown == ["whatever"])
        #expect(rerun[1].shown == ["muster 0.1.0"])
        #expect(rerun[2].shown == ["0"])
        #expect(rerun[3].shown.count == 21)
        #expect(rerun[4].shown.count == 3)
        #expect(rerun[4].shown.last == "…")
        #expect(rerun[5].shown.first?.hasPrefix("new.csv:1:1: ") == true)
    }
}
