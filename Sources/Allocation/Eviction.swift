// SPDX-License-Identifier: GPL-3.0-or-later

/// Tries to do without workers who cost a fee, after it has tried to place what the start left undone. One is closed, and
/// nobody new is opened; her jobs are placed with those who stay, each where it drives out what has proved easiest to place
/// elsewhere; what is driven out is placed next, and does not come back at once. It ends with all jobs placed by fewer
/// workers, which is kept if it brings more, and the next one is closed; or when the steps are used up.
///
/// All rules hold at every step: jobs that find no place are left undone for a while. Blöchliger and Zufferey, *A graph
/// coloring heuristic using partial solutions and a reactive tabu scheme* (2008), for the search among incomplete
/// answers; Morris, *The breakout method for escaping from local minima* (1993), for weights that grow where it gets
/// stuck; Krishnamoorthy, Ernst and Baatar, *Algorithms for large scale shift minimisation personnel task scheduling
/// problems* (2012), for the problem of fewest workers.
final class Eviction {
    let layout: Layout
    let state: State
    let options: SearchOptions
    var numbers: RandomNumbers
    /// The best shares so far, by position.
    let best: Flat<Double>
    var bestValue: Double
    /// What nothing exceeds.
    private let enough: Double
    var done = 0

    /// By worker: gets nothing until somebody else is closed in her place.
    let isClosed: Flat<Bool>
    /// By job: how hard it has been to place.
    let weight: Flat<Int32>
    /// By option: the step from which on it may come back.
    let back: Flat<Int>
    /// Jobs that lost something and are not full, in no order that means anything; and where each is among them, or −1.
    var open: [Int] = []
    let openPlace: Flat<Int32>
    /// By period of a job: load for which there is no room. Kept at 0 between uses.
    let excess: Flat<Double>
    /// Who has to go for an option.
    var leaving: [Int] = []
    var rivals: [(weight: Int32, option: Int)] = []
    var filling = Filling()
    /// The fewest jobs that were open since somebody was closed, and when.
    private var fewest = (number: Int.max, at: 0)
    /// Whether those jobs are still being tried that the start left undone.
    private var isBeginning = true
    /// Steps without progress after which those are given up, and workers change places, one in so many steps.
    private static let (patience, spell) = (2000, 200)

    /// - Parameter enough: what no allocation exceeds; the search ends there.
    init(_ layout: Layout, _ options: SearchOptions, from start: Flat<Double>, seed: UInt64, enough: Double) {
        self.layout = layout
        self.options = options
        self.enough = enough
        let shares = Array(UnsafeBufferPointer(start: start.base, count: start.count))
        state = State(layout, holding: shares)
        best = Flat(shares)
        bestValue = state.value
        numbers = RandomNumbers(seed: seed)
        isClosed = Flat(repeating: false, count: layout.workers)
        weight = Flat(repeating: 1, count: layout.jobs)
        back = Flat(repeating: 0, count: layout.options)
        openPlace = Flat(repeating: -1, count: layout.jobs)
        excess = Flat(repeating: 0, count: layout.periods)
        filling.judgement.thrift = 0
        state.forgetChanges()
        for job in state.short { note(Int(job)) }
    }

    deinit {
        best.free()
        isClosed.free()
        weight.free()
        back.free()
        openPlace.free()
        excess.free()
    }

    /// Takes so many steps, or fewer if the search is cancelled, nothing better can be, or nobody is left to be closed.
    func run(_ steps: Int, better: (SearchOptions.Progress) -> Void) {
        for _ in 0..<steps {
            if bestValue >= enough { return }
            if done & 255 == 0, options.isCancelled() { return }
            if done & 0x3FFF == 0x3FFF { state.refresh() }
            state.journal.removeAll(keepingCapacity: true)
            if !step() { return }
            done += 1
            if state.value > bestValue + State.tolerance * max(1, abs(bestValue)) {
                keepBest()
                better(SearchOptions.Progress(value: bestValue, iteration: options.iterations + done))
            }
        }
    }

    /// Whether there was anything to do.
    private func step() -> Bool {
        if isBeginning, done - fewest.at > Eviction.patience { returnToBest() }
        if open.isEmpty {
            isBeginning = false
            if state.value < bestValue { returnToBest() }
            fewest = (Int.max, done)
            return closeWorker()
        }
        if done - fewest.at > Eviction.patience, numbers.below(Eviction.spell) == 0 { exchangeWorker() }
        place(open[numbers.below(open.count)])
        if open.count < fewest.number { fewest = (open.count, done) }
        return true
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

    private func returnToBest() {
        for job in open { openPlace[job] = -1 }
        open.removeAll(keepingCapacity: true)
        for option in state.changed.map(Int.init) {
            let first = layout.optionPosition[option]
            for position in first..<layout.optionPosition[option + 1] {
                state.set(option, position - first, to: best[position])
            }
        }
        state.suspects.removeAll(keepingCapacity: true)
        state.leavers.removeAll(keepingCapacity: true)
        state.refresh()
        state.forgetChanges()
        for worker in 0..<layout.workers { isClosed[worker] = false }
    }

    var bestAllocation: Allocation {
        Allocation(
            shares: (0..<layout.options).map { option in
                (layout.optionPosition[option]..<layout.optionPosition[option + 1]).map { best[$0] }
            }, of: layout.problem)
    }
}
