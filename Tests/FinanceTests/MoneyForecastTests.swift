// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

@testable import Finance

private func day(_ text: String) -> Day { Day(text)! }
private func month(_ text: String) -> Month { Month(text)! }
private func euros(_ whole: Int, _ cents: Int = 0) -> Money { Money(minorUnits: whole * 100 + cents) }
private func through(_ first: String, _ last: String) -> ClosedRange<Month> { month(first)...month(last) }

@Suite("Money to come")
struct MoneyForecastTests {
    private static func ground(_ changes: [(String, String)] = []) throws -> Ground {
        var text = Ground.studio + "\noverheads: { rent: 1000/month }\n"
        for (old, new) in changes { text = text.replacing(old, with: new) }
        var ground = try Ground(text)
        ground.today = day("2026-01-31")
        return ground
    }

    /// 40 h of February at 100: earned and invoiced at its end, 4,920 with tax, due on 30 March and paid ten days later.
    /// The tax goes in March. January's payday is over; February has 160 working hours, March and April 176.
    @Test func goesFromThePlanToTheBank() throws {
        var ground = try Self.ground()
        for monday in ["2026-02-02", "2026-02-09", "2026-02-16", "2026-02-23"] {
            ground.book("ana", "apollo.lead", monday, 10)
        }
        let forecast = try ground.views.forecast(through: month("2026-04"))
        #expect(forecast.lines.map(\.month.description) == ["2026-01", "2026-02", "2026-03", "2026-04"])
        #expect(forecast.lines.map(\.revenue.confirmed) == [.zero, euros(4_000), .zero, .zero])
        #expect(forecast.lines.map(\.invoiced.confirmed) == [.zero, euros(4_000), .zero, .zero])
        #expect(forecast.lines.map(\.received.confirmed) == [.zero, .zero, .zero, euros(4_920)])
        #expect(forecast.lines.map(\.tax.confirmed) == [.zero, .zero, euros(920), .zero])
        #expect(forecast.lines.map(\.payroll) == [.zero, euros(16_000), euros(17_600), euros(17_600)])
        #expect(forecast.lines.map(\.overheads) == [euros(1_000), euros(1_000), euros(1_000), euros(1_000)])
        #expect(forecast.lines[3].net.confirmed == euros(4_920 - 17_600 - 1_000))
        #expect(forecast.contracts.map(\.contract) == ["apollo"])
    }

    /// Of 10 h in the week of 30 March, two of five days are in March.
    @Test func weeksAreCutAtTheEndOfMonths() throws {
        var ground = try Self.ground()
        ground.book("ana", "apollo.lead", "2026-03-30", 10)
        let forecast = try ground.views.forecast(through: month("2026-04"))
        #expect(forecast.lines.map(\.revenue.confirmed) == [.zero, .zero, euros(400), euros(600)])
    }

    /// What is open is paid as late as the client is used to pay; what should have come already, this month.
    @Test func openInvoicesComeIn() throws {
        var ground = try Self.ground()
        ground.work("ana", "apollo.lead", "2026-01-12", 10)
        ground.invoice("2026-01-31")
        #expect(
            try ground.views.forecast(through: month("2026-03")).lines.map(\.received.confirmed) == [
                .zero, .zero, euros(1_230),
            ])
        ground.today = day("2026-03-20")
        let later = try ground.views.forecast(through: month("2026-03"))
        #expect(later.lines.map(\.received.confirmed) == [euros(1_230)])
        // January's invoice was taxed before.
        #expect(later.lines.map(\.tax.confirmed) == [.zero])
    }

    /// A fixed fee of 12,000 that is won with 25 %: half of its 40 h lie in February, half in March.
    @Test func proposedWorkCountsByItsChance() throws {
        var ground = try Self.ground([("beacon: { name: Beacon,", "beacon: { name: Beacon, stage: proposed 25%,")])
        ground.book("ben", "beacon.make", "2026-02-02", 20)
        ground.book("ben", "beacon.make", "2026-03-02", 20)
        let forecast = try ground.views.forecast(through: month("2026-03"))
        #expect(forecast.lines.map(\.revenue.confirmed) == [.zero, .zero, .zero])
        #expect(forecast.lines.map(\.revenue.weighted) == [.zero, euros(1_500), euros(1_500)])
        #expect(forecast.contracts.map(\.revenue) == [[.zero, euros(6_000), euros(6_000)]])
        #expect(forecast.contracts.map(\.chance) == [Share(percent: 25)])
    }

    /// 40 h at 100 are booked at 60: 4,000 and 1,600 planned. 10 h are worked: 1,000 and 400.
    @Test func plannedMarginsAreOfTheBookedWork() throws {
        var ground = try Self.ground()
        for monday in ["2026-01-05", "2026-01-12", "2026-01-19", "2026-02-02"] {
            ground.book("ana", "apollo.lead", monday, 10)
        }
        ground.book("ben", "beacon.make", "2026-01-05", 10)
        ground.book("ben", "beacon.make", "2026-02-02", 30)
        ground.work("ana", "apollo.lead", "2026-01-12", 10)
        let view = try ground.views.margins(by: .project, through("2026-01", "2026-01"))
        #expect(view.rows.map(\.key) == ["apollo", "beacon"])
        #expect(view.rows.map(\.figures.plannedRevenue) == [euros(3_000), euros(3_000)])
        #expect(view.rows.map(\.figures.plannedMargin) == [euros(1_200), euros(2_600)])
        #expect(view.rows.map(\.figures.actual.margin) == [euros(400), .zero])
        #expect(view.rows[0].figures.difference == euros(-800))
        #expect(view.rows[0].figures.plannedShare == Share(percent: 40))
    }

    /// Ana worked 150 of 176 hours of January and Ben none; 12 h on a line for which 250 h are agreed; 5 h on no line.
    @Test func findingsAreRaised() throws {
        var ground = try Self.ground([("hours: 10h/week } } }\n  house", "hours: 10h total } } }\n  house")])
        ground.work("ben", "beacon.make", "2026-01-12", 12)
        ground.work("ana", "beacon", "2026-01-12", 5)
        let found = try ground.views.findings(on: day("2026-02-15"))
        #expect(found.map(\.cause) == ["scope:beacon.make", "scope:beacon", "time:2026-01"])
        #expect(found[0] == .beyondAgreed(LineID("beacon", "make"), by: Hours(2)))
        #expect(found[1] == .unnamedWork("beacon", Hours(5)))
        guard case .missingTime(_, let missing) = found[2] else { return }
        #expect(missing.map(\.hours) == [Hours(171), Hours(164)])
    }

    /// Due on 2 March; the stages are 7 and 21 days.
    @Test func remindersComeInStages() throws {
        var ground = try Self.ground()
        ground.work("ana", "apollo.lead", "2026-01-12", 10)
        ground.invoice("2026-01-31")
        let number = ground.invoices[0].number
        func stages(_ date: String, sent: Int = 0) -> [Int] {
            ground.accounts.reminders(on: day(date), sent: sent == 0 ? [:] : [number: sent]).map(\.stage)
        }
        #expect(stages("2026-03-08") == [])
        #expect(stages("2026-03-09") == [1])
        #expect(stages("2026-03-09", sent: 1) == [])
        #expect(stages("2026-03-23", sent: 1) == [2])
        #expect(stages("2026-03-23") == [2])
        #expect(stages("2026-12-31", sent: 2) == [])
        ground.pay(1, "2026-03-10", euros(1_230))
        #expect(stages("2026-03-23") == [])
    }
}
