// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Changes
import Foundation
import Pages
import Planning
import Reports
import ScenarioFiles
import Staffing
import Verification
import WhatIf

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
              muster compare firm.yaml slip.yaml --attribute          what each change brings
              muster compare firm.yaml slip.yaml --frontier moves     what few moves bring
              muster compare firm.yaml slip.yaml --csv > compare.csv
              muster compare firm.yaml slip.yaml --attribute --html compare.html
              muster compare firm.yaml --frontier coverage,margin     what coverage costs

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

    @Flag(help: "Also split each difference over the changes of the what-if; it must start from the base.")
    var attribute = false

    @Option(
        help: """
            Draw instead what each what-if is worth with at most so much of the base's plan moved: in moves \
            (bookings) or hours. Or, of each scenario, what giving up some of one goal brings of another: two of \
            coverage, margin and balance, such as coverage,margin.
            """)
    var frontier: Curve?

    @Flag(
        help: """
            Compare plans that people can be booked on. Without it the plans are the most that there is to be had, so that \
            their difference is exact; these differ by what the search misses as well.
            """)
    var bookable = false

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(
        help: """
            Print CSV: a row for each figure, a column for each scenario; a row for each change with --attribute, for \
            each limit or plan with --frontier.
            """)
    var csv = false

    @Option(
        help: "Also write it as a page to look at, to mail and to print (HTML).",
        completion: .file(extensions: ["html"]))
    var html: String?

    @OptionGroup var ledger: LedgerFile

    private var inputs: [ScenarioOptions] {
        scenarios.map { ScenarioOptions(scenario: $0, tentative: tentative, ledger: ledger.path) }
    }

    func validate() throws {
        if scenarios.count < 2, frontier?.goals == nil {
            throw ValidationError("compare takes a base and at least one what-if.")
        }
        if attribute, frontier != nil { throw ValidationError("--attribute and --frontier exclude each other.") }
        if bookable, attribute || frontier != nil {
            throw ValidationError("--bookable goes with neither --attribute nor --frontier, which are exact.")
        }
        if html != nil, frontier?.goals != nil {
            throw ValidationError("--html shows what-ifs beside their base; a curve between goals has no page.")
        }
        if json, csv { throw ValidationError("--json and --csv exclude each other.") }
    }

    func run() throws {
        if let goals = frontier?.goals { return try weigh(goals.first, against: goals.second) }
        let inputs = inputs
        let read = try inputs.map { try $0.read() }
        let contenders = try zip(ScenarioLabels.of(scenarios), zip(inputs, read)).map { label, scenario in
            Contender(label, try scenario.0.firm(of: scenario.1))
        }
        let made =
            attribute ? try read.indices.dropFirst().map { try changes(of: read[$0], at: $0, since: read[0]) } : []
        let comparison = try ProgressLine.watching(contenders[0].firm.currency) { receiver in
            do {
                var comparison = try compare(
                    contenders[0], with: Array(contenders.dropFirst()), basis,
                    style: bookable ? .bookable : .fractional, onProgress: receiver)
                try comparison.attribute(made)
                if let axis = frontier?.axis { try comparison.draw(axis) }
                return comparison
            } catch let error as ComparisonError {
                throw WrongInput(description: error.description)
            }
        }
        if let html { try write(ComparisonPage(of: comparison).page.document(), to: html) }
        let report = ComparisonReport(of: comparison)
        if json {
            Terminal.write(report.json().text(brokenTo: 3))
        } else if csv {
            Terminal.write(
                frontier != nil ? report.frontierCSV() : attribute ? report.attributionCSV() : report.csv())
        } else {
            Terminal.write(report.text(Terminal.style()))
        }
    }
}

/// What a curve is drawn over.
enum Curve: ExpressibleByArgument {
    case moves(Frontier.Axis)
    case goals(PlanGoal.Measure, PlanGoal.Measure)

    init?(argument: String) {
        if let axis = Frontier.Axis(rawValue: argument) {
            self = .moves(axis)
            return
        }
        let known = argument.split(separator: ",", omittingEmptySubsequences: false)
            .map { text in GoalFrontier.measures.first { $0.rawValue == text } }
        guard known.count == 2, let first = known[0], let second = known[1], first != second else { return nil }
        self = .goals(first, second)
    }

    var axis: Frontier.Axis? { if case .moves(let axis) = self { axis } else { nil } }

    var goals: (first: PlanGoal.Measure, second: PlanGoal.Measure)? {
        if case .goals(let first, let second) = self { (first, second) } else { nil }
    }
}

extension CompareCommand {
    /// The curve of each scenario.
    private func weigh(_ first: PlanGoal.Measure, against second: PlanGoal.Measure) throws {
        let firms = try inputs.map { try $0.firm(of: try $0.read()) }
        let drawn = try zip(ScenarioLabels.of(scenarios), firms).map { label, firm in
            let frontier = try ProgressLine.watching(firm.currency) {
                try GoalFrontier(first, second, of: firm, basis, onProgress: $0)
            }
            return (label: label, frontier: frontier)
        }
        let report = GoalFrontierReport(of: drawn)
        if json {
            Terminal.write(report.json().text(brokenTo: 3))
        } else if csv {
            Terminal.write(report.csv())
        } else {
            Terminal.write(report.text(Terminal.style()))
        }
    }
}

extension CompareCommand {
    /// The changes that lead from the base to a what-if.
    private func changes(of scenario: Scenario, at index: Int, since base: Scenario) throws -> [any Change] {
        guard let changes = scenario.changes(since: base.firm) else {
            throw WrongInput(
                description: "\(scenarios[index]) does not start from \(scenarios[0]), so there are no changes to "
                    + "attribute the difference to; give it `from:` and `changes:`")
        }
        return changes
    }
}

extension Scenario {
    /// What was changed in the files since the firm was as given, whatever its name; nil where it never was.
    fileprivate func changes(since base: Firm) -> [any Change]? {
        let start = steps.lastIndex { step in
            var firm = step.firm
            firm.name = base.name
            return firm == base
        }
        return start.map { steps[($0 + 1)...].flatMap(\.changes).map(\.change) }
    }
}

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
