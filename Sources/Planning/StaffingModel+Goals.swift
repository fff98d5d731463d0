// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

/// The rows of goals.
struct GoalRows: Sendable {
    var floors: [(measure: PlanGoal.Measure, row: Row)] = []
    /// By person, where their load is to be like those of others.
    var apart: [Row?] = []
    /// Nil where loads may be as they will.
    var balance: Balance?
}

extension StaffingModel {
    /// A goal that was planned for before is not given up: a row for each, in the order of the goals.
    ///
    /// For balance there is a row for each person beside it: load − level × wished = above − below.
    mutating func addGoalRows() {
        for floor in aim.floors {
            if floor.measure == .balance { addApartRows() }
            goalRows.floors.append((floor.measure, addRow(.goal(floor.measure), .atLeast(floor.least))))
        }
        if aim.isBalanced, goalRows.balance == nil { addApartRows() }
    }

    private mutating func addApartRows() {
        let balance = situation.balance
        goalRows.balance = balance
        goalRows.apart = balance.wished.indices.map { person in
            balance.wished[person] > 0 ? addRow(.apart(person: person), .exactly(-balance.pinned[person])) : nil
        }
    }

    /// The columns of balance: the level that all are measured against, and how far each person is above or below it.
    mutating func addBalance() {
        guard let balance = goalRows.balance else { return }
        let level = goalRows.apart.enumerated().compactMap { person, row in row.map { ($0, -balance.wished[person]) } }
        addColumn(.level, objective: 0, upTo: balance.mostLevel, entries: level)
        for (person, row) in goalRows.apart.enumerated() {
            guard let row else { continue }
            let most = balance.mostLevel * balance.wished[person]
            addColumn(.above(person: person), objective: 0, upTo: most, entries: [(row, -1)])
            addColumn(.below(person: person), objective: 0, upTo: most, entries: [(row, 1)])
        }
    }

    /// What a column does in the rows of goals.
    func goalEntries(of decision: Decision, money: Double) -> [(Row, Double)] {
        var entries = goalRows.floors.map { ($0.row, worth(of: decision, money: money, by: GoalWeights($0.measure))) }
        if let (person, hours) = load(of: decision), goalRows.apart.indices.contains(person),
            let row = goalRows.apart[person]
        {
            entries.append((row, hours))
        }
        return entries
    }

    /// Hours of a person in a whole column.
    private func load(of decision: Decision) -> (person: Int, hours: Double)? {
        guard goalRows.balance != nil else { return nil }
        switch decision {
        case .share(let person, let line, let stretches):
            return (person, weeks(line, stretches).reduce(0) { $0 + delivery(person, line, $1) })
        case .hours(let person, _, _): return (person, 1)
        case .poolShare, .poolHours, .overtime, .kept, .moves, .choice, .level, .above, .below: return nil
        }
    }

    /// What a whole column counts, in major units or hours.
    ///
    /// - Parameter money: what it counts in money.
    func worth(of decision: Decision, money: Double, by weights: GoalWeights) -> Double {
        switch decision {
        case .share(let person, let line, let stretches):
            guard let candidate = situation.candidate(person: person, line: line) else { return 0 }
            return weeks(line, stretches).reduce(0) { sum, week in
                let hours = delivery(person, line, week)
                guard hours > 0 else { return sum }
                return sum + hours * situation.value(of: candidate, line: line, week: week, by: weights) * major
            }
        case .hours(let person, let line, let week):
            guard let candidate = situation.candidate(person: person, line: line) else { return 0 }
            return situation.value(of: candidate, line: line, week: week, by: weights) * major
        case .poolShare(let pool, let line, let stretch):
            return situation.stretches[line][stretch].reduce(0) { sum, week in
                let hours = situation.openHours(line: line, week: week).inHours
                return sum + hours * situation.value(ofPool: pool, line: line, week: week, by: weights) * major
            }
        case .poolHours(let pool, let line, let week):
            return situation.value(ofPool: pool, line: line, week: week, by: weights) * major
        // All that it costs is money, and margin counts all of it.
        case .overtime: return weights[.margin] * money
        case .kept(let promise): return situation.price(of: situation.promises[promise], by: weights).all * major
        case .above, .below: return -weights[.balance]
        case .moves, .choice, .level: return 0
        }
    }

    private func weeks(_ line: Int, _ stretches: ClosedRange<Int>) -> Range<Int> {
        let all = situation.stretches[line]
        return all[stretches.lowerBound].lowerBound..<all[stretches.upperBound].upperBound
    }

    private func delivery(_ person: Int, _ line: Int, _ week: Int) -> Double {
        situation.delivery(person: person, line: line, week: week).inHours
    }
}
