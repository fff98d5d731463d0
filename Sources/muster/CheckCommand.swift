// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Matching
import Outlook
import Planning
import Reports
import ScenarioFiles
import Staffing
import Verification

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find overload, gaps and late dates before anyone commits.",
        usage: "muster check <scenario> [<options>]",
        discussion: """
            Looks at the bookings as they stand in the scenario, and at a plan: the one given, or the best there is.

              muster check firm.yaml
              muster check firm.yaml --bookings new.csv    with bookings that are about to be made
              muster check firm.yaml --plan plan.json      a plan that was made before
              muster check firm.yaml --github              annotations for a pull request

            Exit status: 0 no error, 1 an error (with --strict also a warning), 2 a file is wrong.
            """)

    @OptionGroup var input: ScenarioOptions
    @OptionGroup(title: "Calm replanning") var calm: CalmOptions

    @Option(help: "A plan file to look at, instead of making a plan.", completion: .file(extensions: ["json"]))
    var plan: String?

    @Option(help: "A table of further bookings (CSV).", completion: .file(extensions: ["csv"]))
    var bookings: [String] = []

    @Flag(help: "Show notices, too; without it they are only counted.")
    var all = false

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print workflow commands that annotate the scenario's lines.")
    var github = false

    @Flag(name: .shortAndLong, help: "Print one line only.")
    var quiet = false

    @Flag(help: "Exit with status 1 on warnings, too.")
    var strict = false

    func validate() throws {
        if [json, github, quiet].count(where: \.self) > 1 {
            throw ValidationError("--json, --github and --quiet exclude each other.")
        }
    }

    func run() throws {
        let scenario = try input.read(including: bookings)
        let firm = try input.firm(of: scenario, calm)
        let found = try alerts(firm)
        let report = CheckReport(of: found, in: firm)
        let style = Terminal.style()
        if json {
            Terminal.write(report.json().text(brokenTo: 1))
        } else if github {
            Terminal.write(report.annotations { scenario.place(of: $0) })
        } else if quiet {
            Terminal.write(report.headline(style) + "\n")
        } else {
            Terminal.write(report.text(style, from: all ? .notice : .warning))
        }
        let limit: Alert.Severity = strict ? .warning : .error
        if found.contains(where: { $0.severity >= limit }) { throw Status.trouble }
    }

    /// Of a new plan, which knows the further bookings; or of the one given, which was made without them.
    private func alerts(_ firm: Firm) throws -> [Alert] {
        guard let plan else {
            return Outlook.alerts(for: try planWatched(firm))
        }
        let stated = try readPlan(at: plan)
        var before = firm
        before.bookings = bookings.isEmpty ? firm.bookings : try input.firm(of: try input.read()).bookings
        let situation = Situation(of: before.placed(at: stated.plan.starts))
        try stated.expectSound(in: situation, file: plan)
        return Outlook.alerts(
            for: PlannedFirm(stated.plan, in: situation), adding: firm.bookings.added(to: before.bookings))
    }
}

extension [Booking] {
    /// Those that are not among the others, which stand here in the same order; changes may have added some after them.
    fileprivate func added(to others: [Booking]) -> [Booking] {
        var rest = others[...]
        return filter { booking in
            guard booking == rest.first else { return true }
            rest = rest.dropFirst()
            return false
        }
    }
}

extension Scenario {
    /// The place in the files that an alert is about: a booking of its weeks where there is one, else a line, a person,
    /// a project.
    fileprivate func place(of alert: Alert) -> SourcePlace? {
        let people = alert.people
        let lines = alert.lines
        let days = DayRange(alert.weeks.lowerBound.monday, alert.weeks.upperBound.sunday)
        let booking = firm.bookings.indices.first { index in
            people.contains(firm.bookings[index].person) && firm.bookings[index].days.overlaps(days)
                && (lines.isEmpty || lines.contains(firm.bookings[index].line))
        }
        let subjects: [Subject] =
            (alert.task.map { [.task($0)] } ?? []) + (booking.map { [.booking($0)] } ?? []) + lines.map { .line($0) }
            + people.map { .person($0) }
            + alert.projects.map { .project($0) }
        return subjects.lazy.compactMap { places[$0] }.first
    }
}
