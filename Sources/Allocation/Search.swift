// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Threads

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
    /// (ruin and recreate); see ``Walk`` for the literature. Where workers cost a fee, it then tries to do with fewer of
    /// them for `evictions` steps; see ``Eviction``.
    public func bestAllocation(_ options: SearchOptions) -> Allocation {
        let layout = Layout(self)
        let start = beginning(layout, options)
        defer { start.prices.free() }
        let best = Mutex<Double>(start.value)
        let found = mapInParallel(max(1, options.walks), threads: options.threads) { number in
            layout.walked(options, from: start, number: number) { progress in
                best.withLock {
                    guard progress.value > $0 else { return }
                    $0 = progress.value
                    options.onBetter(progress)
                }
            }
        }
        return found.dropFirst().reduce(found[0]) { $1.value > $0.value ? $1 : $0 }
    }

    private func beginning(_ layout: Layout, _ options: SearchOptions) -> Beginning {
        func beginning(from shares: [Double], _ value: Double) -> Beginning {
            let prices = options.prices ?? bound(steps: 200, layout: layout, target: value).prices
            return Beginning(shares, value, prices: prices, layout)
        }
        if let start = options.start { return beginning(from: Array(start.shares.joined()), start.value) }
        var filling = Filling(judgement: Judgement(trusting: layout.hasCompanions), snugness: 0.05)
        let plain = State(layout)
        plain.fillByRegret(filling)
        var first = beginning(from: plain.allShares, plain.value)
        let ahead = State(layout)
        filling.judgement.prices = first.prices
        filling.judgement.foresight = 0.9
        if let guide = options.guide { ahead.follow(guide, filling) } else { ahead.fillByRegret(filling) }
        filling.judgement.foresight = 0
        ahead.fillByRegret(filling)
        if ahead.value > plain.value { (first.shares, first.value) = (ahead.allShares, ahead.value) }
        return first
    }
}

/// Where all walks start.
private struct Beginning {
    /// By position.
    var shares: [Double]
    var value: Double
    /// By position: the prices by which walks look ahead.
    let prices: Flat<Double>
    /// What nothing exceeds, but for rounding; infinite where nobody asks for it.
    let enough: Double

    init(_ shares: [Double], _ value: Double, prices: [[Double]], _ layout: Layout) {
        (self.shares, self.value) = (shares, value)
        self.prices = layout.loadPrices(of: prices)
        let bound = layout.hasFees ? layout.problem.bound(at: prices) : .infinity
        enough = bound - 1e-7 * max(1, abs(bound))
    }
}

extension Layout {
    /// The answer of a walk, and of the search for fewer workers that follows it where workers cost a fee.
    fileprivate func walked(
        _ options: SearchOptions, from start: Beginning, number: Int, better: (SearchOptions.Progress) -> Void
    ) -> Allocation {
        let seed = options.seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15
        let walk = Walk(
            self, options, prices: start.prices, from: State(self, holding: start.shares), seed: seed)
        walk.run(options.iterations, better: better)
        if !hasFees { return walk.bestAllocation }
        let eviction = Eviction(self, options, from: walk.best, seed: seed, enough: start.enough)
        eviction.run(options.evictions, better: better)
        return eviction.bestAllocation
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
