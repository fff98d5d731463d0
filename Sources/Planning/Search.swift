// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Staffing
import Verification

/// What is looked for instead of the best plan: one that is worth no less than so much, with as many hours as can be
/// where none of the plans that are known has any.
struct Search: Sendable {
    /// In major units.
    let leastWorth: Double
    private var taken: Set<Cell> = []

    private struct Cell: Hashable {
        let isPool: Bool
        let worker: Int
        let line: Int
        let week: Int
    }

    init(unlike plans: [PlannedFirm], leastWorth: Money, in currency: Currency) {
        // What the solver may be off by.
        let tolerance = 0.01 + 1e-7 * abs(Double(leastWorth.minorUnits)) / Double(currency.scale)
        self.leastWorth = Double(leastWorth.minorUnits) / Double(currency.scale) - tolerance
        for planned in plans {
            let tally = Tally(of: planned.plan, in: planned.situation)
            for entry in tally.entries where !entry.hours.isDust {
                taken.insert(Cell(isPool: false, worker: entry.person, line: entry.line, week: entry.week))
            }
            for entry in tally.poolEntries where !entry.hours.isDust {
                taken.insert(Cell(isPool: true, worker: entry.pool, line: entry.line, week: entry.week))
            }
        }
    }

    /// Hours of a whole column that are new.
    func novelty(of decision: StaffingModel.Decision, in situation: Situation) -> Double {
        func new(_ isPool: Bool, _ worker: Int, _ line: Int, _ weeks: Range<Int>, _ hours: (Int) -> Hours) -> Double {
            weeks.reduce(0) { sum, week in
                let cell = Cell(isPool: isPool, worker: worker, line: line, week: week)
                return taken.contains(cell) ? sum : sum + hours(week).inHours
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
        case .overtime, .kept, .moves: return 0
        }
    }

    /// Hours of a plan that are new.
    func newHours(of planned: PlannedFirm) -> Hours {
        let tally = Tally(of: planned.plan, in: planned.situation)
        let people = tally.entries.filter {
            !taken.contains(Cell(isPool: false, worker: $0.person, line: $0.line, week: $0.week))
        }.reduce(.zero) { $0 + $1.hours }
        return tally.poolEntries.filter {
            !taken.contains(Cell(isPool: true, worker: $0.pool, line: $0.line, week: $0.week))
        }.reduce(people) { $0 + $1.hours }
    }
}

extension PlannedFirm {
    /// Hours of people and pools on lines in weeks in which none of the other plans of the firm has any.
    public func hours(newTo others: [PlannedFirm]) -> Hours {
        Search(unlike: others, leastWorth: .zero, in: situation.firm.currency).newHours(of: self)
    }
}
