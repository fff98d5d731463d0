// SPDX-License-Identifier: GPL-3.0-or-later

/// Rules that few problems have: seats kept free in teams, quotas, sites and companions.
extension State {
    /// What the worker may take of the stretch if those are to find a place who must still come for the team to be
    /// large enough and for quotas to be met; nothing where no seat is left for them.
    /// - Parameter others: workers there besides her.
    func roomBesideReserved(_ whole: Int, _ job: Int, _ worker: Int, _ own: Double, _ others: Int) -> Double {
        let rules = layout.problem.jobs[job]
        let size = layout.size[job]
        let left = size - (filled[whole] - own)
        var missing = max(0, Int(layout.teamLow[job]) - others - 1)
        var room = left
        // Quotas ask for nobody where all are outside.
        let asksForNobody = isOutside(worker) && outside(whole, job).number == Int(count[whole])
        for quota in rules.quotas where !asksForNobody {
            let member = belongs(worker, to: quota.cls)
            let (number, share) = members(of: quota.cls, in: whole, job)
            missing = max(missing, quota.atLeast - number - (member && own == 0 ? 1 : 0))
            if member { room = min(room, quota.mostShare * size - (share - own)) }
        }
        if others + 1 + missing > Int(layout.teamHigh[job]) { return 0 }
        return min(room, left - Double(missing) * layout.smallest[job])
    }

    func isOutside(_ worker: Int) -> Bool { layout.problem.workers[worker].isOutside }

    /// How many who are outside hold a share of the stretch, and how much.
    func outside(_ whole: Int, _ job: Int) -> (number: Int, share: Double) {
        let stretch = whole - layout.jobStretch[job]
        var (number, sum) = (0, 0.0)
        for option in jobHolders[job] where isOutside(Int(layout.optionWorker[Int(option)])) {
            let share = shares[layout.optionPosition[Int(option)] + stretch]
            if share > 0 {
                number += 1
                sum += share
            }
        }
        return (number, sum)
    }

    /// What those hold of the stretch of whom quotas speak.
    func inside(_ whole: Int, _ job: Int) -> Double { filled[whole] - outside(whole, job).share }

    func belongs(_ worker: Int, to cls: Int) -> Bool { layout.problem.workers[worker].classes.contains(cls) }

    /// How many of a class hold a share of the stretch, and how much.
    func members(of cls: Int, in whole: Int, _ job: Int) -> (number: Int, share: Double) {
        let stretch = whole - layout.jobStretch[job]
        var (number, sum) = (0, 0.0)
        for option in jobHolders[job] where belongs(Int(layout.optionWorker[Int(option)]), to: cls) {
            let share = shares[layout.optionPosition[Int(option)] + stretch]
            if share > 0 {
                number += 1
                sum += share
            }
        }
        return (number, sum)
    }

    /// Whether those are still missing without whom nobody may work on the stretch.
    func isIncomplete(_ whole: Int, _ job: Int) -> Bool {
        if count[whole] < layout.teamLow[job] { return true }
        guard outside(whole, job).number < Int(count[whole]) else { return false }
        return layout.problem.jobs[job].quotas.contains {
            $0.atLeast > 0 && members(of: $0.cls, in: whole, job).number < $0.atLeast
        }
    }

    /// Whether a class holds more than its part, so that somebody else has to join or it has to hold less.
    func hasTooMuchOfClass(_ whole: Int, _ job: Int) -> Bool {
        layout.problem.jobs[job].quotas.contains { exceeds($0, whole, job) }
    }

    func exceeds(_ quota: AllocationProblem.Quota, _ whole: Int, _ job: Int) -> Bool {
        quota.mostShare < 1
            && members(of: quota.cls, in: whole, job).share > quota.mostShare * inside(whole, job) + State.tolerance
    }

    /// Whether sites and companions let the worker come.
    func mayCome(_ worker: Int, to job: Int, _ whole: Int, _ option: Int, trusting: Bool) -> Bool {
        if layout.mostSites[worker] < Int32.max, !keepsSites(worker, job, whole) { return false }
        return trusting || !layout.accompanied[worker] || isAccompanied(worker, job, whole, option)
    }

    private func keepsSites(_ worker: Int, _ job: Int, _ whole: Int) -> Bool {
        let site = layout.site[job]
        if site < 0 || site == layout.home[worker] { return true }
        for period in layout.stretchFrom[whole]..<layout.stretchTo[whole] {
            var sites = [site]
            for option in workerHolders[worker] {
                let other = layout.site[Int(layout.optionJob[Int(option)])]
                if other >= 0, other != layout.home[worker], !sites.contains(other), works(Int(option), in: Int(period))
                {
                    sites.append(other)
                }
            }
            if sites.count > Int(layout.mostSites[worker]) { return false }
        }
        return true
    }

    /// Whether in every period of the stretch in which the option would take a load of the worker one of each set of her
    /// companions works for the job's group.
    func isAccompanied(_ worker: Int, _ job: Int, _ whole: Int, _ option: Int) -> Bool {
        let from = Int(layout.stretchFrom[whole])
        let place = Int(layout.stretchPlace[whole])
        for period in from..<Int(layout.stretchTo[whole])
        where layout.load(option, place + period - from, worker * layout.periods + period) > 0 {
            for set in layout.problem.workers[worker].companions
            where !set.contains(where: { works($0, for: layout.group[job], in: period) }) { return false }
        }
        return true
    }

    func works(_ worker: Int, for group: Int32, in period: Int) -> Bool {
        workerHolders[worker].contains {
            layout.group[Int(layout.optionJob[Int($0)])] == group && works(Int($0), in: period)
        }
    }

    /// Whether the option holds a share in the period that takes a load.
    private func works(_ option: Int, in period: Int) -> Bool {
        let (job, worker) = (Int(layout.optionJob[option]), Int(layout.optionWorker[option]))
        for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] {
            let from = Int(layout.stretchFrom[whole])
            guard period >= from, period < Int(layout.stretchTo[whole]) else { continue }
            return shares[layout.optionPosition[option] + whole - layout.jobStretch[job]] > 0
                && layout.load(
                    option, Int(layout.stretchPlace[whole]) + period - from, worker * layout.periods + period) > 0
        }
        return false
    }
}
