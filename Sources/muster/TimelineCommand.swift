// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Explanation
import Matching
import Planning
import Reports
import Staffing
import Verification

struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "When projects run, what holds them up, and what another start would cost.",
        usage: "muster timeline <scenario> [<options>]",
        discussion: """
            Plans the firm, then shows each project week by week: phases and their windows, the critical path, slack, \
            and milestones. Earliest delivery is the earliest day on which all of the project can be done with the \
            people there are, all other work staying as planned. For each phase whose start is a choice, every start \
            is planned anew, and what it would be worth stands beside it.

              muster timeline firm.yaml                       all projects
              muster timeline firm.yaml --project apollo      one of them
              muster timeline firm.yaml --json                for machines

            Exit status: 0 it was made; 2 the file is wrong; 3 the solver failed.
            """)

    @OptionGroup var input: ScenarioOptions

    @Option(help: "Show this project only, by its key in the file; may be given several times.")
    var project: [String] = []

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let firm = try input.firm(of: try input.read())
        for name in project where !firm.projects.contains(where: { $0.id.text == name }) {
            throw WrongInput(unknown: "project", name, among: firm.projects.map(\.id.text))
        }
        let planned = try Terminal.tellingProgress("planning") { try makePlan(for: firm) }
        let entries = try Terminal.tellingProgress("trying other starts") { try self.entries(of: planned) }
        let report = TimelineReport(of: planned, entries)
        Terminal.write(json ? report.json().text(brokenTo: 3) : report.text(Terminal.style()))
    }

    private func entries(of planned: PlannedFirm) throws -> [TimelineReport.Entry] {
        let timelines = Timeline.all(of: planned).filter { project.isEmpty || project.contains($0.project.text) }
        return try timelines.map { timeline in
            let index = planned.situation.firm.projects.firstIndex { $0.id == timeline.project } ?? 0
            return TimelineReport.Entry(
                timeline, delivery: try planned.earliestDelivery(of: index),
                prices: try planned.pricesOfTime(of: [index]))
        }
    }
}
