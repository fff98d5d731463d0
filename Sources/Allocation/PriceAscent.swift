// SPDX-License-Identifier: GPL-3.0-or-later

/// Improves prices of the workers' time step by step; see ``AllocationProblem/bound(steps:from:target:)``.
final class PriceAscent {
    let layout: Layout
    private let slots: Int
    private let best: Flat<Double>  // prices by slot
    private let trial: Flat<Double>
    private let slope: Flat<Double>  // how the bound changes with each price
    private let direction: Flat<Double>  // slopes, averaged
    let rate: Flat<Double>  // by option of a job: what a whole share brings over its price
    private let most: Flat<Double>  // by position: the most that can be held at all; negative: nothing
    private let seats: Flat<Int32>  // by job
    /// The options of each job, those that are looked at between full steps first, and how many these are.
    let order: Flat<Int32>
    let watched: Flat<Int32>
    let isWatched: Flat<Bool>
    let sifting: Flat<Double>
    /// Whether there are so many options that not all of them are looked at in every step.
    private let isSifted: Bool
    /// Whether the best options are picked out in the end.
    private let isPicky: Bool
    /// The best prices at which all options were looked at, and what they prove.
    private let proven: Flat<Double>
    private var provenValue = Double.infinity
    /// Of each stretch so many options are watched that bring most over the prices; all are every so many steps.
    static let (width, period) = (60, 10)
    /// With more options than the first, the best are picked out in the end; with more than the second, in between, too,
    /// once prices have settled a little.
    private static let (many, tooMany, settling) = (50_000, 1_000_000, 30)
    private var value = Double.infinity
    /// Whether all options are looked at, and those chosen that are watched.
    private var isSifting = false
    /// No step aims at more than this part of the bound: far goals make steps that overshoot.
    private static let stride = 0.02

    init(_ layout: Layout, from start: [[Double]]?) {
        self.layout = layout
        slots = layout.workers * layout.periods
        best = Flat(repeating: 0, count: slots)
        trial = Flat(repeating: 0, count: slots)
        slope = Flat(repeating: 0, count: slots)
        direction = Flat(repeating: 0, count: slots)
        var widest = 1
        for job in 0..<layout.jobs { widest = max(widest, layout.jobOption[job + 1] - layout.jobOption[job]) }
        rate = Flat(repeating: 0, count: widest)
        most = layout.reach
        isPicky = layout.options > PriceAscent.many
        isSifted = layout.options > PriceAscent.tooMany
        order = Flat((0..<layout.options).map { Int32($0) })
        watched = Flat(repeating: 0, count: layout.jobs)
        isWatched = Flat(repeating: false, count: layout.options)
        sifting = Flat(repeating: 0, count: widest)
        proven = Flat(repeating: 0, count: slots)
        for job in 0..<layout.jobs {
            let count = layout.jobOption[job + 1] - layout.jobOption[job]
            watched[job] = Int32(count)
        }
        seats = Flat(repeating: Int32.max, count: layout.jobs)
        for job in 0..<layout.jobs { seats[job] = layout.seats(of: job) }
        for slot in 0..<slots {
            let price = start?[slot / layout.periods][slot % layout.periods] ?? 0
            best[slot] = max(price, layout.loose[slot])
            trial[slot] = best[slot]
        }
        if start == nil, layout.hasFees { tryFees() }
    }

    /// Puts each worker's fee on the period in which most is to be done, if that gives a closer bound.
    private func tryFees() {
        value = evaluate()
        var demand = Array(repeating: 0.0, count: layout.periods)
        for job in 0..<layout.jobs where layout.jobOption[job] < layout.jobOption[job + 1] {
            let option = layout.jobOption[job]
            for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] {
                let (from, place) = (Int(layout.stretchFrom[whole]), Int(layout.stretchPlace[whole]))
                for period in from..<Int(layout.stretchTo[whole]) {
                    let slot = Int(layout.optionWorker[option]) * layout.periods + period
                    demand[period] += layout.size[job] * layout.load(option, place + period - from, slot)
                }
            }
        }
        guard let busiest = demand.indices.max(by: { demand[$0] < demand[$1] }) else { return }
        for worker in 0..<layout.workers {
            let slot = worker * layout.periods + busiest
            if layout.limit[slot] > 0 { trial[slot] = max(trial[slot], layout.fee[worker] / layout.limit[slot]) }
        }
        let found = evaluate()
        for slot in 0..<slots where found < value { best[slot] = trial[slot] }
        for slot in 0..<slots where found >= value { trial[slot] = best[slot] }
    }

    deinit {
        for flat in [best, trial, slope, direction, rate, most, sifting, proven] { flat.free() }
        for flat in [seats, order, watched] { flat.free() }
        isWatched.free()
    }

    var bestPrices: [[Double]] {
        (0..<layout.workers).map { worker in (0..<layout.periods).map { best[worker * layout.periods + $0] } }
    }

    func run(_ steps: Int, target: Double?) {
        value = evaluate()
        for slot in 0..<slots { direction[slot] = slope[slot] }
        var (length, idle, part) = (1.0, 0, 0.3)
        var goal = target ?? value - 0.05 * abs(value)
        for step in 0..<steps {
            if isSifted, step >= PriceAscent.settling, step % PriceAscent.period == 0 { lookAtAll() }
            if target == nil, value - goal < 0.005 * abs(value) { goal = value - 0.05 * abs(value) }
            guard move(by: length * max(0, min(value - goal, PriceAscent.stride * abs(value)))) else { break }
            let found = evaluate()
            for slot in 0..<slots { direction[slot] += part * (slope[slot] - direction[slot]) }
            if found < value {
                if value - found > 1e-4 * (value - goal) { idle = 0 }
                value = found
                for slot in 0..<slots { best[slot] = trial[slot] }
            } else {
                idle += 1
            }
            if idle >= 8 {
                (length, idle) = (length * 0.66, 0)
                part = max(0.03, part * 0.9)
            }
        }
        if isPicky { lookAtAll() }
    }

    /// Works out what the best prices prove, options that were left aside included, and whom to watch from here; goes back
    /// where others have proven more.
    private func lookAtAll() {
        for slot in 0..<slots { trial[slot] = best[slot] }
        isSifting = true
        value = evaluate()
        isSifting = false
        if value < provenValue {
            provenValue = value
            for slot in 0..<slots { proven[slot] = best[slot] }
        } else {
            value = provenValue
            for slot in 0..<slots { best[slot] = proven[slot] }
        }
    }

    /// Sets out from the best prices against the direction; false where there is no way to go.
    private func move(by gap: Double) -> Bool {
        var norm = 0.0
        for slot in 0..<slots where best[slot] > layout.loose[slot] || direction[slot] < 0 {
            norm += direction[slot] * direction[slot]
        }
        if norm < 1e-18 || gap <= 0 { return false }
        let step = gap / norm
        for slot in 0..<slots { trial[slot] = max(layout.loose[slot], best[slot] - step * direction[slot]) }
        return true
    }

    /// The bound at the trial prices; leaves its slope.
    private func evaluate() -> Double {
        var sum = 0.0
        for worker in 0..<layout.workers { sum += sell(worker) }
        for job in 0..<layout.jobs {
            if isSifting { watched[job] = Int32(layout.jobOption[job + 1] - layout.jobOption[job]) }
            for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] { sum += buy(job, whole) }
            if isSifting { arrange(job) }
        }
        return sum
    }

    private func sell(_ worker: Int) -> Double {
        let range = worker * layout.periods..<(worker + 1) * layout.periods
        var (idle, busy) = (0.0, -layout.fee[worker])
        for slot in range {
            idle += layout.loose[slot] * layout.capacity[slot]
            busy +=
                trial[slot] * layout.capacity[slot]
                + max(0, trial[slot] - layout.premium[slot]) * (layout.limit[slot] - layout.capacity[slot])
        }
        let isBusy = busy > idle || layout.fee[worker] == 0
        for slot in range {
            slope[slot] =
                !isBusy ? 0 : trial[slot] > layout.premium[slot] ? layout.limit[slot] : layout.capacity[slot]
        }
        return max(idle, busy)
    }

    private func buy(_ job: Int, _ whole: Int) -> Double {
        let first = layout.jobOption[job]
        let places = first..<first + Int(watched[job])
        let stretch = whole - layout.jobStretch[job]
        for place in places { rate[place - first] = rates(Int(order[place]), stretch, whole) }
        if isSifting { watchBest(places, stretch, job) }
        var (left, sum) = (layout.size[job], 0.0)
        let single = seats[job] == 1
        while left > 0 {
            var (top, best) = (0.0, -1)
            for place in places {
                let offer = single ? rate[place - first] * reach(Int(order[place]), stretch) : rate[place - first]
                if offer > top { (top, best) = (offer, place) }
            }
            if best < 0 { break }
            let index = Int(order[best])
            let share = min(left, reach(index, stretch))
            sum += rate[best - first] * share
            take(index, whole, share)
            rate[best - first] = 0
            left -= single ? left : share
        }
        return sum
    }

    func reach(_ option: Int, _ stretch: Int) -> Double { most[layout.optionPosition[option] + stretch] }

    /// What a whole share brings over the price of its load, or nothing where it cannot be held.
    private func rates(_ option: Int, _ stretch: Int, _ whole: Int) -> Double {
        let position = layout.optionPosition[option] + stretch
        if most[position] <= 0 { return 0 }
        let from = Int(layout.stretchFrom[whole])
        let place = Int(layout.stretchPlace[whole])
        let slot = Int(layout.optionWorker[option]) * layout.periods + from
        var sum = layout.value[position] - layout.fixed[position] / most[position]
        for index in 0..<(Int(layout.stretchTo[whole]) - from) {
            sum -= trial[slot + index] * layout.load(option, place + index, slot + index)
        }
        return sum
    }

    private func take(_ option: Int, _ whole: Int, _ share: Double) {
        let from = Int(layout.stretchFrom[whole])
        let place = Int(layout.stretchPlace[whole])
        let slot = Int(layout.optionWorker[option]) * layout.periods + from
        for index in 0..<(Int(layout.stretchTo[whole]) - from) {
            slope[slot + index] -= share * layout.load(option, place + index, slot + index)
        }
    }
}
