// SPDX-License-Identifier: GPL-3.0-or-later

/// How a walk fills jobs.
struct Filling {
    var judgement = Judgement()
    /// Insertions are passed over so many times in a thousand, so that it does not always come out the same.
    var blinks = 0
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
        for option in layout.jobOption[job]..<layout.jobOption[job + 1] {
            if Int(layout.optionWorker[option]) == filling.banned { continue }
            if filling.blinks > 0, numbers.below(1000) < filling.blinks { continue }
            let gain = respond(option, filling.judgement)
            if gain > found.gain {
                (found.second, found.gain, found.option) = (found.gain, gain, option)
            } else if gain > found.second {
                found.second = gain
            }
        }
        return found.gain > State.tolerance ? found : Insertions()
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
                let gain = respond(option, filling.judgement)
                if gain > most { (best, most) = (option, gain) }
            }
            if best < 0 || !insert(best, filling) { return }
        }
    }

    func isFull(_ job: Int) -> Bool {
        for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1]
        where filled[whole] < layout.size[job] - State.tolerance { return false }
        return true
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

    /// Finds work of the same group for one of each set of companions in which nobody works along with the option: what
    /// brings most, or what costs least.
    private func bringCompanions(_ option: Int, _ worker: Int, _ filling: Filling) {
        let job = Int(layout.optionJob[option])
        for set in layout.problem.workers[worker].companions {
            if accompanies(set, option, job, worker) { continue }
            var (best, gain) = (-1, -Double.infinity)
            for companion in set where companion != filling.banned {
                for place in layout.workerOption[companion]..<layout.workerOption[companion + 1] {
                    let other = Int(layout.workerOptions[place])
                    guard layout.group[Int(layout.optionJob[other])] == layout.group[job] else { continue }
                    let response = respond(other, filling.judgement)
                    let found = response > 0 ? response : leastCost(other, beside: option, filling.judgement)
                    if found > gain { (best, gain) = (other, found) }
                }
            }
            if best < 0 { continue }
            if respond(best, filling.judgement) > 0 {
                takeChoice(best)
            } else {
                takeLeast(best, beside: option, filling.judgement)
            }
            checkCompany(of: Int(layout.optionWorker[best]))
        }
    }

    /// What the least shares of an option bring in the stretches that meet those held by another, or −∞ if there are
    /// none.
    private func leastCost(_ option: Int, beside held: Int, _ judgement: Judgement) -> Double {
        var (sum, any) = (0.0, false)
        for whole in stretches(of: option, beside: held) {
            let position = layout.optionPosition[option] + whole - layout.jobStretch[Int(layout.optionJob[option])]
            let small = smallest(option, whole, judgement)
            if small > 0 {
                any = true
                sum += layout.value[position] * small - layout.fixed[position]
            }
        }
        return any ? sum : -.infinity
    }

    private func takeLeast(_ option: Int, beside held: Int, _ judgement: Judgement) {
        for whole in stretches(of: option, beside: held) {
            let small = smallest(option, whole, judgement)
            if small > 0 { set(option, whole - layout.jobStretch[Int(layout.optionJob[option])], to: small) }
        }
    }

    /// Stretches of an option's job in which it holds nothing and which share a period with those that another holds.
    private func stretches(of option: Int, beside held: Int) -> [Int] {
        let (job, other) = (Int(layout.optionJob[option]), Int(layout.optionJob[held]))
        return (layout.jobStretch[job]..<layout.jobStretch[job + 1]).filter { whole in
            shares[layout.optionPosition[option] + whole - layout.jobStretch[job]] == 0
                && (layout.jobStretch[other]..<layout.jobStretch[other + 1]).contains {
                    shares[layout.optionPosition[held] + $0 - layout.jobStretch[other]] > 0
                        && layout.stretchFrom[whole] < layout.stretchTo[$0]
                        && layout.stretchFrom[$0] < layout.stretchTo[whole]
                }
        }
    }

    private func accompanies(_ set: [Int], _ option: Int, _ job: Int, _ worker: Int) -> Bool {
        for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] {
            let stretch = whole - layout.jobStretch[job]
            guard shares[layout.optionPosition[option] + stretch] > 0 else { continue }
            for period in layout.stretchFrom[whole]..<layout.stretchTo[whole]
            where !set.contains(where: { works($0, for: layout.group[job], in: Int(period)) }) { return false }
        }
        return true
    }

    /// Adds the worker who costs least to a stretch in which somebody is still missing; of those who need companions only
    /// whoever has them there, since nobody brings them here.
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
