// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import LinearProgramming
import Synchronization
import Testing

struct StoppingTests {
    /// Splitting numbers into halves that nearly balance: small and hopeless for branch and bound.
    static func marketSplit() -> Model {
        var random = Seeded(3)
        var model = Model(.minimise)
        for _ in 0..<5 {
            let row = model.addRow(.exactly(1200))
            model.addColumn(objective: 1, .atLeast(0), entries: [(row, 1)])
            model.addColumn(objective: 1, .atLeast(0), entries: [(row, -1)])
        }
        for _ in 0..<40 {
            let entries = model.rows.map { ($0, Double(random.below(100))) }
            model.addColumn(objective: 0, .between(0, 1), .integer, entries: entries)
        }
        return model
    }

    static let large = RandomModels.staffing(9, people: 150, lines: 200)

    @Test func cancelledBeforeItStarts() throws {
        var options = Options()
        options.cancellation = Cancellation()
        options.cancellation?.cancel()
        #expect(try solve(IntegerTests.knapsack(), with: options) == .stopped(.cancelled))
    }

    @Test func cancelledInBranchAndBound() throws {
        var options = Options()
        let cancellation = Cancellation()
        options.cancellation = cancellation
        options.progress = { if $0.nodes > 20 { cancellation.cancel() } }
        switch try solve(Self.marketSplit(), with: options) {
        case .feasible(let solution, .cancelled):
            #expect(Self.marketSplit().violations(at: solution.values).isEmpty)
            #expect(solution.bound <= solution.objective)
        case .stopped(.cancelled): break
        case let outcome: Issue.record("\(outcome)")
        }
    }

    @Test func cancelledInTheSimplexMethod() throws {
        for method in [Options.Method.primal, .dual] {
            var options = Options(method, .whole)
            let cancellation = Cancellation()
            options.cancellation = cancellation
            options.progress = { if $0.elapsed > .milliseconds(1) { cancellation.cancel() } }
            #expect(try solve(Self.large, with: options) == .stopped(.cancelled))
        }
    }

    @Test func timeLimit() throws {
        var options = Options()
        options.timeLimit = .milliseconds(300)
        let start = ContinuousClock.now
        switch try solve(Self.marketSplit(), with: options) {
        case .feasible(let solution, .time): #expect(solution.bound <= solution.objective)
        case .stopped(.time): break
        case let outcome: Issue.record("\(outcome)")
        }
        #expect(ContinuousClock.now - start < .seconds(10))
        options.timeLimit = .zero
        switch try solve(Self.large, with: options) {
        case .feasible(_, .time), .stopped(.time): break
        case let outcome: Issue.record("\(outcome)")
        }
    }

    @Test func iterationLimitKeepsAPointAndABound() throws {
        var options = Options(.primal, .whole)
        options.iterationLimit = 20
        guard case .feasible(let solution, .iterations) = try solve(Self.large, with: options) else {
            Issue.record("no feasible point")
            return
        }
        #expect(Self.large.violations(at: solution.values).isEmpty)
        let best = try optimum(Self.large).objective
        switch Self.large.goal {
        case .maximise: #expect(solution.objective <= best + 1e-6 && best <= solution.bound + 1e-6)
        case .minimise: #expect(solution.objective >= best - 1e-6 && best >= solution.bound - 1e-6)
        }
    }

    @Test func callbacksMustNotSolve() throws {
        let refusals = Atomic<Int>(0)
        for division in [Options.Division.whole, .blocks] {
            var options = Options(.automatic, division)
            options.progress = { _ in
                do {
                    _ = try solve(IntegerTests.knapsack())
                } catch SolveError.alreadySolving {
                    refusals.wrappingAdd(1, ordering: .relaxed)
                } catch {}
            }
            let whole = RandomModels.sideBySide([RandomModels.staffing(1), RandomModels.staffing(2)])
            #expect(try solve(whole, with: options) == solve(whole, with: Options(.automatic, division)))
        }
        #expect(refusals.load(ordering: .relaxed) >= 3)
    }
}
