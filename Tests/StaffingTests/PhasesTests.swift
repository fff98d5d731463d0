// SPDX-License-Identifier: GPL-3.0-or-later

import SmallFirms
import Staffing
import Testing

/// When the phases of a project run: as early as their starts and the phases before them allow.
@Suite struct PhasesTests {
    static func days(_ phases: String) throws -> [String] {
        try project(phases).phaseDays().map { $0?.description ?? "never" }
    }

    static func project(_ phases: String) throws -> Project {
        try firm(
            """
            projects:
              p:
                phases:
            \(phases.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
                needs: { x: { hours: 10h/week, rate: 1/h } }
            """
        ).projects[0]
    }

    @Test func oneAfterTheOther() throws {
        #expect(
            try Self.days(
                """
                design: { start: 2026-01-12, length: 3 weeks }
                build: { after: design, length: 2 weeks }
                """) == ["2026-01-12 .. 2026-02-01", "2026-02-02 .. 2026-02-15"])
    }

    @Test func aLagWaitsLonger() throws {
        #expect(
            try Self.days(
                """
                design: { start: 2026-01-12, end: 2026-01-14 }
                build: { after: design + 2 weeks, length: 1 week }
                """) == ["2026-01-12 .. 2026-01-14", "2026-01-29 .. 2026-02-04"])
    }

    /// Through a day; a phase that begins later lasts one day.
    @Test func untilADay() throws {
        #expect(
            try Self.days(
                """
                design: { start: 2026-01-12, length: 2 weeks }
                build: { after: design, end: 2026-02-06 }
                late: { after: build, end: 2026-02-01 }
                """) == ["2026-01-12 .. 2026-01-25", "2026-01-26 .. 2026-02-06", "2026-02-07"])
    }

    /// The later of two arms counts, and a start of its own only where it is later still.
    @Test func aDiamond() throws {
        func end(start: String) throws -> String {
            try Self.days(
                """
                end: { after: [left, right + 1 week], length: 1 week\(start) }
                left: { after: begin, length: 4 weeks }
                right: { after: begin, length: 2 weeks }
                begin: { start: 2026-01-05, length: 1 week }
                """)[0]
        }
        #expect(try end(start: "") == "2026-02-09 .. 2026-02-15")
        #expect(try end(start: ", start: 2026-01-01") == "2026-02-09 .. 2026-02-15")
        #expect(try end(start: ", start: 2026-03-02") == "2026-03-02 .. 2026-03-08")
    }

    /// Listed backwards, a chain of forty phases of a week is settled all the same.
    @Test func aLongChainInAnyOrder() throws {
        let phases = (1...40).reversed().map { "p\($0): { after: p\($0 - 1), length: 1 week }" }
        let days = try Self.days((phases + ["p0: { start: 2026-01-05, length: 1 week }"]).joined(separator: "\n"))
        #expect(days.first == "2026-10-12 .. 2026-10-18")
    }

    @Test func aCircleHasNoDates() {
        func phase(_ id: Identifier<Phase>, after: Identifier<Phase>) -> Phase {
            Phase(id: id, start: nil, after: [.init(phase: after, lagWeeks: 0)], extent: .weeks(1), milestone: nil)
        }
        let project = Project(
            id: "p", name: "P", client: nil, stage: .won, priority: .normal, days: nil, deadline: nil, calendar: nil,
            office: nil, budget: nil, phases: [phase("a", after: "b"), phase("b", after: "a"), phase("c", after: "x")],
            rates: RateCard(), lines: [])
        #expect(project.phaseDays() == [nil, nil, nil])
    }

    @Test func aProjectSpansItsPhases() throws {
        let project = try Self.project(
            """
            design: { start: 2026-01-12, length: 3 weeks }
            build: { after: design, length: 2 weeks }
            """)
        let horizon = Horizon(DayRange(Day(number: 0), Day(number: 9)))
        #expect(project.days(within: horizon).description == "2026-01-12 .. 2026-02-15")
        #expect(project.days(of: "build")?.description == "2026-02-02 .. 2026-02-15")
        #expect(project.days(of: "test") == nil)
    }
}
