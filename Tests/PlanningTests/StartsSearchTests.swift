// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import SmallFirms
import Staffing
import Testing
import Verification

/// The choice of starts against every combination planned one by one, each in a firm that has no windows.
@Suite struct StartsSearchTests {
    /// Ana alone can do both pieces of work, 40 h a week for two weeks each, within six weeks. Side by side half of it
    /// stays undone; so they are done one after the other, and the dearer one first since it is late from W05 on.
    @Test func workForOnePersonIsDoneInTurn() throws {
        let planned = try planned(
            """
            people: { ana: { cost: 50/h } }
            projects:
              p:
                phases:
                  work:
                    start: 2026-01-05 .. 2026-02-02
                    length: 2 weeks
                    milestone: { name: Done, by: 2026-01-16, penalty: 1000/week }
                needs: { x: { hours: 40h/week, rate: 100/h } }
              q:
                phases: { work: { start: 2026-01-05 .. 2026-02-02, length: 2 weeks } }
                needs: { x: { hours: 40h/week, rate: 100/h } }
            """, horizon: "2026-01-05 .. 2026-02-15")
        #expect(planned.bookings == ["ana on p.x, steady: 40 40 0 0 0 0", "ana on q.x, steady: 0 0 40 40 0 0"])
        #expect(planned.plan.starts.map { "\($0.project) \($0.day)" } == ["p 2026-01-05", "q 2026-01-19"])
        // 160 h × (100 − 50), all demand met, nothing late.
        #expect(planned.figures.worth == Money(minorUnits: 800_000))
        let proof = try #require(planned.plan.startsProof)
        // 160 h × (100 + 100 − 50).
        #expect(proof.objective == Money(minorUnits: 2_400_000))
        #expect(proof.gap == 0)
        #expect(planned.plan.certificate.status == .optimal)
    }

    /// A year of waiting costs less than one week of being late: begun weeks count, and the chance weighs them.
    @Test func aPenaltyCountsBegunWeeksTimesTheChance() throws {
        let planned = try planned(
            """
            people: { ana: { cost: 50/h } }
            projects:
              p:
                stage: proposed 50%
                phases:
                  work:
                    start: 2026-01-19
                    length: 1 week
                    milestone: { name: Done, by: 2026-01-15, penalty: 1000/week }
                needs: { x: { hours: 10h/week, rate: 100/h } }
            """, horizon: "2026-01-05 .. 2026-02-15")
        // Through Friday, 23 January: eight days, two weeks begun. 0.5 × (10 h × 50 − 2,000).
        #expect(planned.figures.worth == Money(minorUnits: -75_000))
        #expect(planned.figures.earnings(.exposure).penalties == Money(minorUnits: 200_000))
        #expect(planned.figures.earnings(.weighted).margin == Money(minorUnits: -75_000))
        #expect(planned.figures.earnings(.confirmed).penalties == .zero)
        #expect(planned.plan.startsProof == nil)
    }

    /// Work that a late start puts behind the horizon is not done, though nobody lacks it within.
    @Test func nothingIsGainedByPushingWorkOutOfSight() throws {
        let planned = try planned(
            """
            people: { ana: { cost: 50/h, contract: 50% } }
            projects:
              p:
                phases: { work: { start: 2026-01-05 .. 2026-02-09, length: 2 weeks } }
                needs: { x: { hours: 40h/week, rate: 60/h } }
            """, horizon: "2026-01-05 .. 2026-02-15")
        #expect(planned.plan.starts.map(\.day) == [Day("2026-01-05")])
    }

    @Test func pinnedWorkHoldsItsPhase() throws {
        let yaml = """
            people: { ana: { cost: 50/h, leave: [2026-01-05 .. 2026-01-09] } }
            projects:
              p:
                phases: { work: { start: 2026-01-05 .. 2026-01-26, length: 2 weeks } }
                needs: { x: { hours: 40h/week, rate: 100/h } }
            """
        let pin = "\nbookings: [\"ana on p.x, 8h/week, 2026-01-12 .. 2026-01-18, pinned\"]"
        let horizon = "2026-01-05 .. 2026-02-15"
        #expect(try planned(yaml, horizon: horizon).plan.starts.map(\.day) == [Day("2026-01-12")])
        let later = yaml.replacing("2026-01-05 .. 2026-01-09", with: "2026-01-12 .. 2026-01-23")
        #expect(try planned(later, horizon: horizon).plan.starts.map(\.day) == [Day("2026-01-26")])
        let held = try planned(later + pin, horizon: horizon).plan.starts.map(\.day)
        #expect(held == [Day("2026-01-05")] || held == [Day("2026-01-12")])
    }

    /// b may begin on the 12th or the 19th, and was to begin on the 12th. When a ends on Wednesday, 14 January, that is too
    /// early; when it ends on the 28th, the whole window is.
    @Test(arguments: [("2026-01-09", "2026-01-12"), ("2026-01-14", "2026-01-19"), ("2026-01-28", "2026-02-02")])
    func startsThatAreLaidDownGiveWay(_ end: String, _ begins: String) throws {
        let firm = try firm(
            """
            people: { ana: { cost: 50/h } }
            projects:
              p:
                phases:
                  a: { start: 2026-01-05, end: \(end) }
                  b: { start: 2026-01-12 .. 2026-01-19, after: a, length: 1 week }
                needs: { x: { phase: b, hours: 10h/week, rate: 100/h } }
            """, horizon: "2026-01-05 .. 2026-02-15")
        let planned = try makePlan(
            for: firm.placed(at: [PhaseStart("p", "b", Day("2026-01-12") ?? Day(number: 0))]))
        #expect(planned.plan.starts.map { "\($0.day)" } == [begins])
        #expect(planned.plan.startsProof == nil)
        #expect(planned.figures.isFilled)
    }

    @Test(arguments: Plan.Style.allCases) func bookablePlansAreMadeAtTheBestStarts(_ style: Plan.Style) throws {
        let yaml = """
            people: { ana: { cost: 50/h } }
            projects:
              p:
                phases: { work: { start: 2026-01-05 .. 2026-01-19, length: 2 weeks } }
                needs: { x: { hours: 40h/week, rate: 100/h } }
              q:
                dates: 2026-01-05 .. 2026-01-18
                needs: { x: { hours: 40h/week, rate: 120/h } }
            """
        let planned = try makePlan(for: firm(yaml, horizon: "2026-01-05 .. 2026-02-15"), style: style)
        #expect(planned.plan.starts.map { "\($0.day)" } == ["2026-01-19"])
        #expect(planned.plan.style == style)
        #expect(planned.plan.certificate.status == .optimal)
    }

    @Test(arguments: 0..<40) func isAsGoodAsEveryCombinationPlannedAlone(seed: Int) throws {
        let maker = WindowedFirm(seed: UInt64(seed))
        let planned = try makePlan(for: firm(maker.yaml(nil), horizon: WindowedFirm.horizon))
        let proof = try #require(planned.plan.startsProof)
        #expect(proof.planned == maker.combinations.count)
        let cover = planned.plan.certificate.stages[1].objective
        var best = Int.min
        for starts in maker.combinations {
            let alone = try makePlan(for: firm(maker.yaml(starts), horizon: WindowedFirm.horizon))
            best = max(best, alone.figures.worth.minorUnits)
            // All of it but cover, beside the worth of the plan that was chosen.
            let staffing = alone.figures.worth - alone.plan.certificate.stages[1].objective
            let difference = staffing - (planned.figures.worth - cover)
            #expect((proof.objective + difference).minorUnits <= proof.bound.minorUnits + 5)
        }
        #expect(best - planned.figures.worth.minorUnits <= 2)
        #expect(try planned.plan.violations(in: planned.situation).isEmpty)
    }
}

/// A made-up firm of two or three people and two projects that may begin in several weeks; the second waits within.
/// All work fits into the horizon wherever it begins, so that worths at different starts can be compared.
private struct WindowedFirm {
    static let horizon = "2026-01-05 .. 2026-04-05"
    private static let first = Day("2026-01-05") ?? Day(number: 0)

    private let people: String
    /// The width of each window in weeks: of p, of q's first phase and of its second.
    private let widths: [Int]
    private let lengths: [Int]
    private let lag: Int
    private let needs: [String]
    private let penalty: Int

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func draw(_ range: ClosedRange<Int>) -> Int { random.within(range) }
        people = (0..<draw(2...3)).map { index in
            let leave = WindowedFirm.first + 7 * draw(0...9)
            return "  w\(index): { cost: \(draw(40...70))/h, skills: { a: \(draw(1...2)) }, "
                + "contract: \(draw(2...5) * 20)%, leave: [\(leave) .. \(leave + 6 + 7 * draw(0...3))] }\n"
        }.joined()
        widths = [draw(1...3), draw(0...2), draw(1...3)]
        lengths = [draw(1...4), draw(1...2), draw(1...3)]
        lag = draw(0...1)
        penalty = draw(0...3) * 500
        needs = (0..<3).map { _ in
            let spread = ["steady", "weekly", "anytime"][draw(0...2)]
            let team = spread == "anytime" ? "" : ", team: \(draw(1...2))"
            return "hours: \(draw(2...8) * 8)h/week, rate: \(draw(60...140))/h, skills: { a: \(draw(1...2)) }, "
                + "spread: \(spread)\(team)"
        }
    }

    private func day(_ week: Int) -> Day { WindowedFirm.first + 7 * week }

    /// Weeks in which p and the two phases of q begin.
    var combinations: [[Int]] {
        var found: [[Int]] = []
        for p in 0...widths[0] {
            for q in 0...widths[1] {
                for r in 2...(2 + widths[2]) where r >= q + lengths[1] + lag { found.append([p, q, r]) }
            }
        }
        return found
    }

    /// With windows, or with fixed starts.
    func yaml(_ starts: [Int]?) -> String {
        func start(_ index: Int, from week: Int) -> String {
            if let starts { return "\(day(starts[index]))" }
            return "\(day(week)) .. \(day(week + widths[index]))"
        }
        let milestone = penalty > 0 ? ", milestone: { name: M, by: \(day(4)), penalty: \(penalty)/week }" : ""
        return """
            people:
            \(people)
            projects:
              p:
                phases: { a: { start: \(start(0, from: 0)), length: \(lengths[0]) weeks\(milestone) } }
                needs: { x: { phase: a, \(needs[0]) } }
              q:
                stage: proposed 60%
                phases:
                  a: { start: \(start(1, from: 0)), length: \(lengths[1]) weeks }
                  b: { start: \(start(2, from: 2)), after: a + \(lag) weeks, length: \(lengths[2]) weeks\(milestone) }
                needs:
                  x: { phase: a, \(needs[1]) }
                  y: { phase: b, \(needs[2]) }
            policy: { overtime: { up to: 10%, at: 150% } }
            """
    }
}
