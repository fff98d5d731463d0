// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a job goes, and who has to go for it.
extension Eviction {
    /// Places a job where it drives out least by weight, of all places from which it was not driven out lately.
    func place(_ job: Int) {
        if layout.picky[job] {
            state.fill(job, filling, &numbers)
            state.repair()
            return noteOpenJobs()
        }
        let (option, cost) = easiestPlace(of: job)
        if option < 0 { return }
        if cost >= weight[job], weight[job] < Int32.max / 1024 { weight[job] += 1 }
        take(option)
        noteOpenJobs()
    }

    private func easiestPlace(of job: Int) -> (option: Int, cost: Int32) {
        var (chosen, least, equals) = (-1, Int32.max, 0)
        for option in layout.jobOption[job]..<layout.jobOption[job + 1]
        where !isClosed[Int(layout.optionWorker[option])] {
            guard let cost = cost(of: option, in: job, atMost: least) else { continue }
            if cost > 0, back[option] > done { continue }
            if cost < least { (least, equals) = (cost, 0) }
            equals += 1
            if numbers.below(equals) == 0 { chosen = option }
        }
        return (chosen, least)
    }

    /// Gives the option what its job lacks. Where that still breaks a rule, all go who are there at the same time.
    private func take(_ option: Int) {
        let before = state.value
        let job = Int(layout.optionJob[option])
        _ = cost(of: option, in: job, atMost: Int32.max)
        sendAway()
        if state.insert(option, filling) { return state.repair() }
        leaving = state.workerHolders[Int(layout.optionWorker[option])].map(Int.init)
            .filter { overlap(job, Int(layout.optionJob[$0])) && $0 != option }
        sendAway()
        if state.insert(option, filling) { return state.repair() }
        state.rollBack(to: 0, value: before)
        back[option] = done + absence()
    }

    private func sendAway() {
        for option in leaving {
            state.drop(option)
            back[option] = done + absence()
        }
        state.repair()
    }

    private func absence() -> Int { 10 + numbers.below(10) + open.count * 6 / 10 }

    /// Weight of those who have to go for the option, who are left in `leaving`; nil where nothing makes room, or where
    /// it is more than some weight.
    private func cost(of option: Int, in job: Int, atMost most: Int32) -> Int32? {
        leaving.removeAll(keepingCapacity: true)
        let worker = Int(layout.optionWorker[option])
        let crowded = noteExcess(option, job, worker)
        defer { forgetExcess(job) }
        if crowded == 0, layout.mostJobs[worker] == Int32.max || state.fits(option, filling.judgement) { return 0 }
        findRivals(option, job, worker)
        var (cost, left): (Int32, Int) = (0, crowded)
        for (weight, rival) in rivals {
            if crowded > 0, !relieves(rival, worker, &left) { continue }
            cost += weight
            if cost > most { return nil }
            leaving.append(rival)
            if crowded > 0, left == 0 { return cost }
        }
        return left == 0 && cost > 0 ? cost : nil
    }

    /// What the worker holds at the time of the job, the easiest to place elsewhere first.
    private func findRivals(_ option: Int, _ job: Int, _ worker: Int) {
        rivals.removeAll(keepingCapacity: true)
        for held in state.workerHolders[worker] where Int(held) != option {
            let other = Int(layout.optionJob[Int(held)])
            guard overlap(job, other) else { continue }
            rivals.append((weight[other], Int(held)))
            var place = rivals.count - 1
            while place > 0, rivals[place].weight < rivals[place - 1].weight {
                rivals.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    func overlap(_ a: Int, _ b: Int) -> Bool {
        let (firstA, lastA) = (layout.jobStretch[a], layout.jobStretch[a + 1] - 1)
        let (firstB, lastB) = (layout.jobStretch[b], layout.jobStretch[b + 1] - 1)
        guard firstA <= lastA, firstB <= lastB else { return false }
        return layout.stretchFrom[firstA] < layout.stretchTo[lastB]
            && layout.stretchFrom[firstB] < layout.stretchTo[lastA]
    }

    /// Notes by period for how much of the option there is no room.
    /// - Returns: in how many periods.
    private func noteExcess(_ option: Int, _ job: Int, _ worker: Int) -> Int {
        var crowded = 0
        for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] {
            let position = layout.optionPosition[option] + whole - layout.jobStretch[job]
            if layout.value[position].isNaN { continue }
            let own = state.shares[position]
            let more = min(layout.most[option], layout.size[job] - state.filled[whole] + own) - own
            if more <= State.tolerance { continue }
            let (from, place) = (Int(layout.stretchFrom[whole]), Int(layout.stretchPlace[whole]))
            for index in 0..<(Int(layout.stretchTo[whole]) - from) {
                let slot = worker * layout.periods + from + index
                let over = state.load[slot] + more * layout.load(option, place + index, slot) - layout.limit[slot]
                if over > State.tolerance * max(1, layout.limit[slot]) {
                    excess[from + index] = over
                    crowded += 1
                }
            }
        }
        return crowded
    }

    private func forgetExcess(_ job: Int) {
        for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] {
            for period in Int(layout.stretchFrom[whole])..<Int(layout.stretchTo[whole]) { excess[period] = 0 }
        }
    }

    /// Whether it makes room that what an option holds goes; counts the periods in which room is left to be made.
    private func relieves(_ option: Int, _ worker: Int, _ left: inout Int) -> Bool {
        var relieves = false
        let job = Int(layout.optionJob[option])
        for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] {
            let share = state.shares[layout.optionPosition[option] + whole - layout.jobStretch[job]]
            if share == 0 { continue }
            let (from, place) = (Int(layout.stretchFrom[whole]), Int(layout.stretchPlace[whole]))
            for index in 0..<(Int(layout.stretchTo[whole]) - from) where excess[from + index] > 0 {
                let slot = worker * layout.periods + from + index
                let load = layout.load(option, place + index, slot)
                if load == 0 { continue }
                relieves = true
                excess[from + index] -= share * load
                if excess[from + index] <= State.tolerance * max(1, layout.limit[slot]) {
                    excess[from + index] = 0
                    left -= 1
                }
            }
        }
        return relieves
    }
}
