// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

struct CheckTests {
    static let model: Model = {
        var model = Model(.maximise)
        let row = model.addRow(.between(1, 4))
        model.addColumn(objective: 1, .between(0, 3), entries: [(row, 1)])
        model.addColumn(objective: 2, .between(0, 3), .integer, entries: [(row, 1)])
        return model
    }()

    @Test func everyBrokenPromiseIsNamed() {
        #expect(Self.model.violations(at: [2, 2]).isEmpty)
        #expect(
            Self.model.violations(at: [3.5, 2.25]) == [
                .row(Row(0), by: 1.75), .column(Column(0), by: 0.5), .fraction(Column(1), by: 0.25),
            ])
        #expect(Self.model.violations(at: [.nan, 0]).count == 2)
        #expect(Self.model.objective(at: [3, 1]) == 5)
    }

    @Test func anyPricesGiveABound() throws {
        for seed in 0..<200 {
            let model = RandomModels.staffing(seed, isBoxed: true)
            let best = try optimum(model).objective
            var random = Seeded(seed)
            for _ in 0..<20 {
                let prices = model.rows.map { _ in Double(random.below(200) - 60) }
                let bound = model.bound(rowPrices: prices)
                #expect(model.goal == .maximise ? bound >= best - 1e-6 : bound <= best + 1e-6, "seed \(seed)")
            }
        }
    }

    @Test func unboundedColumnsNeedSufficientPrices() {
        var model = Model(.maximise)
        let row = model.addRow(.atMost(4))
        model.addColumn(objective: 3, .atLeast(0), entries: [(row, 1)])
        #expect(model.bound(rowPrices: [3]) == 12)
        #expect(model.bound(rowPrices: [5]) == 20)
        #expect(model.bound(rowPrices: [2]) == .infinity)
        #expect(model.bound(rowPrices: [-1]) == .infinity)
    }
}
