// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Pages
import Planning
public import Reports
import Staffing
import Verification

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Propose who works on what, week by week.",
        usage: "muster plan <scenario> [<view>] [<options>]",
        discussion: """
            The plan is the best there is for the firm as the file describes it, and says how far from the best it \
            could be at most. Demand that cannot be met is part of the answer, with its reason.

              muster plan firm.yaml                     lines and who works on them
              muster plan firm.yaml --people            people, their load and their bench
              muster plan firm.yaml --out plan.json     also keep the plan, to verify or check it later
              muster plan firm.yaml --xlsx plan.xlsx    also a workbook; --ics calendars for a calendar each
              muster plan firm.yaml --html plan.html    also as a page to look at, to mail and to print
              muster plan new.yaml --keep plan.json     move nobody who need not be moved
              muster plan new.yaml --keep plan.json --freeze 2026-03-02
              muster plan new.yaml --keep plan.json --moves 5 --fractional
              muster plan firm.yaml --from-ledger       what is left to do, around what is promised
              muster plan firm.yaml --gap 1%            good enough is good enough
              muster plan firm.yaml --fractional --goals "coverage within 1%, margin"

            Ctrl-C ends the search and keeps the best plan found so far, checked and written whole; a second one ends \
            the program at once.

            Exit status: 0 a plan was made; with --strict 1 when demand stays unfilled; 2 the file is wrong; 3 the \
            solver failed; 130 interrupted.
            """)

    @OptionGroup var input: ScenarioOptions
    @OptionGroup(title: "Calm replanning") var calm: CalmOptions
    @OptionGroup(title: "Search") var search: SearchOptions
    @OptionGroup(title: "For other programs") var files: PlanFiles

    @Flag(help: "What to show.")
    var view: PlanReport.View = .bookings

    @Flag(name: .long, help: "Print the plan file (JSON) instead of the report.")
    var json = false

    @Flag(name: .long, help: "Print one row for each person, line and week (CSV) instead of the report.")
    var csv = false

    @Flag(name: .shortAndLong, help: "Print one line only.")
    var quiet = false

    @Option(name: .shortAndLong, help: "Write the plan file (JSON) here.", completion: .file(extensions: ["json"]))
    var out: String?

    @Option(
        help: "Also write the plan as a page to look at, to mail and to print (HTML).",
        completion: .file(extensions: ["html"]))
    var html: String?

    @Flag(help: "Any share of anything, without the rules of booking: the most that there is to be had.")
    var fractional = false

    @Flag(help: "Exit with status 1 when demand stays unfilled.")
    var strict = false

    @Flag(help: "Say on standard error how long each phase took.")
    var timings = false

    func validate() throws {
        if [json, csv, quiet].count(where: \.self) > 1 {
            throw ValidationError("--json, --csv and --quiet exclude each other.")
        }
    }

    func run() throws {
        let clock = PhaseClock()
        clock.begin("read")
        let firm = try input.firm(of: try input.read(), calm)
        if firm.policy.goals != nil, !fractional {
            throw WrongInput(description: "\(PlanningError.goalsInShares)")
        }
        if firm.commitment?.budget != nil, !fractional {
            throw WrongInput(description: "\(PlanningError.budgetInShares)")
        }
        Interruption.note()
        let options = search.options
        let planned = try ProgressLine.watching(firm.currency, isAsked: search.progress) { receiver in
            try makePlan(
                for: firm, style: fractional ? .fractional : .bookable, with: options, effort: search.effort
            ) { progress in
                clock.begin(progress.phase.rawValue)
                receiver?(progress)
            }
        }
        clock.begin("print")
        let file = PlanFile.json(of: planned.plan, figures: planned.figures, in: planned.situation).text()
        if let out { try write(file, to: out) }
        try files.write(planned)
        if let html { try write(PlanPage(of: planned, by: .role).page.document(), to: html) }
        let report = PlanReport(of: planned, style: Terminal.style())
        if json {
            Terminal.write(file)
        } else if csv {
            Terminal.write(PlanCSV.text(of: planned))
        } else if quiet {
            Terminal.write(report.headline() + "\n")
        } else {
            Terminal.write(report.text(view))
        }
        if timings { Terminal.complain(clock.text()) }
        if Interruption.isNoted { throw Status.interrupted }
        if strict, !planned.figures.isFilled { throw Status.trouble }
    }
}

extension PlanReport.View: EnumerableFlag {
    public static func name(for value: PlanReport.View) -> NameSpecification { .long }
    public static func help(for value: PlanReport.View) -> ArgumentHelp? {
        switch value {
        case .bookings: "Lines and who works on them (the default)."
        case .people: "People with load, bench and lines; roles and offices."
        case .projects: "Projects with hours, revenue, cost and margin."
        case .weeks: "Load of each person week by week."
        }
    }
}
