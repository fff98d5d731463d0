// SPDX-License-Identifier: GPL-3.0-or-later

/// Which shares are taken away. Every way of ruin leaves in `open` the jobs to be filled anew.
extension Walk {
    func ruin() {
        let size = 1 + numbers.below(1 + numbers.below(min(8, max(3, layout.jobs / 3))))
        switch numbers.below(100) {
        case 0..<8: ruinRandomJobs(size)
        case 8..<25: ruinRelatedJobs(size)
        case 25..<50: ruinWorkers(numbers.below(4) == 0 ? 2 : 1)
        case 50..<55: ruinPeriod(size)
        case 55..<95: makeRoom()
        case _: layout.hasFees ? emptyWorker() : ruinRelatedJobs(size)
        }
        inviteOthers()
        order()
    }

    func reopen(_ job: Int) {
        guard !isOpen[job] else { return }
        isOpen[job] = true
        open.append(job)
    }

    /// Takes away all that an option holds.
    private func take(_ option: Int) {
        state.drop(option)
        let worker = Int(layout.optionWorker[option])
        if !freed.contains(worker) { freed.append(worker) }
    }

    private func clear(_ job: Int) {
        reopen(job)
        while let option = state.jobHolders[job].last { take(Int(option)) }
    }

    private func ruinRandomJobs(_ size: Int) {
        for _ in 0..<size { clear(numbers.below(layout.jobs)) }
    }

    /// Jobs that want the same people at the same time: from a job to somebody who could do it, to what she does.
    private func ruinRelatedJobs(_ size: Int) {
        var job = numbers.below(layout.jobs)
        clear(job)
        for _ in 0..<(3 * size) where open.count < size {
            guard let worker = candidate(of: job) else { continue }
            let held = state.workerHolders[worker]
            if held.isEmpty { continue }
            let other = Int(layout.optionJob[Int(held[numbers.below(held.count)])])
            if !overlap(job, other) && numbers.below(4) > 0 { continue }
            clear(other)
            job = open[numbers.below(open.count)]
        }
    }

    private func candidate(of job: Int) -> Int? {
        let (first, last) = (layout.jobOption[job], layout.jobOption[job + 1])
        return first == last ? nil : Int(layout.optionWorker[first + numbers.below(last - first)])
    }

    func overlap(_ a: Int, _ b: Int) -> Bool {
        let (firstA, lastA) = (layout.jobStretch[a], layout.jobStretch[a + 1] - 1)
        let (firstB, lastB) = (layout.jobStretch[b], layout.jobStretch[b + 1] - 1)
        guard firstA <= lastA, firstB <= lastB else { return false }
        return layout.stretchFrom[firstA] < layout.stretchTo[lastB]
            && layout.stretchFrom[firstB] < layout.stretchTo[lastA]
    }

    private func ruinWorkers(_ number: Int) {
        for _ in 0..<number { clearWorker(numbers.below(layout.workers)) }
        while open.count < 2 && numbers.below(4) > 0 { reopen(numbers.below(layout.jobs)) }
    }

    private func clearWorker(_ worker: Int) {
        while let option = state.workerHolders[worker].last {
            reopen(Int(layout.optionJob[Int(option)]))
            take(Int(option))
        }
    }

    /// Jobs of one period.
    private func ruinPeriod(_ size: Int) {
        let seed = numbers.below(layout.jobs)
        clear(seed)
        for _ in 0..<(4 * size) where open.count < size {
            let job = numbers.below(layout.jobs)
            if overlap(seed, job) { clear(job) }
        }
    }

    /// Gives a job that is not full to somebody who could do it well, and takes away what keeps her from it.
    private func makeRoom() {
        var job = numbers.below(layout.jobs)
        for _ in 0..<20 where state.isFull(job) { job = numbers.below(layout.jobs) }
        if state.isFull(job) { clear(job) } else { reopen(job) }
        guard let option = goodOption(of: job) else { return }
        let worker = Int(layout.optionWorker[option])
        var held = state.workerHolders[worker].map(Int.init)
        numbers.shuffle(&held)
        for other in held where overlap(job, Int(layout.optionJob[other])) && other != option {
            if state.fits(option, filling.judgement) { break }
            reopen(Int(layout.optionJob[other]))
            take(other)
        }
        state.repair()
        _ = state.insert(option, filling)
    }

    /// The best of a few options, by what it brings over the price of its time.
    private func goodOption(of job: Int) -> Int? {
        let (first, last) = (layout.jobOption[job], layout.jobOption[job + 1])
        if first == last { return nil }
        var (best, gain) = (first, -Double.infinity)
        for _ in 0...numbers.below(4) {
            let option = first + numbers.below(last - first)
            var sum = 0.0
            for position in layout.optionPosition[option]..<layout.optionPosition[option + 1]
            where !layout.value[position].isNaN { sum += layout.value[position] - (prices?[position] ?? 0) }
            if sum > gain { (best, gain) = (option, sum) }
        }
        return best
    }

    /// Tries to do without somebody who costs a fee.
    private func emptyWorker() {
        var worker = numbers.below(layout.workers)
        for _ in 0..<20 where state.workerHolders[worker].isEmpty || layout.fee[worker] == 0 {
            worker = numbers.below(layout.workers)
        }
        clearWorker(worker)
        filling.banned = worker
        for job in open.prefix(8) {
            guard let other = candidate(of: job), other != worker else { continue }
            for option in state.workerHolders[other] where overlap(job, Int(layout.optionJob[Int(option)])) {
                reopen(Int(layout.optionJob[Int(option)]))
                take(Int(option))
            }
        }
    }

    /// Jobs that are not full and that those could do whose time is free now.
    private func inviteOthers() {
        for index in 0..<min(open.count, 6) {
            guard let worker = candidate(of: open[index]) else { continue }
            let (first, last) = (layout.workerOption[worker], layout.workerOption[worker + 1])
            let job = Int(layout.optionJob[Int(layout.workerOptions[first + numbers.below(last - first)])])
            if !state.isFull(job) { reopen(job) }
        }
    }

    /// In which order the jobs are filled: as they came, at random, those with few candidates first, or the longest.
    private func order() {
        switch numbers.below(5) {
        case 0: return
        case 1, 2: numbers.shuffle(&open)
        case 3: sort { Double(layout.jobOption[$0 + 1] - layout.jobOption[$0]) }
        case _: sort { -Double(self.length($0)) }
        }
    }

    private func length(_ job: Int) -> Int {
        var sum = 0
        for whole in layout.jobStretch[job]..<layout.jobStretch[job + 1] {
            sum += Int(layout.stretchTo[whole] - layout.stretchFrom[whole])
        }
        return sum
    }

    private func sort(by key: (Int) -> Double) {
        let keyed = open.map { ($0, key($0) * (0.8 + 0.4 * numbers.unit())) }
        open = keyed.sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.0)
    }
}
