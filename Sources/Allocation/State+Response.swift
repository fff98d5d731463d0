// SPDX-License-Identifier: GPL-3.0-or-later

/// How an insertion is judged.
struct Judgement {
    /// Prices of load by position: what a whole share takes of its worker at the prices of her periods. `nil`: none.
    var prices: Flat<Double>?
    /// Part of the prices that counts: 0 looks at the gain alone, 1 at the gain over what the time is worth elsewhere,
    /// more than 1 asks for more than that.
    var foresight = 0.0
    /// Nobody takes more than this or the least share, whichever is more.
    var modesty = Double.infinity
    /// Fees count so many times: above 1, work rather waits than that somebody is paid for little of it.
    var thrift = 1.0
    /// Only this stretch of the job may change; −1: all may.
    var only = -1
    /// Whether a worker may come before her companions; somebody has to look after it.
    var trusting = false
}

extension State {
    static let tolerance = 1e-9

    /// The shares that this option had best hold in the stretches of its job while all others stay as they are, left in
    /// `scratch.choice`, and what they bring over those that it holds.
    ///
    /// In each stretch a few shares are tried: none, as it is, as much as fits, as much as fits without overtime, and the
    /// least; the best sequence of them, arrivals included, is found by dynamic programming.
    func respond(_ option: Int, _ judgement: Judgement) -> Double {
        let (job, worker) = (Int(layout.optionJob[option]), Int(layout.optionWorker[option]))
        let first = layout.optionPosition[option]
        let stretches = layout.optionPosition[option + 1] - first
        var any = holds[option] > 0
        for stretch in 0..<stretches {
            if propose(option, stretch, job, worker, judgement) { any = true }
        }
        if !any { return 0 }
        for stretch in 0..<stretches { weigh(option, stretch, layout.jobStretch[job] + stretch, worker, judgement) }
        let now = currentGain(option, stretches)
        var gain = bestSequence(option, stretches) - now
        if layout.fee[worker] > 0 { gain += judgement.thrift * feeChange(option, worker, stretches) }
        if gain <= 0 {
            for stretch in 0..<stretches { scratch.choice[stretch] = shares[first + stretch] }
            return 0
        }
        return gain
    }

    /// Fee to be paid or saved if the choice is taken.
    private func feeChange(_ option: Int, _ worker: Int, _ stretches: Int) -> Double {
        var holdsAny = false
        for stretch in 0..<stretches where scratch.choice[stretch] > 0 { holdsAny = true }
        let others = workerHolders[worker].count - (holds[option] > 0 ? 1 : 0)
        if others > 0 || holdsAny == (holds[option] > 0) { return 0 }
        return holdsAny ? -layout.fee[worker] : layout.fee[worker]
    }

    /// What the shares held now bring: candidate 1 of every stretch, or candidate 0 where nothing is held.
    private func currentGain(_ option: Int, _ stretches: Int) -> Double {
        let first = layout.optionPosition[option]
        var (sum, before) = (0.0, 0.0)
        for stretch in 0..<stretches {
            let share = shares[first + stretch]
            sum += scratch.gain[stretch * Scratch.most + (share > 0 ? 1 : 0)]
            sum -= layout.arrival[first + stretch] * max(0, share - before)
            before = share
        }
        return sum
    }

    /// What the best choice of one candidate a stretch brings.
    private func bestSequence(_ option: Int, _ stretches: Int) -> Double {
        let first = layout.optionPosition[option]
        for stretch in 0..<stretches {
            let arrival = layout.arrival[first + stretch]
            for index in 0..<Int(scratch.count[stretch]) {
                let cell = stretch * Scratch.most + index
                let share = scratch.share[cell]
                var (best, from) = (-arrival * share, 0)
                if stretch > 0 {
                    best = -Double.infinity
                    for earlier in 0..<Int(scratch.count[stretch - 1]) {
                        let before = (stretch - 1) * Scratch.most + earlier
                        let way = scratch.best[before] - arrival * max(0, share - scratch.share[before])
                        if way > best { (best, from) = (way, earlier) }
                    }
                }
                scratch.best[cell] = best + scratch.gain[cell]
                scratch.from[cell] = Int32(from)
            }
        }
        var index = 0
        let last = (stretches - 1) * Scratch.most
        for candidate in 1..<max(1, Int(scratch.count[stretches - 1]))
        where scratch.best[last + candidate] > scratch.best[last + index] { index = candidate }
        let best = scratch.best[last + index]
        for stretch in stride(from: stretches - 1, through: 0, by: -1) {
            scratch.choice[stretch] = scratch.share[stretch * Scratch.most + index]
            index = Int(scratch.from[stretch * Scratch.most + index])
        }
        return best
    }

    /// Fills in the candidates of a stretch; whether there is any besides none and the present one.
    private func propose(_ option: Int, _ stretch: Int, _ job: Int, _ worker: Int, _ judgement: Judgement) -> Bool {
        let position = layout.optionPosition[option] + stretch
        let own = shares[position]
        let cell = stretch * Scratch.most
        scratch.share[cell] = 0
        var number = 1
        if own > 0 {
            scratch.share[cell + 1] = own
            number = 2
        }
        let whole = layout.jobStretch[job] + stretch
        let isFixed = judgement.only >= 0 && judgement.only != stretch
        var (most, plain) = isFixed ? (0, 0) : largest(option, whole, position, job, worker, judgement)
        let least = layout.least[option]
        if most > 0 {
            let rest = layout.size[job] - (filled[whole] - own)
            most = onStep(most, option, rest)
            plain = onStep(plain, option, rest)
            if most >= least, most > State.tolerance, most != own {
                scratch.share[cell + number] = most
                number += 1
                if plain >= least, plain > State.tolerance, plain < most, plain != own {
                    scratch.share[cell + number] = plain
                    number += 1
                }
                let small = onStepUp(max(least, layout.step[option]), option)
                if small > State.tolerance, small < most, small != plain, small != own {
                    scratch.share[cell + number] = small
                    number += 1
                }
            }
        }
        scratch.count[stretch] = Int32(number)
        if isFixed, own > 0 {
            // The present share is the only choice.
            scratch.share[cell] = own
        }
        return number > (own > 0 ? 2 : 1)
    }

    /// What each candidate brings in its stretch, arrivals left aside.
    private func weigh(_ option: Int, _ stretch: Int, _ whole: Int, _ worker: Int, _ judgement: Judgement) {
        let (position, cell) = (layout.optionPosition[option] + stretch, stretch * Scratch.most)
        let number = Int(scratch.count[stretch])
        if number == 1, !layout.priced[worker] {
            scratch.gain[cell] = 0
            return
        }
        let foresight = judgement.foresight
        var value = layout.value[position]
        if foresight > 0, let prices = judgement.prices { value -= foresight * prices[position] }
        for index in 0..<number {
            let share = scratch.share[cell + index]
            scratch.gain[cell + index] = share > 0 ? value * share - layout.fixed[position] : 0
        }
        let part = judgement.prices == nil ? 1 : max(0, 1 - foresight)
        if !layout.priced[worker] || part == 0 { return }
        let own = shares[position]
        let from = Int(layout.stretchFrom[whole])
        let place = Int(layout.stretchPlace[whole])
        for index in 0..<(Int(layout.stretchTo[whole]) - from) {
            let slot = worker * layout.periods + from + index
            let more = layout.load(option, place + index, slot)
            if more == 0 { continue }
            let others = load[slot] - own * more
            for candidate in 0..<number {
                scratch.gain[cell + candidate] +=
                    part * layout.worth(slot, others + more * scratch.share[cell + candidate])
            }
        }
    }
}
