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
}

/// Why there is no plan. None of it is the planner's fault: demand is elastic, so every firm has a plan.
public enum PlanningError: Error {
    /// The solver gave up, or ended in a state that such a model cannot have.
    case solver(String)
    /// The plan does not keep its own promises.
    case unsound([Verification.Violation])
}

/// Makes the plan of a firm: match, model, solve, cover absences, round, explain, verify.
///
/// - Throws: ``PlanningError``.
public func makePlan(for firm: Firm, with options: Options = Options()) throws -> PlannedFirm {
    try makePlan(in: Situation(of: firm), with: options)
}

public func makePlan(in situation: Situation, with options: Options = Options()) throws -> PlannedFirm {
    let firm = situation.firm
    let model = StaffingModel(of: situation)
    let (staffing, isComplete) = try optimum(of: model.model, with: options)
    let draft = Draft(of: staffing.values, in: model)
    var plan = Plan(
        scenario: firm.name, digest: try firm.digest(), assignments: draft.assignments(),
        subcontracts: draft.subcontracts(), unfilled: [], certificate: Certificate(status: .optimal, stages: []))
    let staffed = Tally(of: plan, in: situation)
    let coverStage = CoverStage(after: staffed, in: situation)
    let (cover, isCovered) = try optimum(of: coverStage.model, with: options)
    plan.add(coverStage.assignments(cover.values), in: situation)
    let tally = Tally(of: plan, in: situation)
    plan.unfilled = UnmetReasons(situation: situation, tally: tally).all()
    plan.certificate = certificate(
        of: tally, in: situation, isComplete: isComplete && isCovered,
        prices: [.staffing: model.prices(staffing.rowPrices), .cover: coverStage.prices(cover.rowPrices)])
    let violations = try plan.violations(in: situation)
    guard violations.isEmpty else { throw PlanningError.unsound(violations) }
    return PlannedFirm(situation: situation, plan: plan, figures: Figures(of: tally, in: situation))
}

/// The best point of a model, and whether the search came to its end: it is proven to be the best, or as good as asked.
private func optimum(of model: Model, with options: Options) throws -> (Solution, isComplete: Bool) {
    switch try solve(model, with: options) {
    case .optimal(let solution): return (solution, true)
    case .feasible(let solution, let reason): return (solution, reason == .gap)
    case .stopped(let reason): throw PlanningError.solver("stopped early: \(reason)")
    case .infeasible, .unbounded: throw PlanningError.solver("an elastic model cannot be infeasible or unbounded")
    case .failed(let message): throw PlanningError.solver(message)
    }
}

private func certificate(
    of tally: Tally, in situation: Situation, isComplete: Bool, prices: [Certificate.Stage.Name: StagePrices]
) -> Certificate {
    let stages = Certificate.Stage.Name.allCases.map { name in
        let stated = prices[name] ?? StagePrices(lines: [], people: [], pools: [], seats: [])
        let proof = StageProof(name, tally: tally, prices: stated, situation: situation)
        return Certificate.Stage(name: name, objective: proof.objective, bound: proof.bound, prices: stated)
    }
    let gap = Certificate(status: .withinGap, stages: stages).gap
    let status: Certificate.Status =
        !isComplete ? .timeLimit : gap <= Certificate.roundingGap ? .optimal : .withinGap
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
