// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Finance
internal import Ledger
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
        let grouping = [ReportGrouping.project, .client, .person].first { $0.rawValue == query["by"] } ?? .project
        page.section("months", "Which months") {
            HTML("form", .init("method", "get"), .action(.path(["money"]))) {
                HTML("div", .class("fields")) {
                    Forms.field("from", "From", type: "month", value: "\(first)")
                    Forms.field("through", "Through", type: "month", value: "\(last)")
                    Forms.select(
                        "by", "By", ["project", "client", "person"].map { ($0, $0) }, chosen: grouping.rawValue)
                    Forms.button("Show")
                }
            }
        }
        let texts = try await ledger(
            { ledger in
                try Site.views(ledger, scenario.firm, scenario.books, day, first...last, grouping)
            }, at: folder)
        for (index, text) in texts.enumerated() {
            page.add(
                "view-\(index + 1)",
                HTML("section", .id("view-\(index + 1)")) {
                    HTML("div", .class("scroll"), .role("region"), .label("Figures"), .init("tabindex", 0)) {
                        HTML("pre", .class("report"), text: text)
                    }
                })
        }
        return page
    }

    private static func views(
        _ ledger: Ledger, _ firm: Firm, _ books: Books, _ day: Day, _ months: ClosedRange<Month>,
        _ grouping: ReportGrouping
    ) throws -> [String] {
        let style = Style(width: 110, isColoured: false)
        let controlling = Controlling(try ledger.accounts(of: firm, books), today: day)
        do {
            return [
                FigureTable.profit(
                    try controlling.profitAndLoss(by: grouping, months), months, in: firm.currency
                ).text(style),
                FigureTable.ageing(
                    controlling.ageing(on: day), on: day,
                    daysOfSales: try controlling.daysOfSalesOutstanding(on: day), firm
                ).text(style),
            ]
        } catch {
            throw Refused.wrong("No rate of \(error.currency.code) is known for \(error.day).")
        }
    }
}
