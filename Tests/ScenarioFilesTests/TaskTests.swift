// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("Tasks of phases")
struct TaskTests {
    @Test func haveAllTheirKeys() throws {
        let tasks = try firm(studio).projects[0].phases[0].tasks
        #expect(
            tasks == [
                ProjectTask(
                    id: "talks", name: "Interviews", skill: SkillLevel("figma", 3), work: Hours(24), owner: "rui"),
                ProjectTask(
                    id: "sketch", name: "sketch", skill: SkillLevel("figma", 2), work: Hours(seconds: 109_800),
                    after: [.init(task: "talks", lagDays: 2)], start: day("2026-01-15"), due: day("2026-01-29")),
            ])
    }

    @Test func aPhaseWithoutTasksIsAsItWas() throws {
        let phase = try firm(studio).projects[0].phases[1]
        #expect(phase.tasks.isEmpty)
    }

    @Test(arguments: [
        ("skill: { swift: 3 }", "missing-key"), ("hours: 40h", "missing-key"),
        ("skill: { swift: 6 }, hours: 40h", "impossible-level"), ("skill: {}, hours: 40h", "not-one-skill"),
        ("skill: swift, hours: 40h", "wrong-shape"), ("skill: { swift: 3 }, hours: 0h", "out-of-range"),
        ("skill: { swift: 3 }, hours: 40", "wrong-unit"), ("skill: { swift: 3 }, hours: 5 days", "wrong-unit"),
        ("skill: { swift: 3 }, hours: 40h, owner: nobody", "unknown-person"),
        ("skill: { swift: 3 }, hours: 40h, after: nothing", "unknown-task"),
        ("skill: { swift: 3 }, hours: 40h, after: app", "cyclic-tasks"),
        ("skill: { swift: 3 }, hours: 40h, after: api + 2 weeks", "wrong-unit"),
        ("skill: { swift: 3 }, hours: 40h, after: api + 9999 days", "out-of-range"),
        ("skill: { swift: 3 }, hours: 40h, due: 2026-01-04", "due-before-start"),
        ("skill: { swift: 3 }, hours: 40h, start: 2026-01-09, due: 2026-01-08", "dates-reversed"),
        ("skill: { sql: 1 }, hours: 40h, owner: ana", "owner-lacks-skill"),
        ("skill: { swift: 4 }, hours: 40h, owner: ana", "owner-lacks-skill"),
        ("skill: { swift: 3 }, days: 5", "unknown-key"),
    ])
    func haveTheirProblems(_ task: String, _ problem: String) {
        let text =
            head + "people: { ana: { skills: { swift: 3 }, cost: 62/h } }\n"
            + "projects:\n  apollo:\n    phases:\n      build:\n        start: 2026-01-05\n        length: 2 weeks\n"
            + "        tasks:\n          api: { skill: { swift: 2 }, hours: 8h }\n          app: { \(task) }\n"
        #expect(problems(text).map(\.id.rawValue).contains(problem), "\(problems(text))")
        #expect(problems(text).count <= 2)
    }

    @Test func aPhaseWithTasksIsWrittenOverLines() throws {
        let text = try ScenarioFormat.canonicalText(of: studio, named: "studio.yaml")
        #expect(
            text.contains(
                """
                      discovery:
                        start: 2026-01-12
                        length: 3 weeks
                        tasks:
                          talks: { name: Interviews, skill: { figma: 3 }, hours: 24h, owner: rui }

                """))
    }
}
