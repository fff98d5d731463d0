// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

let everyCommand = [
    "plan",
    "check",
    "forecast",
    "tasks",
    "timeline",
    "compare",
    "sweep",
    "why",
    "why-not",
    "who",
    "unfilled",
    "advise",
    "bid",
    "quote",
    "alternatives",
    "verify",
    "model",
    "resolve",
    "diff",
    "commit",
    "undo",
    "log", "report", "register",
    "ledger",
    "deal",
    "time",
    "expense",
    "milestone",
    "progress",
    "invoice",
    "payment",
    "write-off",
    "exchange",
    "close",
    "journal",
    "serve",
    "init",
    "fmt",
    "schema",
    "generate",
]

@Suite("Help")
struct HelpTests {
    @Test func listsEveryCommand() async throws {
        let help = try await Program.run(["--help"])
        #expect(help.status == 0)
        #expect(help.errors == "")
        let listed = help.output.components(separatedBy: "SUBCOMMANDS:\n").last?
            .components(separatedBy: "\n\n").first?.split(separator: "\n").compactMap {
                $0.hasPrefix("  ") && !$0.hasPrefix("   ") ? $0.split(separator: " ").first : nil
            }
        #expect(listed?.map(String.init) == everyCommand)
    }

    @Test(arguments: everyCommand)
    func fitsATerminalAndTellsHowToCall(_ command: String) async throws {
        let help = try await Program.run([command, "--help"])
        #expect(help.status == 0)
        #expect(help.errors == "")
        #expect(help.output.contains("USAGE: muster \(command)"))
        for line in help.output.split(separator: "\n") { #expect(line.count <= 80) }
    }

    /// Where a script decides by the exit status, the help says what it means.
    @Test(arguments: ["plan", "check", "tasks", "verify", "diff", "fmt"])
    func tellsExitStatuses(_ command: String) async throws {
        let help = try await Program.run([command, "--help"])
        #expect(help.output.contains("status"))
        #expect(help.output.contains("1"))
    }

    @Test func withoutACommandIsHelp() async throws {
        let bare = try await Program.run([])
        let help = try await Program.run(["--help"])
        #expect(bare == help)
    }

    @Test func versionIsOneLine() async throws {
        #expect(try await Program.run(["--version"]) == Run(status: 0, output: "muster 0.1.0\n", errors: ""))
    }
}
