// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

/// Every method must give the optimum of the whole model, with prices that prove it and a basis that is its own optimum.
struct MethodTests {
    static let methods: [Options.Method] = [.primal, .dual, .sifting]

    func expectProven(_ solution: Solution, _ model: Model, _ comment: Comment) throws {
        #expect(model.violations(at: solution.values).isEmpty, comment)
        #expect(isClose(model.objective(at: solution.values), solution.objective), comment)
        #expect(isClose(model.bound(rowPrices: solution.rowPrices), solution.objective, within: 1e-6), comment)
        #expect(solution.bound == solution.objective, comment)
        let again = try optimum(model, Options(.automatic, .whole), from: solution.basis)
        #expect(again.iterations == 0, comment)
        #expect(isClose(again.objective, solution.objective), comment)
    }

    @Test(arguments: methods) func staffingModels(_ method: Options.Method) throws {
        for seed in 0..<150 {
            for isBoxed in [false, true] {
                let model = RandomModels.staffing(seed, isBoxed: isBoxed)
                let solution = try optimum(model, Options(method, .whole))
                let reference = try optimum(model, Options(.automatic, .whole))
                #expect(isClose(solution.objective, reference.objective), "seed \(seed)")
                try expectProven(solution, model, "seed \(seed)")
            }
        }
    }

    @Test(arguments: methods) func generalModels(_ method: Options.Method) throws {
        var kinds: [String: Int] = [:]
        for seed in 0..<600 {
            let model = RandomModels.general(seed)
            let outcome = try solve(model, with: Options(method, .whole))
            switch (outcome, try solve(model, with: Options(.primal, .whole))) {
            case (.optimal(let solution), .optimal(let reference)):
                kinds["optimal", default: 0] += 1
                #expect(isClose(solution.objective, reference.objective), "seed \(seed)")
                try expectProven(solution, model, "seed \(seed)")
            case (.infeasible, .infeasible): kinds["infeasible", default: 0] += 1
            case (.unbounded, .unbounded): kinds["unbounded", default: 0] += 1
            case (let outcome, let reference): Issue.record("seed \(seed): \(outcome), \(reference)")
            }
        }
        #expect(kinds.values.allSatisfy { $0 > 50 } && kinds.count == 3, "\(kinds)")
    }

    @Test func largeStaffingModelTakesTheAutomaticRoute() throws {
        for isBoxed in [false, true] {
            let model = RandomModels.staffing(1, people: 60, lines: 80, isBoxed: isBoxed)
            #expect(model.columnCount >= 2_000)
            let solution = try optimum(model)
            let reference = try optimum(model, Options(.primal, .whole))
            #expect(isClose(solution.objective, reference.objective))
            try expectProven(solution, model, "boxed: \(isBoxed)")
        }
    }
}
