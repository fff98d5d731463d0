// SPDX-License-Identifier: GPL-3.0-or-later

/// A problem as flat lists of numbers, read by all walks at once and changed by none.
///
/// *Position* is an option's stretch: `optionPosition[option] + stretch`. *Slot* is a worker's period:
/// `worker * periods + period`. *Stretch* counts through all jobs: `jobStretch[job] + stretch`.
final class Layout: Sendable {
    let problem: AllocationProblem
    let periods: Int
    let (workers, jobs, options): (Int, Int, Int)

    let jobOption: Flat<Int>  // first option, by job; one more at the end
    let workerOption: Flat<Int>  // first place in workerOptions, by worker; one more at the end
    let workerOptions: Flat<Int32>
    let (optionJob, optionWorker): (Flat<Int32>, Flat<Int32>)
    let optionPosition: Flat<Int>

    let jobStretch: Flat<Int>
    let (stretchFrom, stretchTo, stretchPlace): (Flat<Int32>, Flat<Int32>, Flat<Int32>)
    let stretchJob: Flat<Int32>

    let value: Flat<Double>  // by position; NaN: cannot be held
    let (arrival, fixed): (Flat<Double>, Flat<Double>)  // by position
    let (least, most, step): (Flat<Double>, Flat<Double>, Flat<Double>)  // by option

    let optionLoad: Flat<Int>  // where an option's own loads begin, or −1: the job's
    let ownLoads: Flat<Double>
    let jobLoad: Flat<Int>  // where a job's loads begin
    let jobLoads: Flat<Double>
    let jobParts: Flat<Double>  // like jobLoads: by what a presence is divided
    let presence: Flat<Double>  // by slot

    let (capacity, limit, premium, loose): (Flat<Double>, Flat<Double>, Flat<Double>, Flat<Double>)  // by slot
    let busy: Flat<Int32>  // by slot
    let mostJobs: Flat<Int32>
    let priced: Flat<Bool>  // by worker: free or extra capacity has a price
    let fee: Flat<Double>
    let (home, mostSites): (Flat<Int32>, Flat<Int32>)
    let accompanied: Flat<Bool>  // by worker: has companions
    let needed: Flat<Bool>  // by worker: is a companion of somebody
    let dependents: [[Int]]  // by worker: whose companion
    let (hasCompanions, hasFees): (Bool, Bool)

    let (size, smallest): (Flat<Double>, Flat<Double>)  // by job; smallest: the least share that anyone may hold
    let (teamLow, teamHigh): (Flat<Int32>, Flat<Int32>)
    let (group, site): (Flat<Int32>, Flat<Int32>)
    let picky: Flat<Bool>  // by job: has a lower team size above 1 or quotas
    let stepped: Flat<Bool>  // by job: has options with a step

    init(_ problem: AllocationProblem) {
        problem.checkShape()
        self.problem = problem
        (periods, workers) = (problem.periods, problem.workers.count)
        (jobs, options) = (problem.jobs.count, problem.options.count)
        let unlimited = Int(Int32.max)
        let (all, staff, offers) = (problem.jobs, problem.workers, problem.options)

        jobOption = Flat(problem.firstOptions)
        optionJob = Flat(offers.map { Int32($0.job) })
        optionWorker = Flat(offers.map { Int32($0.worker) })
        (workerOption, workerOptions) = problem.optionsByWorker()
        optionPosition = Flat(sums(offers.map { all[$0.job].stretches.count }))

        jobStretch = Flat(sums(all.map(\.stretches.count)))
        stretchFrom = Flat(all.flatMap { $0.stretches.map { Int32($0.lowerBound) } })
        stretchTo = Flat(all.flatMap { $0.stretches.map { Int32($0.upperBound) } })
        stretchPlace = Flat(all.flatMap { sums($0.stretches.map(\.count)).dropLast().map { Int32($0) } })
        stretchJob = Flat(all.indices.flatMap { job in all[job].stretches.map { _ in Int32(job) } })

        value = Flat(offers.flatMap { $0.value.map { $0 ?? .nan } })
        arrival = Flat(offers.flatMap { $0.arrival.isEmpty ? $0.value.map { _ in 0 } : $0.arrival })
        fixed = Flat(offers.flatMap { $0.fixed.isEmpty ? $0.value.map { _ in 0 } : $0.fixed })
        least = Flat(offers.map(\.least))
        most = Flat(offers.map { min($0.most, all[$0.job].size) })
        step = Flat(offers.map(\.step))

        let own = sums(offers.map(\.load.count))
        optionLoad = Flat(offers.indices.map { offers[$0].load.isEmpty ? -1 : own[$0] })
        ownLoads = Flat(offers.flatMap(\.load))
        jobLoad = Flat(sums(all.map(\.load.count)))
        jobLoads = Flat(all.flatMap(\.load))
        jobParts = Flat(all.flatMap { $0.open.isEmpty ? $0.load.map { _ in 1 } : $0.open.map { 1 / $0 } })
        let span = problem.periods
        func bySlot(_ list: (AllocationProblem.Worker) -> [Double], otherwise: Double) -> [Double] {
            staff.flatMap { list($0).isEmpty ? Array(repeating: otherwise, count: span) : list($0) }
        }
        presence = Flat(bySlot(\.presence, otherwise: 1))
        capacity = Flat(bySlot(\.capacity, otherwise: 0))
        limit = Flat(zip(bySlot(\.capacity, otherwise: 0), bySlot(\.overtime, otherwise: 0)).map(+))
        premium = Flat(bySlot(\.premium, otherwise: 0))
        loose = Flat(bySlot(\.loose, otherwise: 0))
        busy = Flat(
            staff.flatMap { $0.busyJobs.isEmpty ? Array(repeating: 0, count: span) : $0.busyJobs.map { Int32($0) } })
        mostJobs = Flat(staff.map { Int32(min($0.mostJobs ?? unlimited, unlimited)) })
        priced = Flat(staff.map { ($0.loose + $0.premium).contains { $0 > 0 } })
        fee = Flat(staff.map(\.fee))
        home = Flat(staff.map { Int32($0.home ?? -1) })
        mostSites = Flat(staff.map { Int32(min($0.mostSites ?? unlimited, unlimited)) })
        accompanied = Flat(staff.map { !$0.companions.isEmpty })
        dependents = problem.dependents()
        needed = Flat(dependents.map { !$0.isEmpty })
        hasCompanions = staff.contains { !$0.companions.isEmpty }
        hasFees = staff.contains { $0.fee > 0 }

        size = Flat(all.map(\.size))
        smallest = Flat(problem.smallestShares())
        teamLow = Flat(all.map { Int32($0.team?.lowerBound ?? 0) })
        teamHigh = Flat(all.map { Int32(min($0.team?.upperBound ?? unlimited, unlimited)) })
        group = Flat(all.map { Int32($0.group) })
        site = Flat(all.map { Int32($0.site ?? -1) })
        picky = Flat(all.map { ($0.team?.lowerBound ?? 0) > 1 || !$0.quotas.isEmpty })
        stepped = Flat(problem.jobsWithSteps())
    }

    deinit {
        for flat in [jobOption, workerOption, optionPosition, jobStretch, optionLoad, jobLoad] { flat.free() }
        for flat in [workerOptions, optionJob, optionWorker, stretchFrom, stretchTo, stretchPlace, stretchJob, busy] {
            flat.free()
        }
        for flat in [mostJobs, home, mostSites, teamLow, teamHigh, group, site] { flat.free() }
        for flat in [value, arrival, fixed, least, most, step, ownLoads, jobLoads, jobParts, presence] { flat.free() }
        for flat in [capacity, limit, premium, loose, fee, size, smallest] { flat.free() }
        for flat in [priced, accompanied, needed, picky, stepped] { flat.free() }
    }

    /// What a share of 1 takes of the option's worker.
    @inline(__always)
    func load(_ option: Int, _ place: Int, _ slot: Int) -> Double {
        let own = optionLoad[option]
        if own >= 0 { return ownLoads[own + place] }
        let cell = jobLoad[Int(optionJob[option])] + place
        return jobLoads[cell] * min(1, presence[slot] * jobParts[cell])
    }

    /// What free and extra capacity bring at a load.
    @inline(__always)
    func worth(_ slot: Int, _ load: Double) -> Double {
        let free = capacity[slot] - load
        return free > 0 ? loose[slot] * free : premium[slot] * free
    }
}

/// The sums of the numbers before each, and of all at the end.
private func sums(_ numbers: [Int]) -> [Int] {
    numbers.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
}
