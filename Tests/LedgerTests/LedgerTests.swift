// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import Foundation
import GRDB
import Staffing
import Testing

@testable import Ledger

let nina = Ledger.Actor(name: "nina", time: "2026-03-02T09:00:00Z")

func emptyLedger() throws -> Ledger {
    let currency = try #require(Currency("EUR"))
    return try Ledger.inMemory(firm: "Farol", currency: currency, by: nina)
}

/// A folder that is gone after the test.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
}

@Suite("A ledger")
struct LedgerTests {
    @Test func keepsWhatItWasMadeFor() throws {
        try withFolder { folder in
            let path = folder + "/muster.ledger"
            let currency = try #require(Currency("SEK"))
            _ = try Ledger.create(at: path, firm: "Norr", currency: currency, by: nina)
            let ledger = try Ledger.open(at: path)
            #expect(ledger.firm == "Norr")
            #expect(ledger.currency == currency)
            #expect(
                try ledger.log(most: 9) == [
                    LogEntry(
                        number: 1, time: "2026-03-02T09:00:00Z", who: "nina", verb: "init", subject: "Norr", note: "")
                ])
        }
    }

    @Test func isNotMadeTwiceNorFoundWhereThereIsNone() throws {
        try withFolder { folder in
            let path = folder + "/muster.ledger"
            #expect(throws: LedgerError.missing(path)) { try Ledger.open(at: path) }
            let currency = try #require(Currency("EUR"))
            _ = try Ledger.create(at: path, firm: "Farol", currency: currency, by: nina)
            #expect(throws: LedgerError.exists(path)) {
                try Ledger.create(at: path, firm: "Farol", currency: currency, by: nina)
            }
            let text = folder + "/notes.txt"
            try Data(String(repeating: "no ledger ", count: 999).utf8).write(to: URL(filePath: text))
            #expect(throws: LedgerError.notALedger(text)) { try Ledger.open(at: text) }
        }
    }

    @Test func isWhollyStrict() throws {
        let ledger = try emptyLedger()
        let loose = try ledger.read { db in
            try String.fetchAll(
                db, sql: "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0")
        }
        #expect(Set(loose) == ["sqlite_schema", "sqlite_temp_schema", "grdb_migrations", "sqlite_sequence"])
    }

    @Test func takesNothingBackSilently() throws {
        let ledger = try emptyLedger()
        for sql in ["UPDATE event SET who = 'else'", "DELETE FROM event"] {
            #expect(throws: LedgerError.self) { try ledger.read { try $0.execute(sql: sql) } }
            #expect {
                try ledger.write("tamper", by: nina, subject: "") { db, _ in try db.execute(sql: sql) }
            } throws: { error in
                guard case .refused(let why)? = error as? LedgerError else { return false }
                return why.hasPrefix("what is in the ledger is not")
            }
        }
        #expect(try ledger.log(most: 9).count == 1)
    }
}
