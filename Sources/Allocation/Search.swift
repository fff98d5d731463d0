// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import Synchronization

extension AllocationProblem {
    /// Fills jobs one after another, always the one that would lose most by waiting, with whoever gains most. Takes
    /// hundredths of a second for hundreds of workers, and keeps all rules.
    public func greedyAllocation() -> Allocation {
        let state = State(Layout(self))
        state.fillByRegret(Filling(judgement: Judgement(trusting: state.layout.hasCompanions)))
        return state.allocation
    }

    /// Searches for a good allocation that keeps all rules; see ``SearchOptions``. The same problem and options give the
    /// same answer, on one thread or many.
    ///
    /// Each walk takes a good allocation apart in places and puts it together anew, as many times as `iterations` says
    /// (ruin and recreate); see ``Walk`` for the literature.
    public func bestAllocation(_ options: SearchOptions) -> Allocation {
        let layout = Layout(self)
        let prices = layout.loadPrices(of: options.prices ?? quickPrices(layout))
        defer { prices.free() }
        let walks = max(1, options.walks)
        let answers = Mutex<[Allocation?]>(Array(repeating: nil, count: walks))
        let next = Atomic<Int>(0)
        let best = Mutex<Double>(-.infinity)
        let threads = min(walks, max(1, options.threads ?? ProcessInfo.processInfo.activeProcessorCount))
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while true {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < walks else { return }
                let start = State(layout)
                start.begin(options, prices: prices)
                let walk = Walk(
                    layout, options, prices: prices, from: start,
                    seed: options.seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
                walk.run(options.iterations) { progress in
                    best.withLock {
                        guard progress.value > $0 else { return }
                        $0 = progress.value
                        options.onBetter(progress)
                    }
                }
                let answer = walk.bestAllocation
                answers.withLock { $0[number] = answer }
            }
        }
        let found = answers.withLock { $0.compactMap { $0 } }
        return found.dropFirst().reduce(found[0]) { $1.value > $0.value ? $1 : $0 }
    }
}

extension AllocationProblem {
    /// Prices of a short ascent towards what the greedy way finds.
    private func quickPrices(_ layout: Layout) -> [[Double]] {
        let state = State(layout)
        state.fillByRegret(Filling(judgement: Judgement(trusting: layout.hasCompanions)))
        return bound(steps: 100, layout: layout, target: state.value).prices
    }
}

extension State {
    /// Where a walk starts: at the given allocation, along the guide, or greedily; then whatever still brings something.
    func begin(_ options: SearchOptions, prices: Flat<Double>?) {
        if let start = options.start {
            for (option, held) in start.shares.enumerated() {
                for (stretch, share) in held.enumerated() where share > 0 { set(option, stretch, to: share) }
            }
            suspects.removeAll()
            leavers.removeAll()
            return
        }
        var filling = Filling(judgement: Judgement(prices: prices, trusting: layout.hasCompanions))
        if let guide = options.guide { follow(guide, filling) }
        if prices != nil, options.guide == nil {
            filling.judgement.foresight = 0.9
            fillByRegret(filling)
            filling.judgement.foresight = 0
        }
        fillByRegret(filling)
    }

    /// Places those who hold most in the guide first.
    private func follow(_ guide: [[Double]], _ filling: Filling) {
        let wanted = guide.map { $0.max() ?? 0 }
        let order = guide.indices.filter { wanted[$0] > 0 }
            .sorted { wanted[$0] != wanted[$1] ? wanted[$0] > wanted[$1] : $0 < $1 }
        for option in order where !layout.picky[Int(layout.optionJob[option])] { _ = insert(option, filling) }
        repair()
    }
}

extension Layout {
    /// What a whole share takes of its worker at her prices, by position.
    /// - Parameter prices: by worker and period.
    func loadPrices(of prices: [[Double]]) -> Flat<Double> {
        let result = Flat(repeating: 0.0, count: optionPosition[options])
        for option in 0..<options {
            let (job, worker) = (Int(optionJob[option]), Int(optionWorker[option]))
            for whole in jobStretch[job]..<jobStretch[job + 1] {
                let (from, place) = (Int(stretchFrom[whole]), Int(stretchPlace[whole]))
                var sum = 0.0
                for index in 0..<(Int(stretchTo[whole]) - from) {
                    sum +=
                        prices[worker][from + index]
                        * load(option, place + index, worker * periods + from + index)
                }
                result[optionPosition[option] + whole - jobStretch[job]] = sum
            }
        }
        return result
    }
}
