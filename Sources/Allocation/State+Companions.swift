// SPDX-License-Identifier: GPL-3.0-or-later

/// Workers who do not come alone: those are found work beside them whom they need.
extension State {
    /// Finds work of the same group for one of each set of companions in which nobody works along with the option: what
    /// brings most, or what costs least.
    func bringCompanions(_ option: Int, _ worker: Int, _ filling: Filling) {
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
}
