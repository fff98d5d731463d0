// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing
import Verification

/// Chooses when work begins together with who does it.
///
/// Starts are discrete and staffing is not, so they are decided in turn. A plan is made at some choice of starts; the
/// prices of people's weeks in it say what the staffing at every other choice could be worth at the most
/// (``StartsBound``). The most promising choice is planned next, and adds its prices. So the search ends with proof, or
/// with a stated gap when it has planned as many choices as it may. Where there are no more choices than that, each
/// is planned. Of all that were planned the plan that is worth most is taken, cover included.
///
/// In three turns of four the choices are looked at that differ from the best plan in the starts of one project, in the
/// fourth all; of more than ``StartsBound/mostCombinations`` never all, but also those that differ in two.
public struct StartsSearch {
    /// Choices that are planned at most, unless told otherwise.
    public static let usualTries = 64

    private let firm: Firm
    private let options: Options
    private let effort: Effort
    private let onProgress: ProgressReceiver?
    private let tries: Int
    private let bound: StartsBound
    private let began = ContinuousClock.now
    private var base: PlannedFirm?

    private var tables: [StartsBound.Table] = []
    private var prices: [StagePrices] = []
    /// Choices that were looked at, and how many of them were planned to the end.
    private var tried: Set<[Int]> = []
    private var planned = 0
    private var found: (combination: [Int], value: Double, cover: Double, plan: PlannedFirm)?
    /// The most that cover has brought in any plan so far.
    private var mostCover = 0.0
    /// What the tables say of each combination, where all are looked at.
    private var limits: [Double] = []

    init(
        of firm: Firm, with options: Options, effort: Effort, from base: PlannedFirm?, onProgress: ProgressReceiver?
    ) {
        self.firm = firm
        self.options = options
        self.effort = effort
        self.base = base
        self.onProgress = onProgress
        tries = effort.steps(StartsSearch.usualTries)
        bound = StartsBound(of: firm)
        if bound.combinations <= StartsBound.mostCombinations {
            limits = Array(repeating: .infinity, count: bound.combinations)
        }
    }

    /// Whether any start is open that can be chosen in two ways.
    var hasChoice: Bool { !bound.choices.isEmpty }

    /// The best plan that was found, with the proof of how good its starts are.
    ///
    /// Starts are chosen by fractional plans, which say at once what hours are worth; a plan of another style is then made
    /// at the best of them.
    mutating func best(_ style: Plan.Style) throws -> PlannedFirm {
        try plan(bound.first)
        while tried.count < tries, !isOutOfTime, !isCancelled, let next = mostPromising() { try plan(next) }
        guard let found else { throw PlanningError.solver("no choice of starts was planned") }
        switch style {
        case .fractional: return try proven(found.plan)
        case .bookable:
            return try proven(
                makePlan(
                    in: found.plan.situation, style: style, with: options.left(after: ContinuousClock.now - began),
                    effort: effort, from: found.plan, onProgress: onProgress))
        }
    }

    private mutating func plan(_ combination: [Int]) throws {
        tried.insert(combination)
        let result = try makePlan(
            in: Situation(of: firm.placed(at: bound.starts(of: combination))),
            with: options.left(after: ContinuousClock.now - began),
            effort: effort, from: found?.plan ?? base)
        if result.plan.certificate.status == .optimal { planned += 1 }
        let tally = Tally(of: result.plan, in: result.situation)
        let cover = tally.coverObjective(in: result.situation)
        let value = tally.startsValue(in: result.situation) + cover
        mostCover = max(mostCover, cover)
        if found.map({ value > $0.value }) ?? true { found = (combination, value, cover, result) }
        prices.append(result.plan.certificate.pricesOfWorkers)
        let table = bound.table(of: prices[prices.count - 1])
        tables.append(table)
        bound.forEachCombination(of: limits.count) { limits[$0] = min(limits[$0], table.most(at: $1)) }
        tell()
    }

    /// What the best staffing is worth so far, and what none can be worth more than.
    private func tell() {
        guard let onProgress, let found else { return }
        let most = limits.isEmpty ? bound.most(by: tables) : limits.max() ?? .infinity
        let scale = Double(firm.currency.scale)
        onProgress(
            PlanningProgress(
                .starts, best: (found.value - found.cover) / scale, bound: most / scale, in: firm.currency))
    }

    private var isCancelled: Bool { options.cancellation?.isCancelled ?? false }
    private var isOutOfTime: Bool { options.timeLimit.map { ContinuousClock.now - began > $0 } ?? false }

    /// The combination to plan next: three times near the best plan, then once anywhere, while there is one.
    private func mostPromising() -> [Int]? {
        if !limits.isEmpty, bound.combinations <= tries || tried.count % 4 == 0 {
            return mostPromising(among: .all)
        }
        return mostPromising(among: .changesOfOne) ?? mostPromising(among: limits.isEmpty ? .changesOfTwo : .all)
    }

    /// Where the next combination is looked for.
    private enum Place {
        /// Those that differ from the best plan in the starts of one project, or of two.
        case changesOfOne, changesOfTwo
        case all
    }

    /// The combination that is not planned yet and could be worth most; of equal ones the first. Unless all can be
    /// planned, only if it could be worth more than the best plan by more than rounding, with as much cover as in any
    /// plan so far.
    private func mostPromising(among place: Place) -> [Int]? {
        guard let found else { return nil }
        let margin = max(1, 0.5 * Certificate.roundingGap * abs(found.value))
        let least = bound.combinations <= tries ? -.infinity : found.value - mostCover + margin
        var promising: (combination: [Int], most: Double)?
        func consider(_ combination: [Int], _ most: Double) {
            if most > max(least, promising?.most ?? -.infinity), !tried.contains(combination) {
                promising = (combination, most)
            }
        }
        switch place {
        case .changesOfOne, .changesOfTwo:
            bound.forEachChange(of: found.combination, inPairs: place == .changesOfTwo) { combination in
                consider(combination, tables.reduce(.infinity) { min($0, $1.most(at: combination)) })
            }
        case .all: bound.forEachCombination(of: limits.count) { consider($1, limits[$0]) }
        }
        return promising?.combination
    }

    /// The plan with its proof, checked as any plan. Lists of prices that say no more than the others are left out.
    private func proven(_ result: PlannedFirm) throws -> PlannedFirm {
        // Where some starts were laid down before, there is nothing to say of all windows.
        guard firm == firm.unplaced else { return result }
        var plan = result.plan
        let tally = Tally(of: plan, in: result.situation)
        plan.startsProof = StartsProof(
            of: tally, in: result.situation, planned: planned, prices: telling(), by: bound)
        if plan.certificate.status == .optimal, plan.startsProof?.isProven(of: bound.combinations, plan.style) == false
        {
            plan.certificate = Certificate(
                status: isCancelled ? .interrupted : isOutOfTime ? .timeLimit : .withinGap,
                stages: plan.certificate.stages, searched: plan.certificate.searched)
        }
        let violations = plan.violations(in: result.situation, digest: plan.digest)
        guard violations.isEmpty else { throw PlanningError.unsound(violations) }
        return PlannedFirm(plan, in: result.situation, figures: result.figures, start: result.start)
    }

    /// Lists of prices that together give the bound that all give: for each choice that is not held by those taken
    /// before, the one that says most about it.
    private func telling() -> [StagePrices] {
        let least = bound.most(by: tables)
        if limits.isEmpty {
            return tables.indices.first { bound.most(by: [tables[$0]]) <= least }.map { [prices[$0]] } ?? prices
        }
        var taken: [Int] = []
        bound.forEachCombination(of: limits.count) { _, combination in
            guard !taken.contains(where: { tables[$0].most(at: combination) <= least }),
                let best = tables.indices.min(by: {
                    tables[$0].most(at: combination) < tables[$1].most(at: combination)
                })
            else { return }
            taken.append(best)
        }
        return taken.sorted().map { prices[$0] }
    }
}

extension StartsBound {
    /// All combinations in order, each with its number; none where their count is zero.
    fileprivate func forEachCombination(of count: Int, _ body: (Int, [Int]) -> Void) {
        var combination = first
        for number in 0..<count {
            body(number, combination)
            combination = next(after: combination) ?? first
        }
    }

    /// All combinations that differ from one in the starts of one project; or in those of two.
    fileprivate func forEachChange(of centre: [Int], inPairs: Bool, _ body: ([Int]) -> Void) {
        for one in choices.indices {
            for start in choices[one].placements.all.indices where start != centre[one] {
                var combination = centre
                combination[one] = start
                if !inPairs { body(combination) }
                for other in choices.indices where inPairs && other > one {
                    for start in choices[other].placements.all.indices where start != centre[other] {
                        var pair = combination
                        pair[other] = start
                        body(pair)
                    }
                }
            }
        }
    }
}

extension Certificate {
    /// What an hour of each person and pool is worth in the staffing.
    fileprivate var pricesOfWorkers: StagePrices {
        stages.first { $0.name == .staffing }?.prices.ofWorkers
            ?? StagePrices(lines: [], people: [], pools: [], seats: [])
    }
}
