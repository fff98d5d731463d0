// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Generation

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a small commented firm to start from.",
        discussion: """
            The file plans at once and explains itself; change it into your own firm.

              muster init firm.yaml
              muster plan firm.yaml
            """)

    @Argument(help: "The file to write; it must not exist yet.")
    var path: String = "firm.yaml"

    func run() throws {
        try writeNew(Starter.text, to: path)
        Terminal.write("\(path) is ready: `muster plan \(path)` plans it\n")
    }
}
