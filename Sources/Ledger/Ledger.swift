// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import GRDB
public import Staffing

/// What a firm has promised, worked, invoiced and earned: one SQLite file, without a server.
///
/// Every change is one transaction and one event of the log. Several processes may read and write at once: who comes
/// second waits up to five seconds, then is told so.
///
/// ```swift
/// let ledger = try Ledger.create(at: "farol.ledger", firm: "Farol", currency: eur, by: actor)
/// ```
public struct Ledger: Sendable {
    let database: any DatabaseWriter
    /// In which what is not foreign is counted.
    public let currency: Currency
    public let firm: String

    /// Who does something, and when.
    public struct Actor: Sendable {
        public let name: String
        /// In UTC, as `2026-03-31T17:05:00Z`.
        public let time: String

        public init(name: String, time: String) {
            self.name = name
            self.time = time
        }
    }

    /// Makes a new ledger: under another name first, so that there is a whole one or none, whenever the process ends.
    /// - Throws: ``LedgerError/exists(_:)`` where there is a file already; what else a disk may refuse.
    public static func create(at path: String, firm: String, currency: Currency, by actor: Actor) throws(LedgerError)
        -> Ledger
    {
        guard !FileManager.default.fileExists(atPath: path) else { throw .exists(path) }
        try LedgerError.translating(path) {
            try writing(beside: path) { temporary in
                let database = try DatabaseQueue(path: temporary, configuration: configuration())
                _ = try new(database, firm, currency, by: actor)
                try database.close()
                try place(temporary, at: path)
            }
        }
        return try open(at: path)
    }

    /// A ledger that lives as long as the program.
    public static func inMemory(firm: String, currency: Currency, by actor: Actor) throws(LedgerError) -> Ledger {
        try LedgerError.translating(":memory:") {
            try new(DatabaseQueue(configuration: configuration()), firm, currency, by: actor)
        }
    }

    private static func new(
        _ database: any DatabaseWriter, _ firm: String, _ currency: Currency, by actor: Actor
    ) throws -> Ledger {
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
        try Schema.migrations.migrate(database)
        let ledger = Ledger(database: database, currency: currency, firm: firm)
        _ = try ledger.write("init", by: actor, subject: firm) { db, _ in
            try db.execute(sql: "INSERT INTO firm VALUES (1, ?, ?)", arguments: [firm, currency.code])
        }
        return ledger
    }

    /// Opens a ledger, and brings an older one up to date.
    /// - Throws: ``LedgerError/missing(_:)``, ``LedgerError/notALedger(_:)``, ``LedgerError/newer(_:)``, or what the disk
    ///   refuses.
    public static func open(at path: String) throws(LedgerError) -> Ledger {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
        if isOther(path) { throw .notALedger(path) }
        return try LedgerError.translating(path) {
            let database = try DatabasePool(path: path, configuration: configuration())
            guard try database.read({ try Int.fetchOne($0, sql: "PRAGMA application_id") }) == Schema.applicationID
            else { throw LedgerError.notALedger(path) }
            if try database.read(Schema.migrations.hasBeenSuperseded) { throw LedgerError.newer(path) }
            if try !database.read(Schema.migrations.hasCompletedMigrations) { try Schema.migrations.migrate(database) }
            guard let row = try database.read({ try Row.fetchOne($0, sql: "SELECT name, currency FROM firm") }),
                let currency = Currency(row[1])
            else { throw LedgerError.notALedger(path) }
            return Ledger(database: database, currency: currency, firm: row[0])
        }
    }

    /// Whether a file is none of ours by its first bytes, so that it is not opened, which would change it. What cannot be
    /// read is left to those who open it.
    static func isOther(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path), let header = try? file.read(upToCount: 72) else {
            return FileManager.default.contents(atPath: path)?.isEmpty ?? false
        }
        let id = header.dropFirst(68).reduce(0) { $0 << 8 | Int($1) }
        return !header.starts(with: "SQLite format 3\0".utf8) || id != Schema.applicationID
    }

    static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        // What was acknowledged is on the disk.
        // What a statement would need to be taken back alone is kept in memory: on the disk, each insert would write a file.
        configuration.prepareDatabase {
            try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY")
        }
        return configuration
    }
}

extension Ledger {
    /// Does all of it, or nothing: one transaction that nobody else's comes between, and one event of the log.
    ///
    /// - Parameter body: is given the number of the event.
    func write<Result>(
        _ verb: String, by actor: Actor, subject: String, note: String = "",
        _ body: (Database, Int64) throws -> Result
    ) throws(LedgerError) -> Result {
        try writeAll { db in try body(db, Ledger.event(db, verb, by: actor, subject: subject, note: note)) }
    }

    /// Does all of it, or nothing, and logs what it does itself.
    func writeAll<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
        try LedgerError.translating(nil) {
            try database.writeWithoutTransaction { db in
                var result: Result?
                try db.inTransaction(.immediate) {
                    result = try body(db)
                    return .commit
                }
                guard let result else { preconditionFailure("a transaction that committed has a result") }
                return result
            }
        }
    }

    /// Logs an event.
    /// - Returns: its number.
    static func event(
        _ db: Database, _ verb: String, by actor: Actor, subject: String, note: String = ""
    ) throws -> Int64 {
        try db.execute(
            sql: "INSERT INTO event (at, who, verb, subject, note) VALUES (?, ?, ?, ?, ?)",
            arguments: [actor.time, actor.name, verb, subject, note])
        return db.lastInsertedRowID
    }

    /// One consistent look at everything.
    func read<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
        try LedgerError.translating(nil) { try database.read(body) }
    }
}
