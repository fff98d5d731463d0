// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Ledger
import Reports

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Who did what in the ledger, and when.",
        usage: "muster log [<options>]",
        discussion: """
              muster log
              muster log --last 5 --ledger books/2026.ledger

            Exit status: 0 fine, 2 there is no such ledger, 3 it cannot be read.
            """)

    @OptionGroup var file: LedgerFile

    @Option(help: "How many events, the newest first.")
    var last = 20

    func validate() throws {
        guard last > 0 else { throw ValidationError("--last: at least 1") }
    }

    func run() throws {
        Terminal.write(LogReport(try file.open().log(most: last)).text(Terminal.style()))
    }
}
