// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Testing

extension Fixture {
    /// Forty hours after forty hours, and leave in between: from 5 to 9 and from 19 to 23 January.
    static let lateTask = Fixture(
        text: """
            people:
              ana: { name: Ana, skills: { swift: 3 }, cost: 60/h, leave: [2026-01-12 .. 2026-01-16] }
            projects:
              apollo:
                priority: high
                phases:
                  build:
                    start: 2026-01-05
                    length: 2 weeks
                    tasks:
                      api: { skill: { swift: 3 }, hours: 40h }
                      app: { skill: { swift: 2 }, hours: 40h, after: api }
            """,
        raised: [
            "error: apollo.build.app is due on 2026-01-18, and Ana ends it on 2026-01-23: "
                + "begin it earlier, free somebody for it, or agree on 2026-01-23"
        ],
        calm: ("2 weeks", by: "3 weeks"))

    static let undoneTask = Fixture(
        text: """
            people:
              ana: { name: Ana, skills: { swift: 3 }, cost: 60/h }
            projects:
              apollo:
                phases:
                  build:
                    start: 2026-01-05
                    length: 2 weeks
                    tasks:
                      api: { skill: { swift: 4 }, hours: 40h }
                      app: { skill: { swift: 2 }, hours: 40h, after: api }
            """,
        raised: [
            "warning: apollo.build.api is done by nobody, since nobody has swift at level 4, the best is 3: "
                + "train somebody, or ask for swift at level 3"
        ],
        calm: ("swift: 4", by: "swift: 3"))
}

struct LateTasksTests {
    @Test func whatWaitsIsNotToldAgain() throws {
        #expect(try told(.undoneTask, in: Fixture.undoneTask.text).count == 1)
    }

    @Test(arguments: [
        ("skill: { cobol: 1 }", "nobody has cobol: hire for cobol, or train somebody"),
        ("skill: { swift: 3 }, owner: ben", "whoever could do it has no time for the project: free somebody"),
    ])
    func theReasonIsTold(_ task: String, _ words: String) throws {
        let text = """
            people:
              ana: { name: Ana, skills: { swift: 3 }, cost: 60/h }
              ben: { name: Ben, skills: { swift: 3 }, cost: 60/h, leave: [2026-01-01 .. 2026-03-01] }
            projects:
              apollo:
                phases:
                  build: { start: 2026-01-05, length: 2 weeks, tasks: { api: { \(task), hours: 8h } } }
            """
        let raised = try told(.undoneTask, in: text)
        #expect(raised.count == 1 && raised[0].contains(words), "\(raised)")
    }

    @Test func proposedWorkIsMilder() throws {
        let text = Fixture.lateTask.text.replacing("priority: high", with: "priority: high\n    stage: proposed 60%")
        #expect(try told(.lateTask, in: text).map { $0.prefix(8) } == ["warning:"])
    }

    @Test func whoeverIsExcludedDoesNotDoIt() throws {
        let text = Fixture.lateTask.text + "\nexclusions: [ana not on apollo]"
        #expect(
            try told(.undoneTask, in: text) == [
                "error: apollo.build.api is done by nobody, since whoever could do it is excluded: lift an exclusion",
                "error: apollo.build.app is done by nobody, since whoever could do it is excluded: lift an exclusion",
            ])
    }
}
