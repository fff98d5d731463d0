// SPDX-License-Identifier: GPL-3.0-or-later

/// Shares that fall may leave a team too small, a quota unmet, a share off its step, or a worker without companions.
/// What cannot stay is taken away, until everything that is left keeps all rules. Shares only fall, so this ends.
extension State {
    func repair() {
        while true {
            if let whole = suspects.popLast() {
                repairStretch(whole, Int(layout.stretchJob[whole]))
            } else if let worker = leavers.popLast() {
                for dependent in layout.dependents[worker] { checkCompany(of: dependent) }
            } else {
                return
            }
        }
    }

    private func repairStretch(_ whole: Int, _ job: Int) {
        if count[whole] == 0 { return }
        if layout.picky[job], isIncomplete(whole, job) {
            for option in jobHolders[job] { set(Int(option), whole - layout.jobStretch[job], to: 0) }
            return
        }
        for quota in layout.problem.jobs[job].quotas where quota.mostShare < 1 {
            keepBelow(quota, whole, job)
        }
        if layout.stepped[job] { keepSteps(whole, job) }
    }

    /// Lowers the shares of a class, the last to come first, until they are no more than their part.
    private func keepBelow(_ quota: AllocationProblem.Quota, _ whole: Int, _ job: Int) {
        let stretch = whole - layout.jobStretch[job]
        for option in jobHolders[job].reversed() where belongs(Int(layout.optionWorker[Int(option)]), to: quota.cls) {
            let excess = members(of: quota.cls, in: whole, job).share - quota.mostShare * inside(whole, job)
            if excess <= State.tolerance { return }
            let share = shares[layout.optionPosition[Int(option)] + stretch]
            if share == 0 { continue }
            let rest = lowered(share - excess / (1 - quota.mostShare), Int(option))
            set(Int(option), stretch, to: rest)
        }
    }

    /// Lowers shares that are neither on their step nor all that the others leave.
    private func keepSteps(_ whole: Int, _ job: Int) {
        let stretch = whole - layout.jobStretch[job]
        var spare = filled[whole] >= layout.size[job] - State.tolerance
        for option in jobHolders[job].map(Int.init) {
            let share = shares[layout.optionPosition[option] + stretch]
            if share == 0 || isOnStep(share, option) { continue }
            if spare {
                spare = false
            } else {
                set(option, stretch, to: lowered(share, option))
            }
        }
    }

    private func isOnStep(_ share: Double, _ option: Int) -> Bool {
        let step = layout.step[option]
        if step == 0 || abs(share - layout.most[option]) <= State.tolerance { return true }
        return abs(share - (share / step).rounded() * step) <= State.tolerance
    }

    /// The largest share up to this one that is on the step and not below the least, or 0.
    private func lowered(_ share: Double, _ option: Int) -> Double {
        let step = layout.step[option]
        let rest = step == 0 ? share : (share / step + 1e-6).rounded(.down) * step
        return rest < max(layout.least[option], State.tolerance) ? 0 : rest
    }

    /// Takes every share from the worker for which companions are missing.
    func checkCompany(of worker: Int) {
        for option in workerHolders[worker].map(Int.init) {
            let job = Int(layout.optionJob[option])
            for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] {
                let stretch = whole - layout.jobStretch[job]
                if shares[layout.optionPosition[option] + stretch] > 0, !isAccompanied(worker, job, whole, option) {
                    set(option, stretch, to: 0)
                }
            }
        }
    }
}
