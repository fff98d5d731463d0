// SPDX-License-Identifier: GPL-3.0-or-later

/// One walk of ruin and recreate with annealing: take some shares away, hand them out anew, and stay there if it is
/// better, or not much worse; less and less so as time goes on.
///
/// Schrimpf, Schneider, Stamm-Wilbrandt and Dueck, *Record Breaking Optimization Results Using the Ruin and Recreate
/// Principle* (2000); Shaw (1998) for related removals; Christiaens and Vanden Berghe, *Slack Induction by String
/// Removals* (2020), for insertions passed over at random. What is accepted follows Dueck and Scheuer's threshold
/// accepting (1990) with random thresholds, which needs no exponential and so gives the same on every machine.
final class Walk {
    let layout: Layout
    let state: State
    let options: SearchOptions
    let prices: Flat<Double>?
    var numbers: RandomNumbers
    /// The best shares so far, by position.
    let best: Flat<Double>
    var bestValue: Double
    var done = 0

    /// Jobs to be filled in this round, in order, each once.
    var open: [Int] = []
    let isOpen: Flat<Bool>
    var filling = Filling()
    /// Whether the stretches of the open jobs are filled one by one, in any order, before whole jobs are.
    var isPiecewise = false
    /// Workers who lost something in this round.
    var freed: [Int] = []
    private var pieces: [Int] = []
    /// What a round typically changes: the measure of warmth.
    private var usualChange = 0.0

    init(_ layout: Layout, _ options: SearchOptions, prices: Flat<Double>?, from start: State, seed: UInt64) {
        self.layout = layout
        self.options = options
        self.prices = prices
        numbers = RandomNumbers(seed: seed)
        state = start
        best = Flat(Array(UnsafeBufferPointer(start: start.shares.base, count: start.shares.count)))
        bestValue = start.value
        isOpen = Flat(repeating: false, count: layout.jobs)
        state.forgetChanges()
        if options.warmth > 0 { measureChanges() }
    }

    deinit {
        best.free()
        isOpen.free()
    }

    /// Takes so many rounds on, or fewer if the search is cancelled; none where nobody can do anything.
    func run(_ rounds: Int, better: (SearchOptions.Progress) -> Void) {
        guard layout.options > 0 else { return }
        for _ in 0..<rounds {
            if done & 63 == 0, options.isCancelled() { return }
            if done & 0x3FFF == 0x3FFF { state.refresh() }
            step()
            done += 1
            if state.value > bestValue + State.tolerance * max(1, abs(bestValue)) {
                keepBest()
                better(SearchOptions.Progress(value: bestValue, iteration: done))
            }
        }
    }

    private func step() {
        let before = state.value
        attempt()
        if state.value < before - threshold() { state.rollBack(to: 0, value: before) }
    }

    private func attempt() {
        state.journal.removeAll(keepingCapacity: true)
        chooseFilling()
        ruin()
        state.repair()
        recreate()
    }

    /// The median of what some rounds from the start would change.
    private func measureChanges() {
        let before = state.value
        var changes: [Double] = []
        for _ in 0..<200 where layout.options > 0 {
            attempt()
            let change = abs(state.value - before)
            if change > State.tolerance * max(1, abs(before)) { changes.append(change) }
            state.rollBack(to: 0, value: before)
        }
        usualChange = changes.isEmpty ? 0 : changes.sorted()[changes.count / 2]
    }

    /// How much worse the next place may be: a random part of what is left of the warmth.
    private func threshold() -> Double {
        let left = 1 - Double(done) / Double(max(1, options.iterations))
        let part = numbers.unit()
        return options.warmth * usualChange * left * left * left * part * part
    }

    private func chooseFilling() {
        filling.banned = -1
        filling.blinks = [10, 10, 50, 100][numbers.below(4)]
        filling.snugness = [0, 0.05, 0.3][numbers.below(3)]
        filling.judgement.thrift = layout.hasFees ? [1, 1.5, 3][numbers.below(3)] : 1
        filling.judgement.prices = prices
        filling.judgement.trusting = layout.hasCompanions
        filling.judgement.modesty = numbers.below(8) == 0 ? 0.1 + 0.7 * numbers.unit() : .infinity
        isPiecewise = numbers.below(8) == 0
        // A third of the rounds each looks at gains only, at gains over the time's price, and at something between.
        switch prices == nil ? 0 : numbers.below(3) {
        case 0: filling.judgement.foresight = 0
        case 1: filling.judgement.foresight = 0.8 + 0.3 * numbers.unit()
        case _: filling.judgement.foresight = numbers.unit()
        }
    }

    private func recreate() {
        if isPiecewise {
            fillPieces()
        } else {
            if open.count <= 10, numbers.below(8) == 0 { fillByRegret() }
            for job in open { state.fill(job, filling, &numbers) }
        }
        if filling.judgement.foresight > 0 || filling.judgement.modesty < 1 || isPiecewise {
            filling.judgement.foresight = 0
            filling.judgement.modesty = .infinity
            for job in open { state.fill(job, filling, &numbers) }
        }
        filling.judgement.foresight = 0
        for worker in freed where numbers.below(2) == 0 { state.employ(worker, filling) }
        state.repair()
        freed.removeAll(keepingCapacity: true)
        for job in open { isOpen[job] = false }
        open.removeAll(keepingCapacity: true)
    }

    /// One insertion after another, each for the job that would lose most by waiting.
    private func fillByRegret() {
        for _ in 0..<(2 * open.count) {
            var (first, regret) = (Insertions(), 0.0)
            for job in open where !layout.picky[job] {
                let found = state.bestInsertion(job, filling, &numbers)
                if found.option >= 0, first.option < 0 || found.regret > regret {
                    (first, regret) = (found, found.regret)
                }
            }
            if first.option < 0 || !state.insert(first.option, filling) { return }
        }
    }

    private func fillPieces() {
        pieces.removeAll(keepingCapacity: true)
        for job in open { pieces += layout.jobStretch[job]..<layout.jobStretch[job + 1] }
        numbers.shuffle(&pieces)
        for whole in pieces {
            let job = Int(layout.stretchJob[whole])
            filling.judgement.only = whole - layout.jobStretch[job]
            filling.judgement.modesty = numbers.below(3) == 0 ? 0.1 + 0.7 * numbers.unit() : .infinity
            state.fill(job, filling, &numbers)
        }
        filling.judgement.only = -1
    }

    /// Only what changed since the last time is copied.
    private func keepBest() {
        bestValue = state.value
        for option in state.changed {
            for position in layout.optionPosition[Int(option)]..<layout.optionPosition[Int(option) + 1] {
                best[position] = state.shares[position]
            }
        }
        state.forgetChanges()
    }

    var bestAllocation: Allocation {
        Allocation(
            shares: (0..<layout.options).map { option in
                (layout.optionPosition[option]..<layout.optionPosition[option + 1]).map { best[$0] }
            }, of: layout.problem)
    }
}

extension State {
    func forgetChanges() {
        for option in changed { isChanged[Int(option)] = false }
        changed.removeAll(keepingCapacity: true)
        journal.removeAll(keepingCapacity: true)
    }
}
