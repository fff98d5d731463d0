// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Ledger

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back the latest commitment that stands.",
        usage: "muster undo [<options>]",
        discussion: """
            What it booked is taken away, and what it took away is booked again, by opposite entries: the log keeps \
            both. Once more takes back the one before. What concerns weeks that are past is not taken back. To have \
            again what was taken back, commit its plan again.

              muster undo
              muster undo --ledger books/2026.ledger

            Exit status: 0 taken back, 1 there is nothing to take back or it is past, 2 there is no such ledger, 3 the \
            machine failed.
            """)

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let ledger = try options.open()
        do {
            let record = try ledger.undo(today: try LedgerOptions.today(), by: try options.actor())
            let number = record.entry.number
            Terminal.write(
                "\(record.entry.subject) is taken back: \(record.entry.note); `muster log \(number)` shows all of it\n")
        } catch LedgerError.refused(let why) {
            Terminal.complain("muster: \(why)")
            throw Status.trouble
        } catch let overtaken as LedgerError {
            guard case .overtaken = overtaken else { throw overtaken }
            Terminal.complain("muster: \(overtaken)")
            throw Status.trouble
        }
    }
}
