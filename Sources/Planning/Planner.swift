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
///   - starts: how many choices of starts are planned at most; nil for ``StartsSearch/usualTries``.
///   - base: a plan of the firm before a change, to start the solver from. The plan is as good as without it, and found
///     sooner; among plans of the same value it may be another one.
///   - onPhase: told of each phase as it begins.
/// - Throws: ``PlanningError``; `SolveError` where a number of the firm is beyond what a solver takes.
public func makePlan(
    for firm: Firm, with options: Options = Options(), from base: PlannedFirm? = nil,
    starts: Int? = nil, onPhase: (PlanningPhase) -> Void = { _ in }
) throws -> PlannedFirm {
    if firm.hasOpenStarts, firm.commitment == nil {
        onPhase(.starts)
        var search = StartsSearch(of: firm, with: options, from: base, tries: starts)
        if search.hasChoice { return try search.best() }
    }
    onPhase(.match)
    return try makePlan(in: Situation(of: firm), with: options, from: base, onPhase: onPhase)
}

public func makePlan(
    in situation: Situation, with options: Options = Options(), from base: PlannedFirm? = nil,
    onPhase: (PlanningPhase) -> Void = { _ in }
) throws -> PlannedFirm {
    onPhase(.model)
    let model = StaffingModel(of: situation)
    onPhase(.solve)
    let clock = ContinuousClock.now
    let staffing = try Answer(to: model.model, with: options, near: base?.start?.nearby(model))
    return try finish(
        staffing, in: model, with: options.after(ContinuousClock.now - clock),
        prices: model.prices(staffing.rowPrices),
        start: Start(
            model: model, basis: staffing.basis, values: staffing.values, rowPrices: staffing.rowPrices),
        onPhase: onPhase)
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
    let staffing = try Answer(to: model.model, with: options, near: base.start?.nearby(model))
    return try finish(
        staffing, in: model, with: options.after(ContinuousClock.now - clock), prices: best?.prices, start: base.start,
        onPhase: { _ in })
}

/// From the solver's numbers to a plan that is covered, explained and verified.
///
/// - Parameter prices: what proves the bound of the staffing.
private func finish(
    _ staffing: Answer, in model: StaffingModel, with options: Options, prices: StagePrices?, start: Start?,
    onPhase: (PlanningPhase) -> Void
) throws -> PlannedFirm {
    let situation = model.situation
    let firm = situation.firm
    onPhase(.book)
    let draft = Draft(of: staffing.values, in: model)
    var plan = Plan(
        scenario: firm.name, digest: try firm.digest(), assignments: draft.assignments(),
        subcontracts: draft.subcontracts(), unfilled: [], certificate: Certificate(status: .optimal, stages: []),
        starts: firm.starts)
    onPhase(.cover)
    let staffed = Tally(of: plan, in: situation)
    let coverStage = CoverStage(after: staffed, in: situation)
    let cover = try Answer(to: coverStage.model, with: options)
    plan.add(coverStage.assignments(cover.values), in: situation)
    onPhase(.explain)
    let tally = Tally(of: plan, in: situation)
    plan.unfilled = UnmetReasons(situation: situation, tally: tally).all()
    onPhase(.verify)
    plan.certificate = certificate(
        of: tally, in: situation, stop: [staffing.stop, cover.stop].compactMap(\.self).max(),
        prices: [.staffing: prices, .cover: coverStage.prices(cover.rowPrices)].compactMapValues(\.self))
    let violations = plan.violations(in: situation, digest: plan.digest)
    guard violations.isEmpty else { throw PlanningError.unsound(violations) }
    return PlannedFirm(plan, in: situation, figures: Figures(of: tally, in: situation), start: start)
}

/// The best point that the solver found for a model, and what ended its search before there was proof.
private struct Answer {
    let values: [Double]
    let rowPrices: [Double]
    let basis: Basis
    let stop: Outcome.Stop?

    init(to model: Model, with options: Options, near start: Nearby? = nil) throws {
        let fitting = options.fitting(model)
        var outcome = try start.map { try solve(model, with: fitting, near: $0) } ?? solve(model, with: fitting)
        // Moving nothing is always possible, even where the search among the choices ends without a point.
        if outcome.solution == nil, let calm = model.withoutChoices,
            let solution = try solve(calm, with: options).solution
        {
            outcome = .feasible(solution, .nodes)
        }
        switch outcome {
        case .optimal(let solution):
            (values, rowPrices, basis, stop) = (solution.values, solution.rowPrices, solution.basis, nil)
        case .feasible(let solution, let reason):
            (values, rowPrices, basis, stop) = (solution.values, solution.rowPrices, solution.basis, reason)
        case .stopped(let reason):
            // No work at all is a plan, and prices of nothing prove nothing.
            values = Array(repeating: 0, count: model.columnCount)
            rowPrices = Array(repeating: 0, count: model.rowCount)
            basis = Basis(
                rows: Array(repeating: .basic, count: model.rowCount),
                columns: Array(repeating: .atLower, count: model.columnCount))
            stop = reason
        case .infeasible, .unbounded: throw PlanningError.solver("an elastic model cannot be infeasible or unbounded")
        case .failed(let message): throw PlanningError.solver(message)
        }
    }
}

extension Model {
    /// The model with every choice left at its lower bound; nil where there is none to make. Of a change budget in
    /// bookings that is the plan that moves nothing, which there always is.
    fileprivate var withoutChoices: Model? {
        guard hasIntegers else { return nil }
        var model = self
        for index in 0..<columnCount where kind(of: Column(index)) == .integer {
            model[Column(index)] = .exactly(model[Column(index)].lower)
        }
        return model
    }
}

extension Options {
    /// Choices are searched to a thousandth of a per cent, or so many nodes that the same search always ends the same.
    /// Linear programs of millions of entries are solved to a tenth of a per cent, which the plan then says.
    fileprivate func fitting(_ model: Model) -> Options {
        var options = self
        if model.hasIntegers {
            options.nodeLimit = nodeLimit ?? 2_000
            options.relativeGap = max(relativeGap, 1e-5)
        } else if model.constant != 0, model.nonzeroCount > 100_000 {
            // Promises, whose price is the constant, make large models slow to finish: the proof stops where rounding does.
            options.relativeGap = max(relativeGap, 1e-4)
        } else if model.nonzeroCount > 2_000_000 {
            options.relativeGap = max(relativeGap, 1e-3)
        }
        return options
    }

    /// What is left of the time limit; at least a second, for a stage that is small.
    fileprivate func after(_ elapsed: Duration) -> Options {
        var rest = self
        rest.timeLimit = timeLimit.map { max(.seconds(1), $0 - elapsed) }
        return rest
    }
}

private func certificate(
    of tally: Tally, in situation: Situation, stop: Outcome.Stop?, prices: [Certificate.Stage.Name: StagePrices]
) -> Certificate {
    let stages = Certificate.Stage.Name.allCases.map { name in
        let stated = prices[name] ?? StagePrices(lines: [], people: [], pools: [], seats: [])
        let proof = StageProof(name, tally: tally, prices: stated, situation: situation)
        return Certificate.Stage(name: name, objective: proof.objective, bound: proof.bound, prices: stated)
    }
    let gap = Certificate(status: .withinGap, stages: stages).gap
    let status: Certificate.Status =
        gap <= Certificate.roundingGap ? .optimal : [nil, .gap, .nodes].contains(stop) ? .withinGap : .timeLimit
    return Certificate(status: status, stages: stages)
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
