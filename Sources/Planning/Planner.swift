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
    let model = StaffingModel(of: situation)
    onProgress?(PlanningProgress(.solve))
    let clock = ContinuousClock.now
    let staffing = try Answer(
        to: model, with: options.telling(onProgress, in: situation.firm.currency), effort,
        near: base?.start?.nearby(model))
    let start = Start(model: model, basis: staffing.basis, values: staffing.values, rowPrices: staffing.rowPrices)
    let prices = model.prices(staffing.rowPrices)
    switch style {
    case .fractional:
        return try finish(
            staffing, in: model, with: options.after(ContinuousClock.now - clock), effort, prices: prices, start: start,
            onProgress: onProgress)
    case .bookable:
        onProgress?(PlanningProgress(.choose))
        let booked = try Booker(
            situation: situation, relaxed: model, relaxation: staffing,
            options: options.after(ContinuousClock.now - clock), effort: effort, base: base, onProgress: onProgress
        ).book()
        return try finish(
            booked.answer, in: booked.model, style: .bookable, searched: booked.bound,
            with: options.after(ContinuousClock.now - clock), effort, prices: prices, start: start,
            onProgress: onProgress)
    }
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
    let model = StaffingModel(of: situation, search: search)
    let clock = ContinuousClock.now
    let staffing = try Answer(to: model, with: options, .normal, near: base.start?.nearby(model))
    return try finish(
        staffing, in: model, with: options.after(ContinuousClock.now - clock), .normal, prices: best?.prices,
        start: base.start, onProgress: nil)
}

/// From the solver's numbers to a plan that is covered, explained and verified.
///
/// - Parameter prices: what proves the bound of the staffing.
private func finish(
    _ staffing: Answer, in model: StaffingModel, style: Plan.Style = .fractional, searched: Double? = nil,
    with options: Options, _ effort: Effort, prices: StagePrices?, start: Start?, onProgress: ProgressReceiver?
) throws -> PlannedFirm {
    let situation = model.situation
    let firm = situation.firm
    onProgress?(PlanningProgress(.book))
    var draft = Draft(of: staffing.values, in: model)
    if style == .bookable { draft.dropSlivers() }
    var plan = Plan(
        scenario: firm.name, digest: try firm.digest(), style: style, assignments: draft.assignments(),
        subcontracts: draft.subcontracts(), unfilled: [], certificate: Certificate(status: .optimal, stages: []),
        starts: firm.starts)
    onProgress?(PlanningProgress(.cover))
    let staffed = Tally(of: plan, in: situation)
    let coverStage = CoverStage(after: staffed, in: situation)
    let cover = try Answer(to: coverStage.model, with: options, effort)
    plan.add(coverStage.assignments(cover.values), in: situation)
    onProgress?(PlanningProgress(.explain))
    let tally = Tally(of: plan, in: situation)
    plan.unfilled = UnmetReasons(situation: situation, tally: tally).all()
    onProgress?(PlanningProgress(.verify))
    plan.certificate = certificate(
        of: tally, in: situation, searched: searched, stop: [staffing.stop, cover.stop].compactMap(\.self).max(),
        prices: [.staffing: prices, .cover: coverStage.prices(cover.rowPrices)].compactMapValues(\.self))
    let violations = plan.violations(in: situation, digest: plan.digest)
    guard violations.isEmpty else { throw PlanningError.unsound(violations) }
    return PlannedFirm(plan, in: situation, figures: Figures(of: tally, in: situation), start: start)
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
    of tally: Tally, in situation: Situation, searched: Double? = nil, stop: Outcome.Stop?,
    prices: [Certificate.Stage.Name: StagePrices]
) -> Certificate {
    let stages = Certificate.Stage.Name.allCases.map { name in
        let stated = prices[name] ?? StagePrices(lines: [], people: [], pools: [], seats: [])
        let proof = StageProof(name, tally: tally, prices: stated, situation: situation)
        return Certificate.Stage(name: name, objective: proof.objective, bound: proof.bound, prices: stated)
    }
    let all = searched.map { searched in
        let staffing = Money(minorUnits: Int((searched * Double(situation.firm.currency.scale)).rounded(.up)))
        return stages.reduce(Money.zero) { sum, stage in
            sum + (stage.name == .staffing ? min(stage.bound, max(staffing, stage.objective)) : stage.bound)
        }
    }
    let gap = Certificate(status: .withinGap, stages: stages, searched: all).gap
    let status = gap <= Certificate.roundingGap ? .optimal : stop?.status ?? .withinGap
    return Certificate(status: status, stages: stages, searched: all)
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
        case .solver(let message): "the solver failed: \(message)"
        case .unsound(let violations):
            "the plan did not pass its own check, so it is not shown; please report this. "
                + violations.prefix(5).map(\.description).joined(separator: "; ")
        }
    }
}
