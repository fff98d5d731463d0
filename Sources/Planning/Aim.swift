// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// What is looked for among the plans of a firm, and what all of them have to come to.
struct Aim: Sendable {
    enum Objective: Sendable {
        /// The firm's own sum of money.
        case money
        case measure(PlanGoal.Measure)
        /// Plans unlike those that are known.
        case novelty(Search)
    }

    /// The least that a plan has to come to by a goal that was planned for before.
    struct Floor: Sendable {
        let measure: PlanGoal.Measure
        /// In major units, or in hours.
        let least: Double
    }

    var objective = Objective.money
    /// In the order of the goals.
    var floors: [Floor] = []

    static let money = Aim()

    /// Whether anything but money counts, so that work may be wanted which is not worth its price.
    var isStaged: Bool {
        if case .measure = objective { return true }
        return !floors.isEmpty
    }

    /// In major units; nil where any will do.
    var leastWorth: Double? {
        if case .novelty(let search) = objective { search.leastWorth } else { nil }
    }

    /// Whether how far people's loads are apart matters.
    var isBalanced: Bool {
        if case .measure(.balance) = objective { return true }
        return floors.contains { $0.measure == .balance }
    }
}
