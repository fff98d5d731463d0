// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import ScenarioFiles
import Staffing

struct ResolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Print a scenario and its changes as one whole file.",
        usage: "muster resolve <scenario> [<options>]",
        discussion: """
            A file that starts from another one, or includes others, becomes one file that says the same: changes are \
            made, tables are written out. Comments are left out. The result gives the same plan.

              muster resolve apollo-slips.yaml
              muster resolve apollo-slips.yaml --steps         only say what is changed
              muster resolve apollo-slips.yaml --out new.yaml

            Exit status: 0 fine, 2 a file is wrong.
            """)

    @Argument(help: "The scenario file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String

    @Flag(help: "Say what each file changes, instead of printing the result.")
    var steps = false

    @Option(name: .shortAndLong, help: "Write the file here.", completion: .file(extensions: ["yaml"]))
    var out: String?

    func validate() throws {
        if steps, out != nil { throw ValidationError("--steps and --out exclude each other.") }
    }

    func run() throws {
        let scenario = try Scenario.read(at: scenario)
        if steps {
            Terminal.write(scenario.story)
        } else if let out {
            try write(ScenarioFormat.text(of: scenario), to: out)
        } else {
            Terminal.write(ScenarioFormat.text(of: scenario))
        }
    }
}

extension Scenario {
    /// Each file by its name, with the sentences of its changes.
    fileprivate var story: String {
        steps.map { step in
            "\(step.file): \(step.firm.name)\n" + step.changes.map { "  \($0.sentence)\n" }.joined()
        }.joined()
    }
}
