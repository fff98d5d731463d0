// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
internal import GRDB
import Staffing

/// Something in a ledger that does not hold.
public struct LedgerFault: Sendable, Equatable, CustomStringConvertible {
    /// What should hold.
    public let rule: String
    /// Where it does not.
    public let place: String

    public init(_ rule: String, at place: String) {
        self.rule = rule
        self.place = place
    }

    public var description: String { "\(place): \(rule)" }
}

extension Ledger {
    /// Goes through all of it: the file's pages and indices, what refers to what, the rules that the file itself enforces,
    /// and every sum, added up anew. In one consistent look, while others write.
    /// - Returns: nothing where all is well.
    public func check() throws(LedgerError) -> [LedgerFault] {
        try read { db in
            let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
            guard pages.isEmpty else { return pages.map { LedgerFault("the file is damaged", at: $0) } }
            let references = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
                LedgerFault(
                    "what is referred to exists", at: "\(row[0] as String) \((row[1] as Int64?).map { "\($0)" } ?? "?")"
                )
            }
            let rules = try LedgerRule.all.flatMap { rule in
                try String.fetchAll(db, sql: rule.broken).map { LedgerFault(rule.words, at: $0) }
            }
            return try references + Ledger.changedRules(db) + rules + taxes(db) + Ledger.brokenSeals(db)
        }
    }

    /// Tables, triggers and indices are those that this version makes.
    private static func changedRules(_ db: Database) throws -> [LedgerFault] {
        func rules(_ db: Database) throws -> [String: String] {
            let rows = try Row.fetchAll(
                db, sql: "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
            return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
        }
        let fresh = try DatabaseQueue()
        try Schema.migrations.migrate(fresh)
        let (found, meant) = (try rules(db), try fresh.read(rules))
        return Set(found.keys).union(meant.keys).sorted().filter { found[$0] != meant[$0] }.map {
            LedgerFault("the file's own rules are those of this version", at: $0)
        }
    }

    /// Taxes by category and rate, each rounded once, from the lines.
    private func taxes(_ db: Database) throws -> [LedgerFault] {
        var lines: [Int64: [(Tax, Money)]] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT invoice, tax_category, tax_rate, amount FROM invoice_line ORDER BY invoice, position")
        while let row = try rows.next() {
            guard let category = Tax.Category(rawValue: row[1]) else {
                return [LedgerFault("taxes have a known category", at: "\(row[1] as String)")]
            }
            lines[row[0], default: []].append((Tax(category, Share(millionths: row[2])), Money(minorUnits: row[3])))
        }
        return try Row.fetchAll(
            db, sql: "SELECT id, series || '-' || year || '-' || number, tax FROM invoice ORDER BY id"
        )
        .compactMap { row in
            let groups = Dictionary(grouping: lines[row[0]] ?? [], by: \.0)
            let tax = groups.reduce(Money.zero) { sum, group in
                sum + group.key.amount(on: group.value.reduce(.zero) { $0 + $1.1 })
            }
            return tax == Money(minorUnits: row[2])
                ? nil : LedgerFault("tax is worked out on the lines of its rate", at: row[1])
        }
    }
}
