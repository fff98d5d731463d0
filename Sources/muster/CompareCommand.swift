// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Foundation
import Planning
import Reports
import ScenarioFiles
import Staffing
import Verification
public import WhatIf

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Set what-ifs beside their base: hours, money, dates, alerts, who moves.",
        usage: "muster compare <base> <what-if> ... [<options>]",
        discussion: """
            Plans every scenario, each what-if from the base's plan, and shows what changes. A what-if is a whole \
            scenario file or one that starts from another.

              muster compare firm.yaml slip.yaml hire.yaml
              muster compare firm.yaml slip.yaml --basis confirmed    won work alone
              muster compare firm.yaml slip.yaml --frontier moves     what few moves bring
              muster compare firm.yaml slip.yaml --csv > compare.csv

            Exit status: 0 compared, 2 a file is wrong, 3 the solver failed.
            """)

    @Argument(
        help: "The base, and the scenarios to set beside it (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var scenarios: [String]

    @Option(help: "The money of proposed work: confirmed, weighted or exposure.")
    var basis: Figures.Basis = .weighted

    @Option(
        help: "How proposed work counts: weighted by its chance, in full, or left out. Overrides the policies.")
    var tentative: Policy.Tentative?

    @Option(
        help: """
            Also draw what each what-if is worth with at most so much of the base's plan moved: in moves (bookings) or \
            hours.
            """)
    var frontier: Frontier.Axis?

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(
        help:
            "Print one row for each figure and one column for each scenario (CSV); with --frontier, one row for each point."
    )
    var csv = false

    func validate() throws {
        if scenarios.count < 2 { throw ValidationError("compare takes a base and at least one what-if.") }
        if json, csv { throw ValidationError("--json and --csv exclude each other.") }
    }

    func run() throws {
        let contenders = try zip(ScenarioLabels.of(scenarios), scenarios).map { label, path in
            let input = ScenarioOptions(scenario: path, tentative: tentative)
            return Contender(label, input.firm(of: try input.read()))
        }
        let comparison = try Terminal.tellingProgress("planning") {
            do {
                var comparison = try compare(contenders[0], with: Array(contenders.dropFirst()), basis)
                if let frontier { try comparison.draw(frontier) }
                return comparison
            } catch let error as ComparisonError {
                throw WrongInput(description: error.description)
            }
        }
        let report = ComparisonReport(of: comparison)
        if json {
            Terminal.write(report.json().text(brokenTo: 3))
        } else if csv {
            Terminal.write(frontier == nil ? report.csv() : report.frontierCSV())
        } else {
            Terminal.write(report.text(Terminal.style()))
        }
    }
}

extension Frontier.Axis: ExpressibleByArgument {}

/// Short words for scenario files.
enum ScenarioLabels {
    /// Their names without ending; with the folder before it where two are the same; numbered where that is not enough.
    static func of(_ paths: [String]) -> [String] {
        let files = paths.map { URL(filePath: $0).standardized }
        let names = files.map { $0.deletingPathExtension().lastPathComponent }
        if Set(names).count == names.count { return names }
        let folders = zip(files, names).map { "\($0.deletingLastPathComponent().lastPathComponent)/\($1)" }
        if Set(folders).count == folders.count { return folders }
        return names.enumerated().map { "\($0.offset + 1) \($0.element)" }
    }
}
