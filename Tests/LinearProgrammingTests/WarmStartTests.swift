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

    /// What is known of the neighbour may be wrong in every respect.
    @Test func whateverIsNearbyTheOptimumStays() throws {
        for seed in 0..<60 {
            var random = Seeded(seed)
            let model = RandomModels.staffing(seed, people: 12, lines: 20)
            let reference = try optimum(model)
            var near = Nearby(
                basis: reference.basis, point: .init(values: reference.values, rowPrices: reference.rowPrices))
            for method in [Options.Method.automatic, .crossover, .sifting, .dual] {
                let again = try #require(try solve(model, with: Options(method), near: near).solution)
                #expect(isClose(again.objective, reference.objective), "seed \(seed), \(method)")
            }
            for row in near.basis.rows.indices where random.chance(30) {
                near.basis.rows[row] = random.chance(50) ? .basic : .atUpper
            }
            for column in near.basis.columns.indices where random.chance(30) {
                near.basis.columns[column] = random.chance(50) ? .basic : .atLower
                near.point?.values[column] = Double(random.below(100)) - 20
            }
            for row in near.basis.rows.indices where random.chance(30) { near.point?.rowPrices[row] = -7 }
            for method in [Options.Method.automatic, .crossover, .sifting, .primal] {
                let again = try #require(try solve(model, with: Options(method), near: near).solution)
                #expect(isClose(again.objective, reference.objective), "seed \(seed), \(method), spoilt")
            }
        }
    }

    @Test func aPointOfAnotherSizeIsRefused() throws {
        let model = RandomModels.staffing(2)
        let basis = try optimum(model).basis
        for (values, prices) in [([1.0], [Double](repeating: 0, count: model.rowCount)), ([], [.nan])] {
            #expect(throws: SolveError.self) {
                try solve(model, near: Nearby(basis: basis, point: .init(values: values, rowPrices: prices)))
            }
        }
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
