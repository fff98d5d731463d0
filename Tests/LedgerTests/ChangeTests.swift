// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import GRDB
import SmallFirms
import Staffing
import Testing

@testable import Ledger

private let eur = Currency("EUR")!

private func day(_ text: String) -> Day { Day(text)! }

private func entry(_ person: String, _ date: String, _ hours: Int, number: Int = 0) -> TimeEntry {
    TimeEntry(
        number: EntryNumber(number), person: Identifier(person), project: "apollo", line: nil, day: day(date),
        hours: Hours(hours), state: .submitted)
}

private func numbers(_ all: Int...) -> EntryFilter {
    var filter = EntryFilter()
    filter.numbers = all
    return filter
}

extension Ledger {
    fileprivate func move(_ number: Int, to state: EntryState) throws {
        let before: [EntryState] = state == .submitted ? [.draft, .rejected] : [.submitted]
        _ = try move(.time, numbers(number), from: before, to: state, by: nina)
    }

    fileprivate func change(_ entry: TimeEntry, submit: Bool = false) throws {
        try change(entry, submit: submit, note: "was", by: nina)
    }
}

private func refusal(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch LedgerError.refused(let why) {
        return why
    } catch {
        return "\(error)"
    }
}

@Suite("Changing entries")
struct ChangeTests {
    @Test func rejectedOnesAreChangedAndSubmittedAgain() throws {
        let ledger = try emptyLedger()
        _ = try ledger.add([(entry("ana", "2026-01-05", 8), nil)], by: nina)
        try ledger.move(1, to: .rejected)
        var right = entry("ben", "2026-01-06", 6, number: 1)
        right.note = "half a day"
        try ledger.change(right)
        right.state = .rejected
        #expect(try ledger.time(numbers(1)) == [right])
        try ledger.change(right, submit: true)
        right.state = .submitted
        #expect(try ledger.time(numbers(1)) == [right])
        let log = try ledger.log(most: 1)
        #expect(log.map(\.verb) == ["change"] && log.map(\.subject) == ["time 1"] && log.map(\.note) == ["was"])
        #expect(try ledger.check() == [])
    }

    @Test func draftsStayDrafts() throws {
        let ledger = try emptyLedger()
        var draft = entry("ana", "2026-01-05", 8)
        draft.state = .draft
        _ = try ledger.add([(draft, nil)], by: nina)
        try ledger.change(entry("ana", "2026-01-05", 7, number: 1))
        #expect(try ledger.time(numbers(1)).map(\.hours) == [Hours(7)])
        #expect(try ledger.time(numbers(1)).map(\.state) == [.draft])
    }

    @Test func whatSomebodyLooksAtOrApprovedStays() throws {
        let ledger = try emptyLedger()
        _ = try ledger.add([(entry("ana", "2026-01-05", 8), nil)], by: nina)
        let other = entry("ana", "2026-01-05", 7, number: 1)
        #expect(
            refusal { try ledger.change(other) } == "time 1 is submitted: it can be changed once it is rejected")
        try ledger.move(1, to: .approved)
        #expect(
            refusal { try ledger.change(other) } == "time 1 is approved: `muster time correct` takes it back")
        #expect(
            refusal { try ledger.change(entry("ana", "2026-01-05", 7, number: 2)) } == "there is no time entry 2")
        // Nor does the file itself let anybody.
        #expect(
            refusal {
                try ledger.write("tamper", by: nina, subject: "") { db, _ in
                    try db.execute(sql: "UPDATE time_entry SET seconds = 1")
                }
            } == "what is submitted is not changed: it is rejected, or taken back")
    }

    @Test func whatTakesAnotherBackIsSubmittedAsItIs() throws {
        let ledger = try emptyLedger()
        _ = try ledger.add([(entry("ana", "2026-01-05", 8), nil)], by: nina)
        try ledger.move(1, to: .approved)
        _ = try ledger.correct(EntryNumber<TimeEntry>(1), with: nil, month: nil, reason: "twice", by: nina)
        try ledger.move(2, to: .rejected)
        #expect(
            refusal { try ledger.change(entry("ana", "2026-01-05", 7, number: 2)) }
                == "time 2 takes 1 back, as a whole or not at all: `muster time submit 2` submits it again as it is")
        #expect(
            refusal {
                try ledger.write("tamper", by: nina, subject: "") { db, _ in
                    try db.execute(sql: "UPDATE time_entry SET seconds = -1 WHERE id = 2")
                }
            } == "an entry is taken back as a whole")
        try ledger.move(2, to: .submitted)
    }

    /// 20 h, and 5 of them rejected: 4 fit into the day, and 5 do not.
    @Test func aDayHasNoMoreThanItsHours() throws {
        let ledger = try emptyLedger()
        _ = try ledger.add([(entry("ana", "2026-01-05", 15), nil), (entry("ana", "2026-01-05", 5), nil)], by: nina)
        try ledger.move(2, to: .rejected)
        _ = try ledger.add([(entry("ana", "2026-01-05", 5), nil)], by: nina)
        let tooMuch = "a day of somebody would have more than 24 hours"
        #expect(refusal { try ledger.move(2, to: .submitted) } == tooMuch)
        #expect(refusal { try ledger.change(entry("ana", "2026-01-05", 5, number: 2), submit: true) } == tooMuch)
        try ledger.change(entry("ana", "2026-01-05", 4, number: 2), submit: true)
        #expect(try ledger.time(numbers(2)).map(\.state) == [.submitted])
    }

    /// What is rejected when its month is closed goes on to the next, where it can be changed and approved; it keeps the
    /// month from being closed by nothing.
    @Test func rejectedOnesOutliveTheirMonth() throws {
        let ledger = try emptyLedger()
        _ = try ledger.add([(entry("ana", "2026-01-05", 8), nil), (entry("ana", "2026-01-06", 8), nil)], by: nina)
        try ledger.move(1, to: .approved)
        let firm = try SmallFirms.firm("people: { ana: { cost: 60/h } }")
        let books = Books(seller: Seller(name: "Farol"), contracts: [])
        func close(_ month: String) throws -> Int {
            try ledger.close(#require(Month(month)), firm: firm, books: books, carryOver: false, by: nina).carried
        }
        #expect(
            refusal { _ = try close("2026-01") } == "1 of the month's time entries are not approved: approve or reject "
                + "them, or let them count in 2026-02 (--carry-over)")
        try ledger.move(2, to: .rejected)
        #expect(try close("2026-01") == 0)
        #expect(try ledger.time(numbers(2)).map(\.month) == [Month("2026-02")])
        var right = entry("ana", "2026-01-06", 6, number: 2)
        #expect(refusal { try ledger.change(right, submit: true) } == "its month is closed")
        right.month = try #require(Month("2026-02"))
        try ledger.change(right, submit: true)
        try ledger.move(2, to: .approved)
        #expect(try ledger.check() == [])
    }

    @Test func expensesAreChangedLikewise() throws {
        let ledger = try emptyLedger()
        var train = Expense(
            number: EntryNumber(0), project: "apollo", person: "ana", category: "Train", day: day("2026-01-05"),
            cost: Money(minorUnits: 8450), currency: eur, state: .submitted)
        _ = try ledger.add([(train, nil)], by: nina)
        _ = try ledger.move(.expense, numbers(1), from: [.submitted], to: .rejected, by: nina)
        train.number = EntryNumber(1)
        train.cost = Money(minorUnits: 4850)
        train.receipt = "R-12"
        try ledger.change(train, submit: true, note: "was", by: nina)
        #expect(try ledger.expenses(numbers(1)) == [train])
        _ = try ledger.move(.expense, numbers(1), from: [.submitted], to: .approved, by: nina)
        #expect(
            refusal { try ledger.change(train, submit: true, note: "", by: nina) }
                == "expense 1 is approved: `muster expense correct` takes it back")
    }
}
