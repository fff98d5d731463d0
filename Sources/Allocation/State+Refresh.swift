// SPDX-License-Identifier: GPL-3.0-or-later

extension State {
    /// Adds all sums up anew: millions of small changes leave traces of rounding.
    func refresh() {
        for slot in 0..<load.count { load[slot] = 0 }
        for whole in 0..<filled.count { filled[whole] = 0 }
        value = 0
        for option in 0..<layout.options where holds[option] > 0 { addUp(option) }
        for worker in 0..<layout.workers {
            if !workerHolders[worker].isEmpty { value -= layout.fee[worker] }
            for slot in worker * layout.periods..<(worker + 1) * layout.periods where layout.priced[worker] {
                value += layout.worth(slot, load[slot])
            }
        }
        countLacking()
    }

    /// Loads, shares of stretches and value of one option; fees and what free capacity brings left aside.
    private func addUp(_ option: Int) {
        let (job, worker) = (Int(layout.optionJob[option]), Int(layout.optionWorker[option]))
        var before = 0.0
        for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] {
            let position = layout.optionPosition[option] + whole - layout.jobStretch[job]
            let share = shares[position]
            value -= layout.arrival[position] * max(0, share - before)
            before = share
            if share == 0 { continue }
            value += layout.value[position] * share - layout.fixed[position]
            filled[whole] += share
            let from = Int(layout.stretchFrom[whole])
            for index in 0..<(Int(layout.stretchTo[whole]) - from) {
                let slot = worker * layout.periods + from + index
                load[slot] += share * layout.load(option, Int(layout.stretchPlace[whole]) + index, slot)
            }
        }
    }

    private func countLacking() {
        for job in 0..<layout.jobs where layout.jobOption[job] < layout.jobOption[job + 1] {
            var number: Int32 = 0
            for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] where !isFull(whole, job) { number += 1 }
            if number != lacking[job] { lack(job, by: number - lacking[job]) }
        }
    }
}
