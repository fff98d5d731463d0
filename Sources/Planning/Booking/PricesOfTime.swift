// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing
import Threads

extension Situation {
    /// Prices that prove a bound, from prices of everybody's time alone: what is paid for a line is what the marginal one of
    /// those who would do it gains by it (Lagrangian duality; any prices that are not negative give a valid bound).
    ///
    /// - Parameter time: major units for an hour, by worker and week; people come first, then pools.
    func prices(of time: [[Double]]) -> StagePrices {
        let major = 1 / Double(firm.currency.scale)
        let lines = mapInParallel(demand.lines.count) { line -> [StagePrices.OfLine] in
            guard weight(of: line) > .zero else { return [] }
            return marginalPrices(of: line, time, major).compactMap { weeks, price in
                guard price > 0 else { return nil }
                return .init(
                    line: demand.lines[line].id, first: week(weeks.lowerBound), last: week(weeks.upperBound - 1),
                    price: price.toMillionth)
            }
        }
        return StagePrices(
            lines: lines.flatMap(\.self), people: hours(firm.people.map(\.id), time[..<firm.people.count]),
            pools: hours(firm.subcontractors.map(\.id), time[firm.people.count...]), seats: [])
    }

    private func marginalPrices(
        of line: Int, _ time: [[Double]], _ major: Double
    ) -> [(weeks: Range<Int>, price: Double)] {
        let weeks = demand.lines[line].weeks
        switch need(of: line).spread {
        case .steady:
            let work = LineWork(of: line, in: self)
            return stretches[line].map { ($0, marginalGain(line, work, through: $0, time, major)) }
        case .weekly:
            return weeks.map { ($0..<$0 + 1, marginalHour(line, weeks: $0..<$0 + 1, time, major)) }
        case .anytime:
            return weeks.isEmpty ? [] : [(weeks, marginalHour(line, weeks: weeks, time, major))]
        }
    }

    private func hours<Owner>(
        _ owners: [Identifier<Owner>], _ time: ArraySlice<[Double]>
    ) -> [StagePrices.OfHour<Owner>] {
        zip(owners, time).flatMap { owner, prices in
            prices.enumerated().compactMap { index, price in
                price.toMillionth > 0 ? .init(owner: owner, week: week(index), price: price.toMillionth) : nil
            }
        }
    }

    /// What the last one gains who finds a seat on a whole line, if the line goes to those who gain most.
    private func marginalGain(
        _ line: Int, _ work: LineWork, through stretch: Range<Int>, _ time: [[Double]], _ major: Double
    ) -> Double {
        var gains: [(gain: Double, most: Double)] = []
        let seat = seat(of: line)
        for candidate in candidates[line] {
            let price = time[candidate.person]
            let gain = work.worth(of: candidate, through: stretch, scale: major) { price[$0] / major } ?? 0
            if gain > 0 { gains.append((gain, seat)) }
        }
        for pool in pools(for: line) where !isFrozen(stretch.lowerBound) {
            let gain = stretch.reduce(0.0) { sum, week in
                let price = time[firm.people.count + pool][week]
                return sum + openHours(line: line, week: week).inHours
                    * (value(ofPool: pool, line: line, week: week) * major - price)
            }
            if gain > 0 { gains.append((gain, 1)) }
        }
        return marginal(gains, of: 1)
    }

    private func marginalHour(_ line: Int, weeks: Range<Int>, _ time: [[Double]], _ major: Double) -> Double {
        let isWeekly = need(of: line).spread == .weekly
        let all = isWeekly ? openHours(line: line, week: weeks.lowerBound) : openTotal(line: line)
        var gains: [(gain: Double, most: Double)] = []
        for week in weeks {
            for candidate in candidates[line] {
                let person = candidate.person
                let gain = value(of: candidate, line: line, week: week) * major - time[person][week]
                let room = openCapacity(person: person, week: week) + openOvertime(person: person, week: week)
                if gain > 0 { gains.append((gain, min(all.inHours * (isWeekly ? seat(of: line) : 1), room.inHours))) }
            }
            for pool in pools(for: line) {
                let gain = value(ofPool: pool, line: line, week: week) * major - time[firm.people.count + pool][week]
                if gain > 0 { gains.append((gain, min(all, openCapacity(ofPool: pool, week: week)).inHours)) }
            }
        }
        return marginal(gains, of: all.inHours)
    }

    private func marginal(_ gains: [(gain: Double, most: Double)], of all: Double) -> Double {
        var left = all
        for (gain, most) in gains.sorted(by: { $0.gain > $1.gain }) {
            left -= most
            if left <= 1e-9 { return gain }
        }
        return 0
    }
}
