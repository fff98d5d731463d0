// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Reports
import ScenarioFiles
import Staffing
import Verification
import WhatIf

struct SweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Plan hundreds of ways in which the pipeline may turn out.",
        usage: """
            muster sweep <scenario> [<options>]
            muster sweep --merge <folder> [<options>]
            """,
        discussion: """
            Each draw decides every proposed project, won or lost by its chance, and plans the firm that results. The \
            summary says what to expect of demand, coverage, margin and hires: in one draw of ten, in half, in nine of \
            ten. The same seed gives the same bytes, whatever the machine and its threads.

              muster sweep firm.yaml --draws 500 --seed 1
              muster sweep firm.yaml --draws 500 --out draws.csv    also one row a draw; can be interrupted: the same
                                                                    command goes on from there
              muster sweep firm.yaml --vary projects.apollo.start=0w..6w
                                                                    each start of a project, from now to six weeks on
              muster sweep firm.yaml --vary 'policy.overtime.up to=0%..20%/5%' --draws 100
                                                                    100 draws with each limit
              muster sweep firm.yaml --shard 3/10 --out rows        one part of ten, on this machine
              muster sweep --merge rows --out draws.csv             all parts together

            Tasks of a job array (Slurm, Kubernetes, AWS Batch) find their own part.

            Exit status: 0 every scenario is planned, 1 shards are missing, 2 the input is wrong, 3 the solver failed, \
            130 the run was interrupted.
            """)

    @Argument(help: "The scenario file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String?

    @Option(help: "How many times to draw, from 1 to 1,000,000; 500 if nothing is varied.")
    var draws: Int?

    @Option(help: "Another seed draws otherwise.")
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "A path of the scenario file, and the values that it takes: PATH=0w..6w/2w or PATH=5%,10%.",
            valueName: "path=values"))
    var vary: [String] = []

    @Option(
        help: """
            How proposed work counts where it is not drawn: weighted by its chance, in full, or left out. Overrides \
            the policy.
            """)
    var tentative: Policy.Tentative?

    @Option(help: "Plans made at once; one for each processor if left out. The answer is the same.")
    var threads: Int?

    @Option(
        name: .shortAndLong,
        help: "Write one row for each scenario (CSV) here; with shards, the folder in which they meet.",
        completion: .file(extensions: ["csv"]))
    var out: String?

    @Option(help: "Plan one part of the sweep only, such as 3/10.")
    var shard: String?

    @Option(help: "How many shards the tasks of a job array are, where the array does not say so itself.")
    var shards: Int?

    @Option(help: "Put the shards in this folder together.", completion: .directory)
    var merge: String?

    @Flag(help: "Print the summary as JSON.")
    var json = false

    @Flag(help: "Print one row for each scenario (CSV) instead of the summary.")
    var csv = false

    @Flag(name: .shortAndLong, help: "Print one line only.")
    var quiet = false

    @OptionGroup var ledger: LedgerFile

    func validate() throws {
        if [json, csv, quiet].count(where: \.self) > 1 {
            throw ValidationError("--json, --csv and --quiet exclude each other.")
        }
        if merge == nil, scenario == nil { throw ValidationError("Missing expected argument '<scenario>'") }
        if merge != nil,
            scenario != nil || draws != nil || shard != nil || shards != nil || !vary.isEmpty
                || tentative != nil
        {
            throw ValidationError("--merge takes neither a scenario nor draws or shards: all stands in the folder.")
        }
        if let draws, !(1...Sweep.mostScenarios).contains(draws) {
            throw ValidationError("--draws takes a number from 1 to \(Sweep.mostScenarios).")
        }
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads takes a number from 1 to 1024.")
        }
        if let shards, !(1...Shard.most).contains(shards) {
            throw ValidationError("--shards takes a number from 1 to \(Shard.most).")
        }
        if let shard, Shard(shard) == nil {
            throw ValidationError("--shard takes a part of a whole, such as 3/10.")
        }
        if shard != nil, shards != nil { throw ValidationError("--shard says of how many already.") }
    }

    func run() throws {
        if let merge {
            try self.merge(SweepFolder(path: merge))
        } else if let scenario {
            let sweep = try sweep(of: scenario)
            let input = try SweepInput(of: sweep, varied: vary, version: Muster.version)
            if let shard = try ownShard() {
                try plan(shard, of: sweep, input)
            } else {
                try plan(sweep, input)
            }
        }
    }

    private func sweep(of scenario: String) throws -> Sweep {
        let options = ScenarioOptions(scenario: scenario, tentative: tentative, ledger: ledger.path)
        let firm = try options.firm(of: try options.read())
        let points = try points(of: firm)
        return Sweep(of: firm, points: points, draws: draws ?? (points.isEmpty ? 500 : nil), seed: seed)
    }

    /// The part that the caller or the scheduler asks for; nil for the whole.
    private func ownShard() throws -> Shard? {
        if let shard { return Shard(shard) }
        do {
            let own = try Shard.ofTask(in: ProcessInfo.processInfo.environment, count: shards)
            guard own == nil, shards != nil else { return own }
            throw WrongInput(
                description: "--shards is for the tasks of a job array, and this is none; --shard 1/\(shards ?? 1) "
                    + "names a part")
        } catch let unknown as Shard.Unknown {
            throw WrongInput(description: unknown.description)
        }
    }

    private func plan(_ sweep: Sweep, _ input: SweepInput) throws {
        let file = SweepFile(input: input, shard: .whole)
        let keeps = out.map { !isSpecial(URL(filePath: $0)) } ?? false
        let journal = try keeps ? out.map { try SweepJournal(at: $0 + ".journal", for: file) } : nil
        let rows = try run(sweep, file, journal)
        try show(rows, from: input)
        journal?.remove()
    }

    private func plan(_ shard: Shard, of sweep: Sweep, _ input: SweepInput) throws {
        guard let out else {
            throw WrongInput(description: "shard \(shard) needs --out with a folder in which the shards meet")
        }
        let folder = SweepFolder(path: out)
        try folder.prepare(for: shard)
        var file = SweepFile(input: input, shard: shard)
        if let finished = try folder.finished(shard) {
            guard finished.input == input, finished.isComplete else {
                throw WrongInput(
                    description: "\(folder.file(of: shard)) is of another sweep; remove it, or name another --out")
            }
            file = finished
        } else {
            let journal = try SweepJournal(at: folder.journal(of: shard), for: file)
            file.rows = try run(sweep, file, journal)
            try write(try file.text(), to: folder.file(of: shard))
            journal.remove()
        }
        Terminal.write("shard \(shard): \(file.rows.count) scenarios in \(folder.file(of: shard))\n")
    }

    /// Writes the rows and prints what they come to.
    func show(_ rows: [SweepRow], from input: SweepInput) throws {
        if let out { try write(SweepCSV.text(of: rows, from: input), to: out) }
        let report = SweepReport(of: SweepSummary(of: rows, from: input), style: Terminal.style())
        if csv {
            Terminal.write(SweepCSV.text(of: rows, from: input))
        } else if json {
            Terminal.write(report.json().text(brokenTo: 4))
        } else if quiet {
            Terminal.write(report.headline() + "\n")
        } else {
            Terminal.write(report.text())
        }
    }
}
