// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import GRDB
import Staffing
import Testing

@testable import Ledger

private let eur = Currency("EUR")!
private let today = Day("2026-03-02")!

private func deal(_ id: String, _ stage: Opportunity.Stage = .lead, value: Int = 100) -> Opportunity {
    Opportunity(
        id: Identifier(id), name: "Deal \(id)", client: "northwind", stage: stage, value: Money(minorUnits: value),
        currency: eur, closes: Day("2026-05-15"), owner: "ines", project: "apollo")
}

@Suite("Deals in the ledger")
struct OpportunityTests {
    @Test func areKeptStepByStep() throws {
        let ledger = try emptyLedger()
        try ledger.enter(deal("a"), on: today, by: nina)
        try ledger.enter(deal("b"), on: today, by: nina)
        try ledger.step("a", on: today, by: nina) { $0.move(to: .proposal, chance: Share(percent: 60)) }
        var expected = deal("a")
        expected.move(to: .proposal, chance: Share(percent: 60))
        #expect(try ledger.opportunities() == [expected, deal("b")])
        let steps = try ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM opportunity_step") }
        #expect(steps == 3)
    }

    @Test func areRefusedTwiceAndUnknown() throws {
        let ledger = try emptyLedger()
        try ledger.enter(deal("a"), on: today, by: nina)
        #expect(throws: LedgerError.refused("there is a deal a already; `muster deal step` changes it")) {
            try ledger.enter(deal("a"), on: today, by: nina)
        }
        #expect(throws: LedgerError.refused("there is no deal b; `muster deal list --all` names them")) {
            try ledger.step("b", on: today, by: nina) { $0.owner = "rui" }
        }
        #expect(throws: LedgerError.refused("deal a stands like that already")) {
            try ledger.step("a", on: today, by: nina) { $0.owner = "ines" }
        }
        // What is refused leaves no trace.
        #expect(try ledger.log(most: 9).map(\.verb) == ["deal", "init"])
    }

    @Test func takingThemTwiceChangesNothing() throws {
        let ledger = try emptyLedger()
        try ledger.enter(deal("a"), on: today, by: nina)
        let file = [deal("a", value: 200), deal("b"), deal("c", .won)]
        #expect(try ledger.take(file, on: today, from: "crm.csv", by: nina) == .init(new: 2, changed: 1, same: 0))
        #expect(try ledger.take(file, on: today, from: "crm.csv", by: nina) == .init(new: 0, changed: 0, same: 3))
        #expect(try ledger.opportunities() == file)
        #expect(try ledger.log(most: 9).map(\.verb) == ["deal import", "deal", "init"])
    }

    @Test func stepsAreNeverChanged() throws {
        let ledger = try emptyLedger()
        try ledger.enter(deal("a"), on: today, by: nina)
        for sql in ["UPDATE opportunity_step SET value = 1", "DELETE FROM opportunity_step"] {
            #expect(throws: LedgerError.self) {
                try ledger.write("x", by: nina, subject: "") { db, _ in try db.execute(sql: sql) }
            }
        }
    }
}
