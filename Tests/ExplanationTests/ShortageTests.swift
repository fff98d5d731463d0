// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Matching
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

/// Why a line is short, and the smallest step of each kind that fills it.
@Suite struct ShortageTests {
    /// 44 hours a week are asked of Ana's 40, for two weeks; an hour of hers is worth 100 + 100 − 50 = 150.
    static let full = """
        people:
          ana: { name: Ana, cost: 50/h }
        projects:
          p: { needs: { x: { hours: 44h/week, rate: 100/h } } }
        """

    /// - 4 h of overtime a week: 8 × (150 − 25) = 1,000. Less does not do.
    /// - 4 h a week of somebody who costs 75: 8 × (200 − 75) = 1,000.
    /// - A tenth less of it: 79.2 h are done instead of 80, and 0.8 × 150 = 120 are lost.
    @Test func eachKindOfStepIsTriedUntilItFillsTheLine() throws {
        let found = try shortages(in: planned(Self.full))
        #expect(found.map(\.line.description) == ["p.x"])
        #expect(found[0].unfilled == Hours(8))
        #expect(found[0].reasons.map(\.reason) == [.time])
        #expect(
            found[0].fillings.map(\.step) == [
                .overtime("ana", perWeek: Hours(4), pay: Share(percent: 150)),
                .subcontract(
                    "subcontractor", isNew: true, perWeek: Hours(4), cost: Rate(perHour: Money(minorUnits: 7_500))),
                .smaller(by: Share(percent: 10)),
            ])
        // To the seconds that a share of the pool is rounded by.
        #expect(found[0].fillings.map { ($0.gain.minorUnits + 50) / 100 } == [1_000, 1_000, -119])
        // First, four of overtime, four of subcontracting, two smaller ones; later or earlier lies beyond the horizon.
        #expect(found[0].tried == 11)
        #expect(found[0].best == nil)
    }

    /// 49 hours are asked of Ana's 40: 9 more are enough and 8 are not, though steps leap from 8 to 10.
    @Test func stepsAreTriedByWholeHours() throws {
        let base = try planned(Self.full.replacing("44h", with: "49h"))
        let found = try shortages(in: base)[0]
        let cost = Rate(perHour: Money(minorUnits: 7_500))
        func overtime(_ hours: Int) -> Step { .overtime("ana", perWeek: Hours(hours), pay: Share(percent: 150)) }
        func subcontract(_ hours: Int) -> Step {
            .subcontract("subcontractor", isNew: true, perWeek: Hours(hours), cost: cost)
        }
        #expect(found.fillings.map(\.step).contains(overtime(9)))
        #expect(found.fillings.map(\.step).contains(subcontract(9)))
        for step in [overtime(8), subcontract(8)] {
            let less = try #require(try base.replanned(after: step, on: 0))
            #expect(abs(less.unfilled("p.x") - 2) < 0.01, "an hour of each of two weeks stays undone")
        }
        // First; 1, 2, 3, 4, 5, 6, 8, 10 and 9 of overtime; 1, 2, 3, 4, 6, 8, 10 and 9 of others; four smaller ones.
        #expect(found.tried == 1 + 9 + 8 + 4)
    }

    @Test func quickTellsReasonsAlone() throws {
        let found = try shortages(in: planned(Self.full), plans: 0)
        #expect(found.map(\.tried) == [0])
        #expect(found[0].fillings.isEmpty)
        #expect(found[0].reasons.count == 1)
    }

    /// Of y most value is missing: after its steps ten plans have been made, and x is not begun.
    @Test func afterSoManyPlansNoLineIsBegun() throws {
        let base = try planned(
            """
            people:
              ana: { name: Ana, cost: 50/h }
            projects:
              p: { needs: { x: { hours: 41h/week, rate: 100/h }, y: { hours: 60h/week, rate: 60/h } } }
            """)
        let all = try shortages(in: base)
        #expect(all.map(\.line.description) == ["p.x", "p.y"])
        #expect(all.allSatisfy { $0.tried > 0 })
        let few = try shortages(in: base, plans: 10)
        #expect(few.map(\.line) == all.map(\.line))
        #expect(few.map(\.tried) == [0, all[1].tried])
    }

    @Test func nothingIsShortWhereAllIsFilled() throws {
        #expect(try shortages(in: planned(pair)).isEmpty)
    }

    /// Ana does y in the first two weeks, and x could wait for two weeks: 40 × 150 = 6,000.
    @Test func aLineMayMove() throws {
        let base = try planned(
            """
            people:
              ana: { name: Ana, cost: 50/h }
            projects:
              p:
                deadline: 2026-01-18
                needs:
                  x: { dates: 2026-01-05 .. 2026-01-11, hours: 40h/week, rate: 100/h }
                  y: { dates: 2026-01-05 .. 2026-01-18, hours: 40h/week, rate: 120/h }
            """, horizon: "2026-01-05 .. 2026-02-01")
        let found = try shortages(in: base)
        #expect(found.map(\.line.description) == ["p.x"])
        let move = try #require(found[0].fillings.first { $0.step == .move(weeks: 2) })
        #expect(move.gain == Money(minorUnits: 600_000))
        #expect(move.missed?.due.description == "2026-01-18")
        #expect(!found[0].fillings.contains { if case .move(let weeks) = $0.step { weeks != 2 } else { false } })
        let sooner = try #require(try base.replanned(after: .move(weeks: 1), on: base.line("p.x")))
        #expect(sooner.unfilled("p.x") > 39)
    }

    /// The pinned 40 hours of y cannot give way; x is served first only where others can.
    @Test func puttingALineFirstIsPaidForByOthers() throws {
        let base = try planned(
            """
            people:
              ana: { name: Ana, cost: 50/h }
            projects:
              p:
                needs:
                  x: { hours: 40h/week, rate: 100/h }
                  y: { hours: 40h/week, rate: 120/h }
            """)
        let first = try #require(try shortages(in: base)[0].fillings.first { $0.step == .first })
        #expect(first.gain == Money(minorUnits: -80 * 2_000))
        #expect(first.consequence.moves == ["ana p.y +0 -80", "ana p.x +80 -0"])
    }

    /// Dan has Swift at 2, asked for is 3: for less he is worth 100 + 100 − 40 − 6 for a skill that is preferred then.
    @Test func lessMayBeAskedFor() throws {
        let base = try planned(
            """
            people:
              dan: { name: Dan, skills: { swift: 2 }, cost: 40/h }
              eva: { name: Eva, skills: { swift: 3 }, cost: 40/h, role: lead, office: porto }
            offices: { porto: { name: Porto } }
            projects:
              p:
                needs:
                  x: { skills: { swift: 3 }, role: designer, office: porto, hours: 10h/week, rate: 100/h }
                  y: { skills: { swift: 3 }, office: porto, hours: 10h/week, rate: 100/h }
            exclusions: [eva not on p.y]
            """)
        let found = try shortages(in: base)
        #expect(found.map(\.reasons[0].reason) == [.role("designer"), .excluded])
        #expect(found[0].fillings.map(\.step) == [.anyRole("designer")])
        #expect(found[0].fillings[0].gain == Money(minorUnits: 20 * 16_000))
        #expect(found[1].fillings.map(\.step) == [.lift(Exclusion(person: "eva", target: .line(LineID("p", "y"))))])

        let level = try planned(
            """
            people:
              dan: { name: Dan, skills: { swift: 1 }, cost: 40/h }
            projects:
              p: { needs: { x: { skills: { swift: 3 }, hours: 10h/week, rate: 100/h } } }
            """)
        let lower = try shortages(in: level)[0]
        #expect(lower.nearMiss?.obstacles == [.lowLevel("swift", has: 1, needs: 3)])
        let filling = try #require(lower.fillings.first { $0.step == .level("swift", from: 3, to: 1) })
        #expect(filling.gain == Money(minorUnits: 20 * 15_400))
        #expect(!lower.fillings.contains { $0.step == .level("swift", from: 3, to: 2) })
    }

    /// Two seats of 20 hours, and one person with 40: one seat does.
    @Test func fewerSeatsMayDo() throws {
        let base = try planned(
            Self.full.replacing("hours: 44h/week", with: "team: 2, hours: 40h/week"))
        let found = try shortages(in: base)[0]
        #expect(found.reasons.map(\.reason) == [.team])
        #expect(found.fillings.map(\.step).contains(.seats(from: 2, to: 1)))
    }
}

/// What must hold of every step that is said to fill a line, on made-up firms.
@Suite struct ShortageProperties {
    /// It does fill it when the firm is really changed, solved cold, and no smaller step of its kind does.
    @Test(arguments: [11, 12, 13] as [UInt64]) func theSmallestStepFillsTheLineAndNoSmallerDoes(seed: UInt64) throws {
        let base = try makePlan(for: try generated(people: 4, weeks: 6, seed: seed, load: 115))
        var checked = 0
        for shortage in try shortages(in: base).prefix(4) {
            let line = base.line(shortage.line.description)
            for filling in shortage.fillings {
                if let firm = try filling.step.applied(to: shortage.line, in: base.situation.firm) {
                    #expect(try makePlan(for: firm).figures.lines[line].unfilled.inHours < 0.1, "\(filling.step)")
                }
                for step in filling.step.smaller {
                    guard let next = try base.replanned(after: step, on: line) else { continue }
                    #expect(!next.figures.lines[line].unfilled.isDust, "\(step) fills \(shortage.line), too")
                }
                checked += 1
            }
        }
        #expect(checked > 0)
    }
}

extension Step {
    /// The step of its kind that is smaller by one unit.
    fileprivate var smaller: [Step] {
        switch self {
        case .move(let weeks) where abs(weeks) > 1: [.move(weeks: weeks - weeks.signum())]
        case .overtime(let person, let hours, let pay) where hours > Hours(1):
            [.overtime(person, perWeek: hours - Hours(1), pay: pay)]
        case .subcontract(let pool, let isNew, let hours, let cost) where hours > Hours(1):
            [.subcontract(pool, isNew: isNew, perWeek: hours - Hours(1), cost: cost)]
        case .level(let skill, let from, let to) where to + 1 < from: [.level(skill, from: from, to: to + 1)]
        case .smaller(let share) where share > Share(percent: 5): [.smaller(by: share - Share(percent: 5))]
        case .first, .move, .overtime, .level, .anyRole, .anyOffice, .lift, .subcontract, .seats, .smaller: []
        }
    }
}
