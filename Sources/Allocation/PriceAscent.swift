// SPDX-License-Identifier: GPL-3.0-or-later

import Threads

/// Improves prices of the workers' time step by step; see ``AllocationProblem/bound(steps:from:target:)``.
final class PriceAscent {
    private let layout: Layout
    private let slots: Int
    private let best: Flat<Double>  // prices by slot
    private let trial: Flat<Double>
    private let slope: Flat<Double>  // how the bound changes with each price
    private let direction: Flat<Double>  // slopes, averaged
    private let most: Flat<Double>  // by position: the most that can be held at all; negative: nothing
    private let seats: Flat<Int32>  // by job
    /// Jobs are filled by several threads where there are very many options: so many parts whatever the number of threads,
    /// so that sums come out the same.
    private let parts: [Part]
    private let threads: Int
    private var value = Double.infinity
    private static let (many, partCount) = (200_000, 8)

    private struct Part {
        let jobs: Range<Int>
        let slope: Flat<Double>
        let rate: Flat<Double>  // by option of a job: what a whole share brings over its price
    }

    /// No step aims at more than this part of the bound: far goals make steps that overshoot.
    private static let stride = 0.02

    init(_ layout: Layout, from start: [[Double]]?, threads: Int = 1) {
        self.layout = layout
        slots = layout.workers * layout.periods
        best = Flat(repeating: 0, count: slots)
        trial = Flat(repeating: 0, count: slots)
        slope = Flat(repeating: 0, count: slots)
        direction = Flat(repeating: 0, count: slots)
        var widest = 1
        for job in 0..<layout.jobs { widest = max(widest, layout.jobOption[job + 1] - layout.jobOption[job]) }
        self.threads = threads
        let count = layout.options > PriceAscent.many ? PriceAscent.partCount : 1
        var parts: [Part] = []
        for part in 0..<count {
            let jobs = part * layout.jobs / count..<(part + 1) * layout.jobs / count
            parts.append(
                Part(
                    jobs: jobs, slope: part == 0 ? slope : Flat(repeating: 0, count: slots),
                    rate: Flat(repeating: 0, count: widest)))
        }
        self.parts = parts
        most = layout.reach
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
        for flat in [best, trial, direction, most] { flat.free() }
        for part in parts {
            part.slope.free()
            part.rate.free()
        }
        seats.free()
    }

    var bestPrices: [[Double]] {
        (0..<layout.workers).map { worker in (0..<layout.periods).map { best[worker * layout.periods + $0] } }
    }

    func run(_ steps: Int, target: Double?) {
        value = evaluate()
        for slot in 0..<slots { direction[slot] = slope[slot] }
        var (length, idle, part) = (1.0, 0, 0.3)
        var goal = target ?? value - 0.05 * abs(value)
        for _ in 0..<steps {
            if target == nil, value - goal < 0.005 * abs(value) { goal = value - 0.05 * abs(value) }
            guard move(by: length * max(0, min(value - goal, PriceAscent.stride * abs(value)))) else { return }
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
        if parts.count == 1 { return buyAll(parts[0], beside: sum) }
        let sums = Flat(repeating: 0.0, count: parts.count)
        defer { sums.free() }
        nonisolated(unsafe) let ascent = self
        inParallel(parts.count, threads: threads) { number in
            let part = ascent.parts[number]
            if number > 0 { part.slope.base.update(repeating: 0, count: part.slope.count) }
            sums[number] = ascent.buyAll(part, beside: 0)
        }
        for number in parts.indices {
            sum += sums[number]
            if number > 0 { for slot in 0..<slots { slope[slot] += parts[number].slope[slot] } }
        }
        return sum
    }

    private func buyAll(_ part: Part, beside sum: Double) -> Double {
        var sum = sum
        for job in part.jobs {
            for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] { sum += buy(job, whole, part) }
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

    private func buy(_ job: Int, _ whole: Int, _ part: Part) -> Double {
        let rate = part.rate
        let (first, last) = (layout.jobOption[job], layout.jobOption[job + 1])
        let stretch = whole - layout.jobStretch[job]
        for option in first..<last { rate[option - first] = rates(option, stretch, whole) }
        var (left, sum) = (layout.size[job], 0.0)
        let single = seats[job] == 1
        while left > 0 {
            var (top, index) = (0.0, -1)
            for option in first..<last {
                let offer = single ? rate[option - first] * reach(option, stretch) : rate[option - first]
                if offer > top { (top, index) = (offer, option) }
            }
            if index < 0 { break }
            let share = min(left, reach(index, stretch))
            sum += rate[index - first] * share
            take(index, whole, share, from: part.slope)
            rate[index - first] = 0
            left -= single ? left : share
        }
        return sum
    }

    private func reach(_ option: Int, _ stretch: Int) -> Double { most[layout.optionPosition[option] + stretch] }

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

    private func take(_ option: Int, _ whole: Int, _ share: Double, from slope: Flat<Double>) {
        let from = Int(layout.stretchFrom[whole])
        let place = Int(layout.stretchPlace[whole])
        let slot = Int(layout.optionWorker[option]) * layout.periods + from
        for index in 0..<(Int(layout.stretchTo[whole]) - from) {
            slope[slot + index] -= share * layout.load(option, place + index, slot + index)
        }
    }
}
