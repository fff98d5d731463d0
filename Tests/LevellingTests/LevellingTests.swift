// SPDX-License-Identifier: GPL-3.0-or-later

import Levelling
import Matching
import SmallFirms
import Staffing
import Testing
import Verification

/// Each firm's schedule, checked, as one line a task: who, from where to where, slack.
private func levelled(_ firm: Firm, plan: Plan? = nil) -> TaskSchedule {
    let situation = Situation(of: firm)
    let schedule = levelTasks(in: situation, plan: plan)
    #expect(schedule.violations(in: situation, plan: plan) == [])
    return schedule
}

private func lines(_ schedule: TaskSchedule) -> [String] {
    schedule.entries.map { entry in
        "\(entry.task.task) \(entry.person) \(String("\(entry.begin.day)".suffix(2)))+\(entry.begin.into.seconds / 3600)"
            + " .. \(String("\(entry.end.day)".suffix(2)))+\(entry.end.into.seconds / 3600)"
            + (entry.daysLate > 0 ? " late \(entry.daysLate)" : "")
    }
}

@Suite struct LevellingTests {
    /// Ana's 120 hours end on 23 January, two weeks late. What waits for the pause waits for them, and for a week more.
    @Test func tasksWaitAcrossAPhaseWithoutAny() throws {
        let schedule = levelled(
            try firm(
                """
                people:
                  ana: { cost: 20/h, skills: { a: 3 } }
                  ben: { cost: 20/h, skills: { b: 3 } }
                projects:
                  p:
                    phases:
                      first: { start: 2026-01-05, length: 1 week, tasks: { long: { skill: { a: 2 }, hours: 120h } } }
                      pause: { after: first + 1 week, length: 1 week }
                      last: { after: pause, length: 1 week, tasks: { end: { skill: { b: 2 }, hours: 8h } } }
                """, horizon: "2026-01-05 .. 2026-03-29"))
        #expect(lines(schedule) == ["long ana 05+0 .. 23+8 late 12", "end ben 02+0 .. 02+8 late 1"])
    }

    /// Ana has two days, none on Wednesday, four hours on Thursday: 20 hours end there. On Friday and Monday she has 16 for
    /// the other two, and the shorter one comes first. Ben, with his four hours in the morning, would need until Tuesday.
    @Test func byHandWithLeaveAndAHalfDay() throws {
        let schedule = levelled(
            try firm(
                """
                people:
                  ana: { skills: { swift: 3, sql: 2 }, cost: 60/h, leave: [2026-01-07, 2026-01-08 half] }
                  ben: { skills: { swift: 2 }, contract: 50%, cost: 40/h }
                projects:
                  apollo:
                    phases:
                      build:
                        start: 2026-01-05
                        length: 2 weeks
                        tasks:
                          api: { skill: { swift: 3 }, hours: 20h }
                          app: { skill: { swift: 2 }, hours: 12h, after: api }
                          test: { skill: { sql: 2 }, hours: 4h, after: api }
                """))
        #expect(lines(schedule) == ["api ana 05+0 .. 08+4", "app ana 09+4 .. 12+8", "test ana 09+0 .. 09+4"])
        #expect(schedule.entries[0].days.map(\.hours) == [Hours(8), Hours(8), Hours(4)])
        #expect(schedule.entries.map(\.isCritical) == [true, true, true])
        let monday = Day("2026-01-12")!
        #expect(schedule.ends == [.init(project: "apollo", last: monday, earliest: monday)])
        #expect(schedule.isInTime && schedule.unavoidable == 1)
    }

    /// The owner does it, though somebody else would be done sooner; it waits for two days of the calendar.
    @Test func ownersAndLags() throws {
        let schedule = levelled(
            try firm(
                """
                people:
                  ana: { skills: { swift: 3 }, contract: 50%, cost: 60/h }
                  ben: { skills: { swift: 3 }, cost: 40/h }
                projects:
                  apollo:
                    phases:
                      build:
                        start: 2026-01-05
                        length: 1 week
                        tasks:
                          api: { skill: { swift: 3 }, hours: 8h, owner: ana }
                          app: { skill: { swift: 3 }, hours: 8h, after: api + 2 days, due: 2026-01-08 }
                """))
        #expect(lines(schedule) == ["api ana 05+0 .. 06+4", "app ben 08+4 .. 09+4 late 1"])
        // Nothing could make it less late: proven by the chain alone.
        #expect(schedule.unavoidable == 1 && !schedule.isInTime)
    }

    /// The second phase begins on its Monday, but its task waits for the first phase's, which ends late, on Tuesday.
    @Test func aPhaseWaitsForTheTasksOfThePhaseBefore() throws {
        let schedule = levelled(
            try firm(
                """
                people:
                  ana: { skills: { swift: 3 }, cost: 60/h }
                  ben: { skills: { swift: 3 }, cost: 60/h }
                projects:
                  apollo:
                    phases:
                      design: { start: 2026-01-05, length: 1 week, tasks: { api: { skill: { swift: 3 }, hours: 52h } } }
                      build: { after: design, length: 1 week, tasks: { app: { skill: { swift: 3 }, hours: 8h } } }
                """))
        #expect(
            lines(schedule).map { $0.replacing("ben", with: "ana") } == [
                "api ana 05+0 .. 13+4 late 2", "app ana 13+4 .. 14+4",
            ])
    }

    /// Ana is pinned on Apollo for 20 hours a week, four a day: Apollo's task takes those, Vega's the four that are free.
    @Test func pinnedHoursAreForTheirProject() throws {
        let schedule = levelled(
            try firm(
                """
                people: { ana: { skills: { swift: 3 }, cost: 60/h } }
                projects:
                  apollo:
                    phases: { build: { start: 2026-01-05, length: 2 weeks, tasks: { api: { skill: { swift: 3 }, hours: 8h } } } }
                    needs: { work: { hours: 20h/week, rate: none } }
                  vega:
                    phases: { build: { start: 2026-01-05, length: 2 weeks, tasks: { api: { skill: { swift: 3 }, hours: 8h } } } }
                bookings: ["ana on apollo.work, 20h/week, 2026-01-05 .. 2026-01-18, pinned"]
                """))
        #expect(lines(schedule) == ["api ana 05+0 .. 06+4", "api ana 05+0 .. 06+4"])
        #expect(schedule.entries.map(\.isInBookedHours) == [true, false])
    }

    /// Due on the Tuesday of the first week, if it begins there; it begins a week later, and so is the due date.
    @Test func datesMoveWithTheStartThatIsChosen() throws {
        let firm = try firm(
            """
            people: { ana: { skills: { swift: 3 }, cost: 60/h } }
            projects:
              apollo:
                phases:
                  build:
                    start: 2026-01-05 .. 2026-01-12
                    length: 1 week
                    tasks: { api: { skill: { swift: 3 }, hours: 8h, start: 2026-01-06, due: 2026-01-06 } }
            """)
        #expect(lines(levelled(firm)) == ["api ana 06+0 .. 06+8"])
        let later = levelled(firm.placed(at: [PhaseStart("apollo", "build", Day("2026-01-12")!)]))
        #expect(lines(later) == ["api ana 13+0 .. 13+8"])
        #expect(later.entries.map(\.due.description) == ["2026-01-13"] && later.isInTime)
    }

    /// Pinned work of a project without tasks takes the whole first week; other bookings may be moved.
    @Test func otherPinnedWorkIsInTheWay() throws {
        let text = """
            people: { ana: { skills: { swift: 3 }, cost: 60/h } }
            projects:
              apollo:
                phases: { build: { start: 2026-01-05, length: 2 weeks, tasks: { api: { skill: { swift: 3 }, hours: 8h } } } }
              vega: { needs: { work: { hours: 40h/week, rate: none } } }
            bookings: ["ana on vega.work, 40h/week, 2026-01-05 .. 2026-01-11, pinned"]
            """
        #expect(lines(levelled(try firm(text))) == ["api ana 12+0 .. 12+8"])
        let movable = text.replacing(", pinned", with: "")
        #expect(lines(levelled(try firm(movable))) == ["api ana 05+0 .. 05+8"])
    }

    /// The plan gives Ben ten hours a week on the project, two a day, and Ana none.
    @Test func aPlanSaysWhoHasHours() throws {
        let firm = try firm(
            """
            people:
              ana: { skills: { swift: 3 }, cost: 60/h }
              ben: { skills: { swift: 3 }, cost: 60/h }
            projects:
              apollo:
                phases: { build: { start: 2026-01-05, length: 2 weeks, tasks: { api: { skill: { swift: 3 }, hours: 5h } } } }
                needs: { work: { hours: 10h/week, rate: none } }
            """)
        let weeks = firm.horizon.weeks.map { WeekHours($0, Hours(10)) }
        let plan = Plan(
            scenario: "Small", digest: "",
            assignments: [.init(person: "ben", line: LineID("apollo", "work"), kind: .hourly, weeks: weeks)],
            subcontracts: [], unfilled: [], certificate: Certificate(status: .optimal, stages: []))
        let schedule = levelled(firm, plan: plan)
        #expect(lines(schedule) == ["api ben 05+0 .. 07+1"])
        #expect(schedule.violations(in: Situation(of: firm)) == [])
    }

    @Test(arguments: [
        ("skill: { cobol: 1 }, hours: 8h", TaskSchedule.Reason.skill(SkillLevel("cobol", 1))),
        ("skill: { swift: 4 }, hours: 8h", .level(SkillLevel("swift", 4), best: 3)),
        ("skill: { sql: 1 }, hours: 8h", .excluded), ("skill: { law: 1 }, hours: 8h", .noTime),
        ("skill: { swift: 1 }, hours: 99h", .afterHorizon),
    ])
    func whyATaskIsNotDone(_ task: String, _ reason: TaskSchedule.Reason) throws {
        let schedule = levelled(
            try firm(
                """
                people:
                  ana: { skills: { swift: 3 }, cost: 60/h }
                  ben: { skills: { sql: 3 }, cost: 60/h }
                  cleo: { skills: { law: 3 }, cost: 60/h, leave: [2026-01-01 .. 2026-01-31] }
                projects:
                  apollo:
                    phases:
                      build:
                        start: 2026-01-05
                        length: 2 weeks
                        tasks: { api: { \(task) }, app: { skill: { swift: 1 }, hours: 8h, after: api } }
                exclusions: [ben not on apollo]
                """))
        #expect(schedule.undone.first?.reason == reason)
        let next = schedule.undone.last?.reason
        #expect(reason == .afterHorizon ? next == .afterHorizon : next == .waits(for: TaskID("apollo", "build", "api")))
        #expect(schedule.entries.isEmpty && schedule.ends.isEmpty)
    }

    /// Lost projects, and proposed ones where they are left out, have no tasks; neither have phases beyond the horizon.
    @Test(arguments: [("stage: lost", 0), ("stage: proposed 50%", 1), ("stage: won", 1)])
    func whichTasksCount(_ stage: String, _ count: Int) throws {
        var firm = try firm(
            """
            people: { ana: { skills: { swift: 3 }, cost: 60/h } }
            projects:
              apollo:
                \(stage)
                phases:
                  build: { start: 2026-01-05, length: 1 week, tasks: { api: { skill: { swift: 3 }, hours: 8h } } }
                  later: { start: 2026-02-02, length: 1 week, tasks: { api: { skill: { swift: 3 }, hours: 8h } } }
            """)
        #expect(levelled(firm).entries.count == count)
        firm.policy.tentative = .out
        #expect(levelled(firm).entries.count == (stage == "stage: won" ? 1 : 0))
    }

    /// A contract of 200 % of 20-hour days: a day has 24 hours all the same.
    @Test func noDayHasMoreThan24Hours() throws {
        let schedule = levelled(
            try firm(
                """
                calendar: long
                calendars: { long: { week: 20 20 20 20 20 0 0 } }
                people: { ana: { skills: { swift: 3 }, contract: 200%, cost: 60/h } }
                projects:
                  apollo:
                    phases: { build: { start: 2026-01-05, length: 2 weeks, tasks: { api: { skill: { swift: 3 }, hours: 30h } } } }
                """))
        #expect(lines(schedule) == ["api ana 05+0 .. 06+6"])
    }

    @Test func theThreadsDoNotMatter() throws {
        let situation = Situation(of: try crowded())
        let one = levelTasks(in: situation, threads: 1)
        #expect(levelTasks(in: situation, threads: 2) == one && levelTasks(in: situation, threads: 4) == one)
        #expect(one.violations(in: situation) == [])
    }
}

/// Three people, two projects and a pinned booking, enough for every kind of tampering.
func crowded() throws -> Firm {
    try firm(
        """
        clients: { northwind: { name: Northwind } }
        people:
          ana: { skills: { swift: 3 }, cost: 60/h, leave: [2026-01-08 half] }
          ben: { skills: { swift: 2 }, contract: 80%, cost: 40/h, internal: 10% }
          cleo: { skills: { swift: 3, sql: 2 }, cost: 50/h }
        projects:
          apollo:
            client: northwind
            phases:
              build:
                start: 2026-01-06
                length: 1 week
                tasks:
                  api: { skill: { swift: 3 }, hours: 12h, owner: ana }
                  app: { skill: { swift: 2 }, hours: 16h, after: api + 1 day }
                  data: { skill: { sql: 1 }, hours: 20h, start: 2026-01-07 }
            needs: { work: { hours: 10h/week, rate: none } }
          vega:
            phases:
              build: { start: 2026-01-05, length: 1 week, tasks: { one: { skill: { swift: 1 }, hours: 9.5h } } }
              test: { after: build, length: 1 week, tasks: { two: { skill: { swift: 1 }, hours: 30h } } }
        bookings: ["ben on apollo.work, 10h/week, 2026-01-05 .. 2026-01-18, pinned"]
        exclusions: ["ben not on vega"]
        """)
}
