// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

struct IntegerTests {
    /// Pieces of weight 6, 5 and 5 and worth ten times that, at most one of each, whole.
    static func knapsack(_ capacity: Double = 10) -> Model {
        var model = Model(.maximise)
        let sack = model.addRow(.atMost(capacity))
        for (value, weight) in [(60.0, 6.0), (50, 5), (50, 5)] {
            model.addColumn(objective: value, .between(0, 1), .integer, entries: [(sack, weight)])
        }
        return model
    }

    @Test func knapsackByHand() throws {
        let solution = try optimum(Self.knapsack(9))
        #expect(solution.values == [1, 0, 0])
        #expect(isClose(solution.objective, 60))
        #expect(solution.bound == solution.objective)
        // The relaxation fills the sack at 10 per unit of weight.
        #expect(solution.rowPrices == [10])
        #expect(Self.knapsack(9).bound(rowPrices: solution.rowPrices) == 90)
    }

    @Test func smallProgramsAgainstEnumeration() throws {
        for seed in 0..<200 {
            var random = Seeded(seed)
            var model = Model(.maximise)
            let rows = (0..<3).map { _ in model.addRow(.between(Double(random.below(4)), Double(4 + random.below(8)))) }
            for _ in 0..<6 {
                model.addColumn(
                    objective: Double(random.below(19) - 6), .between(0, 2), .integer,
                    entries: rows.map { ($0, Double(random.below(5) - 1)) })
            }
            var best: Double?
            for code in 0..<729 {
                var rest = code
                let point = model.columns.map { _ -> Double in
                    defer { rest /= 3 }
                    return Double(rest % 3)
                }
                if model.violations(at: point, tolerance: 0).isEmpty {
                    best = max(best ?? -.infinity, model.objective(at: point))
                }
            }
            switch try solve(model) {
            case .optimal(let solution):
                #expect(isClose(solution.objective, try #require(best)), "seed \(seed)")
                #expect(model.violations(at: solution.values).isEmpty, "seed \(seed)")
            case .infeasible: #expect(best == nil, "seed \(seed)")
            case let outcome: Issue.record("seed \(seed): \(outcome)")
            }
        }
    }

    @Test func infeasibleOnlyForWholeNumbers() throws {
        var model = Model(.maximise)
        let row = model.addRow(.exactly(1))
        model.addColumn(objective: 1, .between(0, 5), .integer, entries: [(row, 2)])
        #expect(try solve(model) == .infeasible)
    }

    @Test func unboundedRelaxation() throws {
        var model = Model(.maximise)
        model.addColumn(objective: 1, .atLeast(0), .integer, entries: [])
        #expect(try solve(model) == .unbounded)
        let row = model.addRow(.exactly(1))
        model.addColumn(objective: 0, .between(0, 5), .integer, entries: [(row, 2)])
        #expect(try solve(model) == .infeasible)
    }

    @Test func gapAndNodeLimitsSaySo() throws {
        var model = Model(.maximise)
        var random = Seeded(5)
        let rows = (0..<5).map { _ in model.addRow(.atMost(900)) }
        for _ in 0..<40 {
            let entries = rows.map { ($0, Double(10 + random.below(90))) }
            model.addColumn(objective: Double(20 + random.below(80)), .between(0, 1), .integer, entries: entries)
        }
        var options = Options()
        options.relativeGap = 0.2
        guard case .feasible(let near, .gap) = try solve(model, with: options) else {
            Issue.record("no gap")
            return
        }
        #expect(near.relativeGap <= 0.2)
        #expect(near.bound >= near.objective)
        #expect(model.violations(at: near.values).isEmpty)

        options = Options()
        options.nodeLimit = 3
        let limited = try solve(model, with: options)
        switch limited {
        case .feasible(_, .nodes), .stopped(.nodes): break
        default: Issue.record("\(limited)")
        }
        #expect(try solve(model, with: options) == limited)
    }
}
