// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

/// Bookable plans beside all that there are: every rule on a firm so small that all shares in whole steps can be tried, each
/// judged by the code that checks plans. A step of eight hours makes them the only ones.
@Suite("Bookable plans") struct BookablePlansTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let yaml: String
    }

    static let people = """
        offices: { lisbon: {}, berlin: {}, paris: {} }
        people:
          ana: { cost: 50/h, grade: senior, office: lisbon, skills: { a: 3, b: 3 } }
          ben: { cost: 40/h, grade: junior, office: lisbon, skills: { a: 3 } }
          cleo: { cost: 45/h, grade: junior, office: berlin, skills: { a: 3, b: 3 }, contract: 60% }

        """

    static let examples = [
        Example(
            testDescription: "smallest booking",
            yaml: people
                + """
                policy: { bookable: { smallest: 24h/week, step: 8h } }
                projects:
                  x: { needs: { one: { hours: 48h/week, skills: { a: 2 }, rate: 100/h } } }
                  y: { needs: { two: { hours: 40h/week, skills: { b: 2 }, rate: 90/h } } }
                """),
        Example(
            testDescription: "at once",
            yaml: people
                + """
                policy: { bookable: { at once: 1, step: 8h } }
                projects:
                  x: { needs: { one: { hours: 48h/week, skills: { a: 2 }, rate: 100/h } } }
                  y: { needs: { two: { hours: 16h/week, skills: { b: 2 }, rate: 130/h } } }
                """),
        Example(
            testDescription: "one person",
            yaml: people
                + """
                policy: { bookable: { step: 8h } }
                projects:
                  x: { needs: { one: { hours: 48h/week, skills: { a: 2 }, rate: 100/h, team: 1 } } }
                  y: { needs: { two: { hours: 24h/week, skills: { b: 2 }, rate: 90/h } } }
                """),
        Example(
            testDescription: "a team from two to three",
            yaml: people
                + """
                policy: { bookable: { step: 8h } }
                projects:
                  x: { needs: { one: { hours: 16h/week, skills: { a: 2 }, rate: 45/h, team: 2 .. 3 } } }
                  y: { needs: { two: { hours: 64h/week, skills: { b: 2 }, rate: 200/h } } }
                """),
        Example(
            testDescription: "a senior",
            yaml: people
                + """
                policy: { bookable: { step: 8h } }
                projects:
                  x: { needs: { one: { hours: 40h/week, skills: { a: 2 }, rate: 100/h, mix: { senior: at least 1 } } } }
                  y: { needs: { two: { hours: 40h/week, skills: { b: 2 }, rate: 120/h } } }
                """),
        Example(
            testDescription: "juniors at most",
            yaml: people
                + """
                policy: { bookable: { step: 8h } }
                projects:
                  x: { needs: { one: { hours: 40h/week, skills: { a: 2 }, rate: 100/h, mix: { junior: at most 40% } } } }
                  y: { needs: { two: { hours: 24h/week, skills: { b: 2 }, rate: 110/h } } }
                """),
        Example(
            testDescription: "a mentor",
            yaml: people.replacing("skills: { a: 3 } }", with: "skills: { a: 3 }, mentors: [ana] }")
                + """
                policy: { bookable: { step: 8h } }
                projects:
                  x: { needs: { one: { hours: 40h/week, skills: { a: 2 }, rate: 60/h } } }
                  y: { needs: { two: { hours: 40h/week, skills: { b: 2 }, rate: 120/h } } }
                """),
        Example(
            testDescription: "a mentor who costs more than they bring",
            yaml: people.replacing("ana: { cost: 50/h", with: "ana: { cost: 170/h")
                .replacing("skills: { a: 3 } }", with: "skills: { a: 3 }, mentors: [ana] }")
                    + """
                    policy: { bookable: { step: 8h } }
                    projects:
                      x: { needs: { one: { hours: 48h/week, skills: { a: 2 }, rate: 60/h } } }
                    """),
        Example(
            testDescription: "together",
            yaml: people
                + """
                together: [[ben, cleo]]
                policy: { bookable: { step: 8h } }
                projects:
                  x: { needs: { one: { hours: 32h/week, skills: { a: 2 }, rate: 100/h } } }
                  y: { needs: { two: { hours: 24h/week, skills: { b: 2 }, rate: 120/h } } }
                """),
        Example(
            testDescription: "sites",
            yaml: people.replacing("skills: { a: 3, b: 3 }, contract", with: "skills: { a: 3 }, contract")
                + """
                policy: { bookable: { step: 8h, sites: 1 } }
                projects:
                  x: { site: berlin, needs: { one: { hours: 72h/week, skills: { a: 2 }, rate: 100/h } } }
                  y: { site: paris, needs: { two: { hours: 24h/week, skills: { b: 2 }, rate: 110/h } } }
                """),
    ]

    @Test(arguments: examples) func noPlanInStepsIsBetter(_ example: Example) throws {
        let firm = try firm(example.yaml)
        let planned = try makePlan(for: firm, style: .bookable)
        #expect(planned.plan.style == .bookable)
        #expect(try planned.plan.violations(in: planned.situation).isEmpty)
        let best = try Trial(of: planned.situation).best()
        // A second of the hours of two weeks is rounding.
        #expect(abs(planned.worth[0] - best) <= 20, "\(planned.bookings)")
        #expect(planned.plan.certificate.status == .optimal)
    }

    /// The rule costs something, or the example shows nothing.
    @Test(arguments: examples) func theRuleBinds(_ example: Example) throws {
        let firm = try firm(example.yaml)
        let bookable = try makePlan(for: firm, style: .bookable)
        var free = firm
        free.together = []
        free.policy.bookable = BookingRules(smallest: .hours(.zero), step: Hours(8))
        for index in free.people.indices { free.people[index].mentors = [] }
        for project in free.projects.indices {
            for line in free.projects[project].lines.indices {
                free.projects[project].lines[line].team = nil
                free.projects[project].lines[line].mix = []
            }
        }
        let fractional = try makePlan(for: free, style: .bookable)
        #expect(bookable.worth[0] < fractional.worth[0] - 20)
    }

    /// Hours of loose lines come in slices: three hours are not done as two and one.
    @Test func slicesAreNotSplinters() throws {
        let planned = try makePlan(
            for: firm(
                """
                people: { ana: { cost: 50/h }, ben: { cost: 50/h, skills: { tools: 1 } } }
                projects:
                  x: { needs: { queue: { hours: 38h/week, spread: weekly, rate: 100/h } } }
                  y: { needs: { tools: { hours: 39h/week, spread: weekly, rate: 120/h, skills: { tools: 1 } } } }
                  z: { needs: { desk: { hours: 3h/week, spread: weekly, rate: 60/h } } }
                policy: { bookable: { slice: 2h } }
                """), style: .bookable)
        let pieces = planned.plan.assignments.flatMap { $0.weeks.map(\.hours) }
        #expect(!pieces.isEmpty && pieces.allSatisfy { $0 >= Hours(2) })
    }

    @Test func threadsDoNotChangeThePlan() throws {
        let firm = try firm(Self.examples[0].yaml)
        let plans = try [1, 2, 4].map { threads in
            var options = Options()
            options.threads = threads
            return try makePlan(for: firm, style: .bookable, with: options).plan
        }
        #expect(plans[0] == plans[1])
        #expect(plans[0] == plans[2])
    }
}

/// All plans of a firm whose steady lines have one stretch each, in shares of whole steps of eight hours.
private struct Trial {
    private let situation: Situation
    /// By pair: the shares to try.
    private var pairs: [(person: Int, line: Int, shares: [Share])] = []

    init(of situation: Situation) {
        self.situation = situation
        for line in situation.demand.lines.indices {
            let steps = situation.ordinaryWeek(line: line, stretch: 0).seconds / Hours(8).seconds
            let shares = (0...steps).map { step in
                Share(millionths: (step * Share.whole.millionths + steps - 1) / steps)
            }.filter { $0 <= situation.largestShare(of: line) }
            for candidate in situation.candidates[line] { pairs.append((candidate.person, line, shares)) }
        }
    }

    /// The value of the best of those that keep every rule, in minor units.
    func best() throws -> Int {
        let digest = try situation.firm.digest()
        var best = Int.min
        var chosen = [Share](repeating: .zero, count: pairs.count)
        func choose(_ index: Int) {
            guard index < pairs.count else {
                let plan = plan(chosen, digest)
                let broken = plan.violations(in: situation, digest: digest).contains {
                    (found: Verification.Violation) in !found.isAboutTheFrame
                }
                if !broken {
                    best = max(best, Int(Tally(of: plan, in: situation).staffingObjective(in: situation).rounded()))
                }
                return
            }
            let held = pairs.indices.filter { $0 < index && pairs[$0].line == pairs[index].line }
                .reduce(Share.zero) { $0 + chosen[$1] }
            for share in pairs[index].shares where held + share <= Share(millionths: 1_000_003) {
                chosen[index] = min(share, Share.whole - held)
                choose(index + 1)
            }
            chosen[index] = .zero
        }
        choose(0)
        return best
    }

    private func plan(_ shares: [Share], _ digest: String) -> Plan {
        let horizon = situation.firm.horizon
        let work = zip(pairs, shares).compactMap { pair, share -> Assignment? in
            guard share > .zero else { return nil }
            let weeks = situation.stretches[pair.line][0]
            return Assignment(
                person: situation.firm.people[pair.person].id, line: situation.demand.lines[pair.line].id,
                kind: .steady,
                shares: [
                    ShareHeld(
                        first: horizon.weeks[weeks.lowerBound], last: horizon.weeks[weeks.upperBound - 1], share: share)
                ],
                weeks: weeks.map {
                    WeekHours(
                        horizon.weeks[$0],
                        situation.delivery(person: pair.person, line: pair.line, week: $0).part(share))
                })
        }
        return Plan(
            scenario: situation.firm.name, digest: digest, style: .bookable, assignments: work, subcontracts: [],
            unfilled: [], certificate: Certificate(status: .optimal, stages: []))
    }
}

extension Verification.Violation {
    /// Not about the work itself.
    fileprivate var isAboutTheFrame: Bool {
        switch self {
        case .unfilledWrong, .unfilledTotalWrong, .stagesWrong: true
        default: false
        }
    }
}
