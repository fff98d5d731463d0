// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

/// Models whose optimum, prices and basis are worked out by hand.
struct HandSolvedTests {
    @Test func oneColumnOneRow() throws {
        var model = Model(.maximise)
        let hours = model.addRow(.atMost(40))
        let x = model.addColumn(objective: 3, .atLeast(0), entries: [(hours, 2)])
        let solution = try optimum(model)
        #expect(solution.objective == 60)
        #expect(solution.bound == 60)
        #expect(solution[x] == 20)
        #expect(solution[hours] == 1.5)
        #expect(solution.reducedCosts == [0])
        #expect(solution.basis == Basis(rows: [.atUpper], columns: [.basic]))
    }

    /// Two people, two lines: the dear line takes the one person who can do it, the other takes what is left.
    @Test func twoPeopleTwoLines() throws {
        var model = Model(.maximise)
        let ana = model.addRow(.atMost(40))
        let bo = model.addRow(.atMost(30))
        let dear = model.addRow(.atMost(50))
        let cheap = model.addRow(.atMost(60))
        model.addColumn(objective: 100, .atLeast(0), entries: [(ana, 1), (dear, 1)])
        model.addColumn(objective: 60, .atLeast(0), entries: [(ana, 1), (cheap, 1)])
        model.addColumn(objective: 50, .atLeast(0), entries: [(bo, 1), (cheap, 1)])
        let solution = try optimum(model)
        #expect(solution.values == [40, 0, 30])
        #expect(solution.objective == 5500)
        #expect(solution.rowPrices == [100, 50, 0, 0])
        #expect(solution.reducedCosts == [0, -40, 0])
        #expect(model.bound(rowPrices: solution.rowPrices) == 5500)
    }

    @Test func minimisingWithEqualityAndFreeColumn() throws {
        var model = Model(.minimise)
        model.constant = 10
        let sum = model.addRow(.exactly(4))
        let difference = model.addRow(.between(-1, 2))
        model.addColumn(objective: 1, .free, entries: [(sum, 1), (difference, 1)])
        model.addColumn(objective: 3, .free, entries: [(sum, 1), (difference, -1)])
        // x + y = 4 and x − y ≤ 2 give x = 3, y = 1; one more unit of the sum costs 2, of the difference −1.
        let solution = try optimum(model)
        #expect(solution.values == [3, 1])
        #expect(solution.objective == 16)
        #expect(solution.rowPrices == [2, -1])
        #expect(model.bound(rowPrices: solution.rowPrices) == 16)
    }

    @Test func degenerateCorner() throws {
        var model = Model(.maximise)
        let rows = [(1.0, 1.0, 2.0), (1, 0, 1), (0, 1, 1), (2, 1, 3)].map { (model.addRow(.atMost($0.2)), $0.0, $0.1) }
        model.addColumn(objective: 1, .atLeast(0), entries: rows.map { ($0.0, $0.1) })
        model.addColumn(objective: 1, .atLeast(0), entries: rows.map { ($0.0, $0.2) })
        let solution = try optimum(model)
        #expect(solution.values == [1, 1])
        #expect(isClose(model.bound(rowPrices: solution.rowPrices), 2))
    }

    @Test func infeasibleAndUnbounded() throws {
        var infeasible = Model(.minimise)
        let row = infeasible.addRow(.atLeast(3))
        infeasible.addColumn(objective: 1, .between(0, 2), entries: [(row, 1)])
        #expect(try solve(infeasible) == .infeasible)

        var unbounded = Model(.minimise)
        unbounded.addColumn(objective: -1, .atLeast(0), entries: [(unbounded.addRow(.atLeast(3)), 1)])
        #expect(try solve(unbounded) == .unbounded)
    }

    @Test func nothingAtAll() throws {
        var model = Model(.minimise)
        model.constant = 3
        #expect(try optimum(model).objective == 3)
        _ = model.addRow(.between(-1, 1))
        #expect(try optimum(model).basis == Basis(rows: [.basic], columns: []))
        _ = model.addRow(.atLeast(1))
        #expect(try solve(model) == .infeasible)
    }

    @Test func noRows() throws {
        var model = Model(.maximise)
        model.addColumn(objective: 2, .between(-1, 5), entries: [])
        model.addColumn(objective: -1, .between(-4, 5), .integer, entries: [])
        #expect(try optimum(model).values == [5, -4])
        model.addColumn(objective: 1, .atLeast(0), entries: [])
        #expect(try solve(model) == .unbounded)
    }
}
