// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

@testable import Finance

private func day(_ text: String) -> Day { Day(text)! }
private func euros(_ whole: Int, _ cents: Int = 0) -> Money { Money(minorUnits: whole * 100 + cents) }

/// Worked examples that others publish. Percentage of completion is in `RevenueTests`, group utilisation in `ViewsTests`.
@Suite("Published examples")
struct GoldenTests {
    private static func line(_ quantity: Int, at price: Int, _ amount: Int) -> InvoiceLine {
        InvoiceLine(
            part: nil, project: nil, text: "line", unit: .pieces, quantity: quantity, price: euros(price),
            amount: euros(amount), tax: Tax(.standard, Share(percent: 25)), sources: [])
    }

    /// The base example of Peppol BIS Billing 3.0: 7 at 400 and −3 at 500 are 1,300; with a charge of 25 are 1,325 taxed
    /// at 25 %: 331.25, and 1,656.25 are to be paid.
    @Test func anInvoiceAddsUpAsPeppolsDoes() throws {
        let lines = [Self.line(7, at: 400, 2_800), Self.line(-3, at: 500, -1_500)]
        #expect(InvoiceTotals(of: lines).net == euros(1_300))
        let totals = InvoiceTotals(of: lines + [Self.line(1, at: 25, 25)])
        #expect(totals.groups.map(\.taxable) == [euros(1_325)])
        #expect(totals.tax == euros(331, 25))
        #expect(totals.gross == euros(1_656, 25))
    }

    /// From Runn: 20 h are scheduled in each of two weeks, and 10 h were logged in the first: 30 h in all. What was logged
    /// counts where there is any, and what is scheduled from then on; what was scheduled and never done counts nothing.
    @Test(arguments: [(10, 30), (0, 20), (25, 45)])
    func workInAllIsWhatWasLoggedAndWhatIsAhead(_ logged: Int, _ hours: Int) throws {
        var ground = try Ground()
        if logged > 0 { ground.work("ben", "beacon.make", "2026-01-07", logged) }
        ground.book("ben", "beacon.make", "2026-01-05", 20)
        ground.book("ben", "beacon.make", "2026-01-12", 20)
        let accounts = ground.accounts
        let pricing = Pricing(firm: accounts.firm, books: accounts.books)
        let work = try #require(accounts.work(pricing).first { $0.contract.id == "beacon" })
        let completion = Completion(
            of: work.contract.parts[0], work.contract, accounts, pricing, work, through: day("2026-01-11"))
        #expect(completion.hoursToDate + completion.hoursToComplete == Hours(hours))
    }

    /// Ten hours booked in a week are two each day: on Wednesday evening, four are ahead.
    @Test func aBookedWeekIsSpreadOverItsWorkingDays() {
        let booked = BookedWork(
            .person("ben"), on: LineID("apollo", "make"), in: Week(of: day("2025-08-25")), Hours(10))
        let ahead = ["2025-08-24", "2025-08-25", "2025-08-27", "2025-08-29", "2025-08-31"].map {
            booked.hours(after: day($0))
        }
        #expect(ahead == [Hours(10), Hours(8), Hours(4), .zero, .zero])
    }
}
