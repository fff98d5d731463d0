// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Ledger
import Reports
import Verification

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Who did what in the ledger, and when.",
        usage: "muster log [<event>] [<options>]",
        discussion: """
              muster log
              muster log 7                    what event 7 changed
              muster log --last 5 --ledger books/2026.ledger
              muster log --json

            Exit status: 0 fine, 2 there is no such ledger or event, 3 it cannot be read.
            """)

    @Argument(help: "The number of an event: show what it changed.")
    var event: Int?

    @OptionGroup var file: LedgerFile

    @Option(help: "How many events, the newest first; 20 if left out.")
    var last: Int?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if let last, last < 1 { throw ValidationError("--last: at least 1") }
        if event != nil, last != nil { throw ValidationError("--last is for the list of events.") }
    }

    func run() throws {
        let ledger = try file.open()
        guard let event else {
            let report = LogReport(try ledger.log(most: last ?? 20))
            return Terminal.write(json ? report.json().text(brokenTo: 1) : report.text(Terminal.style()))
        }
        guard let entry = try ledger.logEntry(event) else {
            throw WrongInput(description: "there is no event \(event); `muster log` lists them")
        }
        guard let record = try ledger.commitRecord(of: event) else {
            let report = LogReport([entry])
            return Terminal.write(json ? report.json().text(brokenTo: 1) : report.text(Terminal.style()))
        }
        let report = CommitReport(record)
        Terminal.write(json ? report.json().text(brokenTo: 2) : report.text(Terminal.style()))
    }
}
