// SPDX-License-Identifier: GPL-3.0-or-later

/// What no allocation can exceed, and the prices that prove it.
public struct AllocationBound: Sendable {
    public var value: Double
    /// Price of a unit of each worker's time, by worker and period; not negative.
    public var prices: [[Double]]
}

extension AllocationProblem {
    /// What no allocation can exceed, added up from prices of the workers' time by plain arithmetic. Any prices that are
    /// not negative give a bound; good ones give a close bound (Lagrangian relaxation; Fisher 1981).
    ///
    /// Workers sell their time: each brings what all her capacity is worth at its price, or what leaving it free brings,
    /// whichever is more, and overtime where that is above the premium, less her fee; or nothing but her free time.
    /// Jobs buy it: in every stretch a job takes the shares that bring most over the price of their load, within its
    /// size. Least shares, steps, quotas, lower team sizes, jobs at once, sites, companions and arrivals are left aside:
    /// without them no allocation is worth less.
    public func bound(at prices: [[Double]]) -> Double {
        var sum = 0.0
        for (worker, price) in zip(workers, prices) { sum += worth(of: worker, at: price) }
        var option = 0
        for job in jobs.indices {
            let first = option
            while option < options.count, options[option].job == job { option += 1 }
            for stretch in jobs[job].stretches.indices {
                sum += bestFill(of: job, stretch, by: first..<option, at: prices)
            }
        }
        return sum
    }

    private func worth(of worker: Worker, at price: [Double]) -> Double {
        var (idle, busy) = (0.0, -worker.fee)
        for period in 0..<periods {
            let loose = worker.loose.isEmpty ? 0 : worker.loose[period]
            let premium = worker.premium.isEmpty ? 0 : worker.premium[period]
            let overtime = worker.overtime.isEmpty ? 0 : worker.overtime[period]
            idle += loose * worker.capacity[period]
            busy +=
                max(price[period], loose) * worker.capacity[period] + max(0, max(price[period], loose) - premium)
                * overtime
        }
        return max(idle, busy)
    }

    private func bestFill(of job: Int, _ stretch: Int, by candidates: Range<Int>, at prices: [[Double]]) -> Double {
        var offers: [(rate: Double, most: Double)] = []
        var smallest = jobs[job].size
        for number in candidates {
            let option = options[number]
            guard let value = option.value[stretch] else { continue }
            let (most, cost) = reach(of: option, job, stretch, at: prices[option.worker])
            guard most > 0, most >= option.least * (1 - 1e-9) else { continue }
            smallest = min(smallest, option.least)
            let fixed = option.fixed.isEmpty ? 0 : option.fixed[stretch]
            offers.append((value - cost - fixed / most, most))
        }
        let seats = smallest > jobs[job].size / 2 * (1 + 1e-9) ? 1 : jobs[job].team?.upperBound ?? Int.max
        if seats == 1 { return offers.reduce(0) { max($0, $1.rate * $1.most) } }
        var (left, sum) = (jobs[job].size, 0.0)
        for offer in offers.sorted(by: { $0.rate > $1.rate }) where offer.rate > 0 && left > 0 {
            sum += offer.rate * min(left, offer.most)
            left -= offer.most
        }
        return sum
    }

    /// The most that an option can hold of a stretch at all, and what a whole share takes at the prices.
    private func reach(
        of option: Option, _ job: Int, _ stretch: Int, at price: [Double]
    ) -> (most: Double, cost: Double) {
        let worker = workers[option.worker]
        var place = jobs[job].stretches[..<stretch].reduce(0) { $0 + $1.count }
        var (most, cost) = (min(option.most, jobs[job].size), 0.0)
        for period in jobs[job].stretches[stretch] {
            let load = load(of: option, at: place, period: period)
            let limit = worker.capacity[period] + (worker.overtime.isEmpty ? 0 : worker.overtime[period])
            let loose = worker.loose.isEmpty ? 0 : worker.loose[period]
            cost += max(price[period], loose) * load
            if load * most > limit { most = limit / load }
            place += 1
        }
        return (most, cost)
    }

    /// Looks for prices that give a close bound, by the volume algorithm (Barahona and Anbil 2000): prices rise where the
    /// jobs, on average of the steps so far, ask for more than there is, and fall where they ask for less.
    /// - Parameters:
    ///   - steps: how many times all jobs are filled at new prices.
    ///   - start: prices to start from, by worker and period; `nil`: none.
    ///   - target: the value of the best allocation known, if any; the closer, the better the steps.
    public func bound(steps: Int, from start: [[Double]]? = nil, target: Double? = nil) -> AllocationBound {
        bound(steps: steps, layout: Layout(self), from: start, target: target)
    }

    /// Prices of the workers' time as those of a bound, by worker and period, and the options that are worth looking at
    /// there, ascending: where there are very many, those of each stretch that bring most over the prices.
    public func sifted(steps: Int) -> (prices: [[Double]], options: [Int]) {
        let ascent = PriceAscent(Layout(self), from: nil)
        ascent.run(steps, target: nil)
        return (ascent.bestPrices, ascent.watchedOptions)
    }

    func bound(steps: Int, layout: Layout, from start: [[Double]]? = nil, target: Double? = nil) -> AllocationBound {
        let ascent = PriceAscent(layout, from: start)
        ascent.run(steps, target: target)
        let prices = ascent.bestPrices
        return AllocationBound(value: bound(at: prices), prices: prices)
    }
}
