// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB
public import Staffing

extension Ledger {
    /// All facts that money is worked out from, or those that are asked for, at one moment.
    public func accounts(
        of firm: Firm, _ books: Books, _ asked: FactsAsked = .all
    ) throws(LedgerError) -> Accounts {
        try read { try accounts($0, firm, books, asked) }
    }

    func accounts(_ db: Database, _ firm: Firm, _ books: Books, _ asked: FactsAsked = .all) throws -> Accounts {
        Accounts(
            firm: firm, books: books, time: try approvedTime(db, where: asked.time.condition),
            expenses: try expenses(db, where: "state = 'approved'"), milestones: try milestones(db),
            progress: try progress(db), booked: try bookedWork(db),
            invoices: try invoices(db, sources: asked.invoicedTime ? "1" : "kind <> 'time'"),
            payments: try payments(db), writeOffs: try writeOffs(db),
            recognitions: try recognitions(db), closed: try closedMonth(db), rates: try exchangeRates(db))
    }

    /// Approved entries in the order of their numbers, without their notes, which no amount depends on.
    /// - Parameter condition: SQL over the columns of `time_entry`, which leaves the approved ones.
    private func approvedTime(_ db: Database, where condition: String) throws -> [TimeEntry] {
        var names = Names()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, person, project, line, day, month, seconds, billable, reverses FROM time_entry
                WHERE \(condition) ORDER BY id
                """)
        var result: [TimeEntry] = []
        while let row = try rows.next() {
            result.append(try entry(row, &names))
        }
        return result
    }

    /// Entries in the order of their numbers.
    /// - Parameter condition: SQL over the columns of `time_entry`.
    func time(_ db: Database, where condition: String, _ arguments: StatementArguments = []) throws -> [TimeEntry] {
        var names = Names()
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT id, person, project, line, day, month, seconds, billable, reverses, note, state FROM time_entry
                    WHERE \(condition) ORDER BY id
                    """), arguments: arguments)
        var result: [TimeEntry] = []
        while let row = try rows.next() {
            var found = try entry(row, &names)
            found.note = row[9]
            found.state = try state(row[10])
            result.append(found)
        }
        return result
    }

    /// An approved entry without its note, from a row that begins with its number, person, project, line, day, month,
    /// seconds, whether it is billable, and what it takes back.
    private func entry(_ row: Row, _ names: inout Names) throws -> TimeEntry {
        TimeEntry(
            number: EntryNumber(row[0]), person: Identifier(row[1]), project: Identifier(row[2]),
            line: (row[3] as String?).map { Identifier($0) }, day: try names.day(row[4]),
            month: try names.month(row[5]), hours: Hours(seconds: row[6]), billable: row[7],
            reverses: (row[8] as Int?).map { EntryNumber($0) })
    }

    /// Expenses in the order of their numbers.
    func expenses(_ db: Database, where condition: String, _ arguments: StatementArguments = []) throws -> [Expense] {
        var names = Names()
        return try Row.fetchAll(
            db,
            sql: """
                SELECT id, project, person, supplier, category, day, month, cost, currency, tax, mark_up, billable,
                    receipt, note, state, reverses
                FROM expense WHERE \(condition) ORDER BY id
                """, arguments: arguments
        ).map { row in
            Expense(
                number: EntryNumber(row[0]), project: Identifier(row[1]),
                person: (row[2] as String?).map { Identifier($0) }, supplier: row[3], category: row[4],
                day: try names.day(row[5]), month: try names.month(row[6]), cost: Money(minorUnits: row[7]),
                currency: try currency(row[8]), tax: Money(minorUnits: row[9]),
                markUp: (row[10] as Int?).map { Share(millionths: $0) }, billable: row[11], receipt: row[12],
                note: row[13], state: try state(row[14]), reverses: (row[15] as Int?).map { EntryNumber($0) })
        }
    }

    private func milestones(_ db: Database) throws -> [MilestoneReached] {
        var names = Names()
        return try Row.fetchAll(db, sql: "SELECT contract, part, name, day FROM milestone_reached ORDER BY id").map {
            MilestoneReached(
                contract: Identifier($0[0]), part: Identifier($0[1]), name: $0[2], day: try names.day($0[3]))
        }
    }

    private func progress(_ db: Database) throws -> [Progress] {
        var names = Names()
        return try Row.fetchAll(db, sql: "SELECT project, phase, day, done FROM progress ORDER BY id").map {
            Progress(
                project: Identifier($0[0]), phase: ($0[1] as String?).map { Identifier($0) },
                day: try names.day($0[2]), done: Share(millionths: $0[3]))
        }
    }

    /// What is booked and has not been taken back, in the order of projects, lines, people and weeks.
    func bookedWork(_ db: Database) throws -> [BookedWork] {
        var names = Names()
        return try Row.fetchAll(
            db,
            sql: """
                SELECT project, line, person, pool, week, sum(seconds) FROM booking_entry
                GROUP BY project, line, person, pool, week HAVING sum(seconds) > 0
                ORDER BY project, line, person, pool, week
                """
        ).map { row in
            let person: BookedWork.Whose? = (row[2] as String?).map { .person(Identifier($0)) }
            return BookedWork(
                person ?? .pool(Identifier(row[3])), on: LineID(Identifier(row[0]), Identifier(row[1])),
                in: Week(of: try names.day(row[4])), Hours(seconds: row[5]))
        }
    }

    func recognitions(_ db: Database) throws -> [Recognition] {
        var names = Names()
        return try Row.fetchAll(
            db,
            sql: "SELECT id, contract, part, project, month, kind, amount, home FROM recognition ORDER BY id"
        ).map { row in
            guard let kind = Recognition.Kind(rawValue: row[5]) else { throw LedgerError.damaged("recognition \(row)") }
            return Recognition(
                number: EntryNumber(row[0]), contract: Identifier(row[1]), part: Identifier(row[2]),
                project: (row[3] as String?).map { Identifier($0) }, month: try names.month(row[4]), kind: kind,
                amount: Money(minorUnits: row[6]), home: Money(minorUnits: row[7]))
        }
    }

    func closedMonth(_ db: Database) throws -> Month? {
        guard let text = try String.fetchOne(db, sql: "SELECT max(month) FROM closed_month") else { return nil }
        var names = Names()
        return try names.month(text)
    }

    func exchangeRates(_ db: Database) throws -> [ExchangeRate] {
        var names = Names()
        return try Row.fetchAll(db, sql: "SELECT currency, day, billionths FROM exchange_rate ORDER BY currency, day")
            .map { ExchangeRate(currency: try currency($0[0]), day: try names.day($0[1]), billionths: $0[2]) }
    }

    func currency(_ code: String) throws -> Currency {
        guard let currency = Currency(code) else { throw LedgerError.damaged("\(code) is no currency") }
        return currency
    }

    private func state(_ text: String) throws -> EntryState {
        guard let state = EntryState(rawValue: text) else { throw LedgerError.damaged("\(text) is no state") }
        return state
    }
}

/// Days and months by their texts: a ledger names few of them many times.
struct Names {
    private var days: [String: Day] = [:]
    private var months: [String: Month] = [:]
    /// The one before: most rows are of the same.
    private var lastDay: (text: String, day: Day)?
    private var lastMonth: (text: String, month: Month)?

    mutating func day(_ text: String) throws -> Day {
        if let lastDay, lastDay.text == text { return lastDay.day }
        guard let day = days[text] ?? Day(text) else { throw LedgerError.damaged("\(text) is no day") }
        days[text] = day
        lastDay = (text, day)
        return day
    }

    mutating func month(_ text: String) throws -> Month {
        if let lastMonth, lastMonth.text == text { return lastMonth.month }
        guard let month = months[text] ?? Month(text) else { throw LedgerError.damaged("\(text) is no month") }
        months[text] = month
        lastMonth = (text, month)
        return month
    }
}
