// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("Windows, dependencies and penalties")
struct WindowTests {
    private static let text =
        head + """
            projects:
              apollo:
                phases:
                  discovery: { start: 2026-01-12 .. 2026-02-09, length: 3 weeks }
                  build:
                    start: 2026-02-02
                    after: discovery - 1 week
                    length: 8 weeks
                    milestone: { name: Beta, by: 2026-04-17, penalty: 2000/week }
                  launch: { after: [discovery + 1 week, build], with: build + 2 weeks, length: 2 weeks }

            """

    @Test func areReadInFull() throws {
        let phases = try firm(Self.text).projects[0].phases
        #expect(phases[0].start == day("2026-01-12"))
        #expect(phases[0].latest == day("2026-02-09"))
        #expect(phases[1].latest == nil)
        #expect(phases[1].after == [Phase.Dependency(phase: "discovery", lagWeeks: -1)])
        #expect(
            phases[1].milestone
                == Milestone(name: "Beta", due: day("2026-04-17"), penalty: Money(minorUnits: 200_000)))
        #expect(
            phases[2].after == [
                Phase.Dependency(phase: "discovery", lagWeeks: 1), Phase.Dependency(phase: "build", lagWeeks: 0),
                Phase.Dependency(phase: "build", lagWeeks: 2, edge: .start),
            ])
    }

    @Test func areWrittenAsTheyAreRead() throws {
        let before = try firm(Self.text)
        let text = ScenarioFormat.text(of: before)
        #expect(try firm(text) == before)
        #expect(text.contains("discovery: { start: 2026-01-12 .. 2026-02-09, length: 3 weeks }"))
        #expect(text.contains("after: discovery - 1 week"))
        #expect(text.contains("with: build + 2 weeks"))
        #expect(text.contains("milestone: { name: Beta, by: 2026-04-17, penalty: 2000/week }"))
    }

    @Test func aWindowOfOneDayIsADate() throws {
        let text = Self.text.replacing("2026-01-12 .. 2026-02-09", with: "2026-01-12 .. 2026-01-12")
        #expect(try firm(text).projects[0].phases[0].latest == nil)
    }

    @Test(arguments: [
        ("start: 2026-02-09 .. 2026-01-12, length: 3 weeks", "dates-reversed"),
        ("start: 2026-01-12 .. 2026-02-09, end: 2026-02-06", "dates-reversed"),
        ("start: 2026-01-12 .., length: 3 weeks", "not-a-date"),
        ("with: apollo, length: 3 weeks", "unknown-phase"),
        ("with: x, length: 3 weeks", "cyclic-phases"),
        ("with: [], length: 3 weeks", "phase-without-start"),
        ("start: 2026-01-12, with: x - 1 week, length: 3 weeks", "unknown-phase"),
        ("start: 2199-01-07 .. 2199-12-24, length: 3 weeks", "out-of-range"),
        ("start: 2026-01-12, length: 3 weeks, milestone: { name: Beta, by: 2026-02-02 }", "missing-key"),
        ("start: 2026-01-12, length: 3 weeks, milestone: { name: M, by: 2026-02-02, penalty: 9 }", "wrong-unit"),
        ("start: 2026-01-12, length: 3 weeks, milestone: { name: M, by: 2026-02-02, penalty: 0/week }", "out-of-range"),
        (
            "start: 2026-01-12, length: 3 weeks, milestone: { name: M, by: 2026-02-02, penalty: 100000001/week }",
            "out-of-range"
        ),
        ("start: 2026-01-12, length: 3 weeks, milestone: { name: M, by: 2026-02-02, per: 9/week }", "unknown-key"),
    ])
    func otherValuesAreProblems(_ phase: String, _ id: String) {
        let found = problems(head + "projects:\n  apollo:\n    phases:\n      x: { \(phase) }\n").map(\.id.rawValue)
        #expect(found.contains(id), "\(found)")
    }

    @Test func aWindowThatCannotBeHeldIsNoted() throws {
        let read = try scenario(
            head + """
                projects:
                  apollo:
                    phases:
                      discovery: { start: 2026-01-12, length: 6 weeks }
                      build: { start: 2026-01-19 .. 2026-02-16, after: discovery, length: 2 weeks }
                """)
        #expect(read.notes.map(\.id) == [.windowMissed])
        #expect(read.firm.projects[0].days(of: "build")?.first == day("2026-02-23"))
    }

    @Test func delayMovesTheWindow() throws {
        let changed = try firm(
            "muster: 1\nscenario: Late\nfrom: base.yaml\nchanges:\n  - delay: { project: apollo, by: 2 weeks }\n",
            and: ["base.yaml": Self.text])
        let phase = changed.projects[0].phases[0]
        #expect([phase.start, phase.latest] == [day("2026-01-26"), day("2026-02-23")])
        #expect(changed.projects[0].phases[1].milestone?.due == day("2026-04-17"))
    }
}
