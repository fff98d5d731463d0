// SPDX-License-Identifier: GPL-3.0-or-later

import SmallFirms
import Staffing
import Testing

@testable import Finance

private let eur = Currency("EUR")!

private func day(_ text: String) -> Day { Day(text)! }
private func month(_ text: String) -> Month { Month(text)! }
private func money(_ euros: Int, _ cents: Int = 0) -> Money { Money(minorUnits: euros * 100 + cents) }

/// One person who costs 60 and is sold at 100, on one project of twelve weeks.
private struct Case {
    var contract: ClientContract
    var time: [TimeEntry] = []
    var booked: [BookedWork] = []
    var milestones: [MilestoneReached] = []
    var invoices: [Invoice] = []
    var recognitions: [Recognition] = []
    var rates: [ExchangeRate] = []

    init(_ terms: ContractPart.Terms, _ method: RecognitionMethod? = nil, amendments: [Amendment] = []) {
        contract = ClientContract(
            id: "apollo", name: "Apollo", client: "northwind", projects: ["apollo"], currency: eur,
            signed: day("2026-01-05"),
            parts: [ContractPart(id: "all", name: "Apollo", terms: terms, recognition: method)],
            amendments: amendments)
    }

    mutating func work(_ date: String, hours: Int, in month: String? = nil) {
        time.append(
            TimeEntry(
                number: EntryNumber(time.count + 1), person: "ana", project: "apollo", line: nil, day: day(date),
                month: month.flatMap { Month($0) }, hours: Hours(hours)))
    }

    mutating func book(_ week: String, hours: Int) {
        booked.append(
            BookedWork(.person("ana"), on: LineID("apollo", "all"), in: Week(of: day(week)), Hours(hours)))
    }

    var accounts: Accounts {
        get throws {
            Accounts(
                firm: try firm(
                    """
                    clients: { northwind: {} }
                    people: { ana: { role: lead, cost: 60/h } }
                    rates: { lead: 100/h }
                    projects:
                      apollo:
                        client: northwind
                        dates: 2026-01-01 .. 2026-03-31
                        needs: { all: { role: lead, hours: 20h/week } }
                    """, horizon: "2026-01-01 .. 2026-04-05"),
                books: Books(seller: Seller(name: "Farol"), contracts: [contract]), time: time,
                milestones: milestones, booked: booked, invoices: invoices, recognitions: recognitions, rates: rates)
        }
    }

    /// Closes a month: what it recognises is kept.
    mutating func close(_ text: String) throws -> [Money] {
        let new = try accounts.recognitions(closing: month(text))
        recognitions += new
        return new.map(\.amount)
    }
}

@Suite("Revenue")
struct RevenueTests {
    /// A contract of 1,000,000, of which 300,000 of 600,000 are spent: 500,000 are earned.
    @Test func isEarnedByCost() throws {
        var ground = Case(.fixedFee(FixedFee(price: money(1_000_000), billing: .percentComplete)))
        ground.work("2026-01-15", hours: 5_000)
        ground.book("2026-02-02", hours: 5_000)
        #expect(try ground.close("2026-01") == [money(500_000)])
        #expect(try ground.accounts.recognitions(closing: month("2026-01")) == [])
    }

    /// 320,000 at 30 % after 64,000 have been recognised: 32,000 more.
    @Test func isWhatWasNotRecognisedBefore() throws {
        var ground = Case(.fixedFee(FixedFee(price: money(320_000), billing: .percentComplete)))
        ground.work("2026-01-15", hours: 20)
        ground.book("2026-03-02", hours: 80)
        #expect(try ground.close("2026-01") == [money(64_000)])
        ground.work("2026-02-10", hours: 10)
        ground.booked = []
        ground.book("2026-03-02", hours: 70)
        #expect(try ground.close("2026-02") == [money(32_000)])
    }

    /// 1,000 for work that costs 1,200 in all, half done: 500 earned, and the 100 that are still to be lost at once.
    /// When all is done, what was expected is in the books as it came.
    @Test func expectedLossesCountAtOnce() throws {
        var ground = Case(.fixedFee(FixedFee(price: money(1_000), billing: .percentComplete)))
        ground.work("2026-01-15", hours: 10)
        ground.book("2026-02-02", hours: 10)
        let first = try ground.accounts.recognitions(closing: month("2026-01"))
        #expect(first.map(\.kind) == [.revenue, .expectedLoss])
        #expect(try ground.close("2026-01") == [money(500), money(-100)])
        ground.work("2026-02-03", hours: 10)
        #expect(try ground.close("2026-02") == [money(500), money(100)])
    }

    /// An hour of January that is entered in March counts in March; January stays as it was.
    @Test func ofClosedMonthsNeverMoves() throws {
        var ground = Case(.timeAndMaterials(TimeAndMaterials()))
        ground.work("2026-01-15", hours: 10)
        #expect(try ground.close("2026-01") == [money(1_000)])
        ground.work("2026-01-20", hours: 1, in: "2026-03")
        #expect(try ground.close("2026-02") == [])
        #expect(try ground.close("2026-03") == [money(100)])
    }

    /// A cap of 1,500 for 20 h: 1,000 in January, 500 in February; an amendment brings 300 in March.
    @Test func isNeverAboveTheContract() throws {
        var ground = Case(
            .timeAndMaterials(TimeAndMaterials(cap: money(1_500))),
            amendments: [Amendment(id: "more", name: "More", day: day("2026-03-02"), part: "all", price: money(300))])
        ground.work("2026-01-15", hours: 10)
        ground.work("2026-02-16", hours: 10)
        #expect(try ground.close("2026-01") == [money(1_000)])
        #expect(try ground.close("2026-02") == [money(500)])
        #expect(try ground.close("2026-03") == [money(300)])
    }

    @Test func countsWhatWasInvoicedAsItWasInvoiced() throws {
        var ground = Case(.timeAndMaterials(TimeAndMaterials()))
        ground.work("2026-01-15", hours: 10)
        let proposal = try #require(try ground.accounts.proposals(through: day("2026-01-31")).first)
        ground.invoices = [
            Invoice(
                number: InvoiceNumber(series: "F", year: 2026, number: 1), client: "northwind", contract: "apollo",
                currency: eur, issued: day("2026-01-31"), due: day("2026-02-28"), lines: proposal.lines),
            // 100 of it were given back in February.
            Invoice(
                number: InvoiceNumber(series: "F", year: 2026, number: 2), client: "northwind", contract: "apollo",
                currency: eur, issued: day("2026-02-10"), due: day("2026-02-10"),
                credits: InvoiceNumber(series: "F", year: 2026, number: 1),
                lines: [
                    InvoiceLine(
                        part: "all", project: "apollo", text: "late", unit: .pieces, quantity: -1, price: money(100),
                        amount: money(-100), tax: .none, sources: [])
                ]),
        ]
        #expect(try ground.close("2026-01") == [money(1_000)])
        #expect(try ground.close("2026-02") == [money(-100)])
    }

    @Test func comesWithMilestones() throws {
        let instalments = [
            FixedFee.Instalment(name: "beta", amount: money(400)), .init(name: "handover", amount: money(600)),
        ]
        var ground = Case(.fixedFee(FixedFee(price: money(1_000), billing: .milestones(instalments))), .milestone)
        ground.milestones = [
            MilestoneReached(contract: "apollo", part: "all", name: "beta", day: day("2026-02-03"))
        ]
        #expect(try ground.close("2026-01") == [])
        #expect(try ground.close("2026-02") == [money(400)])
    }

    /// 900 over 90 days: 10 a day.
    @Test func goesByTheDay() throws {
        let price = FixedFee(price: money(900), billing: .schedule([.init(day: day("2026-01-05"), amount: money(900))]))
        var ground = Case(.fixedFee(price), .straightLine)
        #expect(try ground.close("2026-01") == [money(310)])
        #expect(try ground.close("2026-02") == [money(280)])
        #expect(try ground.close("2026-03") == [money(310)])
        #expect(try ground.close("2026-04") == [])
        // A quarter paid in advance is earned month by month.
        var yearly = Case(
            .subscription(
                Subscription(fee: money(900), every: .quarter, days: OpenDays(first: day("2026-01-01")))))
        #expect(try yearly.close("2026-01") == [money(310)])
    }

    /// 10 h of 40 included in January; in February 2 h beyond, at 100.
    @Test func ofRetainersIsTheFeeAndWhatIsBeyond() throws {
        var ground = Case(
            .retainer(
                Retainer(
                    fee: money(800), every: .month, days: OpenDays(first: day("2026-01-01")), included: Hours(10))))
        ground.work("2026-01-15", hours: 4)
        ground.work("2026-02-16", hours: 12)
        #expect(try ground.close("2026-01") == [money(800)])
        #expect(try ground.close("2026-02") == [money(1_000)])
    }

    /// 1,000 SEK at 0.09.
    @Test func isCountedInTheFirmsCurrencyToo() throws {
        let sek = try #require(Currency("SEK"))
        var ground = Case(
            .subscription(Subscription(fee: money(1_000), every: .month, days: OpenDays(first: day("2026-01-01")))))
        ground.contract.currency = sek
        #expect(throws: MissingRate(sek, day("2026-01-31"))) {
            try ground.accounts.recognitions(closing: month("2026-01"))
        }
        ground.rates = [ExchangeRate(currency: sek, day: day("2026-01-02"), billionths: 90_000_000)]
        #expect(try ground.accounts.recognitions(closing: month("2026-01")).map(\.home) == [money(90)])
    }
}
