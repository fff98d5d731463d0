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
              muster ledger check
              muster ledger backup backups/2026-03-31.ledger
            """,
        subcommands: [LedgerInitCommand.self, LedgerCheckCommand.self, LedgerBackupCommand.self])
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

struct LedgerCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Go through everything in the ledger and add it up anew.",
        usage: "muster ledger check [<options>]",
        discussion: """
            Looks at the file itself, at what refers to what, at the rules that the file enforces, and at every rule of \
            the books by arithmetic: bookings, invoices and their lines, taxes, numbers, payments, closed months.

              muster ledger check
              muster ledger check --ledger backups/2026-03-31.ledger

            Exit status: 0 all is well, 1 something does not hold, 2 there is no such ledger, 3 it cannot be read.
            """)

    @OptionGroup var file: LedgerFile

    func run() throws {
        let faults = try file.open().check()
        let most = 50
        for fault in faults.prefix(most) { Terminal.write("\(fault)\n") }
        if faults.count > most { Terminal.write("and \(faults.count - most) more\n") }
        guard faults.isEmpty else {
            Terminal.write("\(file.path()) does not hold; restore a backup, and see what has been done since\n")
            throw Status.trouble
        }
        Terminal.write("\(file.path()) holds\n")
    }
}

struct LedgerBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the ledger while others go on working.",
        usage: "muster ledger backup <file> [<options>]",
        discussion: """
            The copy is whole, as of one moment, and checked; an earlier backup of that name is replaced once the new one \
            is whole. To restore it, stop all who write, put it back in the ledger's place and take away the files beside \
            it that end in -wal and -shm:

              muster ledger backup backups/monday.ledger
              rm -f muster.ledger-wal muster.ledger-shm && cp backups/monday.ledger muster.ledger

            Exit status: 0 copied, 2 there is no such ledger or another file of that name, 3 the disk refused.
            """)

    @Argument(help: "Where the copy goes.", completion: .file())
    var copy: String

    @OptionGroup var file: LedgerFile

    func run() throws {
        try file.open().backup(to: copy)
        Terminal.write("\(copy): a copy of \(file.path())\n")
    }
}
