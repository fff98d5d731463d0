// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matching
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

/// A sound plan is spoilt in one place after the other, and each time the check must name what is wrong.
@Suite struct ViolationsTests {
    /// Three weeks, W02 to W04. x is steady with two seats, and Ben is away in W03; y is weekly with two seats; z is for any
    /// time; w is left to the pool. Cleo is pinned for 4 h. Dan joins v in W05 for whoever leaves it then.
    static let yaml = """
        people:
          ana: { cost: 50/h, skills: { a: 1 } }
          ben: { cost: 60/h, skills: { a: 1 }, leave: [2026-01-12 .. 2026-01-18] }
          cleo: { cost: 40/h, skills: { b: 1 } }
          dan: { cost: 40/h, skills: { d: 1 }, contract: 100% from 2026-01-26 }
          eva: { cost: 50/h, skills: { d: 1 }, contract: 100% to 2026-01-25 }
        projects:
          p:
            needs:
              x: { hours: 60h/week, rate: 100/h, skills: { a: 1 }, team: 2 }
              y: { hours: 30h/week, rate: 100/h, skills: { b: 1 }, spread: weekly, team: 2 }
              z: { hours: 80h total, rate: 100/h, skills: { b: 1 }, spread: anytime }
              w: { hours: 10h/week, rate: 100/h, skills: { c: 1 } }
              v: { hours: 20h/week, rate: 100/h, skills: { d: 1 } }
          gone:
            stage: lost
            needs:
              x: { hours: 60h/week, rate: 100/h, skills: { a: 1 } }
        bookings:
          - cleo on p.z, 4h/week, 2026-01-05 .. 2026-01-11, pinned
        subcontractors:
          free: { hours: 6h/week, cost: 90/h, skills: { c: 1 } }
        policy: { long absence: 2 weeks }
        """

    static func planned() throws -> PlannedFirm { try makePlan(for: firm(yaml, horizon: "2026-01-05 .. 2026-02-15")) }

    static let week2 = Week(of: Day("2026-01-05") ?? Day(number: 0))

    /// The kinds of violation, without their details.
    enum Kind: CaseIterable {
        case stranger, offStretch, notEligible, poolNotEligible, overloaded, poolOverloaded, overfilled
        case overfilledTotal, pinBroken, overshared, overseated, emptyShare, unsteady, wrongKind, overcovered
        case negativeHours
        case unfilledWrong, unfilledTotalWrong, digestWrong, objectiveWrong, boundWrong, boundBelowObjective, badPrice
        case stagesWrong, statusWrong, figureWrong, reasonWrong, overBudget, frozenBroken
        case tooSmall, offStep, sliver, tooManyLines, tooManySites, unaccompanied, teamTooSmall, teamTooLarge
        case gradeMissing, gradeBeyond, searchedWrong, searchedFractional
        case goalsWrong, goalWrong, goalMissed, badGoalPrice

        /// The rules of booking.
        static let ofBooking: Set<Kind> = [
            .tooSmall, .offStep, .sliver, .tooManyLines, .tooManySites, .unaccompanied, .teamTooSmall, .teamTooLarge,
            .gradeMissing, .gradeBeyond,
        ]

        /// Of firms that have goals.
        static let ofGoals: Set<Kind> = [.goalsWrong, .goalWrong, .goalMissed, .badGoalPrice]

        init(_ violation: Violation) {
            self =
                switch violation {
                case .stranger: .stranger
                case .offStretch: .offStretch
                case .notEligible: .notEligible
                case .poolNotEligible: .poolNotEligible
                case .overloaded: .overloaded
                case .poolOverloaded: .poolOverloaded
                case .overfilled: .overfilled
                case .overfilledTotal: .overfilledTotal
                case .pinBroken: .pinBroken
                case .overshared: .overshared
                case .overseated: .overseated
                case .emptyShare: .emptyShare
                case .unsteady: .unsteady
                case .wrongKind: .wrongKind
                case .overcovered: .overcovered
                case .negativeHours: .negativeHours
                case .unfilledWrong: .unfilledWrong
                case .unfilledTotalWrong: .unfilledTotalWrong
                case .digestWrong: .digestWrong
                case .objectiveWrong: .objectiveWrong
                case .boundWrong: .boundWrong
                case .boundBelowObjective: .boundBelowObjective
                case .badPrice: .badPrice
                case .stagesWrong: .stagesWrong
                case .statusWrong: .statusWrong
                case .figureWrong: .figureWrong
                case .reasonWrong: .reasonWrong
                case .overBudget: .overBudget
                case .frozenBroken: .frozenBroken
                case .tooSmall: .tooSmall
                case .offStep: .offStep
                case .sliver: .sliver
                case .tooManyLines: .tooManyLines
                case .tooManySites: .tooManySites
                case .unaccompanied: .unaccompanied
                case .teamTooSmall: .teamTooSmall
                case .teamTooLarge: .teamTooLarge
                case .gradeMissing: .gradeMissing
                case .gradeBeyond: .gradeBeyond
                case .searchedWrong: .searchedWrong
                case .searchedFractional: .searchedFractional
                case .goalsWrong: .goalsWrong
                case .goalWrong: .goalWrong
                case .goalMissed: .goalMissed
                case .badGoalPrice: .badGoalPrice
                }
        }
    }

    /// A way to spoil the plan, and what must be found, perhaps among other things that follow from it.
    struct Spoiling: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let found: Kind
        let spoil: @Sendable (inout Plan) throws -> Void

        init(_ name: String, _ found: Kind, _ spoil: @escaping @Sendable (inout Plan) throws -> Void) {
            testDescription = name
            self.found = found
            self.spoil = spoil
        }
    }

    static let spoilings: [Spoiling] = work + shares + pools + unmet + certificate

    static let work: [Spoiling] = [
        Spoiling("an hour more of steady work", .unsteady) {
            try $0.change("ana", "x", .steady) { $0.adding(1, in: 2) }
        },
        Spoiling("an hour less of steady work", .unsteady) {
            try $0.change("ana", "x", .steady) { $0.adding(-1, in: 2) }
        },
        Spoiling("an hour more of weekly work", .objectiveWrong) {
            try $0.change("cleo", "y", .hourly) { $0.adding(1, in: 2) }
        },
        Spoiling("a seat and a half of weekly work", .overseated) {
            try $0.change("cleo", "y", .hourly) { $0.adding(1, in: 2) }
        },
        Spoiling("an hour less of weekly work", .unfilledWrong) {
            try $0.change("cleo", "y", .hourly) { $0.adding(-1, in: 3) }
        },
        Spoiling("a second less of weekly work", .unfilledWrong) {
            try $0.change("cleo", "y", .hourly) { $0.adding(seconds: -1, in: 3) }
        },
        Spoiling("more of a weekly line than it asks for", .overfilled) {
            try $0.change("cleo", "y", .hourly) { $0.adding(16, in: 2) }
        },
        Spoiling("more of an anytime line than it asks for", .overfilledTotal) {
            try $0.change("cleo", "z", .hourly) { $0.adding(20, in: 5) }
        },
        Spoiling("an hour less of anytime work", .unfilledTotalWrong) {
            try $0.change("cleo", "z", .hourly) { $0.adding(-1, in: $0.weeks[0].week.number - week2.number + 2) }
        },
        Spoiling("more than a week holds", .overloaded) {
            try $0.change("cleo", "z", .hourly) { $0.adding(40, in: 4) }
        },
        Spoiling("negative hours", .negativeHours) { try $0.change("cleo", "y", .hourly) { $0.adding(-40, in: 2) } },
        Spoiling("another person", .notEligible) { try $0.change("cleo", "y", .hourly) { $0.by("ben") } },
        Spoiling("nobody the firm has", .stranger) { try $0.change("cleo", "y", .hourly) { $0.by("zoe") } },
        Spoiling("another line", .notEligible) { try $0.change("cleo", "y", .hourly) { $0.on("x") } },
        Spoiling("a line of another spread", .wrongKind) { try $0.change("cleo", "y", .hourly) { $0.on("x") } },
        Spoiling("a line the firm does not have", .stranger) { try $0.change("cleo", "y", .hourly) { $0.on("nope") } },
        Spoiling("a line of a lost project", .stranger) {
            try $0.change("ana", "x", .steady) {
                Assignment(
                    person: $0.person, line: LineID("gone", "x"), kind: $0.kind, shares: $0.shares, weeks: $0.weeks)
            }
        },
        Spoiling("another kind", .wrongKind) { try $0.change("ana", "x", .steady) { $0.of(.hourly) } },
        Spoiling("steady work as cover", .overcovered) { try $0.change("ana", "x", .steady) { $0.of(.cover) } },
        Spoiling("more cover than is missing", .overcovered) {
            try $0.change("ana", "x", .cover) {
                Assignment(person: $0.person, line: $0.line, kind: .cover, weeks: [WeekHours(week2, Hours(1))])
            }
        },
        Spoiling("cover beyond the week", .overloaded) { try $0.change("ana", "x", .cover) { $0.adding(2, in: 3) } },
        Spoiling("a pin moved", .pinBroken) { try $0.change("cleo", "z", .pinned) { $0.adding(1, in: 2) } },
        Spoiling("a pin by somebody else", .pinBroken) { try $0.change("cleo", "z", .pinned) { $0.by("ben") } },
        Spoiling("a pin taken away", .pinBroken) { plan in plan.assignments.removeAll { $0.kind == .pinned } },
        Spoiling("a pin that nobody made", .pinBroken) { try $0.change("cleo", "y", .hourly) { $0.of(.pinned) } },
        Spoiling("a week after the horizon", .stranger) { try $0.change("cleo", "y", .hourly) { $0.adding(1, in: 9) } },
        Spoiling("a week outside the line", .unfilledWrong) { try $0.change("ana", "x", .steady) { $0.dropping(4) } },
        Spoiling("a booking taken away", .unfilledWrong) { plan in plan.assignments.removeAll { $0.person == "cleo" } },
        Spoiling("a booking twice", .overloaded) { plan in
            plan.assignments += plan.assignments.filter { $0.person == "ana" }
        },
    ]

    static let shares: [Spoiling] = [
        Spoiling("a share raised", .unsteady) { try $0.change("ana", "x", .steady) { $0.sharing(510_000) } },
        Spoiling("more than a seat", .overseated) { try $0.change("ana", "x", .steady) { $0.sharing(510_000) } },
        Spoiling("more than a line", .overshared) { try $0.change("ana", "x", .steady) { $0.sharing(510_000) } },
        Spoiling("less than no share", .emptyShare) { try $0.change("ana", "x", .steady) { $0.sharing(-1) } },
        Spoiling("a share held by somebody who has left", .emptyShare) {
            try $0.change("eva", "v", .steady) {
                let late = ShareHeld(
                    first: week2.advanced(by: 3), last: week2.advanced(by: 5), share: Share(millionths: 1))
                return Assignment(
                    person: $0.person, line: $0.line, kind: .steady, shares: $0.shares + [late], weeks: $0.weeks)
            }
        },
        Spoiling("a share lowered", .unsteady) { try $0.change("ana", "x", .steady) { $0.sharing(400_000) } },
        Spoiling("no share", .unsteady) {
            try $0.change("ana", "x", .steady) {
                Assignment(person: $0.person, line: $0.line, kind: .steady, weeks: $0.weeks)
            }
        },
        Spoiling("a share held on after she has left", .emptyShare) {
            try $0.change("eva", "v", .steady) {
                Assignment(
                    person: $0.person, line: $0.line, kind: .steady,
                    shares: [ShareHeld(first: week2, last: week2 + 5, share: .whole)], weeks: $0.weeks)
            }
        },
        Spoiling("a share below nothing", .emptyShare) {
            try $0.change("ana", "x", .steady) { $0.sharing(-100_000) }
        },
        Spoiling("a share that ends within a stretch", .offStretch) {
            try $0.change("eva", "v", .steady) {
                Assignment(
                    person: $0.person, line: $0.line, kind: .steady,
                    shares: [ShareHeld(first: week2, last: week2 + 1, share: .whole)], weeks: $0.weeks)
            }
        },
        Spoiling("a share outside the horizon", .offStretch) {
            try $0.change("eva", "v", .steady) {
                Assignment(
                    person: $0.person, line: $0.line, kind: .steady,
                    shares: [ShareHeld(first: week2 + 100, last: week2 + 102, share: .whole)], weeks: $0.weeks)
            }
        },
    ]

    static let pools: [Spoiling] = [
        Spoiling("an hour more of a pool", .unsteady) { try $0.changePool { $0.adding(1, in: 2) } },
        Spoiling("more than a pool has", .poolOverloaded) { try $0.changePool { $0.adding(1, in: 2) } },
        Spoiling("negative hours of a pool", .negativeHours) { try $0.changePool { $0.adding(-10, in: 2) } },
        Spoiling("a pool on another line", .poolNotEligible) { plan in
            try plan.changePool {
                Subcontract(pool: $0.pool, line: LineID("p", "v"), shares: $0.shares, weeks: $0.weeks)
            }
        },
        Spoiling("a pool the firm does not have", .stranger) { plan in
            try plan.changePool { Subcontract(pool: "rich", line: $0.line, shares: $0.shares, weeks: $0.weeks) }
        },
        Spoiling("a pool after the horizon", .stranger) { try $0.changePool { $0.adding(1, in: 9) } },
        Spoiling("a pool without its share", .unsteady) { plan in
            try plan.changePool { Subcontract(pool: $0.pool, line: $0.line, weeks: $0.weeks) }
        },
        Spoiling("a pool's share off its stretch", .offStretch) { plan in
            try plan.changePool {
                Subcontract(
                    pool: $0.pool, line: $0.line, shares: [ShareHeld(first: week2 + 1, last: week2 + 1, share: .whole)],
                    weeks: $0.weeks)
            }
        },
        Spoiling("no pool", .unfilledWrong) { $0.subcontracts = [] },
    ]

    static let unmet: [Spoiling] = [
        Spoiling("unmet work left out", .unfilledWrong) { plan in plan.unfilled.removeAll { $0.line.line == "w" } },
        Spoiling("unmet work made up", .unfilledWrong) { plan in
            plan.unfilled.append(
                Unfilled(line: LineID("p", "x"), reason: .time, nearest: nil, weeks: [WeekHours(week2, Hours(1))]))
        },
        Spoiling("unmet anytime work made up", .unfilledTotalWrong) { plan in
            plan.unfilled.append(
                Unfilled(line: LineID("p", "z"), reason: .time, nearest: nil, weeks: [WeekHours(week2, Hours(1))]))
        },
        Spoiling("unmet work of no line", .stranger) { plan in
            plan.unfilled.append(
                Unfilled(line: LineID("p", "nope"), reason: .time, nearest: nil, weeks: [WeekHours(week2, Hours(1))]))
        },
        Spoiling("a skill that the line does not ask for", .reasonWrong) { $0.explain("x", .skill("b")) },
        Spoiling("a skill that somebody has", .reasonWrong) { $0.explain("x", .skill("a")) },
        Spoiling("a level that somebody has", .reasonWrong) { $0.explain("x", .level("a", needs: 1, best: 0)) },
        Spoiling("a role that the line does not ask for", .reasonWrong) { $0.explain("w", .role("chief")) },
        Spoiling("an office that the line does not ask for", .reasonWrong) { $0.explain("w", .office("oslo")) },
        Spoiling("nobody, where there is somebody", .reasonWrong) { $0.explain("x", .combination) },
        Spoiling("no time, where there is nobody", .reasonWrong) { $0.explain("w", .time) },
        Spoiling("a nearest whom the firm does not have", .reasonWrong) { $0.explain("x", .time, nearest: "zoe") },
        Spoiling("unmet work after the horizon", .stranger) { plan in
            plan.unfilled.append(
                Unfilled(line: LineID("p", "x"), reason: .time, nearest: nil, weeks: [WeekHours(week2 + 20, Hours(1))]))
        },
    ]

    static let certificate: [Spoiling] = [
        Spoiling("another input", .digestWrong) { $0.digest = String($0.digest.reversed()) },
        Spoiling("a better objective", .objectiveWrong) { $0.changeStage(0, objective: 1_000) },
        Spoiling("a worse objective", .objectiveWrong) { $0.changeStage(0, objective: -3) },
        Spoiling("a better objective of cover", .objectiveWrong) { $0.changeStage(1, objective: 1_000) },
        Spoiling("a lower bound", .boundWrong) { $0.changeStage(0, bound: -1_000) },
        Spoiling("a higher bound", .boundWrong) { $0.changeStage(0, bound: 1_000) },
        Spoiling("a bound below the objective", .boundBelowObjective) { $0.changeStage(0, bound: -100_000) },
        Spoiling("a price changed", .boundWrong) { $0.changePrices(0) { $0 + 1 } },
        Spoiling("prices of nothing", .boundWrong) { $0.changePrices(0) { _ in 0 } },
        Spoiling("a negative price", .badPrice) { $0.changePrices(0) { -$0 } },
        Spoiling("a price that is no number", .badPrice) { $0.changePrices(0) { _ in .nan } },
        Spoiling("an infinite price", .badPrice) { $0.changePrices(0) { _ in .infinity } },
        Spoiling("a price beyond all reason", .badPrice) { $0.changePrices(0) { _ in 1e308 } },
        Spoiling("a price of cover beyond all reason", .badPrice) { plan in
            let prices = (2...7).map {
                StagePrices.OfHour<Person>(owner: "ana", week: week2 + ($0 - 2), price: .greatestFiniteMagnitude)
            }
            plan.changeStage(1, prices: StagePrices(lines: [], people: prices, pools: [], seats: []))
        },
        Spoiling("a price of nobody", .badPrice) { plan in
            let prices = StagePrices(
                lines: [.init(line: LineID("p", "nope"), first: week2, last: week2, price: 1)],
                people: [.init(owner: "zoe", week: week2, price: 1)],
                pools: [.init(owner: "rich", week: week2, price: 1)],
                seats: [.init(person: "zoe", line: LineID("p", "x"), first: week2, last: week2, price: 1)])
            plan.changeStage(1, prices: prices)
        },
        Spoiling("stages the other way round", .stagesWrong) {
            $0.certificate = Certificate(status: $0.certificate.status, stages: $0.certificate.stages.reversed())
        },
        Spoiling("a stage missing", .stagesWrong) {
            $0.certificate = Certificate(status: $0.certificate.status, stages: [$0.certificate.stages[0]])
        },
        Spoiling("a wide gap called optimal", .statusWrong) { $0.changeStage(0, bound: 100_000_000) },
        Spoiling("a search below the objective", .searchedWrong) { $0.search(below: .objective, by: 1_000) },
        Spoiling("a search above the bound", .searchedWrong) { $0.search(below: .bound, by: -1_000) },
        Spoiling("a search of fractional plans", .searchedFractional) {
            $0.search(below: .bound, by: 0)
            $0.style = .fractional
        },
    ]

    @Test func theSoundPlanIsSound() throws {
        let planned = try Self.planned()
        #expect(try planned.plan.violations(in: planned.situation) == [])
        // It has everything that is spoilt below.
        #expect(Set(planned.plan.assignments.map(\.kind)) == Set(Assignment.Kind.allCases))
        #expect(planned.plan.subcontracts.count == 1)
        #expect(planned.plan.certificate.stages.allSatisfy { $0.objective > .zero })
    }

    /// A search may prove what the prices do not: how far the best bookable plan is from the best fractional one.
    @Test func aSearchClosesTheGap() throws {
        let planned = try Self.planned()
        var plan = planned.plan
        plan.changeStage(0, bound: 100_000_000)
        plan.search(below: .objective, by: 0)
        let kinds = try plan.violations(in: planned.situation).map(Kind.init)
        #expect(kinds.contains(.boundWrong) && !kinds.contains(.statusWrong) && !kinds.contains(.searchedWrong))
    }

    @Test(arguments: spoilings) func whatIsSpoiltIsFound(spoiling: Spoiling) throws {
        let planned = try Self.planned()
        var plan = planned.plan
        try spoiling.spoil(&plan)
        let found = try plan.violations(in: planned.situation)
        #expect(found.map(Kind.init).contains(spoiling.found), "\(found)")
        #expect(found.allSatisfy { !$0.description.isEmpty })
    }

    /// Each member of a plan file beside the plan: the text, what replaces it, and the figure that is named.
    static let figures: [(old: String, new: String, name: String)] = [
        (#""objective": "#, #""objective": 1"#, "objective"), (#""bound": "#, #""bound": 1"#, "bound"),
        (#""gap": 0"#, #""gap": 0.5"#, "gap"), (#""filled hours": "#, #""filled hours": 1"#, "filled hours"),
        (#""confirmed margin": "#, #""confirmed margin": 1"#, "confirmed margin"),
        (#""bench hours": "#, #""bench hours": 1"#, "bench hours"),
        (#""marginal cost": "#, #""other cost": "#, "marginal cost"),
        (#""marginal cost": "#, #""other cost": "#, "other cost"),
        (#""currency": "EUR""#, #""currency": "USD""#, "currency"),
        (#""scenario": "Small""#, #""scenario": "Large""#, "scenario"),
    ]

    @Test(arguments: figures) func aFigureThatIsSpoiltIsNamed(figure: (old: String, new: String, name: String)) throws {
        let planned = try Self.planned()
        let text = PlanFile.json(of: planned.plan, figures: planned.figures, in: planned.situation).text()
        let spoilt = try #require(text.replacingFirst(figure.old, with: figure.new))
        let found = try PlanFile.read(Data(spoilt.utf8)).violations(in: planned.situation)
        let names = found.compactMap { violation in
            if case .figureWrong(let name, _, _) = violation { name } else { nil }
        }
        #expect(names.contains(figure.name), "\(found)")
    }

    @Test func noKindOfViolationIsForgotten() {
        let missing = Set(Kind.allCases).subtracting(Self.spoilings.map(\.found))
        // A budget belongs to a commitment, which this plan has not: CalmTests spoils one that has.
        // The rules of booking have firms of their own: BookingRulesTests.
        // So have goals: GoalViolationsTests.
        #expect(missing == Kind.ofBooking.union(Kind.ofGoals).union([.figureWrong, .overBudget, .frozenBroken]))
    }
}

extension Week {
    fileprivate static func + (week: Week, count: Int) -> Week { week.advanced(by: count) }
}

extension [WeekHours] {
    /// - Parameter ordinal: of the week in 2026.
    fileprivate func adding(seconds: Int, in ordinal: Int) -> [WeekHours] {
        let week = ViolationsTests.week2 + (ordinal - 2)
        guard let index = firstIndex(where: { $0.week == week }) else {
            return (self + [WeekHours(week, Hours(seconds: seconds))]).sorted { $0.week < $1.week }
        }
        var changed = self
        changed[index] = WeekHours(week, self[index].hours + Hours(seconds: seconds))
        return changed
    }
}

extension Assignment {
    fileprivate func adding(_ hours: Int, in ordinal: Int) -> Assignment { adding(seconds: hours * 3600, in: ordinal) }

    fileprivate func adding(seconds: Int, in ordinal: Int) -> Assignment {
        Assignment(
            person: person, line: line, kind: kind, shares: shares, weeks: weeks.adding(seconds: seconds, in: ordinal))
    }

    fileprivate func dropping(_ ordinal: Int) -> Assignment {
        let week = ViolationsTests.week2 + (ordinal - 2)
        return Assignment(
            person: person, line: line, kind: kind, shares: shares, weeks: weeks.filter { $0.week != week })
    }

    fileprivate func by(_ person: Identifier<Person>) -> Assignment {
        Assignment(person: person, line: line, kind: kind, shares: shares, weeks: weeks)
    }

    fileprivate func on(_ line: Identifier<DemandLine>) -> Assignment {
        Assignment(person: person, line: LineID("p", line), kind: kind, shares: shares, weeks: weeks)
    }

    fileprivate func of(_ kind: Kind) -> Assignment {
        Assignment(person: person, line: line, kind: kind, weeks: weeks)
    }

    fileprivate func sharing(_ millionths: Int) -> Assignment {
        Assignment(
            person: person, line: line, kind: kind,
            shares: shares.map { ShareHeld(first: $0.first, last: $0.last, share: Share(millionths: millionths)) },
            weeks: weeks)
    }
}

extension Subcontract {
    fileprivate func adding(_ hours: Int, in ordinal: Int) -> Subcontract {
        Subcontract(pool: pool, line: line, shares: shares, weeks: weeks.adding(seconds: hours * 3600, in: ordinal))
    }
}

extension Plan {
    fileprivate mutating func change(
        _ person: Identifier<Person>, _ line: Identifier<DemandLine>, _ kind: Assignment.Kind,
        _ change: (Assignment) -> Assignment
    ) throws {
        let index = try #require(
            assignments.firstIndex { $0.person == person && $0.line.line == line && $0.kind == kind })
        assignments[index] = change(assignments[index])
    }

    fileprivate mutating func changePool(_ change: (Subcontract) -> Subcontract) throws {
        try #require(subcontracts.count == 1)
        subcontracts[0] = change(subcontracts[0])
    }

    fileprivate mutating func changeStage(_ index: Int, objective: Int = 0, bound: Int = 0, prices: StagePrices? = nil)
    {
        var stages = certificate.stages
        let stage = stages[index]
        stages[index] = Certificate.Stage(
            name: stage.name, objective: stage.objective + Money(minorUnits: objective),
            bound: stage.bound + Money(minorUnits: bound), prices: prices ?? stage.prices)
        certificate = Certificate(status: certificate.status, stages: stages)
    }

    fileprivate enum Known { case objective, bound }

    /// States that a search has found the best bookable plan, so much below what is known of this one.
    fileprivate mutating func search(below known: Known, by minorUnits: Int) {
        let from = known == .objective ? certificate.objective : certificate.bound
        style = .bookable
        certificate = Certificate(
            status: certificate.status, stages: certificate.stages,
            searched: from - Money(minorUnits: minorUnits))
    }

    /// States a reason for a week of a line.
    fileprivate mutating func explain(
        _ line: Identifier<DemandLine>, _ reason: Unfilled.Reason, nearest: Identifier<Person>? = nil
    ) {
        let weeks = [WeekHours(ViolationsTests.week2, Hours(1))]
        unfilled.append(Unfilled(line: LineID("p", line), reason: reason, nearest: nearest, weeks: weeks))
    }

    /// Changes all prices of a stage and, where it still can be told, states the bound that they make.
    fileprivate mutating func changePrices(_ index: Int, _ change: (Double) -> Double) {
        let old = certificate.stages[index].prices
        changeStage(
            index,
            prices: StagePrices(
                lines: old.lines.map { .init(line: $0.line, first: $0.first, last: $0.last, price: change($0.price)) },
                people: old.people.map { .init(owner: $0.owner, week: $0.week, price: change($0.price)) },
                pools: old.pools.map { .init(owner: $0.owner, week: $0.week, price: change($0.price)) },
                seats: old.seats))
    }
}
