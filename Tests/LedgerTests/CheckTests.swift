// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB
import Testing

@testable import Ledger

@Suite("Checking a ledger")
struct CheckTests {
    @Test func findsNothingInASoundOne() throws {
        #expect(try emptyLedger().check() == [])
    }

    /// What the file itself refuses is written all the same once its rules are taken away: each is found by its sum.
    @Test(arguments: [
        (
            "INSERT INTO booking_entry (event, project, line, person, week, seconds) "
                + "VALUES (2, 'apollo', 'app', 'ana', '2026-01-05', -3600)",
            "ana on apollo.app, 2026-01-05: nobody is booked for less than no time"
        ),
        (
            "INSERT INTO booking_entry (event, project, line, person, week, seconds) "
                + "VALUES (2, 'apollo', 'app', 'ana', '2026-01-06', 3600)",
            "booking 1: 2026-01-06: weeks begin on a Monday"
        ),
        (
            """
            INSERT INTO booking_entry (event, project, line, person, week, seconds)
                VALUES (2, 'apollo', 'app', 'ana', '2026-01-05', 3600);
            INSERT INTO event VALUES (3, 't', 'n', 'undo', '', '');
            INSERT INTO plan_commit VALUES (3, 'x', 'd', 'optimal', 2)
            """,
            "event 3 and event 2: ana on apollo.app, 2026-01-05: what is taken back is taken back as a whole"
        ),
        (
            "DELETE FROM plan_commit; DELETE FROM event WHERE id = 1",
            "of 2 events 1 are there: events are numbered without a gap"
        ),
        (
            "INSERT INTO despite VALUES (9, 'overbooked', 'x')", "despite 1: what is referred to exists"
        ),
        (
            """
            INSERT INTO time_entry (event, person, project, day, month, seconds, billable, note, state)
                VALUES (2, 'ana', 'apollo', '2026-02-30', '2026-02', 3600, 1, '', 'draft')
            """,
            "time_entry 1: 2026-02-30: days are days of the calendar, and count in their month or later"
        ),
        (
            """
            INSERT INTO closed_month VALUES ('2026-01', 1);
            INSERT INTO time_entry (event, person, project, day, month, seconds, billable, note, state)
                VALUES (2, 'ana', 'apollo', '2026-01-05', '2026-01', 3600, 1, '', 'approved')
            """,
            """
            time_entry of event 2 in 2026-01: nothing is entered in a month that is closed
            2026-01: a closed month has its seal
            """
        ),
        (
            """
            INSERT INTO invoice VALUES (1, 2, 'F', 2026, 2, 'c', 'k', 'EUR', '2026-01-05', '2026-01-05', '2026-01', NULL,
                NULL, '', 0, 0, 0)
            """,
            "F-2026: 1 numbers to 2: invoice numbers follow each other without a gap"
        ),
        (
            """
            INSERT INTO invoice VALUES (1, 2, 'F', 2026, 1, 'c', 'k', 'EUR', '2026-01-05', '2026-01-05', '2026-01', NULL,
                NULL, '', 1000, 0, 1000)
            """,
            "F-2026-1: an invoice is the sum of its lines"
        ),
        (
            """
            INSERT INTO invoice VALUES (1, 2, 'F', 2026, 1, 'c', 'k', 'EUR', '2026-01-05', '2026-01-05', '2026-01', NULL,
                NULL, '', 1000, 229, 1229);
            INSERT INTO invoice_line VALUES (1, 1, NULL, NULL, 'work', 'pieces', 1, 1000, 0, 1000, 'S', 230000)
            """,
            "F-2026-1: tax is worked out on the lines of its rate"
        ),
        (
            """
            INSERT INTO invoice VALUES (1, 2, 'F', 2026, 1, 'c', 'k', 'EUR', '2026-01-05', '2026-01-05', '2026-01', NULL,
                NULL, '', 1000, 0, 1000);
            INSERT INTO invoice_line VALUES (1, 1, NULL, NULL, 'work', 'pieces', 1, 1000, 0, 1000, 'O', 0);
            INSERT INTO invoice_source (invoice, position, kind, contract, part, occasion, amount)
                VALUES (1, 1, 'milestone', 'k', 'p', 'Beta', 999)
            """,
            "F-2026-1, line 1: a line is the sum of what it is for"
        ),
        (
            """
            INSERT INTO payment VALUES (1, 2, 'c', '2026-01-05', '2026-01', 100, 'EUR', 'bank 1');
            INSERT INTO invoice VALUES (1, 2, 'F', 2026, 1, 'c', 'k', 'EUR', '2026-01-05', '2026-01-05', '2026-01', NULL,
                NULL, '', 1000, 0, 1000);
            INSERT INTO invoice_line VALUES (1, 1, NULL, NULL, 'work', 'pieces', 1, 1000, 0, 1000, 'O', 0);
            INSERT INTO payment_use VALUES (1, 2, 1, 1, '2026-01-05', '2026-01', 101)
            """,
            "c, bank 1: a payment is not used for more than it is"
        ),
        (
            """
            INSERT INTO payment VALUES (1, 2, 'c', '2026-01-05', '2026-01', 2000, 'EUR', 'bank 1');
            INSERT INTO invoice VALUES (1, 2, 'F', 2026, 1, 'c', 'k', 'EUR', '2026-01-05', '2026-01-05', '2026-01', NULL,
                NULL, '', 1000, 0, 1000);
            INSERT INTO invoice_line VALUES (1, 1, NULL, NULL, 'work', 'pieces', 1, 1000, 0, 1000, 'O', 0);
            INSERT INTO payment_use VALUES (1, 2, 1, 1, '2026-01-05', '2026-01', 1001)
            """,
            "F-2026-1: an invoice is not paid, credited and written off for more than it is"
        ),
    ])
    func findsEachBreak(_ sql: String, _ fault: String) throws {
        let ledger = try emptyLedger()
        try ledger.database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for row in triggers { try db.execute(sql: "DROP TRIGGER \(row[0] as String)") }
            try db.execute(
                sql: "INSERT INTO event VALUES (2, 't', 'n', 'commit', '', '');"
                    + "INSERT INTO plan_commit VALUES (2, 'x', 'd', 'optimal', NULL)")
            try db.execute(sql: sql)
            for row in triggers { try db.execute(sql: row[1]) }
        }
        #expect(try ledger.check().map(\.description).joined(separator: "\n") == fault)
    }

    @Test func findsRulesThatWereTakenAway() throws {
        let ledger = try emptyLedger()
        try ledger.database.writeWithoutTransaction { db in
            try db.execute(sql: "DROP TRIGGER event_kept; CREATE INDEX more ON event (who)")
        }
        #expect(
            try ledger.check().map(\.description) == [
                "index more: the file's own rules are those of this version",
                "trigger event_kept: the file's own rules are those of this version",
            ])
    }

    @Test func aNewerLedgerIsLeftAlone() throws {
        try withFolder { folder in
            let path = folder + "/muster.ledger"
            let ledger = try Ledger.create(at: path, firm: "Farol", currency: emptyLedger().currency, by: nina)
            try ledger.database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('later')") }
            try ledger.database.close()
            #expect(throws: LedgerError.newer(path)) { try Ledger.open(at: path) }
        }
    }
}
