// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import GRDB
import SmallFirms
import Staffing
import Testing

@testable import Ledger

private func day(_ text: String) -> Day { Day(text)! }

private func late(_ cause: String? = nil) -> RegisterEntry {
    RegisterEntry(
        project: "apollo", kind: .risk, title: "beta will be 3 days late", severity: .high, cause: cause,
        day: day("2026-03-02"))
}

@Suite("The register")
struct RegisterTests {
    @Test func aCauseIsRaisedOnceUntilItIsClosed() throws {
        let ledger = try emptyLedger()
        #expect(try ledger.raise([late("late:apollo:beta"), late("late:apollo:beta")], by: nina).count == 1)
        let events = try ledger.log(most: 9).count
        #expect(try ledger.raise([late("late:apollo:beta")], by: nina) == [])
        #expect(try ledger.log(most: 9).count == events)
        let closed = try ledger.close(EntryNumber(1), on: day("2026-03-05"), reason: "moved", by: nina)
        #expect(closed.closed == RegisterEntry.Closing(day: day("2026-03-05"), reason: "moved"))
        #expect(try ledger.raise([late("late:apollo:beta")], by: nina).map(\.number.value) == [2])
        #expect(try ledger.register().map(\.closed?.reason) == ["moved", nil])
    }

    @Test func whatIsRaisedByHandIsRaisedAsOftenAsSomebodyDoes() throws {
        let ledger = try emptyLedger()
        #expect(try ledger.raise([late()], by: nina).map(\.number.value) == [1])
        #expect(try ledger.raise([late()], by: nina).map(\.number.value) == [2])
    }

    @Test func isClosedOnce() throws {
        let ledger = try emptyLedger()
        _ = try ledger.raise([late()], by: nina)
        _ = try ledger.close(EntryNumber(1), on: day("2026-03-05"), reason: "moved", by: nina)
        #expect(throws: LedgerError.refused("1 was closed on 2026-03-05: moved")) {
            try ledger.close(EntryNumber(1), on: day("2026-03-06"), reason: "again", by: nina)
        }
        #expect(
            throws: LedgerError.refused("there is no entry 7 in the register; `muster register list` shows all")
        ) { try ledger.close(EntryNumber(7), on: day("2026-03-06"), reason: "why", by: nina) }
    }

    @Test func isNeverRewritten() throws {
        let ledger = try emptyLedger()
        _ = try ledger.raise([late()], by: nina)
        for sql in ["UPDATE register_entry SET title = 'x'", "DELETE FROM register_entry"] {
            #expect(throws: LedgerError.self) {
                try ledger.write("tamper", by: nina, subject: "") { db, _ in try db.execute(sql: sql) }
            }
        }
    }
}
