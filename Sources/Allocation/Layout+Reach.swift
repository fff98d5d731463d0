// SPDX-License-Identifier: GPL-3.0-or-later

extension Layout {
    /// By position: the most that an option can hold at all, or −1 for nothing.
    var reach: Flat<Double> {
        let reach = Flat(repeating: -1.0, count: optionPosition[options])
        for option in 0..<options {
            let (job, worker) = (Int(optionJob[option]), Int(optionWorker[option]))
            for whole in jobStretch[job]..<jobStretch[job + 1] {
                let position = optionPosition[option] + whole - jobStretch[job]
                if value[position].isNaN { continue }
                let from = Int(stretchFrom[whole])
                var largest = most[option]
                for index in 0..<(Int(stretchTo[whole]) - from) {
                    let slot = worker * periods + from + index
                    let load = load(option, Int(stretchPlace[whole]) + index, slot)
                    if load * largest > limit[slot] { largest = limit[slot] / load }
                }
                if largest > 0, largest >= least[option] * (1 - 1e-9) { reach[position] = largest }
            }
        }
        return reach
    }

    /// How many workers a stretch of the job can have at most, as far as that is told by its team and its least shares:
    /// 1, or any number.
    func seats(of job: Int) -> Int32 {
        var smallest = size[job]
        for option in jobOption[job]..<jobOption[job + 1] { smallest = min(smallest, least[option]) }
        return teamHigh[job] == 1 || smallest > size[job] / 2 * (1 + 1e-9) ? 1 : Int32.max
    }
}
