// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A Markdown file with console blocks, of which every command of ours is run and its output compared exactly.
///
///     ```console
///     $ ./muster plan Scenarios/studio/base.yaml --quiet
///     optimal (gap below 0.01 %), short of demand by 1,041.5 h
///     $ echo $?
///     0
///     ```
///
/// - A line that begins with `$ ` is a command; what follows up to the next command or the end of the block is its
///   output, standard error included. Commands run in a shell, so `>`, `|` and `&&` work.
/// - `export` lines hold for all commands below them.
/// - Commands that begin with `muster` or `./muster` are run. `echo $?` shows how the one before ended. All others are
///   for the reader, and are skipped.
/// - Output may end with a line `…`: the rest is left out.
/// - A block whose fence names a file, such as ```` ```csv new.csv ````, is that file for the commands below it.
/// - The commands of a file run one after the other in one scratch directory, which looks like the repository's root:
///   it has a copy of `Scenarios`. So a block may use what an earlier one has written.
struct Transcript {
    struct Command: Equatable {
        let line: String
        var shown: [String] = []

        var isOurs: Bool { line.hasPrefix("muster ") || line.hasPrefix("./muster ") }
        var isSetting: Bool { line.hasPrefix("export ") }
        var asksForStatus: Bool { line == "echo $?" }
        var isCut: Bool { shown.last == Transcript.cut }
    }

    private enum Part {
        case prose(String)
        /// A line of a file that the commands below may use.
        case line(String, of: String)
        case command(Command)
    }

    static let cut = "…"
    /// How many lines a lone `…` grows to when a guide is written anew.
    private static let lonelyCut = 20

    private var parts: [Part] = []

    init(_ text: String) {
        var fence: [Substring] = []
        for line in text.components(separatedBy: "\n") {
            if line.hasPrefix("```") {
                fence = fence.isEmpty ? line.split(separator: " ") : []
                parts.append(.prose(line))
            } else if fence == ["```console"], line.hasPrefix("$ ") {
                parts.append(.command(Command(line: String(line.dropFirst(2)))))
            } else if fence == ["```console"], case .command(var command) = parts.last {
                command.shown.append(line)
                parts[parts.count - 1] = .command(command)
            } else if fence.count == 2 {
                parts.append(.line(line, of: String(fence[1])))
            } else {
                parts.append(.prose(line))
            }
        }
    }

    var text: String {
        parts.map { part in
            switch part {
            case .prose(let line), .line(let line, _): line
            case .command(let command): (["$ " + command.line] + command.shown).joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }

    var commands: [Command] {
        parts.compactMap { if case .command(let command) = $0 { command } else { nil } }
    }

    /// The same text with what the commands write now, cut after as many lines as before.
    func rerun() async throws -> Transcript {
        try await inScratch(.likeRepository()) { scratch in
            var new = self
            var status: Int32 = 0
            var files: [String: String] = [:]
            var settings = ""
            for (index, part) in parts.enumerated() {
                switch part {
                case .prose: break
                case .line(let line, let name):
                    files[name, default: ""] += line + "\n"
                    try scratch.file(name, files[name, default: ""])
                case .command(var command):
                    if command.isSetting {
                        settings += command.line + "\n"
                    } else if command.isOurs {
                        let run = try await Program.shell(settings + "exec 2>&1\n" + command.line, in: scratch.url)
                        status = run.status
                        command.shown = Transcript.shown(run.output, like: command)
                    } else if command.asksForStatus {
                        command.shown = ["\(status)"]
                    }
                    new.parts[index] = .command(command)
                }
            }
            return new
        }
    }

    private static func shown(_ output: String, like command: Command) -> [String] {
        var lines = output.components(separatedBy: "\n")
        if lines.last == "" { lines.removeLast() }
        guard command.isCut else { return lines }
        let kept = command.shown.count > 1 ? command.shown.count - 1 : lonelyCut
        return lines.count > kept ? lines.prefix(kept) + [cut] : lines
    }
}
