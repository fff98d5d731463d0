// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import Synchronization
import Threads

extension Blocks {
    /// Solves every block, several at once, and puts the answers together. Which thread solves which block is left to
    /// chance; the answer is not, since blocks know nothing of each other.
    func solve(_ whole: Model, with options: Options, from origin: Nearby?) throws(SolveError) -> Outcome {
        let clock = ContinuousClock()
        let deadline = options.timeLimit.map { clock.now + $0 }
        // One block without a feasible point decides for all.
        let isDecided = Atomic<Bool>(false)
        let watch = options.progress.map { ProgressOfBlocks(count, since: clock.now, told: $0) }
        let answers = mapInParallel(count, threads: options.threads) { block -> Result<Outcome, SolveError>? in
            if isDecided.load(ordering: .relaxed) { return nil }
            let model = model(block, of: whole)
            let left = deadline.map { $0 - clock.now }
            let start = origin.map { self.origin(block, of: $0) }
            let own = options.telling(watch, of: block)
            let answer = Result { () throws(SolveError) in
                try Call(options: own, method: options.method.code(for: model, from: start?.basis), timeLimit: left)
                    .run(model, from: start)
            }
            if case .success(let outcome) = answer, let solution = outcome.solution {
                watch?.note(solution, of: block)
            }
            if case .success(.infeasible) = answer { isDecided.store(true, ordering: .relaxed) }
            return answer
        }
        var outcomes: [Outcome] = []
        for answer in answers {
            if let answer { outcomes.append(try answer.get()) }
        }
        return combine(outcomes, whole)
    }

    private func combine(_ outcomes: [Outcome], _ whole: Model) -> Outcome {
        if outcomes.contains(.infeasible) { return .infeasible }
        var assembly = Assembly(whole)
        var unbounded = false
        var reasons: [Outcome.Stop] = []
        var pointless: [Outcome.Stop] = []
        for (block, outcome) in outcomes.enumerated() {
            switch outcome {
            case .failed: return outcome
            case .infeasible: return .infeasible
            case .unbounded: unbounded = true
            case .stopped(let reason): pointless.append(reason)
            case .feasible(let solution, let reason):
                reasons.append(reason)
                assembly.place(solution, rows: rows[block], columns: columns[block])
            case .optimal(let solution): assembly.place(solution, rows: rows[block], columns: columns[block])
            }
        }
        if let reason = (pointless + reasons).max(), !pointless.isEmpty { return .stopped(reason) }
        if unbounded { return .unbounded }
        return reasons.max().map { .feasible(assembly.solution, $0) } ?? .optimal(assembly.solution)
    }
}

extension Options {
    /// With progress that goes to the sum over all blocks.
    fileprivate func telling(_ sum: ProgressOfBlocks?, of block: Int) -> Options {
        guard let sum else { return self }
        var options = self
        options.progress = { sum.note($0, of: block) }
        return options
    }
}

/// The answers of blocks, put together in the order of the whole.
private struct Assembly {
    var solution: Solution

    init(_ whole: Model) {
        solution = Solution(
            objective: 0, bound: 0, values: Array(repeating: 0, count: whole.columnCount),
            rowPrices: Array(repeating: 0, count: whole.rowCount),
            reducedCosts: Array(repeating: 0, count: whole.columnCount),
            basis: Basis(
                rows: Array(repeating: .basic, count: whole.rowCount),
                columns: Array(repeating: .atLower, count: whole.columnCount)),
            iterations: 0, nodes: 0)
    }

    mutating func place(_ part: Solution, rows: [Int], columns: [Int]) {
        solution.objective += part.objective
        solution.bound += part.bound
        solution.iterations += part.iterations
        solution.nodes += part.nodes
        for (local, row) in rows.enumerated() {
            solution.rowPrices[row] = part.rowPrices[local]
            solution.basis.rows[row] = part.basis.rows[local]
        }
        for (local, column) in columns.enumerated() {
            solution.values[column] = part.values[local]
            solution.reducedCosts[column] = part.reducedCosts[local]
            solution.basis.columns[column] = part.basis.columns[local]
        }
    }
}
