// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import SmallFirms
import Staffing
import Testing

/// What is uncertain stays so when it is changed.
@Suite struct RangesTests {
    private func apollo(after changes: String) throws -> Project {
        let firm = try whatIf(
            changes,
            of: """
                people:
                  ana: { cost: 50/h }
                projects:
                  apollo:
                    phases:
                      build: { start: 2026-01-05, length: 2 .. 3 .. 6 weeks }
                    needs:
                      app: { phase: build, hours: 20 .. 24 .. 40h/week, rate: 100/h }
                """
        ).firm
        // A file can say it, too.
        let text = ScenarioFormat.text(of: firm)
        #expect(try Scenario.read(at: "again.yaml", from: FileReader(["again.yaml": text])).firm == firm)
        return firm.projects[0]
    }

    @Test func moreWorkIsMoreAtBothEnds() throws {
        let line = try apollo(after: "- scale: { project: apollo, by: 150% }").lines[0]
        #expect(line.amount == .perWeek(Hours(36)))
        #expect(line.range == .init(least: .perWeek(Hours(30)), most: .perWeek(Hours(60))))
    }

    @Test func noWorkAtAllIsCertain() throws {
        let line = try apollo(after: "- scale: { project: apollo, by: 0% }").lines[0]
        #expect(line.amount == .perWeek(.zero))
        #expect(line.range == nil)
    }

    @Test func aLongerPhaseIsLongerAtBothEnds() throws {
        let phase = try apollo(after: "- extend: { project: apollo, phase: build, by: 2 weeks }").phases[0]
        #expect(phase.extent == .weeks(5))
        #expect(phase.weeks == 4...8)
    }

    @Test func aRangeCanBeSet() throws {
        let project = try apollo(
            after: """
                - set: { projects.apollo.needs.app.hours: 300 .. 420h total, projects.apollo.phases.build.length: 3 weeks }
                """)
        #expect(project.lines[0].amount == .total(Hours(360)))
        #expect(project.lines[0].range == .init(least: .total(Hours(300)), most: .total(Hours(420))))
        #expect(project.phases[0].weeks == nil)
    }
}
