// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

/// The exact text of a small model with one of everything.
struct TextTests {
    static let model: Model = {
        var model = Model(.maximise)
        model.constant = 2.5
        let capacity = model.addRow(.atMost(40))
        let demand = model.addRow(.between(-0.1, 8))
        model.addColumn(objective: 3, .atLeast(0), entries: [(capacity, 1), (demand, -1)])
        model.addColumn(objective: -0.1, .between(-4, -1), .integer, entries: [(demand, 1e-7)])
        model.addColumn(objective: 1, .free, entries: [(capacity, 2)])
        model.addColumn(objective: 0, .atMost(7), entries: [])
        model.addColumn(objective: 0, .atLeast(1), .integer, entries: [])
        model.naming = Naming(
            row: { ["capacity[ana,2026-W07]", "r"][$0] }, column: { ["x", "x", "free", "e5", "señor 1"][$0] })
        return model
    }()

    @Test func lp() {
        #expect(
            Self.model.lpText() == """
                Maximize
                 obj: 3 x - 0.1 x~2 + _free + 2.5 constant
                Subject To
                 capacity(ana,2026_W07): x + 2 _free <= 40
                 r: - x + 1e-07 x~2 >= -0.1
                 r~upper: - x + 1e-07 x~2 <= 8
                Bounds
                 constant = 1
                 -4 <= x~2 <= -1
                 _free free
                 -inf <= _e5 <= 7
                 se_or_1 >= 1
                Generals
                 x~2
                 se_or_1
                End

                """)
    }

    @Test func mps() {
        #expect(
            Self.model.mpsText() == """
                NAME model
                OBJSENSE
                    MAX
                ROWS
                 N obj
                 L capacity(ana,2026_W07)
                 G r
                COLUMNS
                 x obj 3
                 x capacity(ana,2026_W07) 1
                 x r -1
                 marker 'MARKER' 'INTORG'
                 x~2 obj -0.1
                 x~2 r 1e-07
                 marker 'MARKER' 'INTEND'
                 _free obj 1
                 _free capacity(ana,2026_W07) 2
                 _e5 obj 0
                 marker 'MARKER' 'INTORG'
                 se_or_1 obj 0
                 marker 'MARKER' 'INTEND'
                 constant obj 2.5
                RHS
                 rhs capacity(ana,2026_W07) 40
                 rhs r -0.1
                RANGES
                 range r 8.1
                BOUNDS
                 LO bound x~2 -4
                 UP bound x~2 -1
                 FR bound _free
                 MI bound _e5
                 UP bound _e5 7
                 LO bound se_or_1 1
                 PL bound se_or_1
                 FX bound constant 1
                ENDATA

                """)
    }

    @Test func emptyModel() {
        #expect(
            Model(.minimise).lpText() == """
                Minimize
                 obj: 0 nothing
                Subject To
                 nothing: 0 nothing <= 0
                Bounds
                 nothing = 0
                End

                """)
    }

    @Test func roundTripThroughMPS() throws {
        for seed in 0..<300 {
            let model = seed.isMultiple(of: 3) ? RandomModels.staffing(seed) : RandomModels.general(seed)
            let text = model.mpsText()
            let back = try Model(mps: text, format: .free)
            #expect(back.goal == model.goal)
            #expect(model.rows.map { model[$0] } == back.rows.map { back[$0] })
            let (outcome, outcomeOfBack) = (try solve(model), try solve(back))
            switch (outcome, outcomeOfBack) {
            case (.optimal(let a), .optimal(let b)): #expect(isClose(a.objective, b.objective), "seed \(seed)")
            default: #expect(outcome == outcomeOfBack, "seed \(seed)")
            }
            #expect(try Model(mps: back.mpsText(), format: .free).mpsText() == back.mpsText())
        }
    }
}
