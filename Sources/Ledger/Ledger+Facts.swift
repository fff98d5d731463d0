// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB
internal import Staffing

extension Ledger {
    /// Records that a milestone of a contract was reached.
    /// - Throws: ``LedgerError/refused(_:)`` where it was recorded before.
    public func reach(_ milestone: MilestoneReached, month: Month? = nil, by actor: Actor) throws(LedgerError) {
        try write("milestone", by: actor, subject: "\(milestone.contract) \(milestone.name)") { db, event in
            let isKnown = try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM milestone_reached WHERE contract = ? AND part = ? AND name = ?)
                    """, arguments: [milestone.contract.text, milestone.part.text, milestone.name])
            guard isKnown == false else {
                throw LedgerError.refused("\(milestone.name) of \(milestone.contract) was reached before")
            }
            try db.execute(
                sql: """
                    INSERT INTO milestone_reached (event, contract, part, name, day, month) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    event, milestone.contract.text, milestone.part.text, milestone.name, "\(milestone.day)",
                    "\(month ?? Month(of: milestone.day))",
                ])
        }
    }

    /// Records how much of a project or a phase is judged to be done.
    public func judge(_ progress: Progress, by actor: Actor) throws(LedgerError) {
        let subject = progress.project.text + (progress.phase.map { ".\($0)" } ?? "")
        try write("progress", by: actor, subject: subject) { db, event in
            try db.execute(
                sql: "INSERT INTO progress (event, project, phase, day, done) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    event, progress.project.text, progress.phase?.text, "\(progress.day)", progress.done.millionths,
                ])
        }
    }

    /// Records what a currency is worth from a day on.
    /// - Throws: ``LedgerError/refused(_:)`` where a rate of that day is known, or the currency is the firm's own.
    public func exchange(_ rate: ExchangeRate, by actor: Actor) throws(LedgerError) {
        try write("exchange rate", by: actor, subject: "\(rate.currency.code) \(rate.day)") { db, event in
            guard rate.currency != currency else {
                throw LedgerError.refused("\(currency.code) is the ledger's own currency")
            }
            let known = try Int.fetchOne(
                db, sql: "SELECT billionths FROM exchange_rate WHERE currency = ? AND day = ?",
                arguments: [rate.currency.code, "\(rate.day)"])
            guard known == nil else {
                throw LedgerError.refused("a rate of \(rate.currency.code) for \(rate.day) is known already")
            }
            if let closed = try closedMonth(db), Month(of: rate.day) <= closed {
                throw LedgerError.refused("\(closed) is closed: a rate of \(rate.day) would move it")
            }
            try db.execute(
                sql: "INSERT INTO exchange_rate (currency, day, billionths, event) VALUES (?, ?, ?, ?)",
                arguments: [rate.currency.code, "\(rate.day)", rate.billionths, event])
        }
    }

    public func exchangeRates() throws(LedgerError) -> [ExchangeRate] { try read { try exchangeRates($0) } }
}
