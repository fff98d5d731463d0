// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

struct WarmStartTests {
    @Test func changedModelsFromAnOldBasis() throws {
        for seed in 0..<150 {
            for isBoxed in [false, true] {
                var random = Seeded(1000 + seed)
                var model = RandomModels.staffing(seed, isBoxed: isBoxed)
                let old = try optimum(model)
                for row in model.rows where random.chance(20) { model[row].upper = Double(random.below(40)) }
                for column in model.columns where random.chance(10) { model[column] = .between(0, 2) }
                for column in model.columns where random.chance(10) { model[objective: column] += 5 }
                let added = model.addRow(.atMost(6))
                model.addColumn(objective: 3, .between(0, 9), entries: [(added, 1), (Row(0), 1)])
                let cold = try optimum(model)
                for method in [Options.Method.automatic, .primal, .dual, .sifting] {
                    let warm = try optimum(model, Options(method, .whole), from: old.basis)
                    #expect(isClose(warm.objective, cold.objective), "seed \(seed), \(method)")
                    #expect(isClose(model.bound(rowPrices: warm.rowPrices), warm.objective), "seed \(seed), \(method)")
                }
            }
        }
    }

    @Test func aWarmStartSavesIterations() throws {
        var model = RandomModels.staffing(4, people: 40, lines: 60)
        let cold = try optimum(model)
        model[Row(0)].upper -= 1
        let warm = try optimum(model, from: cold.basis)
        #expect(warm.iterations < cold.iterations / 5)
    }

    @Test func senselessBasesAreRepaired() throws {
        let model = RandomModels.staffing(2)
        let reference = try optimum(model)
        let full = Basis(
            rows: Array(repeating: .basic, count: model.rowCount),
            columns: Array(repeating: .basic, count: model.columnCount))
        let empty = Basis(
            rows: Array(repeating: .free, count: model.rowCount),
            columns: Array(repeating: .atUpper, count: model.columnCount))
        for basis in [full, empty, Basis(rows: [], columns: [])] {
            for method in [Options.Method.automatic, .sifting] {
                #expect(isClose(try optimum(model, Options(method), from: basis).objective, reference.objective))
            }
        }
    }
}
