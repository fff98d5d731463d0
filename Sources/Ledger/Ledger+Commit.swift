// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB
public import Staffing

/// A plan on its way into the ledger.
public struct PlanToCommit: Sendable {
    public let scenario: String
    public let digest: String
    public let status: String
    public let booklet: Booklet
    public let accepted: [CommitRecord.Accepted]

    public init(_ plan: Plan, _ booklet: Booklet, accepted: [CommitRecord.Accepted] = []) {
        scenario = plan.scenario
        digest = plan.digest
        status = plan.certificate.status.rawValue
        self.booklet = booklet
        self.accepted = accepted
    }
}

extension Ledger {
    /// Books what a plan says and is not booked yet, and takes back what it no longer says: one transaction.
    ///
    /// - Parameter before: what the plan was checked against.
    /// - Returns: the commitment; nil where everything stands as the plan has it, and nothing was written.
    /// - Throws: ``LedgerError/overtaken(by:)`` where something else was committed since.
    public func commit(_ plan: PlanToCommit, after before: Committed, by actor: Actor) throws(LedgerError)
        -> CommitRecord?
    {
        let changes = before.hours.changes(to: plan.booklet.applied(to: before.hours))
        guard !changes.isEmpty else {
            let latest = try read { db in try Ledger.latestCommit(db) }
            guard latest == before.event else { throw .overtaken(by: try entry(latest)) }
            return nil
        }
        let event = try write("commit", by: actor, subject: plan.scenario, note: note(on: changes)) { db, event in
            try Ledger.expect(db, before.event)
            try db.execute(
                sql: "INSERT INTO plan_commit VALUES (?, ?, ?, ?, NULL)",
                arguments: [event, plan.scenario, plan.digest, plan.status])
            try Ledger.insert(db, event, changes)
            for start in plan.booklet.starts {
                try db.execute(
                    sql: "INSERT INTO plan_start VALUES (?, ?, ?, ?)",
                    arguments: [event, start.project.text, start.phase.text, start.day.description])
            }
            for accepted in plan.accepted {
                try db.execute(
                    sql: "INSERT INTO despite VALUES (?, ?, ?)", arguments: [event, accepted.alert, accepted.reason])
            }
            return Int(event)
        }
        return try commitRecord(of: event)
    }

    /// Takes back the latest commitment that stands, by opposite entries: after it everything is as before that one.
    ///
    /// - Parameter today: what was booked in weeks before its own is a fact.
    /// - Throws: ``LedgerError/refused(_:)`` where there is nothing to take back, or part of it is past.
    public func undo(today: Day, by actor: Actor) throws(LedgerError) -> CommitRecord {
        let (latest, standing) = try standing(after: 0)
        guard let last = standing.first else { throw .refused("there is no commitment to take back") }
        return try takeBack([last], latest, today, by: actor)[0]
    }

    /// Takes back all commitments that stand and came after an event, the latest first: all of them or none.
    ///
    /// - Throws: ``LedgerError/refused(_:)`` where there is no such event or nothing to take back, or part of it is past.
    public func undo(after event: Int, today: Day, by actor: Actor) throws(LedgerError) -> [CommitRecord] {
        guard try logEntry(event) != nil else {
            throw .refused("there is no event \(event); `muster log` lists them")
        }
        let (latest, standing) = try standing(after: event)
        guard !standing.isEmpty else {
            throw .refused("there is no commitment after event \(event) to take back")
        }
        return try takeBack(standing, latest, today, by: actor)
    }

    /// The latest event that changed what is committed, and the commitments after an event that stand, the latest first.
    private func standing(after event: Int) throws(LedgerError) -> (latest: Int, standing: [Int]) {
        try read { db in
            (
                try Ledger.latestCommit(db),
                try Int.fetchAll(
                    db,
                    sql: """
                        SELECT event FROM plan_commit WHERE undoes IS NULL AND event > ?
                            AND NOT EXISTS (SELECT 1 FROM plan_commit other WHERE other.undoes = plan_commit.event)
                        ORDER BY event DESC
                        """, arguments: [event])
            )
        }
    }

    private func takeBack(
        _ standing: [Int], _ latest: Int, _ today: Day, by actor: Actor
    ) throws(LedgerError) -> [CommitRecord] {
        var records: [CommitRecord] = []
        for event in standing {
            guard let record = try commitRecord(of: event) else { throw .damaged("event \(event) is gone") }
            if let past = record.changes.map(\.cell.week).min(), past < Week(of: today) {
                throw .refused(
                    "event \(event) changed \(past), which is past by now: what is past is not taken back; commit another "
                        + "plan for the weeks to come")
            }
            records.append(record)
        }
        let events = try writeAll { db in
            try Ledger.expect(db, latest)
            return try records.map { record in
                let changes = record.changes.map { BookingChange($0.cell, before: $0.after, after: $0.before) }
                let event = try Ledger.event(
                    db, "undo", by: actor, subject: "event \(record.entry.number)", note: note(on: changes))
                try db.execute(
                    sql: "INSERT INTO plan_commit VALUES (?, ?, ?, ?, ?)",
                    arguments: [event, record.scenario, record.digest, record.status, record.entry.number])
                try Ledger.insert(db, event, changes)
                return Int(event)
            }
        }
        var undone: [CommitRecord] = []
        for event in events {
            guard let record = try commitRecord(of: event) else { throw .damaged("event \(event) is gone") }
            undone.append(record)
        }
        return undone
    }

    private func entry(_ event: Int) throws(LedgerError) -> LogEntry {
        guard let entry = try read({ db in try Ledger.entry(db, event) }) else {
            throw .damaged("event \(event) is missing")
        }
        return entry
    }

    /// That nothing was committed since.
    private static func expect(_ db: Database, _ event: Int) throws {
        let latest = try latestCommit(db)
        guard latest != event else { return }
        guard let entry = try entry(db, latest) else { throw LedgerError.damaged("event \(latest) is missing") }
        throw LedgerError.overtaken(by: entry)
    }

    private static func insert(_ db: Database, _ event: Int64, _ changes: [BookingChange]) throws {
        let statement = try db.makeStatement(
            sql: """
                INSERT INTO booking_entry (event, project, line, person, pool, week, seconds)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        for change in changes {
            var person: String?
            var pool: String?
            switch change.cell.worker {
            case .person(let id): person = id.text
            case .pool(let id): pool = id.text
            }
            try statement.execute(arguments: [
                event, change.cell.line.project.text, change.cell.line.line.text, person, pool,
                change.cell.week.monday.description, change.difference.seconds,
            ])
        }
    }

    /// How many hours more and less.
    private func note(on changes: [BookingChange]) -> String {
        let more = changes.reduce(0) { $0 + max(0, $1.difference.seconds) }
        let less = changes.reduce(0) { $0 + max(0, -$1.difference.seconds) }
        return [(more, "more"), (less, "less")].filter { $0.0 > 0 }
            .map { "\(hours($0)) h \($1)" }.joined(separator: ", ")
    }

    /// To the nearest tenth.
    private func hours(_ seconds: Int) -> String {
        let tenths = (seconds + 180) / 360
        return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)")
    }
}
