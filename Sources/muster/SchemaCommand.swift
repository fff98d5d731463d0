// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import ScenarioFiles

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of scenario files, for completion in editors.",
        discussion: """
              muster schema > muster.schema.json

            Then begin a scenario with the line: # yaml-language-server: $schema=muster.schema.json
            """)

    func run() throws {
        Terminal.write(ScenarioFormat.jsonSchema())
    }
}
