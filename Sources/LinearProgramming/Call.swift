// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// The one place where Swift meets GLPK: a validated model goes in, an outcome comes out.
struct Call {
    var options: Options
    var method: cglpk_method
    /// What is left of the time limit when the call begins; not above zero ends it at once.
    var timeLimit: Duration?

    func run(_ model: Model, from origin: Nearby?) throws(SolveError) -> Outcome {
        let basis = origin?.basis
        let point = origin?.point.flatMap { model.hasIntegers && !model.violations(at: $0.values).isEmpty ? nil : $0 }
        let resting = [UInt8](repeating: Basis.Status.atLower.rawValue, count: model.columnCount)
        let basic = [UInt8](repeating: Basis.Status.basic.rawValue, count: model.rowCount)
        var rowStatus = basis.map { $0.rows.map(\.rawValue) + basic.dropFirst($0.rows.count) } ?? basic
        var columnStatus = basis.map { $0.columns.map(\.rawValue) + resting.dropFirst($0.columns.count) } ?? resting
        var values = point?.values ?? [Double](repeating: 0, count: model.columnCount)
        var rowPrices = point?.rowPrices ?? [Double](repeating: 0, count: model.rowCount)
        var reducedCosts = [Double](repeating: 0, count: model.columnCount)
        let shape = cglpk_shape(
            maximise: model.goal == .maximise ? 1 : 0, rows: Int32(model.rowCount), columns: Int32(model.columnCount),
            constant: model.constant, has_integers: model.hasIntegers ? 1 : 0, has_basis: basis == nil ? 0 : 1,
            has_point: point == nil ? 0 : 1)
        let answer = withUnsafePointer(to: options) { context in
            cglpk_solve(
                shape, cOptions(context), model.rowLower, model.rowUpper, model.columnLower, model.columnUpper,
                model.objective, model.isInteger, model.starts, model.rowIndices, model.coefficients,
                &rowStatus, &columnStatus, &values, &rowPrices, &reducedCosts)
        }
        if answer.status == CGLPK_REENTERED { throw .alreadySolving }
        guard answer.has_point != 0 else { return answer.outcome }
        let solution = Solution(
            objective: answer.objective,
            bound: answer.has_bound != 0 ? answer.bound : model.bound(rowPrices: rowPrices),
            values: values, rowPrices: rowPrices, reducedCosts: reducedCosts,
            basis: Basis(
                rows: rowStatus.map(Basis.Status.init(code:)), columns: columnStatus.map(Basis.Status.init(code:))),
            iterations: Int(answer.iterations), nodes: Int(answer.nodes))
        return answer.status == CGLPK_OPTIMAL ? .optimal(solution) : .feasible(solution, answer.stop.reason)
    }

    private func cOptions(_ context: UnsafePointer<Options>) -> cglpk_options {
        cglpk_options(
            method: method,
            time_limit: timeLimit.map { max(0, $0 / .seconds(1)) } ?? -1,
            iteration_limit: Int64(options.iterationLimit.map { max(0, $0) } ?? -1),
            node_limit: Int64(options.nodeLimit.map { max(0, $0) } ?? -1),
            relative_gap: options.relativeGap,
            is_watched: options.progress == nil ? 0 : 1,
            poll: { context, progress in
                guard let context, let progress else { return 0 }
                let options = context.assumingMemoryBound(to: Options.self).pointee
                options.progress?(Progress(progress.pointee))
                return options.cancellation?.isCancelled == true ? 1 : 0
            },
            context: UnsafeMutableRawPointer(mutating: context))
    }
}

extension Progress {
    fileprivate init(_ progress: cglpk_progress) {
        self.init(
            elapsed: .seconds(progress.seconds), nodes: Int(progress.nodes),
            incumbent: progress.has_incumbent != 0 ? progress.incumbent : nil,
            bound: progress.has_bound != 0 ? progress.bound : nil)
    }
}

extension Basis.Status {
    /// The C side hands out no other codes.
    fileprivate init(code: UInt8) {
        guard let status = Self(rawValue: code) else { preconditionFailure("basis status \(code)") }
        self = status
    }
}

extension cglpk_stop {
    fileprivate var reason: Outcome.Stop {
        switch self {
        case CGLPK_STOP_GAP: .gap
        case CGLPK_STOP_TIME: .time
        case CGLPK_STOP_ITERATIONS: .iterations
        case CGLPK_STOP_NODES: .nodes
        case CGLPK_STOP_CANCELLED: .cancelled
        default: preconditionFailure("stop code \(rawValue)")
        }
    }
}

extension cglpk_answer {
    /// What the answer says when there is no point to read.
    fileprivate var outcome: Outcome {
        switch status {
        case CGLPK_INFEASIBLE: .infeasible
        case CGLPK_UNBOUNDED: .unbounded
        case CGLPK_STOPPED: .stopped(stop.reason)
        default:
            .failed(withUnsafeBytes(of: message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
    }
}
