// SPDX-License-Identifier: GPL-3.0-or-later

/// Who is there to be given work.
extension Eviction {
    /// Closes whoever has nothing to do, and one of those who have least to do for their fee.
    /// - Returns: whether there was anybody.
    func closeWorker() -> Bool {
        var (chosen, least, equals) = (-1, Double.infinity, 0)
        for worker in 0..<layout.workers where layout.fee[worker] > 0 && !isClosed[worker] {
            if state.workerHolders[worker].isEmpty {
                isClosed[worker] = true
                continue
            }
            let measure = Double(state.workerHolders[worker].count) / layout.fee[worker]
            if measure < least { (least, equals) = (measure, 0) }
            if measure == least {
                equals += 1
                if numbers.below(equals) == 0 { chosen = worker }
            }
        }
        if chosen < 0 { return false }
        for job in 0..<layout.jobs { weight[job] = 1 }
        close(chosen)
        return true
    }

    private func close(_ worker: Int) {
        isClosed[worker] = true
        while let option = state.workerHolders[worker].last { state.drop(Int(option)) }
        state.repair()
        noteOpenJobs()
    }

    /// Opens somebody in place of somebody who is easily replaced by her, and gives her what both can do.
    func exchangeWorker() {
        let closed = (0..<layout.workers).filter { isClosed[$0] }
        if closed.isEmpty { return }
        let comer = closed[numbers.below(closed.count)]
        var optionOf: [Int: Int] = [:]
        for place in layout.workerOption[comer]..<layout.workerOption[comer + 1] {
            let option = Int(layout.workerOptions[place])
            optionOf[Int(layout.optionJob[option])] = option
        }
        guard let leaver = easiestToReplace(by: optionOf) else { return }
        let taken = state.workerHolders[leaver].compactMap { optionOf[Int(layout.optionJob[Int($0)])] }
        close(leaver)
        isClosed[comer] = false
        for option in taken { _ = state.insert(option, filling) }
        state.repair()
        noteOpenJobs()
    }

    private func easiestToReplace(by optionOf: [Int: Int]) -> Int? {
        var (chosen, least, equals) = (-1, Int32.max, 0)
        for worker in 0..<layout.workers where layout.fee[worker] > 0 && !isClosed[worker] {
            var lost: Int32 = 0
            for option in state.workerHolders[worker] where optionOf[Int(layout.optionJob[Int(option)])] == nil {
                lost += weight[Int(layout.optionJob[Int(option)])]
            }
            if lost < least { (least, equals) = (lost, 0) }
            if lost == least {
                equals += 1
                if numbers.below(equals) == 0 { chosen = worker }
            }
        }
        return chosen < 0 ? nil : chosen
    }

    /// Keeps the list of open jobs after the changes in the journal.
    func noteOpenJobs() {
        for change in state.journal { note(Int(layout.optionJob[Int(change.option)])) }
        state.journal.removeAll(keepingCapacity: true)
    }

    func note(_ job: Int) {
        let (isShort, place) = (!state.isFull(job), Int(openPlace[job]))
        if isShort, place < 0 {
            openPlace[job] = Int32(open.count)
            open.append(job)
        } else if !isShort, place >= 0 {
            let last = open.removeLast()
            if last != job {
                open[place] = last
                openPlace[last] = Int32(place)
            }
            openPlace[job] = -1
        }
    }
}
