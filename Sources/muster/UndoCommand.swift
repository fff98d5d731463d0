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
              muster undo --to 7              bookings stand again as they did after event 7
              muster undo --ledger books/2026.ledger

            Exit status: 0 taken back, 1 there is nothing to take back or it is past, 2 there is no such ledger, 3 the \
            machine failed.
            """)

    @Option(
        help: ArgumentHelp(
            "Take back all commitments that came after this event, the latest first: all of them or none.",
            valueName: "event"))
    var to: Int?

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let ledger = try options.open()
        let (today, actor) = (try LedgerOptions.today(), try options.actor())
        do {
            let records =
                if let to { try ledger.undo(after: to, today: today, by: actor) } else {
                    [try ledger.undo(today: today, by: actor)]
                }
            for entry in records.map(\.entry) {
                Terminal.write(
                    "\(entry.subject) is taken back: \(entry.note); `muster log \(entry.number)` shows all of it\n")
            }
        } catch LedgerError.refused(let why) {
            Terminal.complain("muster: \(why)")
            throw Status.trouble
        } catch {
            guard case .overtaken = error else { throw error }
            Terminal.complain("muster: \(error)")
            throw Status.trouble
        }
    }
}
