// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

struct BlocksTests {
    @Test func blocksGiveTheOptimumOfTheWhole() throws {
        for seed in 0..<60 {
            let whole = RandomModels.sideBySide((0..<5).map { RandomModels.staffing(seed * 5 + $0) })
            let solution = try optimum(whole, Options(.automatic, .blocks))
            let reference = try optimum(whole, Options(.automatic, .whole))
            #expect(isClose(solution.objective, reference.objective), "seed \(seed)")
            #expect(isClose(whole.bound(rowPrices: solution.rowPrices), solution.objective), "seed \(seed)")
            #expect(whole.violations(at: solution.values).isEmpty, "seed \(seed)")
            #expect(try optimum(whole, Options(.automatic, .whole), from: solution.basis).iterations == 0)
            #expect(try optimum(whole, Options(.automatic, .blocks), from: reference.basis).iterations == 0)
        }
    }

    @Test func generalModelsSideBySide() throws {
        for seed in 0..<200 {
            let whole = RandomModels.sideBySide((0..<3).map { RandomModels.general(seed * 3 + $0) })
            switch (
                try solve(whole, with: Options(.automatic, .blocks)), try solve(whole, with: Options(.primal, .whole))
            ) {
            case (.optimal(let solution), .optimal(let reference)):
                #expect(isClose(solution.objective, reference.objective), "seed \(seed)")
            case (.infeasible, .infeasible), (.unbounded, .unbounded): break
            case (let outcome, let reference): Issue.record("seed \(seed): \(outcome), \(reference)")
            }
        }
    }

    @Test func threadsDoNotShowInTheAnswer() throws {
        let whole = RandomModels.sideBySide((0..<20).map { RandomModels.staffing($0, people: 12, lines: 20) })
        let reference = try solve(whole, with: Options(.automatic, .blocks, threads: 1))
        for threads in 2...8 {
            #expect(try solve(whole, with: Options(.automatic, .blocks, threads: threads)) == reference)
            #expect(try solve(whole, with: Options(threads: threads)) == solve(whole, with: Options(threads: 1)))
        }
    }

    @Test func oneBlockOfEachKindDecides() throws {
        var optimal = Model(.maximise)
        optimal.addColumn(objective: 1, .atLeast(0), entries: [(optimal.addRow(.atMost(2)), 1)])
        var unbounded = Model(.maximise)
        unbounded.addColumn(objective: 1, .atLeast(0), entries: [(unbounded.addRow(.atLeast(2)), 1)])
        var infeasible = Model(.maximise)
        infeasible.addColumn(objective: 1, .atLeast(0), entries: [(infeasible.addRow(.atMost(-1)), 1)])
        let blocks = Options(.automatic, .blocks)
        #expect(try solve(RandomModels.sideBySide([optimal, unbounded]), with: blocks) == .unbounded)
        #expect(try solve(RandomModels.sideBySide([unbounded, infeasible]), with: blocks) == .infeasible)
        #expect(try solve(RandomModels.sideBySide([infeasible, unbounded]), with: blocks) == .infeasible)
        #expect(try optimum(RandomModels.sideBySide([optimal, optimal]), blocks).objective == 4)
    }

    @Test func columnsAndRowsThatTouchNothing() throws {
        var model = Model(.minimise)
        model.constant = 7
        _ = model.addRow(.atMost(0))
        let used = model.addRow(.atLeast(3))
        model.addColumn(objective: 1, .between(-5, 5), entries: [])
        model.addColumn(objective: 2, .atLeast(0), entries: [(used, 1)])
        let solution = try optimum(model, Options(.automatic, .blocks))
        #expect(solution.values == [-5, 3])
        #expect(solution.objective == 8)
        #expect(solution.rowPrices == [0, 2])
    }
}
