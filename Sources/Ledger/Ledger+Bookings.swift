// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB
public import Staffing

extension Ledger {
    /// What is committed now, or was once an event had happened.
    public func committed(asOf event: Int? = nil) throws(LedgerError) -> Committed {
        try read { db in try Ledger.committed(db, asOf: event ?? .max) }
    }

    /// The events that changed what is committed, the latest first.
    public func commitEvents() throws(LedgerError) -> [LogEntry] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, at, who, verb, subject, note FROM event WHERE id IN (SELECT event FROM plan_commit)
                    ORDER BY id DESC
                    """
            ).map(LogEntry.init)
        }
    }

    /// The commitment of an event, or nil where it was none.
    public func commitRecord(of event: Int) throws(LedgerError) -> CommitRecord? {
        try read { db in
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT scenario, digest, status, undoes,
                            (SELECT event FROM plan_commit other WHERE other.undoes = plan_commit.event)
                        FROM plan_commit WHERE event = ?
                        """, arguments: [event]),
                let entry = try Ledger.entry(db, event)
            else { return nil }
            let accepted = try Row.fetchAll(
                db, sql: "SELECT alert, reason FROM despite WHERE event = ? ORDER BY alert", arguments: [event]
            ).map { CommitRecord.Accepted($0[0], reason: $0[1]) }
            return CommitRecord(
                entry: entry, scenario: row[0], digest: row[1], status: row[2], undoes: row[3], undoneBy: row[4],
                accepted: accepted, changes: try Ledger.changes(db, by: event))
        }
    }

    static func entry(_ db: Database, _ event: Int) throws -> LogEntry? {
        try Row.fetchOne(
            db, sql: "SELECT id, at, who, verb, subject, note FROM event WHERE id = ?", arguments: [event]
        ).map(LogEntry.init)
    }

    static func latestCommit(_ db: Database, asOf event: Int = .max) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT max(event) FROM plan_commit WHERE event <= ?", arguments: [event]) ?? 0
    }

    static func committed(_ db: Database, asOf event: Int) throws -> Committed {
        var hours = BookedTime()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT project, line, person, pool, week, sum(seconds) FROM booking_entry WHERE event <= ?
                GROUP BY project, line, person, pool, week
                """, arguments: [event])
        while let row = try rows.next() { hours.add(Hours(seconds: row[5]), at: try BookedCell(row)) }
        return Committed(
            event: try latestCommit(db, asOf: event), hours: hours, starts: try starts(db, asOf: event))
    }

    /// Of each phase as the latest commitment has it that was not taken back.
    private static func starts(_ db: Database, asOf event: Int) throws -> [PhaseStart] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT project, phase, day FROM plan_start WHERE event = (
                    SELECT max(event) FROM plan_start other
                    WHERE other.project = plan_start.project AND other.phase = plan_start.phase AND other.event <= ?1
                        AND NOT EXISTS (SELECT 1 FROM plan_commit WHERE undoes = other.event AND event <= ?1))
                ORDER BY project, phase
                """, arguments: [event]
        ).map { row in
            let day = try Day(stored: row[2])
            return PhaseStart(Identifier(row[0] as String), Identifier(row[1] as String), day)
        }
    }

    private static func changes(_ db: Database, by event: Int) throws -> [BookingChange] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT project, line, person, pool, week, seconds, coalesce((
                    SELECT sum(seconds) FROM booking_entry other WHERE other.project = entry.project
                        AND other.line = entry.line AND other.person IS entry.person AND other.pool IS entry.pool
                        AND other.week = entry.week AND other.event < entry.event), 0)
                FROM booking_entry entry WHERE event = ?
                """, arguments: [event]
        ).map { row in
            let before = Hours(seconds: row[6])
            return BookingChange(try BookedCell(row), before: before, after: before + Hours(seconds: row[5]))
        }.sorted { $0.cell < $1.cell }
    }
}

extension BookedCell {
    /// From columns project, line, person, pool, week.
    fileprivate init(_ row: Row) throws {
        let person: String? = row[2]
        let pool: String? = row[3]
        guard let worker = person.map({ Worker.person(Identifier($0)) }) ?? pool.map({ .pool(Identifier($0)) }) else {
            throw LedgerError.damaged("a booking is nobody's")
        }
        self.init(
            LineID(Identifier(row[0] as String), Identifier(row[1] as String)), worker,
            Week(of: try Day(stored: row[4])))
    }
}

extension Day {
    init(stored text: String) throws {
        guard let day = Day(text) else { throw LedgerError.damaged("'\(text)' is no day") }
        self = day
    }
}
