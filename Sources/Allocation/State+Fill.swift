// SPDX-License-Identifier: GPL-3.0-or-later

/// How a walk fills jobs.
struct Filling {
    var judgement = Judgement()
    /// Insertions are passed over so many times in a thousand, so that it does not always come out the same.
    var blinks = 0
    /// By what part of their gain insertions are preferred that leave no gap before and after them.
    var snugness = 0.0
    /// A worker who gets nothing.
    var banned = -1
}

/// The two best insertions of a job.
struct Insertions {
    var option = -1
    var gain = 0.0
    var second = 0.0
}

extension State {
    /// Hands shares of the job to the workers who bring most, one after another, while that brings anything.
    func fill(_ job: Int, _ filling: Filling, _ numbers: inout RandomNumbers) {
        if layout.picky[job] {
            fillTeam(job, filling, &numbers)
        } else {
            insertWhile(job, filling, &numbers, incomplete: false)
        }
    }

    /// Teams and quotas: shares that bring nothing by themselves are taken on while somebody is missing. The whole stays
    /// if it is complete and brings something.
    private func fillTeam(_ job: Int, _ filling: Filling, _ numbers: inout RandomNumbers) {
        repair()
        let (mark, before) = (journal.count, value)
        insertWhile(job, filling, &numbers, incomplete: true)
        repair()
        if value < before { rollBack(to: mark, value: before) }
    }

    private func insertWhile(
        _ job: Int, _ filling: Filling, _ numbers: inout RandomNumbers, incomplete: Bool
    ) {
        var filling = filling
        for _ in 0..<64 {
            let best = bestInsertion(job, filling, &numbers)
            if best.option < 0 {
                if !incomplete || !completeTeam(job, filling) { return }
            } else if !insert(best.option, filling) {
                if !filling.judgement.trusting { return }
                filling.judgement.trusting = false
            }
        }
    }

    /// Finds the option whose best response gains most, and the gain of the second best.
    func bestInsertion(_ job: Int, _ filling: Filling, _ numbers: inout RandomNumbers) -> Insertions {
        var found = Insertions()
        if isFull(job) { return found }
        let (first, last) = (layout.jobOption[job], layout.jobOption[job + 1])
        if first == last { return found }
        // Between equals the first one wins, so the search begins anywhere.
        let begin = first + numbers.below(last - first)
        for turn in 0..<(last - first) {
            let option = begin + turn < last ? begin + turn : begin + turn - last + first
            if Int(layout.optionWorker[option]) == filling.banned { continue }
            if filling.blinks > 0, numbers.below(1000) < filling.blinks { continue }
            if holds[option] == 0,
                mostGain(option, job, filling.judgement) * (1 + filling.snugness) <= found.second
            {
                continue
            }
            var gain = respond(option, filling.judgement)
            if gain > 0, filling.snugness > 0 { gain *= 1 + filling.snugness * snugness(option, job) }
            if gain > found.gain {
                (found.second, found.gain, found.option) = (found.gain, gain, option)
            } else if gain > found.second {
                found.second = gain
            }
        }
        return found.gain > State.tolerance ? found : Insertions()
    }

    /// How full the option's worker is just before and just after the job, from 0 to 1. The ends of time count as full.
    private func snugness(_ option: Int, _ job: Int) -> Double {
        let first = Int(layout.optionWorker[option]) * layout.periods
        let before = Int(layout.stretchFrom[layout.jobStretch[job]]) - 1
        let after = Int(layout.stretchTo[layout.jobStretch[job + 1] - 1])
        func full(_ slot: Int) -> Double { layout.limit[slot] > 0 ? load[slot] / layout.limit[slot] : 1 }
        return 0.5 * ((before < 0 ? 1 : full(first + before)) + (after >= layout.periods ? 1 : full(first + after)))
    }

    /// Gives a worker what she gains most by, of the jobs that are not full, one after another.
    func employ(_ worker: Int, _ filling: Filling) {
        if worker == filling.banned { return }
        for _ in 0..<8 {
            var (best, most) = (-1, State.tolerance)
            for place in layout.workerOption[worker]..<layout.workerOption[worker + 1] {
                let option = Int(layout.workerOptions[place])
                let job = Int(layout.optionJob[option])
                if layout.picky[job] || isFull(job) { continue }
                if holds[option] == 0, mostGain(option, job, filling.judgement) <= most { continue }
                let gain = respond(option, filling.judgement)
                if gain > most { (best, most) = (option, gain) }
            }
            if best < 0 || !insert(best, filling) { return }
        }
    }

    /// Gives the option what it had best hold; if its worker came in trust, brings her companions, or takes her away.
    /// - Returns: whether anything came of it.
    func insert(_ option: Int, _ filling: Filling) -> Bool {
        let worker = Int(layout.optionWorker[option])
        let inTrust = filling.judgement.trusting && layout.accompanied[worker]
        if inTrust { repair() }
        let (mark, before) = (journal.count, value)
        guard respond(option, filling.judgement) > 0 else { return false }
        takeChoice(option)
        if inTrust {
            bringCompanions(option, worker, filling)
            checkCompany(of: worker)
            repair()
            if value <= before + State.tolerance { rollBack(to: mark, value: before) }
        }
        return journal.count > mark
    }

    func takeChoice(_ option: Int) {
        let stretches = layout.optionPosition[option + 1] - layout.optionPosition[option]
        for stretch in 0..<stretches { set(option, stretch, to: scratch.choice[stretch]) }
    }

    /// Adds the worker who costs least to a stretch in which somebody is still missing.
    private func completeTeam(_ job: Int, _ filling: Filling) -> Bool {
        var judgement = filling.judgement
        judgement.trusting = false
        for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1]
        where count[whole] > 0 && (isIncomplete(whole, job) || hasTooMuchOfClass(whole, job)) {
            let stretch = whole - layout.jobStretch[job]
            var (best, share, gain) = (-1, 0.0, -Double.infinity)
            for option in layout.jobOption[job]..<layout.jobOption[job + 1]
            where Int(layout.optionWorker[option]) != filling.banned {
                let position = layout.optionPosition[option] + stretch
                if shares[position] > 0 || !completes(option, whole, job) { continue }
                let small = smallest(option, whole, judgement)
                if small > 0, layout.value[position] * small - layout.fixed[position] > gain {
                    (best, share, gain) = (option, small, layout.value[position] * small - layout.fixed[position])
                }
            }
            if best >= 0 {
                set(best, stretch, to: share)
                return true
            }
        }
        return false
    }

    /// Whether the option's worker is one of those who are missing.
    private func completes(_ option: Int, _ whole: Int, _ job: Int) -> Bool {
        let worker = Int(layout.optionWorker[option])
        var lacking = false
        for quota in layout.problem.jobs[job].quotas
        where quota.atLeast > 0 && members(of: quota.cls, in: whole, job).number < quota.atLeast {
            if belongs(worker, to: quota.cls) { return true }
            lacking = true
        }
        if lacking { return false }
        return !layout.problem.jobs[job].quotas.contains {
            belongs(worker, to: $0.cls) && exceeds($0, whole, job)
        }
    }
}
