// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import ScenarioFiles

struct FmtCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Print scenario files in their canonical form, comments kept.",
        discussion: """
              muster fmt firm.yaml               print it
              muster fmt --write *.yaml          change the files where they differ
              muster fmt --check *.yaml          change nothing; status 1 when a file differs
            """)

    @Argument(help: "Scenario files (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String]

    @Flag(help: "Change the files instead of printing them.")
    var write = false

    @Flag(help: "Name the files that differ, and exit with status 1 when there are any.")
    var check = false

    func validate() throws {
        if write, check { throw ValidationError("--write and --check exclude each other.") }
        if files.count > 1, !write, !check { throw ValidationError("Several files need --write or --check.") }
    }

    func run() throws {
        // Every file is read and formatted before any is changed.
        let texts = try files.map { path in (path: path, text: try text(of: path)) }
        let formatted = try texts.map {
            (path: $0.path, old: $0.text, new: try ScenarioFormat.canonicalText(of: $0.text, named: $0.path))
        }
        var differing = 0
        for file in formatted {
            if write {
                if file.new != file.old { try muster.write(file.new, to: file.path) }
            } else if check {
                guard file.new != file.old else { continue }
                differing += 1
                Terminal.write("\(file.path) is not in canonical form\n")
            } else {
                Terminal.write(file.new)
            }
        }
        if differing > 0 { throw Status.trouble }
    }

    private func text(of path: String) throws -> String {
        guard let text = String(validating: try read(path), as: UTF8.self) else {
            throw WrongInput(description: "\(path) is not UTF-8 text")
        }
        return text
    }
}
