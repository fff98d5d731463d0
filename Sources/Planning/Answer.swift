// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// The best point that the solver found for a model, and what ended its search before there was proof.
struct Answer {
    var values: [Double]
    let rowPrices: [Double]
    let basis: Basis
    let objective: Double
    var stop: Outcome.Stop?
    /// Whether the search found the point; otherwise it is one that was known before.
    let isFound: Bool

    /// - Parameters:
    ///   - last: a point of the model for where the search ends without any; prices of nothing prove nothing.
    ///   - isPoint: whether that is one for sure.
    init(
        to model: Model, with options: Options, _ effort: Effort = .normal, near start: Nearby? = nil,
        last: () -> [Double]? = { nil }, isPoint: Bool = false
    ) throws {
        let fitting = options.fitting(model, effort)
        var outcome = try start.map { try solve(model, with: fitting, near: $0) } ?? solve(model, with: fitting)
        // Moving nothing is always possible, even where the search among the choices ends without a point.
        if case .stopped(let reason) = outcome, let calm = model.withoutChoices,
            let solution = try solve(calm, with: options).solution
        {
            outcome = .feasible(solution, reason)
        }
        // The solver may take the last digits of a point that is known for a broken row.
        if isPoint, outcome == .infeasible { outcome = .stopped(.iterations) }
        switch outcome {
        case .optimal(let solution):
            isFound = true
            (values, rowPrices, basis, objective, stop) = (
                solution.values, solution.rowPrices, solution.basis, solution.objective, nil
            )
        case .feasible(let solution, let reason):
            isFound = true
            (values, rowPrices, basis, objective, stop) = (
                solution.values, solution.rowPrices, solution.basis, solution.objective, reason
            )
        case .stopped(let reason):
            isFound = false
            values = last() ?? Array(repeating: 0, count: model.columnCount)
            rowPrices = Array(repeating: 0, count: model.rowCount)
            basis = Basis(
                rows: Array(repeating: .basic, count: model.rowCount),
                columns: Array(repeating: .atLower, count: model.columnCount))
            objective = model.objective(at: values)
            stop = reason
        case .infeasible, .unbounded: throw PlanningError.solver("an elastic model cannot be infeasible or unbounded")
        case .failed(let message): throw PlanningError.solver(message)
        }
    }

    /// A point that was found without a solver; it has no prices.
    init(found point: [Double], of model: Model) {
        isFound = true
        values = point
        rowPrices = Array(repeating: 0, count: model.rowCount)
        basis = Basis(
            rows: Array(repeating: .basic, count: model.rowCount),
            columns: Array(repeating: .atLower, count: model.columnCount))
        objective = model.objective(at: point)
        stop = nil
    }

    /// To the model of a stage of goals after another one, whose point is a point of this one, too.
    init(to model: StaffingModel, with options: Options, _ effort: Effort, after before: Start) throws {
        let (basis, values) = before.place(in: model)
        try self.init(
            to: model.model, with: options, effort, near: Nearby(basis: basis, point: nil), last: { values },
            isPoint: true)
    }

    /// To the model of the staffing. What is kept of a commitment is a plan, and no work at all is one where there is none.
    init(to model: StaffingModel, with options: Options, _ effort: Effort, near start: Nearby?) throws {
        try self.init(to: model.model, with: options, effort, near: start, last: model.pointThatKeeps)
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
    /// Linear programs of millions of entries are solved to a tenth of a per cent, which the plan then says. At low effort
    /// these gaps are wider and large programs have one, too; at high effort they are narrower.
    fileprivate func fitting(_ model: Model, _ effort: Effort) -> Options {
        var options = self
        if model.hasIntegers {
            options.nodeLimit = nodeLimit ?? effort.steps(2_000)
            options.relativeGap = max(relativeGap, effort.gap(1e-5))
        } else if model.constant != 0, model.nonzeroCount > 100_000 {
            // Promises, whose price is the constant, make large models slow to finish: the proof stops where rounding does.
            options.relativeGap = max(relativeGap, effort.gap(1e-4))
        } else if model.nonzeroCount > 2_000_000 {
            options.relativeGap = max(relativeGap, effort.gap(1e-3))
        } else if effort == .low, model.nonzeroCount > 20_000 {
            options.relativeGap = max(relativeGap, effort.gap(1e-4))
        }
        return options
    }

    /// What is left of the time limit; at least a second, for a stage that is small.
    func left(after elapsed: Duration) -> Options {
        var rest = self
        rest.timeLimit = timeLimit.map { max(.seconds(1), $0 - elapsed) }
        return rest
    }

    /// The same, for finishing the plan in hand.
    func after(_ elapsed: Duration) -> Options { left(after: elapsed).finishing }

    /// For what is left to do of a plan in hand: one that was interrupted is finished all the same, and has two seconds for
    /// each step.
    var finishing: Options {
        guard cancellation?.isCancelled == true else { return self }
        var rest = self
        rest.cancellation = nil
        rest.timeLimit = .seconds(2)
        return rest
    }
}
