// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Levelling
import Matching
import Planning
import Reports
import Staffing
import Verification

struct TasksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks",
        abstract: "Who does which task of a phase, and when: levelled against people's days.",
        usage: "muster tasks <scenario> [<options>]",
        discussion: """
            The tasks of all phases are given to people who can do them, one after another, in the hours that each is \
            there: contract, holidays and leave by the day, less time inside the firm. Hours pinned on a project are for \
            its tasks, what is free beside all pinned work is for any. With a plan, tasks are done in the hours that it \
            gives each person on the project.

              muster tasks firm.yaml                     all projects
              muster tasks firm.yaml --project apollo    one of them
              muster tasks firm.yaml --plan plan.json    inside the hours of a plan
              muster tasks firm.yaml --csv > tasks.csv

            Exit status: 0 all in time, 1 a task is late or cannot be done, 2 a file is wrong.
            """)

    @OptionGroup var input: ScenarioOptions

    @Option(help: "Show this project only; the others are levelled all the same.")
    var project: String?

    @Option(help: "A plan file in whose hours the tasks are done.", completion: .file(extensions: ["json"]))
    var plan: String?

    @Option(help: "How much to search: low, normal or high. The same effort gives the same schedule everywhere.")
    var effort: Effort = .normal

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print one row for each task (CSV).")
    var csv = false

    func validate() throws {
        if json, csv { throw ValidationError("--json and --csv exclude each other.") }
    }

    func run() throws {
        let stated = try plan.map(readPlan)
        let firm = try input.firm(of: try input.read()).placed(at: stated?.plan.starts ?? [])
        let only = try project.map { try self.project(named: $0, in: firm) }
        let situation = Situation(of: firm)
        if let plan, let stated { try stated.expectSound(in: situation, file: plan, hint: "") }
        let schedule = Terminal.tellingProgress("levelling") {
            levelTasks(in: situation, plan: stated?.plan, steps: effort.steps(usualSteps))
        }
        let wrong = schedule.violations(in: situation, plan: stated?.plan)
        guard wrong.isEmpty else {
            Terminal.complain(
                "muster: the schedule does not hold what it says, which is a fault of the program: \(wrong[0])")
            throw Status.failure
        }
        let report = TaskReport(of: schedule, in: firm, only: only)
        if json {
            Terminal.write(report.json().text(brokenTo: 2))
        } else if csv {
            Terminal.write(report.csv())
        } else {
            Terminal.write(report.text(Terminal.style()))
        }
        if !report.isInTime { throw Status.trouble }
    }

    private func project(named text: String, in firm: Firm) throws -> Identifier<Project> {
        guard let found = firm.projects.first(where: { $0.id.text == text }) else {
            throw WrongInput(unknown: "project", text, among: firm.projects.map(\.id.text))
        }
        return found.id
    }
}
