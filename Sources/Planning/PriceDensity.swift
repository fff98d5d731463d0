// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// Prices of a solved model by week: of an hour of a person or a pool, of what a line asks for.
struct PriceDensity {
    private let weekCount: Int
    private var people: [Double]
    private var pools: [Double]
    private var lines: [Double]
    private var totals: [Double]

    init(of start: Start) {
        let situation = start.model.situation
        weekCount = situation.firm.horizon.weekCount
        people = Array(repeating: 0, count: situation.firm.people.count * weekCount)
        pools = Array(repeating: 0, count: situation.firm.subcontractors.count * weekCount)
        lines = Array(repeating: 0, count: situation.demand.lines.count * weekCount)
        totals = Array(repeating: 0, count: situation.demand.lines.count)
        for (row, (limit, price)) in zip(start.model.limits, start.rowPrices).enumerated() where price != 0 {
            switch limit {
            case .stretch(let line, let stretch):
                let weeks = situation.stretches[line][stretch]
                let hours = weeks.map { situation.openHours(line: line, week: $0).inHours }
                let all = hours.reduce(0, +)
                guard all > 0 else { continue }
                for (week, part) in zip(weeks, hours) { lines[line * weekCount + week] += price * part / all }
            case .week(let line, let week): lines[line * weekCount + week] = price
            case .total(let line): totals[line] = price
            case .capacity(let person, let weeks):
                for week in weeks { people[person * weekCount + week] = price / (start.model.scales[row] ?? 1) }
            case .pool(let pool, let week): pools[pool * weekCount + week] = price
            case .seat, .promise, .budget, .keptBooking, .worth, .booking, .goal, .apart: break
            }
        }
    }

    func line(_ line: Int, week: Int) -> Double { at(line, week, in: lines) }
    func person(_ person: Int, week: Int) -> Double { at(person, week, in: people) }
    func pool(_ pool: Int, week: Int) -> Double { at(pool, week, in: pools) }
    func total(_ line: Int) -> Double { totals[line] }

    private func at(_ owner: Int, _ week: Int, in prices: [Double]) -> Double {
        (0..<weekCount).contains(week) ? prices[owner * weekCount + week] : 0
    }
}
