// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
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
        do {
            try Data(Starter.text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists {
            throw WrongInput(description: "\(path) exists already; name another file")
        } catch {
            throw WrongInput(description: "\(path) cannot be written: \(error.localizedDescription)")
        }
        Terminal.write("\(path) is ready: `muster plan \(path)` plans it\n")
    }
}
