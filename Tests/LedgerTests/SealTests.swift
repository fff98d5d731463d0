// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import Foundation
import GRDB
import SmallFirms
import Staffing
import Testing

@testable import Ledger

/// A ledger whose January is closed, with one row in each of the tables that count by months.
private func closedLedger() throws -> Ledger {
    let ledger = try emptyLedger()
    try ledger.write("fill", by: nina, subject: "") { db, _ in
        try db.execute(
            sql: """
                INSERT INTO time_entry (event, person, project, day, month, seconds, billable, note, state)
                    VALUES (2, 'ana', 'apollo', '2026-01-05', '2026-01', 3600, 1, 'Ana''s', 'submitted');
                INSERT INTO expense (event, project, supplier, category, day, month, cost, currency, tax, billable, receipt,
                        note, state)
                    VALUES (2, 'apollo', 'Rail', 'Train', '2026-01-06', '2026-01', 900, 'EUR', 0, 1, '', '', 'submitted');
                UPDATE time_entry SET state = 'approved';
                UPDATE expense SET state = 'approved';
                INSERT INTO milestone_reached (event, contract, part, name, day, month)
                    VALUES (2, 'k', 'p', 'Beta', '2026-01-07', '2026-01');
                INSERT INTO invoice VALUES (1, 2, 'F', 2026, 1, 'c', 'k', 'EUR', '2026-01-20', '2026-02-20', '2026-01', NULL,
                    NULL, '', 1000, 0, 1000);
                INSERT INTO invoice_line VALUES (1, 1, NULL, NULL, 'work', 'pieces', 1, 1000, 0, 1000, 'O', 0);
                INSERT INTO invoice_source (invoice, position, kind, contract, part, occasion, amount)
                    VALUES (1, 1, 'milestone', 'k', 'p', 'Beta', 1000);
                INSERT INTO payment VALUES (1, 2, 'c', '2026-01-25', '2026-01', 400, 'EUR', 'bank 1');
                INSERT INTO payment_use VALUES (1, 2, 1, 1, '2026-01-25', '2026-01', 400);
                INSERT INTO write_off (event, invoice, day, month, amount, reason)
                    VALUES (2, 1, '2026-01-26', '2026-01', 100, 'late');
                INSERT INTO recognition (event, contract, part, month, kind, amount, home)
                    VALUES (2, 'k', 'p', '2026-01', 'revenue', 1000, 1000);
                INSERT INTO exchange_rate VALUES ('SEK', '2026-01-02', 90000000, 2);
                """)
    }
    let firm = try SmallFirms.firm("people: { ana: { cost: 60/h } }")
    let books = Books(seller: Seller(name: "Farol"), contracts: [])
    _ = try ledger.close(#require(Month("2026-01")), firm: firm, books: books, carryOver: false, by: nina)
    return ledger
}

extension Ledger {
    /// Writes past all rules that the file enforces, as somebody with another program could.
    fileprivate func tamper(_ sql: String) throws {
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for row in triggers { try db.execute(sql: "DROP TRIGGER \(row[0] as String)") }
            try db.execute(sql: sql)
            for row in triggers { try db.execute(sql: row[1]) }
        }
    }
}

@Suite("Closed months")
struct SealTests {
    @Test func holdAsTheyWereClosed() throws {
        #expect(try closedLedger().check() == [])
    }

    /// As `printf … | sha256sum` has it.
    @Test func areSealedByTheirRowsAsText() throws {
        let ledger = try closedLedger()
        let seals = try ledger.read { db in
            try Row.fetchAll(db, sql: "SELECT month, part, digest FROM month_seal ORDER BY rowid")
                .map { [$0[0] as String, $0[1], $0[2]] }
        }
        #expect(
            seals.map { $0[1] } == [
                "time_entry", "expense", "milestone_reached", "invoice", "invoice_line", "invoice_source", "payment",
                "payment_use", "write_off", "recognition", "exchange_rate",
            ])
        #expect(Set(seals.map { $0[0] }) == ["2026-01"])
        #expect(seals[0][2] == "1d0bb7b5047ff99c29073372492b514cb4b6134eeb8db50735378882fde17446")
        #expect(seals[10][2] == "afd0026b61b79b2a15f8eec6d9e2cd9438a8931748cd48332722b9cab83c7e76")
    }

    /// Each keeps every other rule: the sums hold, and yet the month is not what it was.
    @Test(arguments: [
        ("UPDATE time_entry SET seconds = 7200", "time_entry"),
        ("UPDATE time_entry SET note = 'Anas'", "time_entry"),
        ("DELETE FROM time_entry", "time_entry"),
        (
            """
            INSERT INTO time_entry (event, person, project, day, month, seconds, billable, note, state)
                VALUES (2, 'ben', 'apollo', '2026-01-05', '2026-01', 3600, 1, '', 'approved')
            """, "time_entry"
        ),
        ("UPDATE time_entry SET month = '2026-02'", "time_entry"),
        ("UPDATE expense SET cost = 901", "expense"),
        ("UPDATE milestone_reached SET day = '2026-01-08'", "milestone_reached"),
        ("UPDATE invoice SET client = 'd' ; UPDATE payment SET client = 'd'", "invoice"),
        ("UPDATE invoice_line SET text = 'play'", "invoice_line"),
        ("UPDATE invoice_source SET occasion = 'Alpha'", "invoice_source"),
        ("UPDATE payment SET reference = 'bank 2'", "payment"),
        ("UPDATE payment_use SET amount = 399", "payment_use"),
        ("UPDATE write_off SET reason = 'early'", "write_off"),
        ("UPDATE recognition SET amount = 999", "recognition"),
        ("UPDATE recognition SET project = 'apollo'", "recognition"),
        ("UPDATE exchange_rate SET billionths = 90000001", "exchange_rate"),
    ])
    func areFoundWhereTheyWereTamperedWith(_ sql: String, _ part: String) throws {
        let ledger = try closedLedger()
        try ledger.tamper(sql)
        let faults = try ledger.check().map(\.description)
        #expect(faults.contains("2026-01, \(part): a closed month is what it was when it was closed"), "\(faults)")
        #expect(faults.count == (part == "invoice" ? 2 : 1))
    }

    @Test func areFoundWithoutTheirSeal() throws {
        let ledger = try closedLedger()
        try ledger.tamper("DELETE FROM month_seal")
        #expect(try ledger.check().map(\.description) == ["2026-01: a closed month has its seal"])
    }

    /// A credit note of February gives back what January's invoice was for, and what is entered later counts later.
    @Test func goOnHoldingWhenLaterOnesGoOn() throws {
        let ledger = try closedLedger()
        _ = try ledger.credit(
            #require(InvoiceNumber("F-2026-0001")), Money(minorUnits: 100), on: #require(Day("2026-02-02")),
            reason: "late", by: nina)
        try ledger.write("release", by: nina, subject: "") { db, _ in
            try db.execute(sql: "UPDATE invoice_source SET released = 2")
            try db.execute(
                sql: """
                    INSERT INTO time_entry (event, person, project, day, month, seconds, billable, note, state)
                        VALUES (2, 'ana', 'apollo', '2026-01-08', '2026-02', 3600, 1, '', 'submitted')
                    """)
        }
        #expect(try ledger.check() == [])
    }

    /// Months that a ledger of the first version closed are sealed as they are when it is brought up to date.
    @Test func ofAnOlderLedgerAreSealedWhenItIsOpened() throws {
        try withFolder { folder in
            let path = folder + "/muster.ledger"
            let old = try DatabaseQueue(path: path, configuration: Ledger.configuration())
            try old.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
            try Schema.migrations.migrate(old, upTo: "1")
            try old.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO firm VALUES (1, 'Old', 'EUR');
                        INSERT INTO event (at, who, verb, subject, note) VALUES ('t', 'nina', 'init', '', '');
                        INSERT INTO time_entry (event, person, project, day, month, seconds, billable, note, state)
                            VALUES (1, 'ana', 'apollo', '2025-12-30', '2025-12', 3600, 1, '', 'submitted');
                        INSERT INTO event (at, who, verb, subject, note) VALUES ('t', 'nina', 'close', '2026-01', '');
                        INSERT INTO closed_month VALUES ('2026-01', 2);
                        """)
            }
            try old.close()
            let ledger = try Ledger.open(at: path)
            #expect(try ledger.check() == [])
            // December was closed along with January.
            try ledger.tamper("UPDATE time_entry SET seconds = 1")
            #expect(
                try ledger.check().map(\.description)
                    == ["2026-01, time_entry: a closed month is what it was when it was closed"])
        }
    }
}
