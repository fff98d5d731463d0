// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// Solves a linear or mixed-integer program with GLPK.
///
/// The same model, options and basis give the same outcome, bit for bit, unless a time limit or a cancellation ends the
/// search. Blocks the calling thread until done, so do not call it on Swift's cooperative pool for anything that may
/// take long. Any number of threads may solve at the same time.
///
/// - Parameter basis: where to start, such as the basis of an earlier solution of this model before it was changed. A
///   basis that turns out singular is replaced by the slack basis. For an integer program it starts the relaxation.
/// - Throws: what is wrong with the model, before the solver sees it.
public func solve(_ model: Model, with options: Options = Options(), from basis: Basis? = nil) throws(SolveError)
    -> Outcome
{
    try solve(model, with: options, from: basis.map { Nearby(basis: $0, point: nil) })
}

/// Solves a program from what is known of one much like it. The outcome is as good as without, and mostly sooner there;
/// of several optimal points it may be another one.
///
/// - Throws: what is wrong with the model, or a point of another size than the model's.
public func solve(_ model: Model, with options: Options = Options(), near start: Nearby) throws(SolveError) -> Outcome {
    if let point = start.point {
        guard point.values.count == model.columnCount, point.rowPrices.count == model.rowCount,
            (point.values + point.rowPrices).allSatisfy(\.isFinite)
        else { throw .foreignBasis(rows: point.rowPrices.count, columns: point.values.count) }
    }
    return try solve(model, with: options, from: start)
}

private func solve(_ model: Model, with options: Options, from origin: Nearby?) throws(SolveError) -> Outcome {
    guard cglpk_is_solving() == 0 else { throw .alreadySolving }
    try model.validate()
    guard options.relativeGap >= 0 else { throw .relativeGap(options.relativeGap) }
    if let basis = origin?.basis, basis.rows.count > model.rowCount || basis.columns.count > model.columnCount {
        throw .foreignBasis(rows: basis.rows.count, columns: basis.columns.count)
    }
    let outcome = try solveUnchecked(model, with: options, from: origin)
    guard outcome == .unbounded, model.hasIntegers else { return outcome }
    // The relaxation has no limit. With rational data the integer program then has none either, if it has a point.
    var points = model
    points.objective = Array(repeating: 0, count: model.columnCount)
    switch try solveUnchecked(points, with: options, from: nil) {
    case .optimal, .feasible: return .unbounded
    case .infeasible: return .infeasible
    case .unbounded: return .failed("a constant objective without limit")
    case .stopped(let reason): return .stopped(reason)
    case .failed(let message): return .failed(message)
    }
}

private func solveUnchecked(_ model: Model, with options: Options, from origin: Nearby?) throws(SolveError) -> Outcome {
    if options.division == .blocks || options.division == .automatic && model.nonzeroCount >= 2_000 {
        let blocks = Blocks(of: model, minimumSize: options.division == .blocks ? 0 : 1_000)
        if blocks.count > 1 { return try blocks.solve(model, with: options, from: origin) }
    }
    return try Call(
        options: options, method: options.method.code(for: model, from: origin?.basis), timeLimit: options.timeLimit
    )
    .run(model, from: origin)
}

extension Options.Method {
    func code(for model: Model, from basis: Basis?) -> cglpk_method {
        switch self {
        case .automatic: model.fittingMethod(isFresh: basis == nil)
        case .primal: CGLPK_PRIMAL
        case .dual: CGLPK_DUAL
        case .sifting: model.hasIntegers ? CGLPK_AUTOMATIC : CGLPK_SIFTING
        case .crossover: model.hasIntegers ? CGLPK_AUTOMATIC : CGLPK_CROSSOVER
        }
    }
}

extension Model {
    /// Measured on staffing models that are feasible at zero, so that every choice of columns is too. Where columns touch
    /// many rows, as shares held for weeks do, bases are many and degenerate, and crossover passes most of them by. Where
    /// they touch two or three, a wide model is solved fastest by sifting from a greedy start, and one whose columns all
    /// have bounds to rest at by the dual method.
    fileprivate func fittingMethod(isFresh: Bool) -> cglpk_method {
        guard !hasIntegers, columnCount >= 2_000,
            zip(rowLower, rowUpper).allSatisfy({ $0 <= 0 && 0 <= $1 }),
            zip(columnLower, columnUpper).allSatisfy({ $0 <= 0 && 0 <= $1 })
        else { return CGLPK_AUTOMATIC }
        // A transport problem has two entries a column.
        if 10 * nonzeroCount >= 22 * columnCount { return CGLPK_CROSSOVER }
        if columnCount >= 5 * rowCount { return CGLPK_SIFTING }
        let isBoxed = columnUpper.allSatisfy { $0 < .infinity } && columnLower.allSatisfy { $0 > -.infinity }
        return isBoxed && isFresh ? CGLPK_DUAL : CGLPK_AUTOMATIC
    }
}
