// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension Bound {
    /// The most that a line can bring beyond the price of the hours it takes, cover aside, in minor units: what is
    /// left of the model when nothing but the prices ties the line to the rest of the firm.
    func most(of line: Int) -> Double {
        guard situation.weight(of: line) > .zero else { return 0 }
        switch situation.need(of: line).spread {
        case .steady: return mostSteady(line)
        case .weekly:
            return situation.demand.lines[line].weeks.reduce(0) { sum, week in
                let open = situation.openHours(line: line, week: week).inHours
                return sum + filled(upTo: open, with: offers(line, week, open: open, seat: situation.seat(of: line)))
            }
        case .anytime:
            let open = situation.openTotal(line: line).inHours
            let all = situation.demand.lines[line].weeks.flatMap { offers(line, $0, open: open, seat: 1) }
            return filled(upTo: open, with: all)
        }
    }

    /// What somebody can do for a line: what a unit of it brings beyond its price, and how much there is.
    private struct Offer {
        let gain: Double
        let most: Double
    }

    /// The best of what is offered, the dearest first, until there is as much as can be taken.
    private func filled(upTo most: Double, with offers: [Offer]) -> Double {
        var (left, sum) = (most, 0.0)
        for offer in offers.filter({ $0.gain > 0 }).sorted(by: { $0.gain > $1.gain }) where left > 0 {
            let taken = min(left, offer.most)
            sum += taken * offer.gain
            left -= taken
        }
        return sum
    }

    /// Hours of a loose line in a week.
    private func offers(_ line: Int, _ week: Int, open: Double, seat: Double) -> [Offer] {
        let people = situation.candidates[line].map { candidate in
            Offer(
                gain: value(of: candidate, line: line, week: week) - prices.person(candidate.person, week),
                most: min(open * seat, mostHours(of: candidate.person, week: week)))
        }
        let pools = situation.pools(for: line).map { pool in
            Offer(
                gain: value(ofPool: pool, line: line, week: week) - prices.pool(pool, week),
                most: min(open, situation.openCapacity(ofPool: pool, week: week).inHours))
        }
        return people + pools
    }

    private func mostSteady(_ line: Int) -> Double {
        let stretches = situation.stretches[line]
        let work = LineWork(of: line, in: situation)
        let people = situation.candidates[line].map { candidate in
            stretches.map { worth(of: candidate, work, line, in: $0) }
        }
        let pools = situation.pools(for: line).map { pool in
            stretches.map { stretch -> Double? in
                guard !situation.isFrozen(stretch.lowerBound) else { return nil }
                return stretch.reduce(0) { sum, week in
                    let hours = situation.openHours(line: line, week: week).inHours
                    return sum + hours * (value(ofPool: pool, line: line, week: week) - prices.pool(pool, week))
                }
            }
        }
        if situation.need(of: line).seats <= 1 { return bestSequence(line, people: people, pools: pools) }
        // Of several seats hand-overs are left out, which only makes the bound larger.
        return stretches.indices.reduce(0) { sum, stretch in
            let offers =
                people.compactMap { $0[stretch].map { Offer(gain: $0, most: situation.seat(of: line)) } }
                + pools.compactMap { $0[stretch].map { Offer(gain: $0, most: 1) } }
            return sum + filled(upTo: 1, with: offers)
        }
    }

    /// The best sequence of holders of the whole line, stretch by stretch: a newcomer costs a hand-over, and there may be
    /// none. Shares make nothing better, since runs of stretches are intervals: some best choice of them is whole.
    private func bestSequence(_ line: Int, people: [[Double?]], pools: [[Double?]]) -> Double {
        let stretches = situation.stretches[line]
        var best = 0.0
        var holding = [Double?](repeating: nil, count: people.count)
        for (index, stretch) in stretches.enumerated() {
            var next = best
            for (position, gains) in people.enumerated() {
                guard let gain = gains[index] else {
                    holding[position] = nil
                    continue
                }
                let cost =
                    index == 0
                    ? 0
                    : situation.handOverCost(
                        person: situation.candidates[line][position].person, line: line, from: stretch.lowerBound)
                let value = gain + max(holding[position] ?? -.infinity, best - cost)
                holding[position] = value
                next = max(next, value)
            }
            for gains in pools { if let gain = gains[index] { next = max(next, best + gain) } }
            best = next
        }
        return best
    }
}
