// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import GRDB
import SmallFirms
import Staffing
import Testing

@testable import Ledger

/// Two projects in two weeks, 2026-W02 and W03.
private let studio = """
    people:
      ana: { cost: 50/h }
      ben: { cost: 50/h }
    projects:
      apollo:
        needs:
          app: { hours: 20h/week, rate: 100/h }
      borealis:
        needs:
          web: { hours: 20h/week, rate: 100/h }

    """

private let week2 = Week(of: Day(number: 20_458))
private let monday = week2.monday
private let app = LineID("apollo", "app")
private let web = LineID("borealis", "web")

private func hours(_ cells: [(LineID, Worker, Week, Int)]) -> BookedTime {
    var time = BookedTime()
    for (line, worker, week, hours) in cells { time.add(Hours(hours), at: BookedCell(line, worker, week)) }
    return time
}

private func plan(_ cells: [(LineID, Worker, Week, Int)], digest: String = "d") -> Plan {
    var assignments: [Assignment] = []
    var subcontracts: [Subcontract] = []
    for (line, worker, week, hours) in cells {
        let weeks = [WeekHours(week, Hours(hours))]
        switch worker {
        case .person(let person):
            assignments.append(Assignment(person: person, line: line, kind: .hourly, weeks: weeks))
        case .pool(let pool): subcontracts.append(Subcontract(pool: pool, line: line, weeks: weeks))
        }
    }
    return Plan(
        scenario: "Small", digest: digest, assignments: assignments, subcontracts: subcontracts, unfilled: [],
        certificate: Certificate(status: .optimal, stages: []))
}

private func commit(
    _ cells: [(LineID, Worker, Week, Int)], to ledger: Ledger, of text: String = studio, today: Day = monday,
    accepting accepted: [CommitRecord.Accepted] = []
) throws -> CommitRecord? {
    let plan = plan(cells)
    return try ledger.commit(
        PlanToCommit(plan, Booklet(of: plan, for: firm(text), from: today), accepted: accepted),
        after: ledger.committed(), by: nina)
}

@Suite("A commitment")
struct CommitTests {
    @Test func booksWhatThePlanSays() throws {
        #expect("\(week2)" == "2026-W02")
        let ledger = try emptyLedger()
        let record = try #require(
            try commit(
                [(app, .person("ana"), week2, 20), (web, .pool("free"), week2.advanced(by: 1), 8)], to: ledger,
                accepting: [.init("overbooked", reason: "agreed")]))
        #expect(record.entry.number == 2)
        #expect(record.entry.note == "28 h more")
        #expect(record.accepted == [.init("overbooked", reason: "agreed")])
        #expect(
            record.changes == [
                BookingChange(BookedCell(app, .person("ana"), week2), before: .zero, after: Hours(20)),
                BookingChange(
                    BookedCell(web, .pool("free"), week2.advanced(by: 1)), before: .zero, after: Hours(8)),
            ])
        #expect(
            try ledger.committed()
                == Committed(
                    event: 2,
                    hours: hours([(app, .person("ana"), week2, 20), (web, .pool("free"), week2.advanced(by: 1), 8)])))
    }

    @Test func madeTwiceChangesNothing() throws {
        let ledger = try emptyLedger()
        _ = try commit([(app, .person("ana"), week2, 20)], to: ledger)
        #expect(try commit([(app, .person("ana"), week2, 20)], to: ledger) == nil)
        #expect(try ledger.log(most: 9).map(\.verb) == ["commit", "init"])
    }

    @Test func writesOnlyTheDifference() throws {
        let ledger = try emptyLedger()
        _ = try commit([(app, .person("ana"), week2, 20), (web, .person("ben"), week2, 20)], to: ledger)
        let record = try #require(
            try commit([(app, .person("ana"), week2, 12), (app, .person("ben"), week2, 8)], to: ledger))
        #expect(
            record.changes == [
                BookingChange(BookedCell(app, .person("ana"), week2), before: Hours(20), after: Hours(12)),
                BookingChange(BookedCell(app, .person("ben"), week2), before: .zero, after: Hours(8)),
                BookingChange(BookedCell(web, .person("ben"), week2), before: Hours(20), after: .zero),
            ])
        #expect(record.entry.note == "8 h more, 28 h less")
    }

    @Test func leavesThePastAlone() throws {
        let ledger = try emptyLedger()
        _ = try commit([(app, .person("ana"), week2, 20)], to: ledger)
        let next = week2.advanced(by: 1)
        _ = try commit(
            [(app, .person("ben"), week2, 20), (app, .person("ben"), next, 20)], to: ledger, today: next.monday)
        #expect(
            try ledger.committed().hours == hours([(app, .person("ana"), week2, 20), (app, .person("ben"), next, 20)]))
    }

    @Test func leavesTheProjectsOfOthersAlone() throws {
        let ledger = try emptyLedger()
        _ = try commit([(app, .person("ana"), week2, 20)], to: ledger)
        let other =
            "people: { ana: { cost: 50/h } }\nprojects: { borealis: { needs: { web: { hours: 20h/week, rate: 100/h } } } }\n"
        _ = try commit([(web, .person("ana"), week2, 5)], to: ledger, of: other)
        #expect(
            try ledger.committed().hours == hours([(app, .person("ana"), week2, 20), (web, .person("ana"), week2, 5)]))
    }

    @Test func isRefusedToWhoeverWasOvertaken() throws {
        let ledger = try emptyLedger()
        let before = try ledger.committed()
        _ = try commit([(app, .person("ana"), week2, 20)], to: ledger)
        let late = plan([(app, .person("ben"), week2, 20)])
        let booklet = Booklet(of: late, for: try firm(studio), from: monday)
        #expect {
            try ledger.commit(PlanToCommit(late, booklet), after: before, by: nina)
        } throws: { error in
            guard case .overtaken(let entry)? = error as? LedgerError else { return false }
            return entry.number == 2 && "\(error)".hasPrefix("nina was faster (event 2, commit Small)")
        }
        #expect(try ledger.log(most: 9).count == 2)
        #expect(try ledger.committed().hours == hours([(app, .person("ana"), week2, 20)]))
    }

    @Test func isSeenAsItWasAtEachEvent() throws {
        let ledger = try emptyLedger()
        _ = try commit([(app, .person("ana"), week2, 20)], to: ledger)
        _ = try commit([(app, .person("ben"), week2, 20)], to: ledger)
        #expect(try ledger.committed(asOf: 1) == Committed())
        #expect(try ledger.committed(asOf: 2).hours == hours([(app, .person("ana"), week2, 20)]))
        #expect(try ledger.committed(asOf: 2).event == 2)
        #expect(try ledger.committed().hours == hours([(app, .person("ben"), week2, 20)]))
    }
}

@Suite("Taking back")
struct UndoTests {
    @Test func bringsBackWhatWasBefore() throws {
        let ledger = try emptyLedger()
        _ = try commit([(app, .person("ana"), week2, 20)], to: ledger)
        let first = try ledger.committed().hours
        _ = try commit([(app, .person("ben"), week2, 15)], to: ledger)
        let undone = try ledger.undo(today: monday, by: nina)
        #expect(undone.undoes == 3)
        #expect(undone.entry.verb == "undo")
        #expect(undone.entry.subject == "event 3")
        #expect(undone.entry.note == "20 h more, 15 h less")
        #expect(try ledger.committed().hours == first)
        #expect(try ledger.commitRecord(of: 3)?.undoneBy == 4)
    }

    @Test func goesOnToTheOneBeforeAndEnds() throws {
        let ledger = try emptyLedger()
        _ = try commit([(app, .person("ana"), week2, 20)], to: ledger)
        _ = try commit([(app, .person("ben"), week2, 15)], to: ledger)
        #expect(try ledger.undo(today: monday, by: nina).undoes == 3)
        #expect(try ledger.undo(today: monday, by: nina).undoes == 2)
        #expect(try ledger.committed().hours == BookedTime())
        #expect(throws: LedgerError.refused("there is no commitment to take back")) {
            try ledger.undo(today: monday, by: nina)
        }
        _ = try commit([(app, .person("ana"), week2, 20)], to: ledger)
        #expect(try ledger.undo(today: monday, by: nina).undoes == 6)
    }

    /// Three commitments, the second of which was taken back before: the first stands again, by two events.
    @Test func goesBackToAnEvent() throws {
        let ledger = try emptyLedger()
        _ = try commit([(app, .person("ana"), week2, 20)], to: ledger)
        let first = try ledger.committed().hours
        _ = try commit([(app, .person("ben"), week2, 15)], to: ledger)
        _ = try ledger.undo(today: monday, by: nina)
        _ = try commit([(app, .person("ben"), week2, 10)], to: ledger)
        _ = try commit([(app, .person("ben"), week2, 12)], to: ledger)
        #expect(throws: LedgerError.refused("there is no event 9; `muster log` lists them")) {
            try ledger.undo(after: 9, today: monday, by: nina)
        }
        // Where one of them is past, none is taken back.
        #expect(throws: LedgerError.self) { try ledger.undo(after: 2, today: week2.sunday + 1, by: nina) }
        #expect(try ledger.log(most: 99).count == 6)
        #expect(try ledger.undo(after: 2, today: monday, by: nina).map(\.undoes) == [6, 5])
        #expect(try ledger.committed().hours == first)
        #expect(throws: LedgerError.refused("there is no commitment after event 2 to take back")) {
            try ledger.undo(after: 2, today: monday, by: nina)
        }
        #expect(try ledger.check() == [])
        #expect(try ledger.undo(after: 1, today: monday, by: nina).map(\.undoes) == [2])
        #expect(try ledger.committed().hours == BookedTime())
    }

    @Test func leavesWhatIsPast() throws {
        let ledger = try emptyLedger()
        _ = try commit([(app, .person("ana"), week2, 20)], to: ledger)
        #expect(
            throws: LedgerError.refused(
                "event 2 changed 2026-W02, which is past by now: what is past is not taken back; commit another plan for "
                    + "the weeks to come")
        ) { try ledger.undo(today: week2.sunday + 1, by: nina) }
        #expect(try ledger.log(most: 9).count == 2)
        _ = try ledger.undo(today: week2.sunday, by: nina)
    }

    @Test func startsGoWithTheirCommitment() throws {
        let ledger = try emptyLedger()
        let windowed = """
            people: { ana: { cost: 50/h } }
            projects:
              apollo:
                phases:
                  build: { start: 2026-01-05 .. 2026-01-12, length: 1 week }
                  test: { start: 2026-01-05 .. 2026-01-12, length: 1 week }
                needs:
                  app: { phase: build, hours: 20h/week, rate: 100/h }
                  check: { phase: test, hours: 20h/week, rate: 100/h }

            """
        func commit(_ day: Day) throws {
            var plan = plan([(app, .person("ana"), Week(of: day), 20)])
            plan.starts = [PhaseStart("apollo", "build", day), PhaseStart("apollo", "test", monday)]
            _ = try ledger.commit(
                PlanToCommit(plan, Booklet(of: plan, for: firm(windowed), from: monday)), after: ledger.committed(),
                by: nina)
        }
        try commit(monday)
        try commit(monday + 7)
        // Nothing is booked on the other phase, and so nobody is promised its start.
        #expect(try ledger.committed().starts == [PhaseStart("apollo", "build", monday + 7)])
        #expect(try ledger.committed(asOf: 2).starts == [PhaseStart("apollo", "build", monday)])
        _ = try ledger.undo(today: monday, by: nina)
        #expect(try ledger.committed().starts == [PhaseStart("apollo", "build", monday)])
    }

    @Test func nothingIsBookedBelowZero() throws {
        let ledger = try emptyLedger()
        _ = try commit([(app, .person("ana"), week2, 20)], to: ledger)
        #expect(throws: LedgerError.refused("nobody can be booked for less than no time")) {
            try ledger.write("tamper", by: nina, subject: "") { db, event in
                try db.execute(
                    sql: "INSERT INTO plan_commit VALUES (?, 'x', 'd', 'optimal', NULL)", arguments: [event])
                try db.execute(
                    sql: """
                        INSERT INTO booking_entry (event, project, line, person, pool, week, seconds)
                        VALUES (?, 'apollo', 'app', 'ana', NULL, '2026-01-05', -72001)
                        """, arguments: [event])
            }
        }
    }
}
