// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// Models for properties that must hold for every model, small enough to be solved by the hundred.
enum RandomModels {
    /// Capacities, demands and eligible pairs, as staffing gives them; feasible at zero, never unbounded.
    static func staffing(_ seed: Int, people: Int = 8, lines: Int = 12, isBoxed: Bool = false) -> Model {
        var random = Seeded(seed)
        var model = Model(random.chance(50) ? .maximise : .minimise)
        let sign = model.goal == .maximise ? 1.0 : -1.0
        let capacity = (0..<people).map { _ in model.addRow(.atMost(Double(random.below(5) * 10))) }
        let demand = (0..<lines).map { _ in model.addRow(.atMost(Double(4 + random.below(30)))) }
        for person in capacity {
            for line in demand where random.chance(60) {
                let bounds = isBoxed ? Bounds.between(0, Double(5 + random.below(30))) : .atLeast(0)
                let value = Double(random.below(200) - 40) + Double(random.below(8)) / 8
                model.addColumn(
                    objective: sign * value, bounds, entries: [(person, 1), (line, Double(1 + random.below(3)))])
            }
            if random.chance(50) {  // overtime
                model.addColumn(objective: sign * -30, .between(0, 8), entries: [(person, -1)])
            }
        }
        return model
    }

    /// Anything goes: equalities, ranges, free and negative columns, rows without columns; often infeasible or unbounded.
    static func general(_ seed: Int, integers: Bool = false) -> Model {
        var random = Seeded(seed)
        var model = Model(random.chance(50) ? .maximise : .minimise)
        model.constant = Double(random.below(5))
        let rows = (0..<random.below(7)).map { _ in model.addRow(bounds(&random)) }
        for _ in 0..<random.below(9) {
            var entries: [(Row, Double)] = []
            for row in rows where random.chance(50) { entries.append((row, Double(random.below(13) - 6) / 2)) }
            let kind = integers && random.chance(60) ? Model.Kind.integer : .continuous
            model.addColumn(
                objective: Double(random.below(21) - 10), bounds(&random), kind,
                entries: entries)
        }
        return model
    }

    private static func bounds(_ random: inout Seeded) -> Bounds {
        let value = Double(random.below(41) - 20)
        return switch random.below(8) {
        case 0: .free
        case 1: .exactly(value)
        case 2: .between(value, value + Double(random.below(10)))
        case 3: .atMost(value)
        default: .atLeast(min(value, 0))
        }
    }

    /// Several models side by side that share no row.
    static func sideBySide(_ models: [Model]) -> Model {
        var whole = Model(models.first?.goal ?? .maximise)
        for part in models {
            let rows = part.rows.map { whole.addRow(part[$0]) }
            for column in part.columns {
                let sign = part.goal == whole.goal ? 1.0 : -1.0
                whole.addColumn(
                    objective: sign * part[objective: column], part[column], part.kind(of: column),
                    entries: part.entries(of: column).map { (rows[$0.row.index], $0.coefficient) })
            }
        }
        return whole
    }
}
