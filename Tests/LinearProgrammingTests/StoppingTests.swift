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

    /// Nothing at all is a point of the model, so there is one in hand at any moment.
    @Test(arguments: [Options.Method.automatic, .primal, .dual, .sifting, .crossover], [0, 1, 5])
    func cancelledLinearProgramsHaveAPoint(method: Options.Method, milliseconds: Int) throws {
        var options = Options(method, .whole)
        let cancellation = Cancellation()
        options.cancellation = cancellation
        options.progress = { if $0.elapsed > .milliseconds(milliseconds) { cancellation.cancel() } }
        // It may be faster than that.
        guard let solution = try solve(Self.large, with: options).solution else {
            Issue.record("no point")
            return
        }
        expectHonest(solution)
    }

    @Test func cancelledBeforeALinearProgramStarts() throws {
        var options = Options()
        options.cancellation = Cancellation()
        options.cancellation?.cancel()
        guard case .feasible(let solution, .cancelled) = try solve(Self.large, with: options) else {
            Issue.record("no point")
            return
        }
        expectHonest(solution)
        // A greedy fill, which is far more than nothing.
        #expect(solution.objective > 0.5 * (try optimum(Self.large).objective))
    }

    /// The point keeps every row, and its objective and its bound hold the optimum between them.
    private func expectHonest(_ solution: Solution) {
        #expect(Self.large.violations(at: solution.values).isEmpty)
        do {
            let best = try optimum(Self.large).objective
            #expect(solution.objective <= best * (1 + 1e-9) && best <= solution.bound * (1 + 1e-9))
        } catch {
            Issue.record(error)
        }
    }

    /// Whoever watches sees points and bounds that come together, and the answer is the same.
    @Test(arguments: [Options.Division.whole, .blocks]) func whoeverWatchesChangesNothing(division: Options.Division)
        throws
    {
        let models = [(9, 150), (10, 120)].map { seed, people in
            RandomModels.staffing(seed, people: people, lines: people + 30, isBoxed: true)
        }
        let model = RandomModels.sideBySide(models)
        var options = Options(.crossover, division)
        let alone = try solve(model, with: options)
        let seen = Mutex<[LinearProgramming.Progress]>([])
        options.progress = { progress in seen.withLock { $0.append(progress) } }
        #expect(try solve(model, with: options) == alone)
        let best = try #require(alone.solution).objective
        let told = seen.withLock { $0 }
        #expect(told.contains { $0.incumbent != nil && $0.bound != nil })
        for progress in told {
            #expect(progress.incumbent.map { $0 <= best * (1 + 1e-6) } ?? true)
            #expect(progress.bound.map { $0 >= best * (1 - 1e-6) } ?? true)
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
