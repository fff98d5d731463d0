// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing
import Threads

/// The value that no plan of a stage can exceed, added up from prices without a solver.
///
/// Weak duality: for maximise c·x with A·x ≤ b and 0 ≤ x ≤ u, any y ≥ 0 gives
/// c·x ≤ Σ b·y + Σ u·max(0, c − yᵀA). The columns x are spelled out here from the firm itself: shares of steady lines
/// over runs of stretches, hours of loose lines, subcontracted work, overtime. Where a stipulation asks for at least so
/// much, x ≥ l, the term l·min(0, c − yᵀA) is added; a row with a least sum may have a negative price.
///
/// Where goals were planned for before, g(x) ≥ r, any λ ≥ 0 allows to add Σ λ·(g(x) − r) to what is maximised, so that
/// work counts as the goals' weights say, and Σ λ·r is taken off.
struct Bound {
    let situation: Situation
    let prices: PriceBook
    let weights: GoalWeights
    /// What the goals before have to come to, in minor units, at their prices.
    private let floors: Double
    private let balance: BalancePart
    /// Whether an hour counts by its money alone.
    private let isPlain: Bool

    private var weekCount: Int { situation.firm.horizon.weekCount }

    /// - Parameters:
    ///   - aim: what is maximised.
    ///   - earlier: the goals that the plans keep which count.
    init(situation: Situation, prices: PriceBook, aim: GoalWeights = .money, after earlier: [GoalStage] = []) {
        self.situation = situation
        self.prices = prices
        var weights = aim
        var floors = 0.0
        for (goal, price) in zip(earlier, prices.goals) where price > 0 {
            weights.add(price, of: goal.goal.measure)
            floors += price * goal.least(in: situation)
        }
        self.weights = weights
        self.floors = floors
        balance = BalancePart(of: prices, weight: weights[.balance], in: situation)
        isPlain = weights.isMoneyAlone && situation.promises.isEmpty
    }

    /// The staffing stage, in minor units.
    func staffing() -> Double {
        let lines = mapInParallel(situation.demand.lines.count) { line in
            guard situation.weight(of: line) > .zero else { return 0.0 }
            return switch situation.need(of: line).spread {
            case .steady: steady(line)
            case .weekly: weekly(line)
            case .anytime: anytime(line)
            }
        }
        return lines.reduce(0, +) + capacity() + promises() + balance.most - floors
    }

    /// What all hours that people and pools have would cost at the prices, in minor units.
    func capacity() -> Double {
        var sum = 0.0
        for person in situation.firm.people.indices {
            for week in 0..<weekCount {
                let price = prices.person(person, week)
                guard price > 0 else { continue }
                sum += price * situation.openCapacity(person: person, week: week).inHours
                let premium = situation.overtimePremium(person: person, week: week, by: weights)
                sum += max(0, price - premium) * situation.openOvertime(person: person, week: week).inHours
            }
        }
        for pool in situation.firm.subcontractors.indices {
            for week in 0..<weekCount {
                sum += prices.pool(pool, week) * situation.openCapacity(ofPool: pool, week: week).inHours
            }
        }
        return sum
    }

    func value(of candidate: Candidate, line: Int, week: Int) -> Double {
        situation.value(of: candidate, line: line, week: week, by: weights) + keeping(candidate.person, line, week)
            - balance.price(candidate.person)
    }

    func value(ofPool pool: Int, line: Int, week: Int) -> Double {
        situation.value(ofPool: pool, line: line, week: week, by: weights) + keeping(nil, line, week)
    }

    /// Who carries which share through which run of stretches.
    private func steady(_ line: Int) -> Double {
        let stretches = situation.stretches[line]
        let linePrices = stretches.map { prices.line(line, $0) }
        let seat = situation.seat(of: line)
        let work = LineWork(of: line, in: situation)
        var sum = linePrices.reduce(0, +)
        for candidate in situation.candidates[line] {
            var values: [Double?] = []
            for (index, (stretch, linePrice)) in zip(stretches, linePrices).enumerated() {
                let seatPrice = prices.seat(candidate.person, line, stretch)
                let least = situation.reservedShare(person: candidate.person, line: line, stretch: index).fraction
                sum += (seatPrice < 0 ? min(seat, least) : seat) * seatPrice
                values.append(worth(of: candidate, work, line, in: stretch).map { $0 - linePrice - seatPrice })
            }
            for from in stretches.indices where values[from] != nil {
                var run =
                    from == 0
                    ? 0
                    : -weights.money
                        * work.handOverCost(candidate.person, from: stretches[from].lowerBound)
                for to in from..<stretches.count {
                    guard let value = values[to] else { break }
                    run += value
                    sum += max(0, run) * seat
                }
            }
        }
        for pool in situation.pools(for: line) {
            for (stretch, linePrice) in zip(stretches, linePrices) where !situation.isFrozen(stretch.lowerBound) {
                let gain = stretch.reduce(-linePrice) { sum, week in
                    let hours = situation.openHours(line: line, week: week).inHours
                    return sum + hours
                        * (value(ofPool: pool, line: line, week: week) - prices.pool(pool, week))
                }
                sum += max(0, gain)
            }
        }
        return sum
    }

    /// What the whole line brings through a stretch in the person's hands, beyond the price of their hours; nil where
    /// they cannot hold it.
    func worth(of candidate: Candidate, _ work: LineWork, _ line: Int, in stretch: Range<Int>) -> Double? {
        if isPlain {
            return work.worth(of: candidate, through: stretch) { prices.person(candidate.person, $0) }
        }
        guard situation.canHold(person: candidate.person, line: line, through: stretch) else { return nil }
        return stretch.reduce(0) { sum, week in
            let hours = situation.delivery(person: candidate.person, line: line, week: week).inHours
            let value = value(of: candidate, line: line, week: week)
            return sum + hours * (value - prices.person(candidate.person, week))
        }
    }

    private func weekly(_ line: Int) -> Double {
        let seat = situation.seat(of: line)
        let pools = situation.pools(for: line)
        return situation.demand.lines[line].weeks.reduce(0) { sum, week in
            let open = situation.openHours(line: line, week: week).inHours
            let price = prices.line(line, week..<week + 1)
            let people = situation.candidates[line].reduce(0) { sum, candidate in
                let gain =
                    value(of: candidate, line: line, week: week) - price
                    - prices.person(candidate.person, week)
                return sum
                    + least(gain, candidate.person, line: line, week: week)
                    + max(0, gain) * min(open * seat, mostHours(of: candidate.person, week: week))
            }
            let subcontracted = pools.reduce(0) { sum, pool in
                let gain = value(ofPool: pool, line: line, week: week) - price
                let most = min(open, situation.openCapacity(ofPool: pool, week: week).inHours)
                return sum + max(0, gain - prices.pool(pool, week)) * most
            }
            return sum + price * open + people + subcontracted
        }
    }

    /// What hours cost that somebody has to do although they bring less than their price.
    private func least(_ gain: Double, _ person: Int, line: Int, week: Int) -> Double {
        min(0, gain) * situation.reservedHours(person: person, line: line, week: week).inHours
    }

    /// Beside pinned work, overtime included.
    func mostHours(of person: Int, week: Int) -> Double {
        (situation.openCapacity(person: person, week: week) + situation.openOvertime(person: person, week: week))
            .inHours
    }

    private func anytime(_ line: Int) -> Double {
        let weeks = situation.demand.lines[line].weeks
        let open = situation.openTotal(line: line).inHours
        let price = prices.line(line, weeks)
        let pools = situation.pools(for: line)
        return weeks.reduce(price * open) { sum, week in
            let people = situation.candidates[line].reduce(0) { sum, candidate in
                let person = candidate.person
                let gain = value(of: candidate, line: line, week: week) - price - prices.person(person, week)
                return sum
                    + least(gain, person, line: line, week: week)
                    + max(0, gain) * min(open, mostHours(of: person, week: week))
            }
            let subcontracted = pools.reduce(0) { sum, pool in
                let gain = value(ofPool: pool, line: line, week: week) - price - prices.pool(pool, week)
                return sum + max(0, gain) * min(open, situation.openCapacity(ofPool: pool, week: week).inHours)
            }
            return sum + people + subcontracted
        }
    }

    /// The cover stage, in minor units, given the staffing of a plan.
    func cover(after tally: Tally) -> Double {
        let gaps = Absences(of: tally, in: situation)
        var sum = 0.0
        for person in situation.firm.people.indices {
            for week in 0..<weekCount where prices.person(person, week) > 0 {
                sum += prices.person(person, week) * gaps.spare(person: person, week: week).inHours
            }
        }
        for gap in gaps.missing {
            let price = prices.line(gap.line, gap.week..<gap.week + 1)
            sum += price * gap.hours.inHours
            for candidate in situation.candidates[gap.line] {
                let spare = gaps.spare(person: candidate.person, week: gap.week)
                let gain =
                    situation.value(of: candidate, line: gap.line, week: gap.week) - price
                    - prices.person(candidate.person, gap.week)
                sum += max(0, gain) * min(spare, gap.hours).inHours
            }
        }
        return sum
    }
}
