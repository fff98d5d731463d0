// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

struct HandSolvedTests {
    @Test func documentationExample() throws {
        var model = Model(.maximise)
        let hours = model.addRow(.atMost(40))
        let x = model.addColumn(objective: 3, .atLeast(0), entries: [(hours, 2)])
        let outcome = try solve(model)
        guard case .optimal(let solution) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(solution.objective == 60)
        #expect(solution.bound == 60)
        #expect(solution[x] == 20)
        #expect(solution[hours] == 1.5)
        #expect(solution.reducedCosts == [0])
        #expect(solution.basis == Basis(rows: [.atUpper], columns: [.basic]))
    }
}
