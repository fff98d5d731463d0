// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("Projects and their phases")
struct ProjectTests {
    @Test func haveAllTheirKeys() throws {
        let apollo = try firm(studio).projects[0]
        #expect(apollo.name == "apollo")
        #expect(apollo.client == "northwind")
        #expect(apollo.stage == .proposed(Share(percent: 60)))
        #expect(apollo.priority == .high)
        #expect(apollo.deadline == day("2026-04-30"))
        #expect(apollo.budget == Money(minorUnits: 18_000_000))
        #expect(apollo.rates.rate(of: "engineer", on: day("2026-01-05"))?.perHour.minorUnits == 15_000)
        #expect(apollo.phases.map(\.id) == ["discovery", "build"])
    }

    @Test func phasesFollowEachOther() throws {
        let apollo = try firm(studio).projects[0]
        #expect(apollo.phases[1].after == [Phase.Dependency(phase: "discovery", lagWeeks: 1)])
        #expect(apollo.phases[1].milestone == Milestone(name: "Beta", due: day("2026-04-17")))
        #expect(apollo.days(of: "discovery") == DayRange(day("2026-01-12"), day("2026-02-01")))
        #expect(apollo.days(of: "build") == DayRange(day("2026-02-09"), day("2026-04-19")))
    }

    @Test func phasesMayBeOfUncertainLength() throws {
        func build(_ length: String) throws -> Phase {
            try firm(
                head + "projects:\n  apollo:\n    phases:\n      build: { start: 2026-01-12, length: \(length) }\n"
            ).projects[0].phases[0]
        }
        let likeliest = try build("8 .. 9 .. 12 weeks")
        #expect(likeliest.extent == .weeks(9))
        #expect(likeliest.weeks == 8...12)
        #expect(try build("8 .. 11 weeks").extent == .weeks(10))
        #expect(try build("3 weeks").weeks == nil)
        let text =
            head + "projects:\n  apollo:\n    phases:\n      build: { start: 2026-01-12, length: 9 .. 8 weeks }\n"
        #expect(problems(text).map(\.id.rawValue) == ["range-reversed"])
    }

    @Test func haveStandards() throws {
        let apollo = try firm(head + "projects:\n  apollo:\n").projects[0]
        #expect(apollo.stage == .won)
        #expect(apollo.priority == .normal)
        #expect(apollo.lines.isEmpty && apollo.phases.isEmpty && apollo.days == nil)
    }

    @Test(arguments: [
        ("stage: maybe", "unknown-word"), ("stage: proposed", "unknown-word"), ("stage: proposed 60", "wrong-unit"),
        ("stage: proposed 0%", "impossible-chance"), ("stage: proposed 101%", "impossible-chance"),
        ("priority: urgent", "unknown-word"), ("budget: 180k", "not-a-number"), ("budget: 180.000,00", "not-a-number"),
        ("budget: -1", "out-of-range"), ("client: northwind", "unknown-client"),
        ("calendar: lisbon", "unknown-calendar"),
        ("phases: { build: { start: 2026-01-05 } }", "missing-key"),
        ("phases: { build: { start: 2026-01-05, length: 0 weeks } }", "out-of-range"),
        ("phases: { build: { start: 2026-01-05, length: 3 } }", "wrong-unit"),
        ("phases: { build: { start: 2026-01-05, end: 2026-01-04 } }", "dates-reversed"),
        ("phases: { build: { after: design, length: 3 weeks } }", "unknown-phase"),
        ("phases: { build: { start: 2026-01-05, length: 3 weeks, milestone: Beta 2026-04-17 } }", "not-a-sentence"),
        ("phases: { build: { start: 2199-12-01, length: 30 weeks } }", "out-of-range"),
    ])
    func otherValuesAreProblems(_ text: String, _ id: String) {
        #expect(problems(head + "projects:\n  apollo: { \(text) }\n").map(\.id.rawValue) == [id])
    }

    @Test func circlesOfPhasesAreNamedInFull() {
        let text = """
            projects:
              apollo:
                phases:
                  launch: { after: test, length: 1 week }
                  design: { after: test, length: 1 week }
                  build: { after: design, length: 1 week }
                  test: { after: [build], length: 1 week }
                  party: { after: [party, launch], length: 1 week }
            """
        #expect(
            problems(head + text).map(\.what) == [
                "phases wait for each other in a circle: design → test → build → design",
                "phases wait for each other in a circle: party → party",
            ])
    }
}
