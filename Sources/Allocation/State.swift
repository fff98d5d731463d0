// SPDX-License-Identifier: GPL-3.0-or-later

/// An allocation in the making, with all its sums kept up to date while single shares change, and a journal by which
/// changes are taken back.
final class State {
    let layout: Layout
    let shares: Flat<Double>  // by position
    let load: Flat<Double>  // by slot
    let works: Flat<Int32>  // by slot: jobs worked for, the busy ones included; kept only where it is limited
    let filled: Flat<Double>  // by stretch: sum of the shares
    let count: Flat<Int32>  // by stretch: workers
    let holds: Flat<Int32>  // by option: stretches in which it holds a share
    /// By job: stretches that are not full; and all jobs that have any, in no order that means anything.
    let lacking: Flat<Int32>
    var short: [Int32] = []
    private let shortPlace: Flat<Int32>
    var jobHolders: [[Int32]]  // by job: options that hold anything
    var workerHolders: [[Int32]]  // by worker: options that hold anything
    var value: Double
    /// By position: the period of the stretch in which the option did not fit when it was last tried.
    let obstacles: Flat<Int32>

    struct Change {
        var option: Int32
        var stretch: Int32
        var share: Double
    }
    var journal: [Change] = []
    /// Options that changed since the last time somebody asked.
    var changed: [Int32] = []
    let isChanged: Flat<Bool>

    /// Stretches whose rules a change may have broken, and workers who left others without a companion.
    var suspects: [Int] = []
    var leavers: [Int] = []

    let scratch: Scratch

    init(_ layout: Layout) {
        self.layout = layout
        let slots = layout.workers * layout.periods
        let stretches = layout.jobStretch[layout.jobs]
        shares = Flat(repeating: 0, count: layout.optionPosition[layout.options])
        load = Flat(repeating: 0, count: slots)
        works = Flat(repeating: 0, count: slots)
        for slot in 0..<slots { works[slot] = layout.busy[slot] }
        filled = Flat(repeating: 0, count: stretches)
        count = Flat(repeating: 0, count: stretches)
        holds = Flat(repeating: 0, count: layout.options)
        isChanged = Flat(repeating: false, count: layout.options)
        lacking = Flat(repeating: 0, count: layout.jobs)
        shortPlace = Flat(repeating: -1, count: layout.jobs)
        jobHolders = Array(repeating: [], count: layout.jobs)
        workerHolders = Array(repeating: [], count: layout.workers)
        obstacles = Flat(repeating: 0, count: layout.optionPosition[layout.options])
        value = 0
        for slot in 0..<slots { value += layout.loose[slot] * layout.capacity[slot] }
        var longest = 1
        for job in 0..<layout.jobs { longest = max(longest, layout.jobStretch[job + 1] - layout.jobStretch[job]) }
        scratch = Scratch(stretches: longest)
        for job in 0..<layout.jobs where layout.jobOption[job] < layout.jobOption[job + 1] {
            lack(job, by: Int32(layout.jobStretch[job + 1] - layout.jobStretch[job]))
        }
    }

    deinit {
        for flat in [shares, load, filled] { flat.free() }
        for flat in [works, count, holds, lacking, shortPlace, obstacles] { flat.free() }
        isChanged.free()
        scratch.free()
    }

    /// Changes one share and everything that follows from it.
    func set(_ option: Int, _ stretch: Int, to share: Double) {
        let position = layout.optionPosition[option] + stretch
        let old = shares[position]
        if share == old { return }
        journal.append(Change(option: Int32(option), stretch: Int32(stretch), share: old))
        if !isChanged[option] {
            isChanged[option] = true
            changed.append(Int32(option))
        }
        let (job, worker) = (Int(layout.optionJob[option]), Int(layout.optionWorker[option]))
        let whole = layout.jobStretch[job] + stretch
        move(option, worker, whole, by: share - old, works: share > 0 ? (old > 0 ? 0 : 1) : -1)
        value +=
            layout.value[position] * (share - old) - arrivals(option, job, stretch, of: share)
            + arrivals(option, job, stretch, of: old)
        shares[position] = share
        let wasFull = isFull(whole, job)
        filled[whole] += share - old
        if old == 0 { enter(option, job, worker, whole, position) }
        if share == 0 { leave(option, job, worker, whole, position) }
        let isFull = isFull(whole, job)
        if isFull != wasFull { lack(job, by: isFull ? -1 : 1) }
        if layout.picky[job] || (layout.stepped[job] && share < old) { suspects.append(whole) }
        if share < old, layout.needed[worker] { leavers.append(worker) }
    }

    func isFull(_ whole: Int, _ job: Int) -> Bool { filled[whole] >= layout.size[job] - State.tolerance }

    func isFull(_ job: Int) -> Bool { lacking[job] == 0 }

    func lack(_ job: Int, by change: Int32) {
        lacking[job] += change
        if lacking[job] > 0, shortPlace[job] < 0 {
            shortPlace[job] = Int32(short.count)
            short.append(Int32(job))
        } else if lacking[job] == 0, shortPlace[job] >= 0 {
            let (last, place) = (short.removeLast(), Int(shortPlace[job]))
            if Int(last) != job {
                short[place] = last
                shortPlace[Int(last)] = Int32(place)
            }
            shortPlace[job] = -1
        }
    }

    /// Loads of all periods of a stretch, and what they cost.
    private func move(_ option: Int, _ worker: Int, _ whole: Int, by share: Double, works change: Int32) {
        let from = Int(layout.stretchFrom[whole])
        let span = Int(layout.stretchTo[whole]) - from
        let place = Int(layout.stretchPlace[whole])
        let first = worker * layout.periods + from
        let (priced, counted) = (layout.priced[worker], change != 0 && layout.mostJobs[worker] < Int32.max)
        for index in 0..<span {
            let slot = first + index
            let more = layout.load(option, place + index, slot)
            if more == 0 { continue }
            let after = load[slot] + more * share
            if priced { value += layout.worth(slot, after) - layout.worth(slot, load[slot]) }
            load[slot] = after
            if counted { works[slot] += change }
        }
    }

    /// What coming into this stretch and into the next one costs if this share is held.
    private func arrivals(_ option: Int, _ job: Int, _ stretch: Int, of share: Double) -> Double {
        let position = layout.optionPosition[option] + stretch
        var sum = layout.arrival[position] * max(0, share - (stretch > 0 ? shares[position - 1] : 0))
        if layout.jobStretch[job] + stretch + 1 < layout.jobStretch[job + 1] {
            sum += layout.arrival[position + 1] * max(0, shares[position + 1] - share)
        }
        return sum
    }

    private func enter(_ option: Int, _ job: Int, _ worker: Int, _ whole: Int, _ position: Int) {
        count[whole] += 1
        value -= layout.fixed[position]
        holds[option] += 1
        guard holds[option] == 1 else { return }
        jobHolders[job].append(Int32(option))
        if workerHolders[worker].isEmpty { value -= layout.fee[worker] }
        workerHolders[worker].append(Int32(option))
    }

    private func leave(_ option: Int, _ job: Int, _ worker: Int, _ whole: Int, _ position: Int) {
        count[whole] -= 1
        value += layout.fixed[position]
        if count[whole] == 0 { filled[whole] = 0 }
        holds[option] -= 1
        guard holds[option] == 0 else { return }
        jobHolders[job].remove(Int32(option))
        workerHolders[worker].remove(Int32(option))
        if workerHolders[worker].isEmpty { value += layout.fee[worker] }
    }

    /// Takes back everything since the journal had so many entries. All rules must have been kept then.
    func rollBack(to mark: Int, value old: Double) {
        while journal.count > mark {
            let change = journal[journal.count - 1]
            set(Int(change.option), Int(change.stretch), to: change.share)
            journal.removeLast(2)
        }
        value = old
        suspects.removeAll(keepingCapacity: true)
        leavers.removeAll(keepingCapacity: true)
    }

    /// Everything that the option holds.
    func drop(_ option: Int) {
        let stretches = layout.optionPosition[option + 1] - layout.optionPosition[option]
        for stretch in 0..<stretches { set(option, stretch, to: 0) }
    }

    var allocation: Allocation {
        Allocation(
            shares: (0..<layout.options).map { option in
                (layout.optionPosition[option]..<layout.optionPosition[option + 1]).map { shares[$0] }
            }, of: layout.problem)
    }
}

extension Array where Element: Equatable {
    /// Removes the element that is there once; the last one takes its place.
    fileprivate mutating func remove(_ element: Element) {
        guard let index = firstIndex(of: element) else { return }
        swapAt(index, count - 1)
        removeLast()
    }
}
