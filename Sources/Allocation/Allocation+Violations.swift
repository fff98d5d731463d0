// SPDX-License-Identifier: GPL-3.0-or-later

/// A rule that an allocation breaks, and where.
public enum AllocationViolation: Sendable, Equatable {
    case forbidden(option: Int, stretch: Int)
    case belowLeast(option: Int, stretch: Int, share: Double)
    case aboveMost(option: Int, stretch: Int, share: Double)
    case offStep(option: Int, stretch: Int, share: Double)
    case overSize(job: Int, stretch: Int, held: Double)
    case team(job: Int, stretch: Int, workers: Int)
    case tooFewOfClass(job: Int, stretch: Int, cls: Int, workers: Int)
    case tooMuchOfClass(job: Int, stretch: Int, cls: Int, share: Double)
    case overloaded(worker: Int, period: Int, load: Double)
    case tooManyJobs(worker: Int, period: Int, jobs: Int)
    case tooManySites(worker: Int, period: Int, sites: Int)
    case alone(worker: Int, period: Int, group: Int)
}

extension Allocation {
    /// Every rule that the shares break: by option, then by job, then by worker.
    /// - Parameter tolerance: how far a share may be off, and a load as a part of what the worker can carry.
    public func violations(of problem: AllocationProblem, tolerance: Double = 1e-6) -> [AllocationViolation] {
        RuleCheck(shares, problem, tolerance).violations
    }
}

/// Goes through the rules one by one, with sums of its own: nothing here is shared with the search.
private struct RuleCheck {
    struct Holder {
        var option: Int
        var worker: Int
        var share: Double
    }

    let problem: AllocationProblem
    let shares: [[Double]]
    let tolerance: Double
    /// Who holds a share: by job and stretch.
    var holders: [[[Holder]]]
    /// Jobs for which a worker works: by worker and period, ascending.
    var work: [[[Int]]]

    init(_ shares: [[Double]], _ problem: AllocationProblem, _ tolerance: Double) {
        self.problem = problem
        self.shares = shares
        self.tolerance = tolerance
        holders = problem.jobs.map { Array(repeating: [], count: $0.stretches.count) }
        work = Array(
            repeating: Array(repeating: [], count: problem.periods), count: problem.workers.count)
        for (number, option) in problem.options.enumerated() {
            var place = 0
            for (stretch, periods) in problem.jobs[option.job].stretches.enumerated() {
                let share = shares[number][stretch]
                if share > 0 {
                    holders[option.job][stretch].append(Holder(option: number, worker: option.worker, share: share))
                }
                for period in periods {
                    if share > 0, problem.load(of: option, at: place, period: period) > 0 {
                        work[option.worker][period].append(option.job)
                    }
                    place += 1
                }
            }
        }
    }

    var violations: [AllocationViolation] {
        var found = problem.options.indices.flatMap(optionViolations)
        for job in problem.jobs.indices {
            for stretch in problem.jobs[job].stretches.indices { found += stretchViolations(job, stretch) }
        }
        let loads = Allocation(shares: shares, of: problem).loads(of: problem)
        for worker in problem.workers.indices {
            for period in 0..<problem.periods { found += workerViolations(worker, period, loads[worker][period]) }
        }
        return found
    }

    /// A share is allowed at all, not too small, not too large, and on the step.
    func optionViolations(_ number: Int) -> [AllocationViolation] {
        let option = problem.options[number]
        var found: [AllocationViolation] = []
        for (stretch, share) in shares[number].enumerated() where share != 0 {
            if option.value[stretch] == nil { found.append(.forbidden(option: number, stretch: stretch)) }
            if share < max(0, option.least - tolerance) {
                found.append(.belowLeast(option: number, stretch: stretch, share: share))
            }
            if share > option.most + tolerance {
                found.append(.aboveMost(option: number, stretch: stretch, share: share))
            }
            if isOffStep(option, share), !takesTheRest(option.job, stretch) {
                found.append(.offStep(option: number, stretch: stretch, share: share))
            }
        }
        return found
    }

    func isOffStep(_ option: AllocationProblem.Option, _ share: Double) -> Bool {
        guard option.step > 0, abs(share - option.most) > tolerance else { return false }
        return abs(share - (share / option.step).rounded() * option.step) > tolerance
    }

    /// Whether the stretch is full and only one of its shares is off its step.
    func takesTheRest(_ job: Int, _ stretch: Int) -> Bool {
        let all = holders[job][stretch]
        let sum = all.reduce(0) { $0 + $1.share }
        return sum >= problem.jobs[job].size - tolerance
            && all.count(where: { isOffStep(problem.options[$0.option], $0.share) }) == 1
    }

    /// Size, team and quotas.
    func stretchViolations(_ job: Int, _ stretch: Int) -> [AllocationViolation] {
        let (rules, all) = (problem.jobs[job], holders[job][stretch])
        guard !all.isEmpty else { return [] }
        var found: [AllocationViolation] = []
        let sum = all.reduce(0) { $0 + $1.share }
        if sum > rules.size + tolerance { found.append(.overSize(job: job, stretch: stretch, held: sum)) }
        if let team = rules.team, !team.contains(all.count) {
            found.append(.team(job: job, stretch: stretch, workers: all.count))
        }
        let asked = all.filter { !problem.workers[$0.worker].isOutside }
        let base = asked.reduce(0) { $0 + $1.share }
        for quota in rules.quotas where !asked.isEmpty {
            let members = all.filter { problem.workers[$0.worker].classes.contains(quota.cls) }
            let share = members.reduce(0) { $0 + $1.share }
            if members.count < quota.atLeast {
                found.append(
                    .tooFewOfClass(job: job, stretch: stretch, cls: quota.cls, workers: members.count))
            }
            if share > quota.mostShare * base + tolerance {
                found.append(.tooMuchOfClass(job: job, stretch: stretch, cls: quota.cls, share: share / base))
            }
        }
        return found
    }

    /// Load, jobs at once, sites and companions in one period.
    func workerViolations(_ number: Int, _ period: Int, _ load: Double) -> [AllocationViolation] {
        let worker = problem.workers[number]
        let jobs = work[number][period]
        var found: [AllocationViolation] = []
        let most = worker.capacity[period] + (worker.overtime.isEmpty ? 0 : worker.overtime[period])
        if load > most + tolerance * max(1, most) {
            found.append(.overloaded(worker: number, period: period, load: load))
        }
        let all = jobs.count + (worker.busyJobs.isEmpty ? 0 : worker.busyJobs[period])
        if !jobs.isEmpty, let mostJobs = worker.mostJobs, all > mostJobs {
            found.append(.tooManyJobs(worker: number, period: period, jobs: all))
        }
        let away = sites(of: jobs, besides: worker.home)
        if let mostSites = worker.mostSites, away > mostSites {
            found.append(.tooManySites(worker: number, period: period, sites: away))
        }
        for group in distinct(jobs.map { problem.jobs[$0].group }) where !worker.companions.isEmpty {
            let together = worker.companions.allSatisfy { set in
                set.contains { work[$0][period].contains { problem.jobs[$0].group == group } }
            }
            if !together { found.append(.alone(worker: number, period: period, group: group)) }
        }
        return found
    }

    func sites(of jobs: [Int], besides home: Int?) -> Int {
        distinct(jobs.compactMap { problem.jobs[$0].site }.filter { $0 != home }).count
    }

    func distinct(_ numbers: [Int]) -> [Int] {
        numbers.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
}
