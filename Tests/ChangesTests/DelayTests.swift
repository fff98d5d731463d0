// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import SmallFirms
import Staffing
import Testing

@Suite("Delay and advance")
struct DelayTests {
    private let apollo = """
        people:
          ana: { name: Ana Duarte, cost: 50/h }
        projects:
          apollo:
            name: Apollo
            deadline: 2026-03-27
            phases:
              design: { start: 2026-01-05, length: 2 weeks }
              build: { after: design, length: 3 weeks, milestone: Beta by 2026-02-06 }
            needs:
              screens: { phase: design, hours: 20h/week, rate: 100/h }
              backend: { phase: build, hours: 20h/week, rate: 100/h }
              audit: { dates: 2026-02-02 .. 2026-02-06, hours: 8h total, rate: 100/h }
        bookings:
          - ana on apollo.screens, 8h/week, 2026-01-05 .. 2026-01-09, pinned
          - ana on apollo.backend, 8h/week, 2026-01-19 .. 2026-01-23
        """

    private func base() throws -> Firm { try firm(apollo, horizon: "2026-01-05 .. 2026-03-29") }

    /// Design moves from weeks 2 and 3 to 4 and 5, build from 4–6 to 6–8, and all that hangs on them.
    @Test func movesAllWorkAndNoDeadline() throws {
        let later = try base().applying([Delay("apollo", weeks: 2)])
        let project = try #require(later.projects.first)
        #expect(
            project.phaseDays().map { $0.map(String.init) } == ["2026-01-19 .. 2026-02-01", "2026-02-02 .. 2026-02-22"])
        #expect(project.lines[2].days.map(String.init) == "2026-02-16 .. 2026-02-20")
        #expect(later.bookings.map { "\($0.days)" } == ["2026-01-19 .. 2026-01-23", "2026-02-02 .. 2026-02-06"])
        #expect(project.deadline.map(String.init) == "2026-03-27")
        #expect(project.phases[1].milestone?.due.description == "2026-02-06")
    }

    /// Of a project without dates only the needs with dates of their own move, and the bookings on them.
    @Test func leavesWhatRunsOverTheWholeHorizon() throws {
        let care = """
            people:
              ana: { cost: 50/h }
            projects:
              care:
                needs:
                  web: { hours: 8h/week, rate: 100/h }
                  launch: { dates: 2026-01-05 .. 2026-01-09, hours: 8h/week, rate: 100/h }
            bookings:
              - ana on care.web, 8h/week, 2026-01-05 .. 2026-01-09
              - ana on care.launch, 8h/week, 2026-01-05 .. 2026-01-09
            """
        let later = try firm(care).applying([Delay("care", weeks: 1)])
        #expect(later.bookings.map { "\($0.days)" } == ["2026-01-05 .. 2026-01-09", "2026-01-12 .. 2026-01-16"])
        #expect(later.projects[0].lines.map { $0.days.map(String.init) } == [nil, "2026-01-12 .. 2026-01-16"])
    }

    @Test func advanceIsTheOpposite() throws {
        let base = try base()
        #expect(try base.applying([Delay("apollo", weeks: 2), Advance("apollo", weeks: 2)]) == base)
        let build =
            [Delay("apollo", phase: "build", weeks: 2), Advance("apollo", phase: "build", weeks: 2)] as [any Change]
        #expect(try base.applying(build) == base)
    }

    /// A phase moves with the phase before it, and its tasks' dates with it; one that keeps its place keeps theirs.
    @Test func theDatesOfTasksMoveWithTheirPhase() throws {
        let firm = try firm(
            """
            projects:
              apollo:
                phases:
                  design: { start: 2026-01-05, length: 1 week }
                  build:
                    after: design
                    length: 2 weeks
                    tasks:
                      api: { skill: { swift: 1 }, hours: 8h, start: 2026-01-14, due: 2026-01-16 }
                  paper:
                    start: 2026-01-05
                    length: 1 week
                    tasks: { draft: { skill: { law: 1 }, hours: 8h, due: 2026-01-08 } }
            """, horizon: "2026-01-05 .. 2026-03-29")
        func dates(_ firm: Firm) -> [String] {
            firm.projects[0].phases.flatMap(\.tasks).flatMap { [$0.start, $0.due].compactMap { $0?.description } }
        }
        let whole = try firm.applying([Delay("apollo", weeks: 1)])
        #expect(dates(whole) == ["2026-01-21", "2026-01-23", "2026-01-15"])
        #expect(try whole.applying([Advance("apollo", weeks: 1)]) == firm)
        let phase = try firm.applying([Delay("apollo", phase: "design", weeks: 1)])
        #expect(dates(phase) == ["2026-01-21", "2026-01-23", "2026-01-08"])
        #expect(try phase.applying([Advance("apollo", phase: "design", weeks: 1)]) == firm)
    }

    /// Build waits for design. Its window stays and it begins later in it, so that the dates, which are those at the first
    /// day of the window, stay as they are written; where the window itself moves, they move with it.
    @Test func theDatesOfTasksAreCountedFromTheWindow() throws {
        let firm = try firm(
            """
            projects:
              apollo:
                phases:
                  design: { start: 2026-01-05, length: 1 week }
                  build:
                    start: 2026-01-12 .. 2026-02-02
                    after: design
                    length: 2 weeks
                    tasks: { api: { skill: { swift: 1 }, hours: 8h, due: 2026-01-16 } }
            """, horizon: "2026-01-05 .. 2026-03-29")
        func due(_ firm: Firm) throws -> [String?] {
            let phase = firm.projects[0].phases[1]
            let first = try #require(firm.projects[0].days(of: "build")).first
            return [phase.tasks[0].due?.description, phase.tasks(beginning: first)[0].due?.description]
        }
        #expect(try due(firm) == ["2026-01-16", "2026-01-16"])
        #expect(try due(firm.applying([Delay("apollo", phase: "design", weeks: 1)])) == ["2026-01-16", "2026-01-23"])
        #expect(try due(firm.applying([Delay("apollo", weeks: 1)])) == ["2026-01-23", "2026-01-23"])
    }

    @Test func saysWhatItDoes() throws {
        #expect(Delay("apollo", weeks: 3).sentence(in: try base()) == "Delay Apollo by 3 weeks")
        #expect(
            Advance("apollo", phase: "build", weeks: 1).sentence(in: try base())
                == "Advance phase build of Apollo by 1 week")
    }

    @Test func refusesWhatWouldBeginAfterItsDeadlineAndLeavesTheFirm() throws {
        var firm = try base()
        let before = firm
        let late = Refusal("by", .deadlineBeforeStart(deadline: Day("2026-03-27")!, start: Day("2026-03-30")!))
        #expect(throws: late) { try Delay("apollo", weeks: 12).apply(to: &firm) }
        #expect(firm == before)
        #expect(
            late.description
                == "the work would begin on 2026-03-30, after its deadline, 2026-03-27. "
                + "Move less, or set a later deadline before this change.")
    }
}
