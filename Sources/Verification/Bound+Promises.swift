// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension Bound {
    /// The most that promises add: what the change budget can be used for, less what every kept hour is worth to whoever
    /// works it, which ``staffing()`` gives to the work.
    ///
    /// With K hours of a promise, its price m and the stated worth w of an hour, keeping r ≤ K hours brings at most
    /// (m + μ − w)·r − (m + μ)·K, where μ ≥ 0 is the price of the budget: at best −K·min(w, m + μ). A budget of H hours
    /// adds μ·H, with the slack of each booking, and so does one of k bookings with the k dearest, each at μ × its hours. Any μ gives a bound; of the
    /// hours' the best of those at which a promise turns is taken.
    func promises() -> Double {
        var kept = 0.0
        let all = situation.promises.indices.map { index in
            let promise = situation.promises[index]
            let price = situation.price(of: promise, by: weights)
            // Money takes off what is not kept, goals count what is.
            kept += (price.all - price.money) * promise.hours.inHours
            return Kept(hours: promise.hours.inHours, price: price.all, worth: prices.promises[index])
        }
        return kept + most(of: all)
    }

    private func most(of all: [Kept]) -> Double {
        let isKept = situation.promises.map { $0.origin == .kept }
        func lost(_ index: Int, _ extra: Double) -> Double {
            all[index].hours * min(all[index].worth, all[index].price + extra)
        }
        let pins = all.indices.filter { !isKept[$0] }.reduce(0.0) { $0 - lost($1, 0) }
        let kept = all.indices.filter { isKept[$0] }
        switch situation.firm.commitment?.budget {
        case nil: return pins - kept.reduce(0.0) { $0 + lost($1, 0) }
        case .hours(let most):
            let turns = Set(kept.map { max(0, all[$0].worth - all[$0].price) } + [0])
            let budget = situation.keptBookings.reduce(most.inHours) { $0 + $1.slack }
            let best = turns.map { extra in budget * extra - kept.reduce(0.0) { $0 + lost($1, extra) } }.min()
            return pins + (best ?? 0)
        case .bookings(let most):
            var gains: [Double] = []
            var sum = pins
            for booking in situation.keptBookings {
                let extra = booking.promises.reduce(0.0) { max($0, all[$1].worth - all[$1].price) }
                gains.append(extra * booking.promises.reduce(0.0) { $0 + all[$1].hours })
                sum += extra * booking.slack - booking.promises.reduce(0.0) { $0 + lost($1, extra) }
            }
            return sum + gains.sorted(by: >).prefix(max(0, most)).reduce(0, +)
        }
    }

    private struct Kept {
        let hours: Double
        let price: Double
        let worth: Double
    }

    /// What an hour of a person, or of a subcontractor, on a line is worth for the promises that it keeps.
    func keeping(_ person: Int?, _ line: Int, _ week: Int) -> Double {
        situation.promises(of: person, on: line).reduce(0) { sum, item in
            item.promise.weeks.contains(week) ? sum + prices.promises[item.index] : sum
        }
    }
}
