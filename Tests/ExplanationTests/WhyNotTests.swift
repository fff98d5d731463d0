// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Matching
import Planning
import SmallFirms
import Staffing
import Testing

/// What it costs to put somebody on a line.
@Suite struct WhyNotTests {
    private func price(
        _ yaml: String, _ person: Identifier<Person>, _ line: String, hours: Int? = nil
    ) throws -> (Reservation, Consequence)? {
        let base = try planned(yaml)
        let answer = try whyNot(
            person: base.person(person), line: base.line(line), hoursPerWeek: hours.map { Hours($0) }, in: base)
        guard case .price(let reservation, let consequence) = answer.answer else { return nil }
        return (reservation, consequence)
    }

    /// 80 hours at 280 − 274 = 6: no money changes hands, but Ana has no SQL.
    @Test func thePriceIsTheDifferenceForTheWholeFirm() throws {
        let (reservation, consequence) = try #require(try price(pair, "ben", "p.x"))
        #expect(reservation.hours == Hours(80))
        #expect(reservation.mostInAWeek == Hours(40))
        #expect(consequence.worth == Money(minorUnits: -48_000))
        #expect(consequence.price == Money(minorUnits: 48_000))
        #expect(consequence.revenue == .zero)
        #expect(consequence.margin == .zero)
        #expect(consequence.filled == .zero)
        #expect(consequence.shortfalls == [])
        #expect(consequence.moves == ["ana p.x +0 -80", "ben p.y +0 -80", "ana p.y +80 -0", "ben p.x +80 -0"])
    }

    /// 10 of 40 hours a week: a quarter of the line, and a quarter of the price.
    @Test func partOfALineCostsThatPart() throws {
        let (reservation, consequence) = try #require(try price(pair, "ben", "p.x", hours: 10))
        #expect(reservation.stipulation == .share(person: 1, line: 0, byStretch: [Share(percent: 25)]))
        #expect(reservation.hours == Hours(20))
        #expect(consequence.worth == Money(minorUnits: -12_000))
    }

    @Test func whoeverIsThereCostsNothing() throws {
        let (_, consequence) = try #require(try price(pair, "ana", "p.x"))
        #expect(consequence.worth == .zero)
        #expect(consequence.shifts == [])
    }

    /// Ana is pinned for 30 of her 40 hours: a quarter of x is what she can carry.
    @Test func noMoreThanFitsBesidePins() throws {
        let pinned = pair + "\nbookings: [\"ana on p.y, 30h/week, 2026-01-05 .. 2026-01-16, pinned\"]"
        let (reservation, _) = try #require(try price(pinned, "ana", "p.x"))
        #expect(reservation.hours == Hours(20))
        #expect(!reservation.isCut)
        let (asked, _) = try #require(try price(pinned, "ana", "p.x", hours: 20))
        #expect(asked.hours == Hours(20))
        #expect(asked.isCut)
    }

    /// Two more hours a day, at half as much again: 50 hours are asked of Ben's 40 and 10 more.
    @Test func hoursThatAreAskedForMayBeOvertime() throws {
        let long = pair.replacing(
            "x: { skills: { swift: 3 }, hours: 40h", with: "x: { skills: { swift: 3 }, hours: 50h")
        let overtime = long + "\npolicy: { overtime: { up to: 25%, at: 150% } }"
        let (most, _) = try #require(try price(overtime, "ben", "p.x"))
        #expect(abs(most.hours.inHours - 80) < 0.01)
        let (asked, _) = try #require(try price(overtime, "ben", "p.x", hours: 50))
        #expect(asked.hours == Hours(100))
        #expect(!asked.isCut)
    }

    /// Half of a line for two: a seat.
    @Test func noMoreThanASeat() throws {
        let team = pair.replacing("hours: 40h/week, rate: 100/h", with: "hours: 40h/week, rate: 100/h, team: 2")
        let (reservation, _) = try #require(try price(team, "ben", "p.x"))
        #expect(reservation.hours == Hours(40))
    }

    @Test(arguments: ["weekly", "anytime"]) func looseLinesHaveTheSamePrice(spread: String) throws {
        let loose = pair.replacing("rate: ", with: "spread: \(spread), rate: ")
        let (reservation, consequence) = try #require(try price(loose, "ben", "p.x", hours: 10))
        #expect(reservation.hours == Hours(20))
        #expect(consequence.worth == Money(minorUnits: -12_000))
        let (all, dear) = try #require(try price(loose, "ben", "p.x"))
        #expect(all.hours == Hours(80))
        #expect(dear.worth == Money(minorUnits: -48_000))
    }

    /// Could Dan do it (100 + 100 − 40 = 160), he would do x for 80 h, Ana y at 134 instead of Ben at 130, and Ben
    /// nothing: 160 + 134 instead of 280.
    @Test func whoeverLacksSomethingIsToldAllOfIt() throws {
        let base = try planned(pair + "\nexclusions: [dan not on p]")
        let answer = try whyNot(person: base.person("dan"), line: base.line("p.x"), in: base)
        guard case .barred(let obstacles, let otherwise?) = answer.answer else {
            Issue.record("not barred")
            return
        }
        #expect(obstacles == [.lowLevel("swift", has: 2, needs: 3), .excluded(.project("p"))])
        #expect(otherwise.worth == Money(minorUnits: 80 * 1_400))
        #expect(answer.value == nil)
        #expect(answer.planned == .zero)
    }

    @Test func noRoomWhereAllIsPinned() throws {
        let base = try planned(pair + "\nbookings: [\"ana on p.x, 40h/week, 2026-01-05 .. 2026-01-16, pinned\"]")
        for (person, line) in [("ana", "p.y"), ("ben", "p.x")] {
            let answer = try whyNot(person: base.person(.init(person)), line: base.line(line), in: base).answer
            guard case .noRoom = answer else {
                Issue.record("room for \(person) on \(line)")
                continue
            }
        }
    }

    @Test func proposalsMayBeLeftOut() throws {
        let base = try planned(
            pair.replacing("  p:\n", with: "  p:\n    stage: proposed 50%\n") + "\npolicy: { tentative: out }")
        guard case .leftOut = try whyNot(person: 0, line: 0, in: base).answer else {
            Issue.record("counted")
            return
        }
    }

    /// Ana leaves after the first of three weeks; Ben, who is there throughout, is made to take all of it, though Ana's
    /// hours are cheaper: 40 h at 50 instead of 40 at 80, and no hand-over any more, which was 8 h at 80.
    @Test func aForcedShareHoldsThroughAllStretches() throws {
        let base = try planned(
            """
            people:
              ana: { cost: 50/h, contract: 100% to 2026-01-11 }
              ben: { cost: 80/h }
            projects:
              p: { needs: { x: { hours: 40h/week, rate: 100/h } } }
            """, horizon: "2026-01-05 .. 2026-01-25")
        #expect(base.hours("ben", "p.x") == 80)
        let answer = try whyNot(person: 1, line: 0, in: base).answer
        guard case .price(let reservation, let consequence) = answer else {
            Issue.record("no price")
            return
        }
        #expect(reservation.stipulation == .share(person: 1, line: 0, byStretch: [.whole, .whole]))
        #expect(consequence.worth == Money(minorUnits: -(40 * 3_000) + 64_000))
    }
}
