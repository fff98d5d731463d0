// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import SmallFirms
import Staffing
import Testing

@testable import Verification

/// Money and hours of a small firm, worked out by hand.
@Suite struct FiguresTests {
    /// Ana: 40 h, 5 % internal, 10 % overtime at 150 %: 38 + 3.8. Ben: 20 h, on leave for a day of the second week.
    /// x is won and asks for 60 h, y is proposed with half a chance, z is not billed; the pool gives 5 h.
    static let yaml = """
        people:
          ana: { cost: 50/h, internal: 5%, skills: { a: 1 } }
          ben: { cost: 40/h, contract: 50%, leave: [2026-01-12], skills: { b: 1 }, overtime: none }
        projects:
          p:
            needs:
              x: { hours: 60h/week, rate: 100/h, skills: { a: 1 } }
              z: { hours: 10h/week, rate: none, skills: { b: 1 }, spread: weekly }
          q:
            stage: proposed 50%
            needs:
              y: { hours: 5h/week, rate: 80/h, skills: { b: 1 }, spread: weekly }
        subcontractors:
          free: { hours: 6h/week, cost: 95/h, skills: { a: 1 } }
        policy: { overtime: { up to: 10%, at: 150% }, fit: { newcomer: 0/h } }
        """

    static func planned() throws -> PlannedFirm { try makePlan(for: firm(yaml)) }

    @Test func summaryHasItsNamesInTheirOrder() throws {
        let planned = try Self.planned()
        #expect(planned.figures.summary(in: planned.situation.firm.currency).map(\.name) == Figures.summaryNames)
    }

    @Test func hoursAddUp() throws {
        let figures = try Self.planned().figures
        // Ana 41.8 a week on x, Ben 10 and 5 a week; the pool 6 a week.
        let (ana, ben) = (figures.people[0], figures.people[1])
        #expect(ana.load.inHours == 83.6)
        #expect(ana.overtime.inHours == 7.6)
        #expect(ana.bench == .zero)
        #expect(ana.internalTime == Hours(4))
        #expect(ben.load == Hours(30))
        #expect(ben.effective == Hours(36))
        #expect(ben.bench == Hours(6))
        #expect(ben.billable == Hours(10))
        // Sum over sum: 113.6 / (80 + 36), not the mean of 1.045 and 0.833.
        #expect(figures.use.utilisation == 113.6 / 116)
        #expect(figures.use.billableUtilisation == 93.6 / 116)
        #expect(figures.coverage.asked == Hours(150))
        #expect(figures.coverage.filled.inHours == 83.6 + 12 + 30)
        #expect(figures.lines.map(\.unfilled.inHours) == [24.4, 0, 0])
    }

    @Test func moneyAddsUp() throws {
        let figures = try Self.planned().figures
        // p: 95.6 × 100 of revenue; labour 83.6 × 50 + 20 × 40; pool 12 × 95.
        let p = figures.earnings[0]
        #expect(p.revenue.minorUnits == 956_000)
        #expect(p.labour.minorUnits == 418_000 + 80_000)
        #expect(p.subcontracting.minorUnits == 114_000)
        // q, if won: 10 × 80 less 10 × 40.
        #expect(figures.earnings[1].margin.minorUnits == 40_000)
        // Overtime: 7.6 × 25, and 7.6 × 75 at its full pay.
        #expect(figures.overtimePremium.minorUnits == 19_000)
        #expect(figures.marginalCost.minorUnits == 57_000 + 114_000)
        let costs = Figures.Basis.allCases.map { figures.earnings($0).cost.minorUnits }
        #expect(costs == [631_000, 651_000, 671_000])
        let margins = Figures.Basis.allCases.map { figures.earnings($0).margin.minorUnits }
        #expect(margins == [956_000 - 631_000, 996_000 - 651_000, 1_036_000 - 671_000])
        #expect(figures.earnings(.confirmed).marginRatio == 325.0 / 956)
    }

    /// A part of Ben's proposed work is unpaid overtime: what it saves must not make the cost of won work negative.
    @Test func unpaidOvertimeIsNoIncome() throws {
        let planned = try makePlan(
            for: firm(
                """
                people:
                  ben: { cost: 50/h, overtime: { up to: 50%, at: 0% } }
                projects:
                  q: { stage: proposed 50%, needs: { y: { hours: 60h/week, rate: 80/h } } }
                """))
        // 120 h × 50 if won, half of it by its chance, none of it so far; less 40 h × 50, if there is so much.
        #expect(planned.figures.overtimePremium.minorUnits == -200_000)
        let costs = Figures.Basis.allCases.map { planned.figures.earnings($0).cost.minorUnits }
        #expect(costs == [0, 100_000, 400_000])
    }
}
