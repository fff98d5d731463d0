// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Finance
import Ledger
import Reports
public import ScenarioFiles
import Staffing
import Verification

struct DealListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The open deals, and what they may bring by month and stage.",
        usage: "muster deal list [<options>]",
        discussion: """
            What is to be expected is value times chance, in the ledger's currency at the latest exchange rates.

              muster deal list
              muster deal list --all --csv > pipeline.csv

            Exit status: 0 fine, 2 there is no such ledger, 3 it cannot be read.
            """)

    @Flag(help: "Show won and lost deals, too.")
    var all = false

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print CSV.")
    var csv = false

    @OptionGroup var file: LedgerFile

    func validate() throws {
        if json, csv { throw ValidationError("--json or --csv, not both.") }
    }

    func run() throws {
        let ledger = try file.open()
        let deals = try ledger.opportunities()
        let rates = ExchangeRates(home: ledger.currency, try ledger.exchangeRates())
        let report = PipelineReport(
            of: Pipeline(of: deals, rates, on: try LedgerOptions.today()),
            and: all ? deals.filter { !$0.stage.isOpen } : [], in: ledger.currency)
        if json {
            Terminal.write(report.json().text(brokenTo: 2))
        } else {
            Terminal.write(csv ? report.csv() : report.text(Terminal.style()))
        }
    }
}

struct DealImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over deals from another program's CSV file.",
        usage: "muster deal import <file> [<options>]",
        discussion: """
            Columns are found by their names, as CRMs write them; id, name and value are needed. Chances may be of 100 \
            or of 1. Deals that are known already take what is different; importing a file twice changes nothing. If \
            any row is wrong, all such rows are named, and none is taken. What the file has no column for stays as it is.

              muster deal import crm.csv
              muster deal import crm.csv --column "Deal ID=id" --stage "In talks=negotiation 60%"
              muster deal import crm.csv --dates day-first --decimal-comma

            Exit status: 0 taken, 2 the file is wrong, 3 the ledger cannot be written.
            """)

    @Argument(help: "The file.", completion: .file(extensions: ["csv"]))
    var deals: String

    @Option(help: "A column's name and what it is, as in \"Deal ID=id\".")
    var column: [String] = []

    @Option(help: "A stage's name and what it is, as in \"In talks=negotiation 60%\".")
    var stage: [String] = []

    @Option(help: "In dates with slashes: day-first or month-first.")
    var dates: DealTable.DateOrder?

    @Flag(help: "Decimals follow a comma.")
    var decimalComma = false

    @Flag(help: "Say what would be taken, and take nothing.")
    var dryRun = false

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let ledger = try options.open()
        let table = try table(in: ledger.currency)
        let known = try ledger.opportunities()
        let found = try table.read([UInt8](try read(deals)), named: deals, over: known)
        if dryRun {
            let new = found.filter { one in !known.contains { $0.id == one.id } }
            let same = found.filter { known.contains($0) }
            return tell(new: new.count, changed: found.count - new.count - same.count, same: same.count)
        }
        let taken = try ledger.take(found, on: try LedgerOptions.today(), from: deals, by: options.actor())
        tell(new: taken.new, changed: taken.changed, same: taken.same)
    }

    private func tell(new: Int, changed: Int, same: Int) {
        Terminal.write("\(new) new, \(changed) changed, \(same) as they were\(dryRun ? "; nothing was taken" : "")\n")
    }

    private func table(in currency: Currency) throws -> DealTable {
        var table = DealTable(currency: currency)
        table.dates = dates
        table.hasDecimalCommas = decimalComma
        var wrong: [String] = []
        for text in column {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let column = DealTable.Column(rawValue: parts[1]) else {
                let known = DealTable.Column.allCases.map(\.rawValue).joined(separator: ", ")
                wrong.append("--column: \(text) is not a name, `=` and one of \(known)")
                continue
            }
            table.columns[parts[0].lowercased()] = column
        }
        for text in stage {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let words = parts.count == 2 ? parts[1].split(separator: " ").map(String.init) : []
            let chance = words.count == 2 ? ScenarioFormat.share(words[1]) : nil
            guard (1...2).contains(words.count), let stage = Opportunity.Stage(rawValue: words[0]),
                words.count == 1 || stage.isOpen && chance.map(Opportunity.isChance) == true
            else {
                let known = Opportunity.Stage.allCases.map(\.rawValue).joined(separator: ", ")
                wrong.append("--stage: \(text) is not a name, `=` and one of \(known), with a chance if it is open")
                continue
            }
            table.stages[parts[0].lowercased()] = DealTable.Stage(stage, chance: chance)
        }
        guard wrong.isEmpty else { throw WrongInput(description: wrong.joined(separator: "\nmuster: ")) }
        return table
    }
}

extension DealTable.DateOrder: ExpressibleByArgument {}
