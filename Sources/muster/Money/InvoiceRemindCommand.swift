// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Foundation
import Ledger
import Reports
import ScenarioFiles
import Staffing

struct InvoiceRemindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract: "Which clients are to be reminded, and the letters.",
        usage: "muster invoice remind <scenario> [<options>]",
        discussion: """
            The stages are those of the seller (`reminders`): so many days after the due date each. Without --write nothing \
            is recorded; with it each letter is written as text and as a page to print, and its stage is recorded, so that \
            nobody is reminded twice of the same.

              muster invoice remind firm.yaml
              muster invoice remind firm.yaml --write letters

            Exit status: 0 fine, 2 a file is wrong or a letter cannot be written.
            """)

    @OptionGroup var terms: TermsOptions

    @Option(
        name: .customLong("write"), help: "Write the letters into this folder, and record them.",
        completion: .directory)
    var folder: String?

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let scenario = try terms.read()
        let ledger = try options.open(beside: terms.scenario)
        let accounts = try ledger.accounts(of: scenario.firm, scenario.books)
        let due = accounts.reminders(on: try LedgerOptions.today(), sent: try ledger.reminded())
        if let folder, !due.isEmpty {
            do {
                try FileManager.default.createDirectory(at: URL(filePath: folder), withIntermediateDirectories: true)
            } catch {
                throw WrongInput(description: "\(folder) cannot be made: \(reason(error))")
            }
            for item in due {
                let letter = ReminderLetter(item, scenario.firm, scenario.books)
                let path = "\(folder)/\(letter.fileName)"
                try write(letter.text(), to: path + ".txt")
                try write(letter.html(), to: path + ".html")
            }
            try ledger.remind(due, by: options.actor())
        }
        Terminal.write(ReminderReport(due).text(Terminal.style()))
        if folder != nil, !due.isEmpty { Terminal.write("\(due.count) letters, recorded\n") }
    }
}
