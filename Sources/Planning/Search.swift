// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Staffing
import Verification

/// What makes a plan unlike those that are known.
public enum Unlikeness: Sendable {
    /// Hours where none of them has any: of that person or pool on that line in that week. The best plan by this measure
    /// has as many as can be had, so that none of them has any where it has none.
    case places
    /// Also hours beyond what any of them has at a place, by the part of the place that none has taken. A direction to
    /// look in, which proves nothing.
    case placesAndRoom
}

/// What is looked for instead of the best plan: one that is worth no less than so much, and as unlike those that are
/// known as can be.
struct Search: Sendable {
    /// In major units.
    let leastWorth: Double
    private let measure: Unlikeness
    /// The most that any known plan has at a place.
    private var taken: [Cell: Hours] = [:]

    private struct Cell: Hashable {
        let isPool: Bool
        let worker: Int
        let line: Int
        let week: Int
    }

    init(unlike plans: [PlannedFirm], by measure: Unlikeness, leastWorth: Money, in currency: Currency) {
        self.measure = measure
        // What the solver may be off by.
        let tolerance = 0.01 + 1e-7 * abs(Double(leastWorth.minorUnits)) / Double(currency.scale)
        self.leastWorth = Double(leastWorth.minorUnits) / Double(currency.scale) - tolerance
        for planned in plans {
            taken.merge(Search.hours(of: planned).filter { !$0.value.isDust }) { max($0, $1) }
        }
    }

    private static func hours(of planned: PlannedFirm) -> [Cell: Hours] {
        let tally = Tally(of: planned.plan, in: planned.situation)
        var hours: [Cell: Hours] = [:]
        for entry in tally.entries {
            hours[Cell(isPool: false, worker: entry.person, line: entry.line, week: entry.week), default: .zero] +=
                entry.hours
        }
        for entry in tally.poolEntries {
            hours[Cell(isPool: true, worker: entry.pool, line: entry.line, week: entry.week), default: .zero] +=
                entry.hours
        }
        return hours
    }

    /// Hours of a whole column that are new; of a place that is partly taken, the part that is left of what the column
    /// can have there.
    /// - Parameter most: how much of the column there may be.
    func novelty(of decision: StaffingModel.Decision, upTo most: Double, in situation: Situation) -> Double {
        func new(_ isPool: Bool, _ worker: Int, _ line: Int, _ weeks: Range<Int>, _ hours: (Int) -> Hours) -> Double {
            weeks.reduce(0) { sum, week in
                let whole = hours(week).inHours
                guard let known = taken[Cell(isPool: isPool, worker: worker, line: line, week: week)] else {
                    return sum + whole
                }
                switch measure {
                case .places: return sum
                case .placesAndRoom: return sum + max(0, whole - known.inHours / max(most, .leastNormalMagnitude))
                }
            }
        }
        switch decision {
        case .share(let person, let line, let stretches):
            let runs = situation.stretches[line]
            let weeks = runs[stretches.lowerBound].lowerBound..<runs[stretches.upperBound].upperBound
            return new(false, person, line, weeks) { situation.delivery(person: person, line: line, week: $0) }
        case .hours(let person, let line, let week): return new(false, person, line, week..<week + 1) { _ in Hours(1) }
        case .poolShare(let pool, let line, let stretch):
            return new(true, pool, line, situation.stretches[line][stretch]) {
                situation.openHours(line: line, week: $0)
            }
        case .poolHours(let pool, let line, let week): return new(true, pool, line, week..<week + 1) { _ in Hours(1) }
        case .overtime, .kept, .moves, .choice, .level, .above, .below: return 0
        }
    }

    /// Hours of a plan that are new: at each place, beyond what any known plan has there.
    func newHours(of planned: PlannedFirm) -> Hours {
        // The order in which whole seconds are added up does not matter.
        Search.hours(of: planned).reduce(.zero) { $0 + max(.zero, $1.value - (taken[$1.key] ?? .zero)) }
    }
}

extension PlannedFirm {
    /// Hours of people and pools on lines, week by week beyond what any of the other plans of the firm has there. A plan
    /// that mixes the others has none.
    public func hours(newTo others: [PlannedFirm]) -> Hours {
        Search(unlike: others, by: .places, leastWorth: .zero, in: situation.firm.currency).newHours(of: self)
    }
}
