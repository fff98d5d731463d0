// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

@testable import Finance

private let euro = Currency("EUR")!

private func day(_ text: String) -> Day { Day(text)! }
private func month(_ text: String) -> Month { Month(text)! }
private func euros(_ whole: Int, _ cents: Int = 0) -> Money { Money(minorUnits: whole * 100 + cents) }
private func through(_ first: String, _ last: String) -> ClosedRange<Month> { month(first)...month(last) }

@Suite("What contracts, clients and projects stand at")
struct StandingTests {
    /// A percentage of completion of 1,000,000 at 300,000 of 600,000: 500,000 are earned. Invoiced were 600,000: 100,000
    /// are deferred. By the hour 10 h at 100 are earned, nothing invoiced: 1,000 of work in progress.
    @Test func whatIsEarnedAgainstWhatIsInvoiced() throws {
        var ground = try Ground(
            Ground.studio.replacing("fixed: 12000", with: "fixed: 1000000")
                .replacing("billing: percent complete", with: "instalments: { start: 60%, end: rest }"))
        ground.work("ana", "apollo.lead", "2026-01-12", 10)
        ground.work("ben", "beacon.make", "2026-01-12", 7_500)
        ground.book("ben", "beacon.make", "2026-02-02", 7_500)
        ground.milestones = [
            MilestoneReached(contract: "beacon", part: "beacon", name: "start", day: day("2026-01-20"))
        ]
        let part = try #require(ground.books.contract("beacon")?.parts.first)
        ground.milestones = [MilestoneReached(contract: "beacon", part: part.id, name: "start", day: day("2026-01-20"))]
        for proposal in ground.accounts.proposals(through: day("2026-01-31")) where proposal.contract == "beacon" {
            ground.invoices = [
                Invoice(
                    number: InvoiceNumber(series: "F", year: 2026, number: 1), client: "tide", contract: "beacon",
                    currency: euro, issued: day("2026-01-31"), due: day("2026-03-02"), lines: proposal.lines)
            ]
        }
        try ground.close("2026-01")
        let standings = try ground.views.standings(through: month("2026-01"))
        #expect(standings.map(\.earned) == [euros(1_000), euros(500_000)])
        #expect(standings.map(\.invoiced) == [.zero, euros(600_000)])
        #expect(standings.map(\.workInProgress) == [euros(1_000), .zero])
        #expect(standings.map(\.deferred) == [.zero, euros(100_000)])
        #expect(standings.map(\.value) == [nil, euros(1_000_000)])
        #expect(standings.map(\.backlog) == [nil, euros(500_000)])
        #expect(standings.map(\.preliminary) == [.zero, .zero])
    }

    /// 1,230 due on 2 March, of which 230 were paid on 10 March.
    @Test func receivablesAgeByTheirDueDates() throws {
        var ground = try Ground()
        ground.work("ana", "apollo.lead", "2026-01-12", 10)
        ground.invoice("2026-01-31")
        ground.pay(1, "2026-03-10", euros(230))
        #expect(ground.invoices[0].due == day("2026-03-02"))
        func aged(_ date: String) -> [Money] { ground.views.ageing(on: day(date)).first?.buckets ?? [] }
        let (full, rest, none) = (euros(1_230), euros(1_000), Money.zero)
        #expect(aged("2026-03-02") == [full, none, none, none, none])
        #expect(aged("2026-03-03") == [none, full, none, none, none])
        #expect(aged("2026-04-01") == [none, rest, none, none, none])
        #expect(aged("2026-04-02") == [none, none, rest, none, none])
        #expect(aged("2026-05-01") == [none, none, rest, none, none])
        #expect(aged("2026-05-02") == [none, none, none, rest, none])
        #expect(aged("2026-05-31") == [none, none, none, rest, none])
        #expect(aged("2026-06-01") == [none, none, none, none, rest])
        // 1,230 of 1,230 that were invoiced in 90 days are open: all 90 days' sales.
        #expect(try ground.views.daysOfSalesOutstanding(on: day("2026-02-28")) == 90)
        #expect(try ground.views.daysOfSalesOutstanding(on: day("2026-03-31")) == 73)
        #expect(try ground.views.daysOfSalesOutstanding(on: day("2026-01-30")) == nil)
    }

    /// What is paid too much stays the client's.
    @Test func whatIsPaidTooMuchIsCredit() throws {
        var ground = try Ground()
        ground.payments = [
            Payment(
                number: EntryNumber(1), client: "tide", day: day("2026-01-20"), amount: euros(75), currency: euro,
                reference: "a", uses: [])
        ]
        let aged = ground.views.ageing(on: day("2026-01-31"))
        #expect(aged.map(\.client) == ["tide"])
        #expect(aged.map(\.credit) == [euros(75)])
        #expect(aged.map(\.owed) == [.zero])
    }

    /// Planned 10,000 in all, 5,000 by now; 4,000 done, which cost 4,500.
    @Test func earnedValueIsAsTheBookSays() {
        let value = EarnedValue(
            budget: euros(10_000), scheduled: euros(5_000), performed: euros(4_000), spent: euros(4_500))
        #expect(value.costVariance == euros(-500))
        #expect(value.scheduleVariance == euros(-1_000))
        #expect(value.costIndex == Share(millionths: 888_889))
        #expect(value.scheduleIndex == Share(millionths: 800_000))
        #expect(value.estimateAtCompletion == euros(11_250))
        #expect(value.estimateToComplete == euros(6_750))
        #expect(value.varianceAtCompletion == euros(-1_250))
        #expect(EarnedValue.zero.estimateAtCompletion == nil)
        #expect(EarnedValue.zero.costIndex == nil)
    }

    /// Ben is booked for 20 h in each of four weeks, 3,200 in all. By Wednesday of the third, 20 + 20 + 12 h were to be
    /// done: 2,080. He has worked 60 h, 2,400; half is judged to be done: 1,600.
    @Test func healthIsOfThePlanAndTheWork() throws {
        var ground = try Ground()
        for monday in ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"] {
            ground.book("ben", "beacon.make", monday, 20)
        }
        ground.work("ben", "beacon.make", "2026-01-06", 24)
        ground.work("ben", "beacon.make", "2026-01-14", 24)
        ground.work("ben", "beacon", "2026-01-20", 12)
        ground.spend("beacon", "2026-01-10", euros(90), by: nil)
        ground.progress = [Progress(project: "beacon", phase: nil, day: day("2026-01-19"), done: Share(percent: 50))]
        let health = try ground.views.health(on: day("2026-01-21"))
        let beacon = try #require(health.first { $0.project == "beacon" })
        let total = beacon.total
        #expect(beacon.lines.map(\.name) == ["make", "on no line"])
        #expect(total.agreed == Hours(120))
        #expect(total.worked == Hours(60))
        #expect(total.ahead == Hours(28))
        #expect(total.value.budget == euros(3_200))
        #expect(total.value.scheduled == euros(2_080))
        #expect(total.value.spent == euros(2_400))
        #expect(total.value.performed == euros(1_600))
        #expect(beacon.expenses == euros(90))
        // 60 h and 28 h at 80, of 12,000.
        #expect(beacon.worked == euros(4_800))
        #expect(beacon.ahead == euros(2_240))
        #expect(beacon.budgetLeft == euros(4_960))
    }

    /// Work that was given away, beyond a cap, or given up. Ana's rate is 100, Ben's 80.
    @Test func leakageAndBothRealisations() throws {
        var ground = try Ground(
            Ground.studio.replacing("apollo: { hourly: {} }", with: "apollo: { hourly: { up to: 1000 } }"))
        ground.work("ana", "apollo.lead", "2026-01-12", 8)
        ground.work("ana", "apollo.lead", "2026-01-13", 4)
        ground.work("ana", "apollo.lead", "2026-01-14", 3, billable: false)
        ground.invoice("2026-01-31")
        let months = through("2026-01", "2026-01")
        let leakage = try ground.views.leakage(by: .project, months)
        #expect(leakage.total.beyondCap == .zero)
        #expect(leakage.total.notBillable == euros(300))
        #expect(leakage.total.notBillableHours == Hours(3))
        // 1,000 of 1,200 were invoiced; all 12 h stand on the invoice.
        let realisation = try ground.views.realisation(by: .project, months)
        #expect(realisation.total.recorded == Hours(12))
        #expect(realisation.total.billed == Hours(12))
        #expect(realisation.total.worth == euros(1_200))
        #expect(realisation.total.invoiced == euros(1_000))
        #expect(realisation.total.byHours == .whole)
        #expect(realisation.total.byValue == Share(millionths: 833_333))
        ground.work("ana", "apollo.lead", "2026-02-03", 5)
        let later = try ground.views.leakage(by: .project, through("2026-02", "2026-02"))
        #expect(later.total.beyondCap == euros(500))
    }
}
