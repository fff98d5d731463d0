// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Ledger
import ScenarioFiles
import Staffing

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Make and look after the ledger: what is promised, worked, invoiced, earned.",
        discussion: """
            The ledger is one file beside the scenario, muster.ledger, which every SQLite program can read. Rules that
            must never break are part of it: what is approved, issued or closed cannot be changed, only taken back.

              muster ledger init firm.yaml
            """,
        subcommands: [LedgerInitCommand.self])
}

struct LedgerInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new, empty ledger for a firm.",
        usage: "muster ledger init <scenario> [<options>]",
        discussion: """
            Takes the firm's name and currency from the scenario.

              muster ledger init firm.yaml
              muster ledger init firm.yaml --ledger books/2026.ledger

            Exit status: 0 made, 2 there is such a file already or the scenario is wrong, 3 the disk refused.
            """)

    @Argument(help: "The scenario file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let firm = try Scenario.read(at: scenario).firm
        let path = options.file.path(beside: scenario)
        _ = try Ledger.create(at: path, firm: firm.name, currency: firm.currency, by: options.actor())
        Terminal.write("\(path): a new ledger of \(firm.name), in \(firm.currency.code)\n")
    }
}
