// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import Outlook
import Pages
import Planning
import Reports
public import Verification

struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Capacity against demand, surplus and deficit, and who is on the bench.",
        usage: "muster forecast <scenario> [<options>]",
        discussion: """
            Demand is counted three ways: confirmed (won work), weighted (proposals times their chance) and exposure \
            (as if everything were won). The bench is that of the best plan.

              muster forecast firm.yaml
              muster forecast firm.yaml --by role --per quarter
              muster forecast firm.yaml --csv > forecast.csv
              muster forecast firm.yaml --html forecast.html
            """)

    @OptionGroup var input: ScenarioOptions

    @Option(help: "Rows: skill, role or office.")
    var by: Forecast.Grouping = .skill

    @Option(help: "Columns: week, month or quarter.")
    var per: Period = .month

    @Option(help: "The demand to measure surplus against: confirmed, weighted or exposure.")
    var against: Figures.Basis = .weighted

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print one row for each group and period (CSV).")
    var csv = false

    @Option(
        help: "Also write it as a page to look at, to mail and to print (HTML).",
        completion: .file(extensions: ["html"]))
    var html: String?

    func validate() throws {
        if json, csv { throw ValidationError("--json and --csv exclude each other.") }
    }

    func run() throws {
        let firm = try input.firm(of: try input.read())
        let planned = try planWatched(firm)
        let forecast = Forecast(of: planned, by: by, per: per)
        let bench = bench(of: planned)
        if let html {
            try write(
                ForecastPage(of: forecast, bench: bench, in: firm, against: against).page.document(), to: html)
        }
        let report = ForecastReport(of: forecast, bench: bench, in: firm, basis: against)
        if json {
            Terminal.write(report.json().text(brokenTo: 2))
        } else if csv {
            Terminal.write(report.csv())
        } else {
            Terminal.write(report.text(Terminal.style()))
        }
    }
}

extension Forecast.Grouping: ExpressibleByArgument {}
extension Period: ExpressibleByArgument {}
extension Figures.Basis: ExpressibleByArgument {}
