// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming
public import Matching
public import Staffing
public import Verification

/// A plan with the situation it answers and the figures that follow from it.
public struct PlannedFirm: Sendable {
    public let situation: Situation
    public let plan: Plan
    public let figures: Figures
    /// Where the solver ended; nil for a plan that was read from a file.
    let start: Start?

    /// A plan that was made before, with the figures that follow from it.
    public init(_ plan: Plan, in situation: Situation) {
        self.init(plan, in: situation, figures: Figures(of: plan, in: situation), start: nil)
    }

    init(_ plan: Plan, in situation: Situation, figures: Figures, start: Start?) {
        self.situation = situation
        self.plan = plan
        self.figures = figures
        self.start = start
    }
}

/// Why there is no plan. None of it is the planner's fault: demand is elastic, so every firm has a plan.
public enum PlanningError: Error {
    /// The solver gave up, or ended in a state that such a model cannot have.
    case solver(String)
    /// Goals are planned for in shares alone, and whole bookings were asked for.
    case goalsInShares
    /// So are changes within a budget.
    case budgetInShares
    /// The plan does not keep its own promises.
    case unsound([Verification.Violation])
}

/// Makes the plan of a firm: choose starts, match, model, solve, book, cover absences, explain, verify.
///
/// Starts are chosen where windows leave them open: see ``StartsSearch``. A firm with a commitment keeps the starts that
/// it has, else begins as early as it can.
///
/// - Parameters:
///   - options: of the solver. Where its cancellation is raised, the search ends, and the best plan in hand is finished,
///     verified and given back as interrupted.
///   - effort: how much is searched.
///   - base: a plan of the firm before a change, to start the solver from. The plan is as good as without it, and found
///     sooner; among plans of the same value it may be another one.
///   - onProgress: told of each phase as it begins, and how far the search has come.
/// - Throws: ``PlanningError``; `SolveError` where a number of the firm is beyond what a solver takes.
public func makePlan(
    for firm: Firm, style: Plan.Style = .fractional, with options: Options = Options(), effort: Effort = .normal,
    from base: PlannedFirm? = nil, onProgress: ProgressReceiver? = nil
) throws -> PlannedFirm {
    if firm.hasOpenStarts, firm.commitment == nil {
        onProgress?(PlanningProgress(.starts))
        var search = StartsSearch(of: firm, with: options, effort: effort, from: base, onProgress: onProgress)
        if search.hasChoice { return try search.best(style) }
    }
    onProgress?(PlanningProgress(.match))
    return try makePlan(
        in: Situation(of: firm), style: style, with: options, effort: effort, from: base, onProgress: onProgress)
}

/// The same of a firm that is matched already.
public func makePlan(
    in situation: Situation, style: Plan.Style = .fractional, with options: Options = Options(),
    effort: Effort = .normal, from base: PlannedFirm? = nil, onProgress: ProgressReceiver? = nil
) throws -> PlannedFirm {
    onProgress?(PlanningProgress(.model))
    let clock = ContinuousClock.now
    guard situation.goals.isEmpty else {
        guard style == .fractional else { throw PlanningError.goalsInShares }
        onProgress?(PlanningProgress(.solve))
        let stages = try Stages(in: situation, with: options, effort, from: base, onProgress: onProgress)
        return try finish(
            Staffed(stages), with: options.after(ContinuousClock.now - clock), effort, onProgress: onProgress)
    }
    guard style == .fractional || situation.firm.commitment?.budget == nil else {
        throw PlanningError.budgetInShares
    }
    func book(_ relaxed: Relaxation?) throws -> (Booker.Booked, StagePrices) {
        onProgress?(PlanningProgress(.choose))
        return try Booker(
            situation: situation, relaxed: relaxed, options: options.left(after: ContinuousClock.now - clock),
            effort: effort, base: base, onProgress: onProgress
        ).book()
    }
    var staffed: Staffed
    if style == .bookable, situation.isBeyondLinearPrograms {
        let (booked, prices) = try book(nil)
        staffed = Staffed(booked, prices: prices)
    } else {
        let model = StaffingModel(of: situation)
        onProgress?(PlanningProgress(.solve))
        // From a plan in hand it is a step, which an interruption leaves time for.
        let solving = base == nil ? options : options.finishing
        let staffing = try Answer(
            to: model, with: solving.telling(onProgress, in: situation.firm.currency), effort,
            near: base?.start?.nearby(model))
        staffed = Staffed(staffing, to: model)
        if style == .bookable { staffed.book(try book(Relaxation(model: model, answer: staffing)).0) }
    }
    if style == .bookable, options.cancellation?.isCancelled == true { staffed.stop = .cancelled }
    return try finish(
        staffed, with: options.after(ContinuousClock.now - clock), effort, onProgress: onProgress)
}

/// Another plan of the same firm that is worth nearly as much, and whose bookings are as unlike as can be.
///
/// - Parameters:
///   - base: the best plan.
///   - loss: by how much the value of its staffing (the objective of the first stage) may fall short of the best plan's.
///   - others: further plans that it is to be unlike, too.
///   - measure: what counts as unlike.
/// - Returns: a plan with the bound of the best one, so that its gap says how far from the best it is.
public func makeAlternative(
    to base: PlannedFirm, within loss: Money, unlike others: [PlannedFirm] = [], by measure: Unlikeness = .places,
    with options: Options = Options()
) throws -> PlannedFirm {
    let situation = base.situation
    let best = base.plan.certificate.stages.first { $0.name == .staffing }
    let search = Search(
        unlike: [base] + others, by: measure, leastWorth: (best?.objective ?? .zero) - loss,
        in: situation.firm.currency)
    let goals = base.plan.certificate.goals
    let floors = goals.map {
        Aim.Floor(
            measure: $0.goal.measure, least: situation.floor(of: $0.goal, best: $0.best, base: $0.base))
    }
    let model = StaffingModel(of: situation, aim: Aim(objective: .novelty(search), floors: floors))
    let clock = ContinuousClock.now
    let staffing = try Answer(to: model, with: options, .normal, near: base.start?.nearby(model))
    var staffed = Staffed(staffing, to: model)
    staffed.prices = best?.prices ?? .none
    staffed.start = base.start
    staffed.goals = goals.map { Stages.Outcome(goal: $0.goal, best: $0.best, prices: $0.prices) }
    return try finish(
        staffed, with: options.after(ContinuousClock.now - clock), .normal, onProgress: nil)
}

/// A solved staffing stage.
private struct Staffed {
    var style = Plan.Style.fractional
    var model: StaffingModel
    var values: [Double]
    /// What proves its bound.
    var prices: StagePrices
    var stop: Outcome.Stop?
    /// Where the linear program ended.
    var start: Start?
    var goals: [Stages.Outcome] = []
    /// What no bookable plan exceeds in the first stage, where a search of all of them said so.
    var searched: Double?

    init(_ answer: Answer, to model: StaffingModel) {
        self.model = model
        values = answer.values
        prices = model.prices(answer.rowPrices)
        stop = answer.stop
        start = Start(model: model, answer: answer)
    }

    init(_ stages: Stages) {
        self.init(stages.answer, to: stages.model)
        stop = stages.stop
        goals = stages.goals
    }

    init(_ booked: Booker.Booked, prices: StagePrices) {
        model = booked.model
        values = booked.answer.values
        self.prices = prices
        book(booked)
    }

    /// Puts whole bookings in the place of shares, whose bound stays.
    mutating func book(_ booked: Booker.Booked) {
        style = .bookable
        model = booked.model
        values = booked.answer.values
        stop = [stop, booked.answer.stop].compactMap(\.self).max()
        searched = booked.bound
    }
}

/// From the solver's numbers to a plan that is covered, explained and verified.
private func finish(
    _ staffed: Staffed, with options: Options, _ effort: Effort, onProgress: ProgressReceiver?
) throws -> PlannedFirm {
    let situation = staffed.model.situation
    let firm = situation.firm
    onProgress?(PlanningProgress(.book))
    var draft = Draft(of: staffed.values, in: staffed.model)
    if staffed.style == .bookable { draft.dropSlivers() }
    var plan = Plan(
        scenario: firm.name, digest: try firm.digest(), style: staffed.style, assignments: draft.assignments(),
        subcontracts: draft.subcontracts(), unfilled: [], certificate: Certificate(status: .optimal, stages: []),
        starts: firm.starts)
    onProgress?(PlanningProgress(.cover))
    let coverStage = CoverStage(after: Tally(of: plan, in: situation), in: situation)
    let cover = try Answer(to: coverStage.model, with: options, effort)
    plan.add(coverStage.assignments(cover.values), in: situation)
    onProgress?(PlanningProgress(.explain))
    let tally = Tally(of: plan, in: situation)
    plan.unfilled = UnmetReasons(situation: situation, tally: tally, style: plan.style).all()
    onProgress?(PlanningProgress(.verify))
    plan.certificate = certificate(
        of: staffed, tally: tally, stop: [staffed.stop, cover.stop].compactMap(\.self).max(),
        cover: coverStage.prices(cover.rowPrices))
    let violations = plan.violations(in: situation, digest: plan.digest)
    guard violations.isEmpty else { throw PlanningError.unsound(violations) }
    return PlannedFirm(plan, in: situation, figures: Figures(of: tally, in: situation), start: staffed.start)
}

extension Outcome.Stop {
    /// How a plan says it whose gap is larger than rounding explains.
    fileprivate var status: Certificate.Status {
        switch self {
        case .gap, .nodes, .iterations: .withinGap
        case .time: .timeLimit
        case .cancelled: .interrupted
        }
    }
}

private func certificate(
    of staffed: Staffed, tally: Tally, stop: Outcome.Stop?, cover: StagePrices
) -> Certificate {
    let situation = staffed.model.situation
    let goals = staffed.goals.reduce(into: [GoalStage]()) { goals, outcome in
        goals.append(
            GoalStage(
                outcome.goal, best: outcome.best, prices: outcome.prices, after: goals, tally: tally, in: situation))
    }
    let stages = Certificate.Stage.Name.allCases.map { name in
        let stated =
            switch name {
            case .staffing: staffed.prices
            case .cover: cover
            }
        let proof = StageProof(name, tally: tally, prices: stated, situation: situation, after: goals)
        return Certificate.Stage(name: name, objective: proof.objective, bound: proof.bound, prices: stated)
    }
    let all = staffed.searched.map { searched in
        let staffing = Money(minorUnits: Int((searched * Double(situation.firm.currency.scale)).rounded(.up)))
        return stages.reduce(Money.zero) { sum, stage in
            sum + (stage.name == .staffing ? min(stage.bound, max(staffing, stage.objective)) : stage.bound)
        }
    }
    let gaps = [Certificate(status: .withinGap, stages: stages, searched: all).gap] + goals.map(\.gap)
    let isProven = gaps.allSatisfy { $0 <= Certificate.roundingGap }
    return Certificate(
        status: isProven ? .optimal : stop?.status ?? .withinGap, stages: stages, searched: all, goals: goals)
}

extension Plan {
    /// Puts cover behind the other work of each person, in the order of lines.
    fileprivate mutating func add(_ cover: [(person: Int, line: Int, weeks: [WeekHours])], in situation: Situation) {
        let people = positions(situation.firm.people.map(\.id))
        let lines = positions(situation.demand.lines.map(\.id))
        let new = cover.map {
            Assignment(
                person: situation.firm.people[$0.person].id, line: situation.demand.lines[$0.line].id, kind: .cover,
                weeks: $0.weeks)
        }
        let all = assignments + new
        func place(_ index: Int) -> (Int, Int, Int) {
            (people[all[index].person] ?? 0, lines[all[index].line] ?? 0, index)
        }
        assignments = all.indices.sorted { place($0) < place($1) }.map { all[$0] }
    }
}

extension PlanningError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .goalsInShares:
            "the firm goes by goals, which are planned for in shares, not in whole bookings; add --fractional"
        case .budgetInShares:
            "plans that move no more than a budget are made in shares, not in whole bookings; add --fractional"
        case .solver(let message): "the solver failed: \(message)"
        case .unsound(let violations):
            "the plan did not pass its own check, so it is not shown; please report this. "
                + violations.prefix(5).map(\.description).joined(separator: "; ")
        }
    }
}
