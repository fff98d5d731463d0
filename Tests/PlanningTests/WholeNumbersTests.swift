// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import SmallFirms
import Staffing
import Testing

@testable import Planning

/// Which choices a search that claims to leave none out looks at.
@Suite struct WholeNumbersTests {
    /// Ana costs far more than the work brings, so that the linear program has no place for her.
    private func peoplePossible(_ ben: String, _ need: String = "", _ rule: String = "slice: 4h") throws -> [Int] {
        let situation = Situation(
            of: try firm(
                """
                policy: { unmet: { normal: 10/h }, bookable: { \(rule) } }
                people:
                  ana: { cost: 500/h, grade: senior, skills: { a: 3 } }
                  ben: { cost: 40/h, grade: junior, skills: { a: 3 }\(ben) }
                projects: { p: { needs: { x: { hours: 20h/week, skills: { a: 2 }, rate: 60/h\(need) } } } }
                """))
        let model = StaffingModel(of: situation)
        let relaxed = Relaxation(model: model, answer: try Answer(to: model.model, with: Options(), .normal))
        let booker = Booker(
            situation: situation, relaxed: relaxed, options: Options(), effort: .normal, base: nil, onProgress: nil)
        return Set(WholeNumbers(booker: booker, relaxed: relaxed).possible(within: 1e9).map(\.who)).sorted()
    }

    @Test func whoeverIsNeverWorthTheirCostIsLeftOut() throws {
        #expect(try peoplePossible("") == [1])
    }

    /// As a mentor, as one of a team, or as the senior of a mix, Ana may be needed so that Ben can work.
    @Test func butNotWhereOthersMayNeedThem() throws {
        #expect(try peoplePossible(", mentors: [ana]") == [0, 1])
        #expect(try peoplePossible("", ", team: 2 .. 3") == [0, 1])
        #expect(try peoplePossible("", ", mix: { senior: at least 1 }") == [0, 1])
    }

    @Test func norWhereOthersMayDoMoreBesideThem() throws {
        #expect(try peoplePossible("", ", mix: { junior: at most 40% }") == [0, 1])
        #expect(try peoplePossible("", "", "step: 8h") == [0, 1])
    }

    /// All of a firm's bookable plans, and what a program that leaves nothing out says of the best of them.
    private func program(_ yaml: String, within: Bool) throws -> (optimum: Double, planned: Double) {
        let firm = try firm(yaml, horizon: "2026-01-05 .. 2026-02-01")
        let situation = Situation(of: firm)
        var open = Support()
        for place in Neighbourhoods(of: situation).allPlaces {
            open.hold(person: place.who, line: place.line, stretch: place.place, 0...situation.seat(of: place.line))
        }
        let model = StaffingModel(of: situation, style: .bookable, within: within ? open : nil)
        let optimum = try #require(try solve(model.model).solution).objective
        let plan = try makePlan(for: firm, style: .bookable).plan
        return (optimum, Double(plan.certificate.stages[0].objective.minorUnits) / 100)
    }

    /// 60 h by Ana and 60 h by Ben, who is away in the last week, in which nobody is beside him.
    static let away = """
        people:
          ana: { cost: 20/h, skills: { a: 2 } }
          ben: { cost: 20/h, skills: { b: 2 }, mentors: [ana], leave: [2026-01-26 .. 2026-01-30] }
        projects:
          p:
            needs:
              care: { hours: 20h/week, skills: { a: 2 }, rate: 100/h, dates: 2026-01-05 .. 2026-01-25 }
              app: { hours: 20h/week, skills: { b: 2 }, rate: 100/h }
        """
    /// 80 h by each, Ana's week by week.
    static let loose = """
        people:
          ana: { cost: 20/h, skills: { a: 2 } }
          ben: { cost: 20/h, skills: { b: 2 }, mentors: [ana] }
        projects:
          p:
            needs:
              care: { hours: 20h/week, skills: { a: 2 }, rate: 100/h, spread: weekly }
              app: { hours: 20h/week, skills: { b: 2 }, rate: 100/h }
        """

    /// An hour of normal work brings 100 and the price of unmet hours, which is 100, less 20.
    @Test(arguments: [(away, 120.0), (loose, 160.0)], [true, false])
    func companyIsAskedForWhereWorkIsDone(example: (yaml: String, hours: Double), within: Bool) throws {
        let (optimum, planned) = try program(example.yaml, within: within)
        #expect(abs(planned - example.hours * 180) < 1)
        #expect(abs(optimum - planned) < 1)
    }
}
