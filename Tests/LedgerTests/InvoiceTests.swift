// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import GRDB
import SmallFirms
import Staffing
import Testing

@testable import Ledger

private let eur = Currency("EUR")!
private let tax = Tax(.standard, Share(percent: 23))

private func day(_ text: String) -> Day { Day(text)! }
private func money(_ euros: Int, _ cents: Int = 0) -> Money { Money(minorUnits: euros * 100 + cents) }

/// A ledger with three approved hours of Ana's, at 100 each, and the terms to invoice them.
private struct Case {
    let ledger: Ledger
    let firm: Firm
    let books: Books

    init() throws {
        ledger = try emptyLedger()
        firm = try SmallFirms.firm(
            """
            clients: { northwind: {} }
            people: { ana: { name: Ana, role: lead, cost: 60/h } }
            rates: { lead: 100/h }
            projects: { apollo: { client: northwind, needs: { draw: { role: lead, hours: 20h/week } } } }
            """)
        let part = ContractPart(id: "all", name: "Apollo", terms: .timeAndMaterials(TimeAndMaterials()))
        books = Books(
            seller: Seller(name: "Farol", tax: tax),
            contracts: [
                ClientContract(
                    id: "apollo", name: "Apollo", client: "northwind", projects: ["apollo"], currency: eur,
                    parts: [part])
            ])
        for date in ["2026-01-05", "2026-01-06", "2026-01-07"] { try approved(date) }
    }

    func approved(_ date: String) throws {
        try ledger.write("time", by: nina, subject: "ana") { db, event in
            try db.execute(
                sql: """
                    INSERT INTO time_entry (event, person, project, day, month, seconds, billable, note, state)
                    VALUES (?, 'ana', 'apollo', ?, ?, 3600, 1, '', 'submitted')
                    """, arguments: [event, date, String(date.prefix(7))])
            try db.execute(sql: "UPDATE time_entry SET state = 'approved' WHERE state = 'submitted'")
        }
    }

    var proposals: [InvoiceProposal] {
        get throws { try ledger.accounts(of: firm, books).proposals(through: day("2026-01-31")) }
    }

    @discardableResult
    func issued(_ date: String = "2026-01-31") throws -> Invoice {
        let issued = try ledger.issue(try proposals, on: day(date), series: "F", by: nina)
        return try #require(issued.first)
    }

    func open() throws -> [Money] {
        try ledger.invoicesAndOpen().open.sorted { $0.key < $1.key }.map(\.value)
    }
}

private func isRefused(_ what: String, _ error: any Error) -> Bool {
    guard case .refused(let why)? = error as? LedgerError else { return false }
    return why.contains(what)
}

@Suite("Invoices in the ledger")
struct InvoiceTests {
    @Test func areKeptAsTheyWereIssued() throws {
        let ground = try Case()
        let invoice = try ground.issued()
        #expect(invoice.number.description == "F-2026-0001")
        #expect(invoice.due == day("2026-03-02"))
        #expect(try ground.ledger.accounts(of: ground.firm, ground.books).invoices == [invoice])
        #expect(try ground.proposals == [])
        #expect(try ground.open() == [money(369)])
        for table in ["invoice", "invoice_line", "invoice_source"] {
            for sql in [
                "DELETE FROM \(table)", "UPDATE \(table) SET \(table == "invoice" ? "note = 'x'" : "amount = 1")",
            ] {
                #expect(throws: LedgerError.self) {
                    try ground.ledger.write("tamper", by: nina, subject: "") { db, _ in try db.execute(sql: sql) }
                }
            }
        }
    }

    @Test func haveNumbersWithoutGaps() throws {
        let ground = try Case()
        let proposal = try #require(try ground.proposals.first)
        try ground.issued()
        // The same again: somebody else was faster. No number is lost by it.
        #expect {
            try ground.ledger.issue([proposal], on: day("2026-01-31"), series: "F", by: nina)
        } throws: { isRefused("invoiced_time", $0) || isRefused("invoiced already", $0) }
        try ground.approved("2026-01-08")
        #expect(try ground.issued().number.number == 2)
        try ground.approved("2026-01-09")
        #expect { try ground.issued("2026-01-30") } throws: { isRefused("not dated before", $0) }
    }

    @Test func canBeTakenBackAsAWholeAndInvoicedAgain() throws {
        let ground = try Case()
        let invoice = try ground.issued()
        let note = try ground.ledger.credit(
            invoice.number, nil, on: day("2026-02-02"), reason: "wrong address", by: nina)
        #expect(note.number.number == 2)
        #expect(note.totals.gross == money(-369))
        #expect(try ground.open() == [money(0)])
        let again = try ground.issued("2026-02-03")
        #expect(again.lines == invoice.lines)
        #expect {
            try ground.ledger.credit(invoice.number, nil, on: day("2026-02-03"), reason: "again", by: nina)
        } throws: { isRefused("credited", $0) }
    }

    /// 100 of 300 before tax: 123 with it.
    @Test func canBeCreditedInPart() throws {
        let ground = try Case()
        let invoice = try ground.issued()
        _ = try ground.ledger.credit(invoice.number, money(100), on: day("2026-02-02"), reason: "late", by: nina)
        #expect(try ground.open() == [money(246)])
        #expect(try ground.proposals == [])
        #expect {
            try ground.ledger.credit(
                invoice.number, money(200, 1), on: day("2026-02-02"), reason: "more", by: nina)
        } throws: { isRefused("no more of", $0) }
    }

    @Test func arePaidOnceAndNotBeyond() throws {
        let ground = try Case()
        let invoice = try ground.issued().number
        func pay(_ amount: Money, _ reference: String, _ used: Money) throws {
            _ = try ground.ledger.pay(
                "northwind", amount, in: eur, on: day("2026-02-10"), reference: reference,
                uses: [.init(invoice, used, on: day("2026-02-10"))], by: nina)
        }
        try pay(money(69), "B-1", money(69))
        #expect(try ground.open() == [money(300)])
        #expect { try pay(money(300), "B-1", money(300)) } throws: { isRefused("it counts once", $0) }
        #expect { try pay(money(301), "B-2", money(301)) } throws: { isRefused("beyond what is open", $0) }
        #expect { try pay(money(1), "B-2", money(2)) } throws: { isRefused("more than it is", $0) }
        // 20 too much stay the client's, and no more than that is paid back.
        try pay(money(320), "B-2", money(300))
        #expect(try ground.open() == [.zero])
        func payBack(_ amount: Money) throws {
            _ = try ground.ledger.pay(
                "northwind", -amount, in: eur, on: day("2026-02-12"), reference: "R-\(amount.minorUnits)", uses: [],
                by: nina)
        }
        #expect { try payBack(money(21)) } throws: { isRefused("no credit of that much", $0) }
        try payBack(money(20))
    }

    @Test func canBeGivenUp() throws {
        let ground = try Case()
        let invoice = try ground.issued().number
        #expect {
            try ground.ledger.writeOff(invoice, money(370), on: day("2026-03-01"), reason: "bankrupt", by: nina)
        } throws: { isRefused("than is open", $0) }
        #expect(
            try ground.ledger.writeOff(invoice, nil, on: day("2026-03-01"), reason: "bankrupt", by: nina)
                == money(369))
        #expect(try ground.open() == [.zero])
        let accounts = try ground.ledger.accounts(of: ground.firm, ground.books)
        #expect(accounts.writeOffs.map(\.target) == [.invoice(invoice)])
    }

    @Test func timeOnNoInvoiceCanBeGivenUp() throws {
        let ground = try Case()
        try ground.ledger.writeOff(
            EntryNumber(2), worth: money(100), on: day("2026-01-20"), reason: "learning", by: nina)
        #expect(try ground.issued().totals.net == money(200))
        #expect {
            try ground.ledger.writeOff(
                EntryNumber(1), worth: money(100), on: day("2026-02-01"), reason: "late", by: nina)
        } throws: { isRefused("is on an invoice", $0) }
    }

    @Test func nothingCountsInAClosedMonth() throws {
        let ground = try Case()
        try ground.ledger.write("close", by: nina, subject: "2026-01") { db, event in
            try db.execute(sql: "INSERT INTO closed_month VALUES ('2026-01', ?)", arguments: [event])
        }
        #expect { try ground.issued("2026-01-31") } throws: { isRefused("its month is closed", $0) }
        #expect { try ground.approved("2026-01-15") } throws: { isRefused("its month is closed", $0) }
        #expect(try ground.issued("2026-02-01").number.number == 1)
    }
}
