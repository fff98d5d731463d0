// SPDX-License-Identifier: GPL-3.0-or-later

import SmallFirms
import Staffing
import Testing

@testable import Finance

/// Two people at 100 and 50 an hour, on one project of the client's.
private func smallFirm() throws -> Firm {
    try firm(
        """
        clients: { northwind: {} }
        people:
          ana: { name: Ana, role: lead, cost: 60/h }
          ben: { name: Ben, role: engineer, grade: junior, cost: 30/h }
        rates: { lead: 100/h, engineer: 50/h }
        projects:
          apollo:
            client: northwind
            phases: { design: { start: 2026-01-05, length: 4 weeks }, build: { after: design, length: 8 weeks } }
            needs:
              draw: { phase: design, role: lead, hours: 20h/week }
              code: { phase: build, role: engineer, hours: 20h/week }
        """, horizon: "2026-01-05 .. 2026-04-05")
}

private let eur = Currency("EUR")!
private let tax = Tax(.standard, Share(percent: 20))

private func day(_ text: String) -> Day { Day(text)! }
private func money(_ euros: Int, _ cents: Int = 0) -> Money { Money(minorUnits: euros * 100 + cents) }

private func time(
    _ number: Int, _ person: String, _ date: String, _ minutes: Int, line: String? = nil, billable: Bool = true,
    reverses: Int? = nil
) -> TimeEntry {
    TimeEntry(
        number: EntryNumber(number), person: Identifier(person), project: "apollo", line: line.map { Identifier($0) },
        day: day(date), hours: Hours(seconds: minutes * 60), billable: billable,
        reverses: reverses.map { EntryNumber($0) })
}

private func contract(
    _ terms: ContractPart.Terms, expenses: ExpenseTerms = ExpenseTerms(), order: PurchaseOrder? = nil,
    amendments: [Amendment] = []
) -> ClientContract {
    ClientContract(
        id: "apollo", name: "Apollo", client: "northwind", projects: ["apollo"], currency: eur,
        signed: day("2026-01-05"), parts: [ContractPart(id: "all", name: "Apollo", terms: terms)], expenses: expenses,
        purchaseOrder: order, amendments: amendments)
}

private func accounts(
    _ contract: ClientContract, time: [TimeEntry] = [], expenses: [Expense] = [], milestones: [MilestoneReached] = [],
    progress: [Progress] = [], booked: [BookedWork] = [], invoices: [Invoice] = [], writeOffs: [WriteOff] = [],
    rates: [ExchangeRate] = []
) throws -> Accounts {
    return Accounts(
        firm: try smallFirm(), books: Books(seller: Seller(name: "Farol", tax: tax), contracts: [contract]),
        time: time, expenses: expenses, milestones: milestones, progress: progress, booked: booked,
        invoices: invoices, writeOffs: writeOffs, rates: rates)
}

extension Accounts {
    fileprivate func only(through date: String) throws -> InvoiceProposal {
        let all = proposals(through: day(date))
        return try #require(all.count == 1 ? all[0] : nil)
    }

    /// The proposal as an invoice, so that the next one is made beside it.
    fileprivate func invoiced(through date: String, number: Int = 1) throws -> Invoice {
        let proposal = try only(through: date)
        return Invoice(
            number: InvoiceNumber(series: "F", year: 2026, number: number), client: proposal.client,
            contract: proposal.contract, currency: eur, issued: day(date), due: day(date), lines: proposal.lines)
    }
}

extension InvoiceProposal {
    fileprivate var amounts: [Money] { lines.map(\.amount) }
    fileprivate var sourcesAddUp: Bool {
        lines.allSatisfy { line in line.sources.reduce(.zero) { $0 + $1.amount } == line.amount }
    }
}

@Suite("Billing by the hour")
struct HourlyBillingTests {
    /// Ana 7.5 h at 100 and 20 min; Ben 10 min at 50: 8.33 cents are rounded once for the line.
    @Test func pricesHoursOnceForALine() throws {
        let accounts = try accounts(
            contract(.timeAndMaterials(TimeAndMaterials())),
            time: [
                time(1, "ana", "2026-01-05", 450, line: "draw"), time(2, "ana", "2026-01-06", 20, line: "draw"),
                time(3, "ben", "2026-01-06", 10), time(4, "ben", "2026-01-07", 60, billable: false),
                time(5, "ben", "2026-02-01", 60),
            ])
        let proposal = try accounts.only(through: "2026-01-31")
        #expect(proposal.lines.map(\.text) == ["Ben, 2026-01-06", "Ana, draw, 2026-01-05 .. 2026-01-06"])
        #expect(proposal.amounts == [money(8, 33), money(783, 33)])
        #expect(proposal.lines[1].sources.map(\.amount) == [money(750), money(33, 33)])
        #expect(proposal.totals.gross == money(791, 66) + money(158, 33))
        #expect(proposal.sourcesAddUp)
    }

    @Test func invoicesNothingTwice() throws {
        let terms = contract(.timeAndMaterials(TimeAndMaterials()))
        let first = [time(1, "ana", "2026-01-05", 60)]
        let invoice = try accounts(terms, time: first).invoiced(through: "2026-01-31")
        let next = try accounts(terms, time: first + [time(2, "ana", "2026-01-07", 60)], invoices: [invoice])
        #expect(try next.only(through: "2026-01-31").lines.flatMap(\.sources).map(\.source) == [.time(EntryNumber(2))])
        #expect(try accounts(terms, time: first, invoices: [invoice]).proposals(through: day("2026-01-31")) == [])
    }

    /// Two hours invoiced at 100 less 10 % were taken back, one was entered instead: 90 is owed to the client.
    @Test func givesBackWhatWasInvoicedForEntriesTakenBack() throws {
        let terms = contract(.timeAndMaterials(TimeAndMaterials(discount: Share(percent: 10))))
        let first = [time(1, "ana", "2026-01-05", 120)]
        let invoice = try accounts(terms, time: first).invoiced(through: "2026-01-31")
        #expect(invoice.lines.map(\.amount) == [money(180)])
        let after = first + [time(2, "ana", "2026-01-05", -120, reverses: 1), time(3, "ana", "2026-01-05", 60)]
        let proposal = try accounts(terms, time: after, invoices: [invoice]).only(through: "2026-02-28")
        #expect(proposal.amounts == [money(-180), money(90)])
        // Never invoiced, they cancel each other.
        #expect(try accounts(terms, time: after).only(through: "2026-02-28").amounts == [money(90)])
    }

    /// 15 h of Ana at 100 in January: the first 10 in full, then 20 % off: 1,000 + 400.
    @Test func takesOffWhatTiersSay() throws {
        let tiers = [TimeAndMaterials.Tier(above: Hours(10), discount: Share(percent: 20))]
        let terms = contract(.timeAndMaterials(TimeAndMaterials(tiers: tiers)))
        let entries = [
            time(1, "ana", "2026-01-05", 360), time(2, "ana", "2026-01-06", 540), time(3, "ana", "2026-02-02", 300),
        ]
        let proposal = try accounts(terms, time: entries).only(through: "2026-02-28")
        #expect(proposal.amounts == [money(1_900)])
        #expect(proposal.lines[0].discount == money(100))
        // The tier counts what was invoiced of the month before.
        let invoice = try accounts(terms, time: [entries[0]]).invoiced(through: "2026-01-31")
        #expect(
            try accounts(terms, time: entries, invoices: [invoice]).only(through: "2026-01-31").amounts == [money(800)])
    }

    /// A cap of 1,000: 6 h and 3 h fit, of the third entry's 300 there is room for 100; the fourth stays unbilled until
    /// the cap is raised.
    @Test func stopsAtTheCap() throws {
        let terms = contract(
            .timeAndMaterials(TimeAndMaterials(cap: money(1_000))),
            amendments: [Amendment(id: "more", name: "More", day: day("2026-02-01"), part: "all", price: money(150))])
        let entries = [
            time(1, "ana", "2026-01-05", 360), time(2, "ana", "2026-01-06", 180), time(3, "ana", "2026-01-07", 180),
            time(4, "ana", "2026-01-08", 120),
        ]
        let proposal = try accounts(terms, time: entries).only(through: "2026-01-31")
        #expect(proposal.amounts == [money(1_000)])
        #expect(proposal.lines[0].discount == money(200))
        #expect(proposal.notes == [.beyondCap("all", Hours(2), money(200))])
        #expect(proposal.sourcesAddUp)
        let invoice = try accounts(terms, time: entries).invoiced(through: "2026-01-31")
        let raised = try accounts(terms, time: entries, invoices: [invoice]).only(through: "2026-02-28")
        #expect(raised.amounts == [money(150)])
        #expect(raised.notes == [])
    }

    /// 500 a month at least: 300 in January, nothing in February; March is not over.
    @Test func fillsUpToTheMonthlyMinimum() throws {
        let terms = contract(.timeAndMaterials(TimeAndMaterials(monthlyMinimum: money(500))))
        let entries = [time(1, "ana", "2026-01-05", 180)]
        let proposal = try accounts(terms, time: entries).only(through: "2026-03-15")
        #expect(proposal.amounts == [money(300), money(200), money(500)])
        let invoice = try accounts(terms, time: entries).invoiced(through: "2026-03-15")
        #expect(
            try accounts(terms, time: entries, invoices: [invoice]).only(through: "2026-03-31").amounts == [money(500)])
    }

    /// People before grades before roles; an amendment before the contract; then the firm's card.
    @Test func findsTheRateAgreedLast() throws {
        let agreed = [
            AgreedRate(.role("engineer"), Dated(always: Rate(perHour: money(70)))),
            AgreedRate(.grade("junior"), Dated(always: Rate(perHour: money(65)))),
        ]
        let later = [AgreedRate(.person("ben"), Dated(always: Rate(perHour: money(80))))]
        let terms = contract(
            .timeAndMaterials(TimeAndMaterials(rates: agreed)),
            amendments: [Amendment(id: "ben", name: "Ben", day: day("2026-01-07"), part: "all", rates: later)])
        let entries = [
            time(1, "ben", "2026-01-06", 60), time(2, "ben", "2026-01-07", 60), time(3, "ana", "2026-01-07", 60),
            time(4, "ana", "2026-01-07", 60, line: "code"),
        ]
        let proposal = try accounts(terms, time: entries).only(through: "2026-01-31")
        // Ana is the firm's lead; on the engineers' line she is sold as one.
        #expect(Set(proposal.amounts) == [money(65), money(80), money(100), money(70)])
    }

    @Test func namesHoursWithoutARate() throws {
        var terms = contract(.timeAndMaterials(TimeAndMaterials()))
        terms.currency = try #require(Currency("SEK"))
        let proposal = try accounts(terms, time: [time(1, "ana", "2026-01-05", 60)]).only(through: "2026-01-31")
        #expect(proposal.lines == [])
        #expect(proposal.notes == [.noRate("ana", Hours(1))])
    }

    @Test func leavesOutWhatWasWrittenOff() throws {
        let terms = contract(.timeAndMaterials(TimeAndMaterials()))
        let off = WriteOff(
            number: EntryNumber(1), target: .time(EntryNumber(1)), day: day("2026-01-09"), amount: money(100),
            reason: "goodwill")
        let proposal = try accounts(
            terms, time: [time(1, "ana", "2026-01-05", 60), time(2, "ben", "2026-01-05", 60)], writeOffs: [off])
        #expect(try proposal.only(through: "2026-01-31").amounts == [money(50)])
    }

    @Test func saysWhereAnOrderEnds() throws {
        let terms = contract(
            .timeAndMaterials(TimeAndMaterials()), order: PurchaseOrder(number: "PO-7", limit: money(60)))
        let proposal = try accounts(terms, time: [time(1, "ana", "2026-01-05", 60)]).only(through: "2026-01-31")
        #expect(proposal.notes == [.beyondOrder("PO-7", money(40))])
    }
}

@Suite("Billing by price and by period")
struct FeeBillingTests {
    @Test func invoicesMilestonesThatWereReached() throws {
        let instalments = [
            FixedFee.Instalment(name: "beta", amount: money(400)), .init(name: "handover", amount: money(600)),
        ]
        let terms = contract(.fixedFee(FixedFee(price: money(1_000), billing: .milestones(instalments))))
        let reached = [MilestoneReached(contract: "apollo", part: "all", name: "beta", day: day("2026-02-03"))]
        #expect(try accounts(terms, milestones: reached).proposals(through: day("2026-02-02")) == [])
        #expect(try accounts(terms, milestones: reached).only(through: "2026-02-03").amounts == [money(400)])
    }

    /// Ana did 10 h (600 of cost), 20 h of Ben's are booked (600): half of 1,000 is done.
    @Test func invoicesWhatWasCompleted() throws {
        let terms = contract(.fixedFee(FixedFee(price: money(1_000), billing: .percentComplete)))
        let booked = [
            BookedWork(.person("ben"), on: LineID("apollo", "code"), in: Week(of: day("2026-02-02")), Hours(20))
        ]
        let entries = [time(1, "ana", "2026-01-05", 600)]
        let accounts = try accounts(terms, time: entries, booked: booked)
        let proposal = try accounts.only(through: "2026-01-31")
        #expect(proposal.lines.map(\.text) == ["Completed through 2026-01-31: 50 % of the price"])
        #expect(proposal.amounts == [money(500)])
        let invoice = try accounts.invoiced(through: "2026-01-31")
        let judged = [Progress(project: "apollo", phase: nil, day: day("2026-02-20"), done: Share(percent: 80))]
        #expect(
            try FinanceTests.accounts(terms, time: entries, progress: judged, invoices: [invoice])
                .only(through: "2026-02-28").amounts == [money(300)])
    }

    /// 10 h a month, unused hours good for one more month: 6, 13, 11, 10 h worked. February takes January's 4 first;
    /// March has February's 1 and works 11; in April, nothing is beyond.
    @Test func rollsUnusedHoursOver() throws {
        let retainer = Retainer(
            fee: money(800), every: .month, days: OpenDays(first: day("2026-01-01")), included: Hours(10), rollOver: 1)
        let months = ["2026-01", "2026-02", "2026-03", "2026-04"].map { Month($0)! }
        let hours = retainer.hours(worked: zip(months, [6, 13, 11, 10]).map { ($0.days, Hours($1)) })
        #expect(hours.map(\.rolledIn) == [.zero, Hours(4), Hours(1), .zero])
        #expect(hours.map(\.beyond) == [.zero, .zero, .zero, .zero])
        #expect(hours.map(\.left) == [Hours(4), Hours(1), .zero, .zero])
        // Without roll-over, February is 3 h beyond and March 1 h.
        var strict = retainer
        strict.rollOver = 0
        let beyond = strict.hours(worked: zip(months, [6, 13, 11, 10]).map { ($0.days, Hours($1)) }).map(\.beyond)
        #expect(beyond == [.zero, Hours(3), Hours(1), .zero])
    }

    /// Fees in advance, hours beyond afterwards: 2 h of Ana's last at 100.
    @Test func invoicesRetainers() throws {
        let retainer = Retainer(
            fee: money(800), every: .month, days: OpenDays(first: day("2026-01-01"), last: day("2026-02-14")),
            included: Hours(2))
        let terms = contract(.retainer(retainer))
        let entries = [time(1, "ben", "2026-01-05", 120), time(2, "ana", "2026-01-20", 120)]
        let proposal = try accounts(terms, time: entries).only(through: "2026-02-01")
        // The second period is half of February: 14 of 28 days.
        #expect(proposal.amounts == [money(800), money(400), money(200)])
        #expect(proposal.lines[2].quantity == 7_200)
    }

    /// 3 % more each year: 100, 103, 106.09.
    @Test func raisesSubscriptionsByTheirIndex() throws {
        let terms = contract(
            .subscription(
                Subscription(
                    fee: money(100), every: .year, days: OpenDays(first: day("2026-01-31")),
                    yearlyIndex: Share(percent: 3))))
        let periods = terms.periods(of: terms.parts[0], beginningThrough: day("2028-12-31"))
        #expect(periods.map(\.fee) == [money(100), money(103), money(106, 9)])
        #expect(periods.map(\.days.first) == [day("2026-01-31"), day("2027-01-31"), day("2028-01-31")])
        #expect(periods[0].days.last == day("2027-01-30"))
    }

    /// 200 SEK at 0.09 are 18.00, with 10 % on top 19.80; up to 25.00 in all.
    @Test func passesExpensesOn() throws {
        let sek = try #require(Currency("SEK"))
        func expense(_ number: Int, _ cost: Money, _ currency: Currency, reverses: Int? = nil) -> Expense {
            Expense(
                number: EntryNumber(number), project: "apollo", supplier: "SJ", category: "Train",
                day: day("2026-01-08"), cost: cost, currency: currency, reverses: reverses.map { EntryNumber($0) })
        }
        let terms = contract(
            .timeAndMaterials(TimeAndMaterials()),
            expenses: ExpenseTerms(markUp: Share(percent: 10), cap: money(25)))
        let rates = [ExchangeRate(currency: sek, day: day("2026-01-02"), billionths: 90_000_000)]
        let proposal = try accounts(
            terms, expenses: [expense(1, money(200), sek), expense(2, money(10), eur)], rates: rates
        ).only(through: "2026-01-31")
        #expect(proposal.amounts == [money(19, 80), money(5, 20)])
        #expect(proposal.notes == [.expensesBeyondCap(money(5, 80))])
        #expect(proposal.lines[0].text == "Train, SJ, 2026-01-08")
        let unknown = try accounts(terms, expenses: [expense(1, money(200), sek)]).only(through: "2026-01-31")
        #expect(unknown.notes == [.noExchangeRate(sek, day("2026-01-08"))])
    }
}
