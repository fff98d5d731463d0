// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Finance
internal import Ledger
internal import Pages
internal import Reports
internal import ScenarioFiles
internal import Staffing

extension Site {
    /// Profit and loss by project and who owes what, from the ledger.
    func money(_ visit: Visit, _ query: Form) async throws -> WebPage {
        var page = WebPage("Money", at: ["money"], visit)
        guard folder.hasLedger else {
            page.section("none", "No ledger") {
                HTML("p", text: "Time, invoices and payments are kept in a ledger; `muster ledger init` makes one.")
            }
            return page
        }
        let scenario = try await open.base(await visit.desk(self).draft.base).scenario
        let day = open.today()
        let last = Month(query["through"]) ?? Month(of: day)
        let first = Month(query["from"]) ?? last.advanced(by: -2)
        guard first <= last, last <= Month(of: day), first.distance(to: last) < 120 else {
            throw Refused.wrong("Choose months that are past, the earlier one first, ten years at most.")
        }
        page.section("months", "Which months") {
            HTML("form", .init("method", "get"), .action(.path(["money"]))) {
                HTML("div", .class("fields")) {
                    Forms.field("from", "From", type: "month", value: "\(first)")
                    Forms.field("through", "Through", type: "month", value: "\(last)")
                    Forms.button("Show")
                }
            }
        }
        let statement = try await statement(of: scenario, on: day, first...last)
        for section in statement.sections { page.add(section) }
        return page
    }

    private func statement(
        of scenario: Scenario, on day: Day, _ months: ClosedRange<Month>
    ) async throws -> MoneyStatement {
        try await ledger(
            { ledger in
                let controlling = Controlling(
                    try ledger.accounts(of: scenario.firm, scenario.books), today: day)
                let ahead = max(
                    Month(of: day), min(Month(of: scenario.firm.horizon.days.last), Month(of: day).advanced(by: 11)))
                let deals = try ledger.opportunities()
                return try Site.asking { () throws(MissingRate) in
                    try MoneyStatement(of: controlling, months, through: ahead, deals: deals)
                }
            }, at: folder)
    }

    /// What is made of the accounts, or which exchange rate it lacks.
    static func asking<Result>(_ make: () throws(MissingRate) -> Result) throws -> Result {
        do throws(MissingRate) {
            return try make()
        } catch {
            throw Refused.wrong(
                "No rate of \(error.currency.code) is known for \(error.day); `muster exchange` records one.")
        }
    }
}
