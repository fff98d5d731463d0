// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Staffing
import Testing

struct BenchTests {
    private func bench(_ bookings: String, leave: String = "[]") throws -> [BenchEntry] {
        Outlook.bench(
            of: try planned(
                """
                people: { ben: { name: Ben, cost: 60/h, role: engineer, skills: { sql: 3 }, leave: \(leave) } }
                projects:
                  apollo: { needs: { api: { hours: 40h total, spread: anytime, rate: none, role: analyst } } }
                  borealis: { needs: { app: { hours: 40h total, spread: anytime, rate: none, role: analyst } } }
                bookings:
                \(bookings.split(separator: "\n").map { "  - \($0), pinned" }.joined(separator: "\n"))
                """))
    }

    @Test func freeFromTheFirstOfTwoWeeksWithAFifthToSpare() throws {
        let entries = try bench(
            """
            ben on apollo.api, 40h/week, 2026-01-05 .. 2026-01-11
            ben on apollo.api, 12h/week, 2026-01-12 .. 2026-01-18
            ben on borealis.app, 21h/week, 2026-01-12 .. 2026-01-18
            ben on borealis.app, 32h/week, 2026-01-19 .. 2026-02-01
            """)
        let entry = try #require(entries.first)
        #expect(entries.count == 1)
        #expect(entry.person == "ben")
        #expect(entry.role == "engineer")
        #expect(entry.skills == [SkillLevel("sql", 3)])
        // 7 h in W03 are less than a fifth.
        #expect(entry.freeFrom.description == "2026-W04")
        #expect(entry.weeks.map(\.hours) == [Hours(8), Hours(8)])
        #expect(entry.hoursPerWeek == Hours(8))
        #expect(entry.lastProject == "borealis")
    }

    @Test func oneFreeWeekIsNoBench() throws {
        let entries = try bench(
            """
            ben on apollo.api, 40h/week, 2026-01-05 .. 2026-01-11
            ben on apollo.api, 40h/week, 2026-01-19 .. 2026-01-25
            """)
        #expect(entries == [])
    }

    @Test func aWeekOffNeitherMakesABenchNorEndsOne() throws {
        let entries = try bench(
            """
            ben on apollo.api, 40h/week, 2026-01-05 .. 2026-01-11
            ben on apollo.api, 40h/week, 2026-01-26 .. 2026-02-01
            """, leave: "[2026-01-19 .. 2026-01-25]")
        #expect(entries == [])
        let away = try bench(
            "ben on apollo.api, 40h/week, 2026-01-05 .. 2026-01-11", leave: "[2026-01-19 .. 2026-01-25]")
        #expect(away.map { $0.weeks.map(\.week.description) } == [["2026-W03", "2026-W05"]])
    }

    @Test func whoeverNeverWorkedHasNoLastProject() throws {
        let entries = Outlook.bench(of: try planned("people: { ben: { name: Ben, cost: 60/h } }"))
        #expect(entries.map(\.lastProject) == [nil])
        #expect(entries.map(\.freeFrom.description) == ["2026-W02"])
    }
}
