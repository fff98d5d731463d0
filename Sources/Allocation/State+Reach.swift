// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of a stretch somebody can take.
extension State {
    /// The largest share that fits, and the largest that fits without overtime; 0 where the rules forbid any.
    func largest(
        _ option: Int, _ whole: Int, _ position: Int, _ job: Int, _ worker: Int, _ judgement: Judgement
    ) -> (most: Double, plain: Double) {
        let own = shares[position]
        let value = layout.value[position]
        let others = count[whole] - (own > 0 ? 1 : 0)
        if value.isNaN || others >= layout.teamHigh[job] { return (0, 0) }
        var most = min(layout.most[option], layout.size[job] - (filled[whole] - own))
        if layout.picky[job] { most = min(most, roomBesideReserved(whole, job, worker, own, Int(others))) }
        let least = max(layout.least[option], State.tolerance)
        if most < least - State.tolerance { return (0, 0) }
        most = min(most, max(judgement.modesty, least, layout.step[option]))
        let from = Int(layout.stretchFrom[whole])
        let place = Int(layout.stretchPlace[whole])
        let span = Int(layout.stretchTo[whole]) - from
        let first = worker * layout.periods + from
        let counted = own == 0 && layout.mostJobs[worker] < Int32.max
        // Where it did not fit last time it hardly ever fits now.
        let obstacle = Int(obstacles[position])
        let obstructing = layout.load(option, place + obstacle, first + obstacle)
        if obstructing > 0 {
            if counted && works[first + obstacle] >= layout.mostJobs[worker] { return (0, 0) }
            let room = layout.limit[first + obstacle] - (load[first + obstacle] - own * obstructing)
            if room < obstructing * most, room / obstructing < least - State.tolerance { return (0, 0) }
        }
        var plain = most
        for index in 0..<span {
            let slot = first + index
            let more = layout.load(option, place + index, slot)
            if more == 0 { continue }
            if counted && works[slot] >= layout.mostJobs[worker] {
                obstacles[position] = Int32(index)
                return (0, 0)
            }
            let others = load[slot] - own * more
            let room = layout.limit[slot] - others
            if room < more * most {
                most = room / more
                if most < least - State.tolerance {
                    obstacles[position] = Int32(index)
                    return (0, 0)
                }
            }
            let cheap = layout.capacity[slot] - others
            if cheap < more * plain { plain = cheap / more }
        }
        if own == 0, !mayCome(worker, to: job, whole, option, trusting: judgement.trusting) { return (0, 0) }
        if most < least { most = layout.least[option] }
        if plain < least && plain > least - State.tolerance { plain = layout.least[option] }
        return (most, plain)
    }

    /// No response of an option that holds nothing gains more than this: its shares as large as its stretches have room
    /// for, whatever its worker does otherwise.
    func mostGain(_ option: Int, _ job: Int, _ judgement: Judgement) -> Double {
        let first = layout.jobStretch[job]
        var sum = 0.0
        for whole in first..<layout.jobStretch[job + 1] where judgement.only < 0 || judgement.only == whole - first {
            let position = layout.optionPosition[option] + whole - first
            var value = layout.value[position]
            if judgement.foresight > 0, let prices = judgement.prices {
                value -= judgement.foresight * prices[position]
            }
            if value > 0 { sum += value * min(layout.most[option], layout.size[job] - filled[whole]) }
        }
        // A little more than rounding takes.
        return sum + 1e-6 * abs(sum) + State.tolerance
    }

    /// Whether the option can take all that the others leave of its job.
    func fits(_ option: Int, _ judgement: Judgement) -> Bool {
        let (job, worker) = (Int(layout.optionJob[option]), Int(layout.optionWorker[option]))
        for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] {
            let position = layout.optionPosition[option] + whole - layout.jobStretch[job]
            if layout.value[position].isNaN { continue }
            let rest = layout.size[job] - (filled[whole] - shares[position])
            let wanted = min(layout.most[option], rest, judgement.modesty)
            if largest(option, whole, position, job, worker, judgement).most < wanted - State.tolerance { return false }
        }
        return true
    }

    /// The least share that the option may newly hold in the stretch, or 0 if it may hold none.
    func smallest(_ option: Int, _ whole: Int, _ judgement: Judgement) -> Double {
        let job = Int(layout.optionJob[option])
        let position = layout.optionPosition[option] + whole - layout.jobStretch[job]
        let most = largest(option, whole, position, job, Int(layout.optionWorker[option]), judgement).most
        let small = onStepUp(max(layout.least[option], min(layout.smallest[job], most)), option)
        return small > 0 && small <= most + State.tolerance ? min(small, layout.most[option]) : 0
    }

    /// The largest share up to this one that the option's step allows.
    /// - Parameter rest: what the others leave of the stretch.
    func onStep(_ share: Double, _ option: Int, _ rest: Double) -> Double {
        let step = layout.step[option]
        if step == 0 || share >= rest - State.tolerance || share >= layout.most[option] - State.tolerance {
            return share
        }
        return (share / step + 1e-6).rounded(.down) * step
    }

    func onStepUp(_ share: Double, _ option: Int) -> Double {
        let step = layout.step[option]
        return step == 0 ? share : (share / step - 1e-6).rounded(.up) * step
    }
}
