// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import Synchronization

extension AllocationProblem {
    /// Fills jobs one after another, always the one that would lose most by waiting, with whoever gains most. Takes
    /// hundredths of a second for hundreds of workers, and keeps all rules.
    public func greedyAllocation() -> Allocation {
        let state = State(Layout(self))
        state.fillByRegret(Filling(judgement: Judgement(trusting: state.layout.hasCompanions), snugness: 0.05))
        return state.allocation
    }

    /// Searches for a good allocation that keeps all rules; see ``SearchOptions``. The same problem and options give the
    /// same answer, on one thread or many.
    ///
    /// Each walk takes a good allocation apart in places and puts it together anew, as many times as `iterations` says
    /// (ruin and recreate); see ``Walk`` for the literature.
    public func bestAllocation(_ options: SearchOptions) -> Allocation {
        let layout = Layout(self)
        let (start, prices) = beginning(layout, options)
        defer { prices.free() }
        let walks = max(1, options.walks)
        let answers = Mutex<[Allocation?]>(Array(repeating: nil, count: walks))
        let next = Atomic<Int>(0)
        let best = Mutex<Double>(start.value)
        let threads = min(walks, max(1, options.threads ?? ProcessInfo.processInfo.activeProcessorCount))
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while true {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < walks else { return }
                let walk = Walk(
                    layout, options, prices: prices, from: State(layout, holding: start.shares),
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

    /// Where all walks start, and the prices by which they look ahead.
    private func beginning(
        _ layout: Layout, _ options: SearchOptions
    ) -> (start: (shares: [Double], value: Double), prices: Flat<Double>) {
        func pricesOfLoad(towards target: Double) -> Flat<Double> {
            layout.loadPrices(of: options.prices ?? bound(steps: 200, layout: layout, target: target).prices)
        }
        if let start = options.start {
            return ((Array(start.shares.joined()), start.value), pricesOfLoad(towards: start.value))
        }
        var filling = Filling(judgement: Judgement(trusting: layout.hasCompanions), snugness: 0.05)
        let plain = State(layout)
        plain.fillByRegret(filling)
        let prices = pricesOfLoad(towards: plain.value)
        let ahead = State(layout)
        filling.judgement.prices = prices
        filling.judgement.foresight = 0.9
        if let guide = options.guide { ahead.follow(guide, filling) } else { ahead.fillByRegret(filling) }
        filling.judgement.foresight = 0
        ahead.fillByRegret(filling)
        let better = ahead.value > plain.value ? ahead : plain
        return ((better.allShares, better.value), prices)
    }
}

extension State {
    /// With shares by position, which must keep all rules.
    convenience init(_ layout: Layout, holding shares: [Double]) {
        self.init(layout)
        for option in 0..<layout.options {
            for position in layout.optionPosition[option]..<layout.optionPosition[option + 1] where shares[position] > 0
            {
                set(option, position - layout.optionPosition[option], to: shares[position])
            }
        }
        suspects.removeAll()
        leavers.removeAll()
    }

    var allShares: [Double] { Array(UnsafeBufferPointer(start: shares.base, count: shares.count)) }

    /// Places those who hold most in the guide first.
    fileprivate func follow(_ guide: [[Double]], _ filling: Filling) {
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
