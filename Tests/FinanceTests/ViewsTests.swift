// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

@testable import Finance

private func day(_ text: String) -> Day { Day(text)! }
private func month(_ text: String) -> Month { Month(text)! }
private func euros(_ whole: Int, _ cents: Int = 0) -> Money { Money(minorUnits: whole * 100 + cents) }
private func through(_ first: String, _ last: String) -> ClosedRange<Month> { month(first)...month(last) }

@Suite("Profit and loss")
struct ProfitAndLossTests {
    /// Ana: 10 h at 100, cost 60. Ben: 20 h of 60 h on 12,000, cost 40. Travel 50, print 200.
    private static func january() throws -> Ground {
        var ground = try Ground()
        ground.work("ana", "apollo.lead", "2026-01-12", 10)
        ground.work("ben", "beacon.make", "2026-01-13", 20)
        ground.work("ben", "house.tidy", "2026-01-14", 2, billable: false)
        ground.book("ben", "beacon.make", "2026-02-02", 40)
        ground.spend("apollo", "2026-01-15", euros(50), by: "ana")
        ground.spend("beacon", "2026-01-16", euros(200), by: nil)
        return ground
    }

    /// Apollo: 10 h at 100 are 1,000, and the travel of 50 that its client pays.
    ///
    /// Beacon is earned by cost. Spent: 20 h × 40 = 800 and 200 of print, together 1,000. Ahead: 40 h × 40 = 1,600. So 1,000 of
    /// 2,600 are done: 0.384615384… which is kept to a millionth, 0.384615. Of the price of 12,000 that is 4,615.38, and the
    /// client pays the print of 200 as well: 4,815.38. House has no contract.
    @Test func isByProject() throws {
        let view = try Self.january().views.profitAndLoss(by: .project, through("2026-01", "2026-01"))
        #expect(view.rows.map(\.name) == ["Apollo", "Beacon", "House"])
        #expect(view.rows.map(\.figures.revenue) == [euros(1_050), euros(4_815, 38), .zero])
        #expect(view.rows.map(\.figures.labour) == [euros(600), euros(800), euros(80)])
        #expect(view.rows.map(\.figures.expenses) == [euros(50), .zero, .zero])
        #expect(view.rows.map(\.figures.thirdParties) == [.zero, euros(200), .zero])
        #expect(view.rows[0].figures.margin == euros(400))
        #expect(view.rows[0].figures.marginShare == Share(millionths: 380_952))
        #expect(view.rows[2].figures.marginShare == nil)
        #expect(view.total.margin == euros(5_865, 38) - euros(1_730))
        #expect(view.total.preliminary == view.total.revenue)
        #expect(view.total.hours == Hours(32))
        #expect(view.rows[0].figures.effectiveRate == euros(105))
    }

    @Test func sumsAreTheSameByWhateverItIs() throws {
        let ground = try Self.january()
        let sums = try ReportGrouping.allCases.map {
            try ground.views.profitAndLoss(by: $0, through("2026-01", "2026-02"))
        }
        for view in sums {
            #expect(view.total == sums[0].total)
            #expect(view.rows.reduce(Money.zero) { $0 + $1.figures.margin } == sums[0].total.margin)
        }
    }

    /// Two thirds of Apollo's value are Ana's (10 h at 100), one third is Ben's (5 h at 80 would be 400): 1,400 by the
    /// hour are shared as 1,000 and 400.
    @Test func revenueIsOfThoseWhoseWorkItIs() throws {
        var ground = try Ground()
        ground.work("ana", "apollo.lead", "2026-01-12", 10)
        ground.work("ben", "apollo", "2026-01-12", 5)
        let people = try ground.views.profitAndLoss(by: .person, through("2026-01", "2026-01"))
        #expect(people.rows.map(\.key) == ["ana", "ben"])
        #expect(people.rows.map(\.figures.revenue) == [euros(1_000), euros(400)])
        let offices = try ground.views.profitAndLoss(by: .office, through("2026-01", "2026-01"))
        #expect(offices.rows.map(\.figures.margin) == [euros(400), euros(200)])
    }

    /// January is closed with 1,000 of revenue and 600 of labour. An hour of January that is entered in February counts in
    /// February, in every figure.
    @Test func aClosedMonthNeverMoves() throws {
        var ground = try Ground()
        ground.work("ana", "apollo.lead", "2026-01-12", 10)
        try ground.close("2026-01")
        let before = try ground.views.profitAndLoss(by: .project, through("2026-01", "2026-01"))
        let used = ground.views.utilisation(by: .person, through("2026-01", "2026-01"))
        let standing = try ground.views.standings(through: month("2026-01"))
        ground.work("ana", "apollo.lead", "2026-01-20", 1, in: "2026-02")
        ground.spend("apollo", "2026-02-03", euros(30), by: "ana")
        let after = try ground.views.profitAndLoss(by: .project, through("2026-01", "2026-01"))
        #expect(after.total == before.total)
        #expect(after.total.revenue == euros(1_000))
        #expect(after.total.preliminary == .zero)
        #expect(ground.views.utilisation(by: .person, through("2026-01", "2026-01")).total == used.total)
        #expect(try ground.views.standings(through: month("2026-01")) == standing)
        let february = try ground.views.profitAndLoss(by: .month, through("2026-01", "2026-02"))
        #expect(february.rows.map(\.key) == ["2026-01", "2026-02"])
        #expect(february.rows.map(\.figures.revenue) == [euros(1_000), euros(130)])
        #expect(february.rows.map(\.figures.labour) == [euros(600), euros(60)])
        #expect(february.total.preliminary == euros(130))
    }

    /// January is open when the report of February is made: February has only its own.
    @Test func openMonthsBeforeAreNotCountedAgain() throws {
        var ground = try Ground()
        ground.work("ana", "apollo.lead", "2026-01-12", 10)
        ground.work("ana", "apollo.lead", "2026-02-09", 3)
        let february = try ground.views.profitAndLoss(by: .portfolio, through("2026-02", "2026-02"))
        #expect(february.total.revenue == euros(300))
    }

    @Test func whatIsNotPaidIsALoss() throws {
        var ground = try Ground()
        ground.work("ana", "apollo.lead", "2026-01-12", 10)
        ground.invoice("2026-01-31")
        ground.writeOffs = [
            WriteOff(
                number: EntryNumber(1), target: .invoice(ground.invoices[0].number), day: day("2026-02-10"),
                amount: euros(123), reason: "bankrupt")
        ]
        let february = try ground.views.profitAndLoss(by: .project, through("2026-02", "2026-02"))
        #expect(february.total.badDebt == euros(123))
        #expect(february.total.margin == euros(-123))
    }
}

@Suite("Utilisation")
struct UtilisationTests {
    /// From Runn: 100 of 80 hours, 80 of 112, 20 of 40: 125 %, 71 %, 50 %. The group's is 200 of 232 hours, 86 %, and not
    /// the mean of 82 %.
    @Test func ofAGroupIsTheSumOverTheSum() {
        let cases = [(100, 80), (80, 112), (20, 40)].map { worked, capacity in
            var figures = UtilisationFigures()
            figures.worked = Hours(worked)
            figures.capacity = Hours(capacity)
            return figures
        }
        #expect(cases.map { $0.workedShare?.millionths } == [1_250_000, 714_286, 500_000])
        var group = UtilisationFigures()
        for figures in cases { group += figures }
        #expect(group.workedShare?.millionths == 862_069)
    }

    /// January 2026 has 22 working days: 176 h. Ana worked 44 h for clients, 11 of them not billable; Ben nothing but 22 h
    /// for the house. Who is not employed has none.
    @Test func isOfWorkingTime() throws {
        var ground = try Ground(
            Ground.studio.replacing(
                "  ben: {", with: "  eva: { name: Eva, cost: 50/h, contract: [100% from 2026-03-01] }\n  ben: {"))
        for date in ["2026-01-05", "2026-01-06", "2026-01-07"] { ground.work("ana", "apollo.lead", date, 11) }
        ground.work("ana", "apollo.lead", "2026-01-08", 11, billable: false)
        ground.work("ben", "house.tidy", "2026-01-09", 22)
        let view = ground.views.utilisation(by: .person, through("2026-01", "2026-01"))
        #expect(view.rows.map(\.key) == ["ana", "ben"])
        #expect(view.rows.map(\.figures.capacity) == [Hours(176), Hours(176)])
        #expect(view.rows.map { $0.figures.billableShare?.millionths } == [187_500, 0])
        #expect(view.rows.map { $0.figures.clientShare?.millionths } == [250_000, 0])
        #expect(view.rows.map { $0.figures.workedShare?.millionths } == [250_000, 125_000])
        #expect(view.total.workedShare?.millionths == 187_500)
    }

    /// Through 15 February there are ten working days of February.
    @Test func ofTheCurrentMonthIsThroughToday() throws {
        let ground = try Ground()
        let view = ground.views.utilisation(by: .month, through("2026-02", "2026-02"))
        #expect(view.total.capacity == Hours(160))
        #expect(UtilisationFigures().workedShare == nil)
    }
}
