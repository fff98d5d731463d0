// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

/// Plans with a decision laid down, and what proves how good they are.
///
/// Two people with 40 hours, one line of 40 hours each of two weeks, at 100 + 100: an hour of Ana is worth 150, of Ben
/// 120.
@Suite struct StipulationTests {
    static let yaml = """
        people:
          ana: { cost: 50/h }
          ben: { cost: 80/h }
        projects:
          p: { needs: { x: { hours: 40h/week, rate: 100/h } } }
        """

    private func plan(_ stipulations: [Stipulation], yaml: String = yaml) throws -> PlannedFirm {
        try makePlan(in: Situation(of: firm(yaml)).stipulating(stipulations))
    }

    /// A quarter of the line is Ben's: 20 hours at 120 instead of 150. His seat has the price −30 × 80, the line 150 × 80,
    /// which bounds the plan at just what it is worth.
    @Test func aLeastShareIsKeptAndItsPriceProvesThePlan() throws {
        let planned = try plan([.share(person: 1, line: 0, byStretch: [Share(percent: 25)])])
        #expect(planned.bookings == ["ana on p.x, steady: 30 30", "ben on p.x, steady: 10 10"])
        #expect(planned.worth == [60 * 15_000 + 20 * 12_000, 0])
        #expect(planned.plan.certificate.status == .optimal)
        #expect(planned.plan.certificate.bound == Money(minorUnits: 60 * 15_000 + 20 * 12_000))
        #expect(planned.plan.certificate.stages[0].prices.seats.map(\.price) == [-2_400])
    }

    /// Nobody who has not to be there may have a negative price: it would prove too much.
    @Test func aNegativePriceProvesNothingElsewhere() throws {
        let planned = try plan([.share(person: 1, line: 0, byStretch: [Share(percent: 25)])])
        let free = Situation(of: planned.situation.firm)
        let found = try planned.plan.violations(in: free)
        #expect(found.contains { if case .badPrice = $0 { true } else { false } })
    }

    @Test func leastHoursAreKeptWeekByWeek() throws {
        let weekly = Self.yaml.replacing("rate: 100/h", with: "rate: 100/h, spread: weekly")
        let planned = try plan([.hours(person: 1, line: 0, byWeek: [Hours(4), Hours(0)])], yaml: weekly)
        #expect(planned.bookings == ["ana on p.x, hourly: 36 40", "ben on p.x, hourly: 4 0"])
        #expect(planned.plan.certificate.status == .optimal)
        #expect(planned.plan.certificate.bound == Money(minorUnits: 76 * 15_000 + 4 * 12_000))
    }

    @Test func whoIsKeptOffDoesNothingThere() throws {
        let planned = try plan([.keepOff(person: 0, line: 0)])
        #expect(planned.bookings == ["ben on p.x, steady: 40 40"])
        #expect(planned.plan.certificate.status == .optimal)
    }

    /// Both are, and nobody is left who could.
    @Test func everybodyMayBeKeptOff() throws {
        let planned = try plan([.keepOff(person: 0, line: 0), .keepOff(person: 1, line: 0)])
        #expect(planned.unfilled == ["p.x, excluded, nearest ana: 40 40"])
    }

    /// Dan lacks the skill, and costs 40: the best, once he is let in.
    @Test func somebodyMayBeLetIn() throws {
        let skilled = """
            people:
              ana: { cost: 50/h, skills: { swift: 3 } }
              dan: { cost: 40/h }
            projects:
              p: { needs: { x: { skills: { swift: 3 }, hours: 40h/week, rate: 100/h } } }
            """
        #expect(try plan([], yaml: skilled).bookings == ["ana on p.x, steady: 40 40"])
        #expect(try plan([.admit(person: 1, line: 0)], yaml: skilled).bookings == ["dan on p.x, steady: 40 40"])
    }

    /// Of two lines for one person, the one that pays less comes first if it is told to.
    @Test func aLineMayComeFirst() throws {
        let two = """
            people:
              ana: { cost: 50/h }
            projects:
              p: { needs: { x: { hours: 40h/week, rate: 100/h }, y: { hours: 40h/week, rate: 90/h } } }
            """
        #expect(try plan([], yaml: two).bookings == ["ana on p.x, steady: 40 40"])
        let first = try plan([.first(line: 1)], yaml: two)
        #expect(first.bookings == ["ana on p.y, steady: 40 40"])
        #expect(first.plan.certificate.status == .optimal)
    }
}
