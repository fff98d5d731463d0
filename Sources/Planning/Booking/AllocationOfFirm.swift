// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import LinearProgramming
import Matching
import Staffing

/// The work of a firm as an allocation problem: people and subcontractor pools are the workers, steady lines and the weeks
/// of loose ones the jobs, money is in major units, time in hours. Where the firm's rules are finer than the problem's, the
/// problem is mostly the stricter one; shares of a grade it measures in parts of the line, the firm in hours of people, so what
/// it allows is repaired before it is settled.
struct AllocationOfFirm {
    struct Job {
        let line: Int
        /// Of a weekly or anytime line, the week; nil for a steady one.
        var week: Int?
        /// Of an anytime line, the hours that the week is to have; of others nil.
        var hours: Double?
    }

    enum Worker: Hashable {
        case person(Int)
        case pool(Int)
    }

    let situation: Situation
    private(set) var problem: AllocationProblem
    /// By job.
    let jobs: [Job]
    /// By worker; people come first, each at their own position.
    let workers: [Worker]

    /// - Parameter anytime: hours of anytime lines by line and week, as the linear program has them: an anytime line could
    ///   be worked in any week, and a job has a week of its own.
    init(of situation: Situation, anytime: [Int: [Int: Double]]) {
        self.situation = situation
        let firm = situation.firm
        jobs = situation.demand.lines.indices.flatMap { line -> [Job] in
            guard situation.weight(of: line) > .zero else { return [] }
            switch situation.need(of: line).spread {
            case .steady: return situation.stretches[line].isEmpty ? [] : [Job(line: line)]
            case .weekly:
                return situation.demand.lines[line].weeks.compactMap { week in
                    situation.openHours(line: line, week: week) > .zero && !situation.isFrozen(week)
                        ? Job(line: line, week: week) : nil
                }
            case .anytime:
                return (anytime[line] ?? [:]).sorted { $0.key < $1.key }.map {
                    Job(line: line, week: $0.key, hours: $0.value)
                }
            }
        }
        workers = firm.people.indices.map { .person($0) } + firm.subcontractors.indices.map { .pool($0) }
        let builder = Builder(situation: situation, grades: Builder.grades(of: firm))
        var made: [AllocationProblem.Job] = []
        var options: [AllocationProblem.Option] = []
        for (index, job) in jobs.enumerated() {
            made.append(builder.job(job))
            options += builder.options(index, job, load: made[index].load)
        }
        problem = AllocationProblem(
            periods: firm.horizon.weekCount,
            workers: firm.people.indices.map { builder.worker($0) }
                + firm.subcontractors.indices.map { builder.worker(pool: $0) },
            jobs: made, options: options)
    }

    /// Leaves all options out but these, ascending.
    mutating func keep(_ options: [Int]) { problem.options = options.map { problem.options[$0] } }

    func worker(of option: AllocationProblem.Option) -> Worker { workers[option.worker] }
    func job(of option: AllocationProblem.Option) -> Job { jobs[option.job] }
}

/// What the rules of booking say of everybody on a steady line.
private struct SteadyTerms {
    let least: Double
    let most: Double
    let step: Double
    let work: LineWork

    init(of line: Int, in situation: Situation) {
        let stretches = situation.stretches[line].indices
        let steps = Set(stretches.compactMap { situation.stepShare(of: line, stretch: $0)?.millionths })
        most = situation.seat(of: line)
        work = LineWork(of: line, in: situation)
        // Where stretches differ in how much a step is of them, only whole seats fit all.
        least =
            steps.count > 1 ? most : stretches.map { situation.leastBooking(of: line, stretch: $0) }.max() ?? 0
        step = steps.count == 1 ? Double(steps.first ?? 0) / 1_000_000 : 0
    }
}

private struct Builder {
    let situation: Situation
    let grades: [Identifier<Grade>: Int]
    let offices: [Identifier<Office>: Int]
    let companions: [Int: [[Int]]]
    let major: Double
    let isCompact: Bool

    init(situation: Situation, grades: [Identifier<Grade>: Int]) {
        self.situation = situation
        self.grades = grades
        offices = Dictionary(
            situation.firm.offices.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        companions = Dictionary(grouping: situation.companionships(), by: \.person).mapValues { $0.map(\.anyOf) }
        major = 1 / Double(situation.firm.currency.scale)
        isCompact = situation.isBeyondLinearPrograms
    }

    static func grades(of firm: Firm) -> [Identifier<Grade>: Int] {
        var found: [Identifier<Grade>: Int] = [:]
        for grade in firm.people.compactMap(\.grade) where found[grade] == nil { found[grade] = found.count }
        return found
    }

    private var weeks: Range<Int> { 0..<situation.firm.horizon.weekCount }

    func worker(_ person: Int) -> AllocationProblem.Worker {
        let own = situation.firm.people[person]
        let rules = situation.firm.policy.bookable
        let pinned = weeks.map { situation.pinnedLines(person: person, week: $0) }
        let pinnedSites = pinned.map { lines in
            Set(lines.compactMap { situation.siteAway(person: person, line: $0) }).count
        }
        let hasOvertime = situation.overtime(of: person) != nil
        return AllocationProblem.Worker(
            capacity: weeks.map { situation.openCapacity(person: person, week: $0).inHours },
            overtime: hasOvertime ? weeks.map { situation.openOvertime(person: person, week: $0).inHours } : [],
            premium: hasOvertime
                ? weeks.map { Double(situation.overtimePremium(person: person, week: $0).perHour.minorUnits) * major }
                : [],
            presence: weeks.map { presence(person, week: $0) },
            mostJobs: rules.atOnce,
            busyJobs: pinned.contains { !$0.isEmpty } ? pinned.map(\.count) : [],
            home: own.office.flatMap { offices[$0] },
            // Nobody without an office counts as away.
            mostSites: own.office == nil ? nil : rules.sites.map { max(0, $0 - (pinnedSites.max() ?? 0)) },
            companions: companions[person] ?? [],
            classes: own.grade.flatMap { grades[$0] }.map { [$0] } ?? [])
    }

    func worker(pool: Int) -> AllocationProblem.Worker {
        AllocationProblem.Worker(
            capacity: weeks.map { situation.openCapacity(ofPool: pool, week: $0).inHours }, isOutside: true)
    }

    private func presence(_ person: Int, week: Int) -> Double {
        let cell = situation.capacity[person, week]
        return cell.full > .zero ? cell.effective.inHours / cell.full.inHours : 0
    }

    /// The stretches of a job; of loose work, its week.
    private func stretches(of job: AllocationOfFirm.Job) -> [Range<Int>] {
        job.week.map { [$0..<$0 + 1] } ?? situation.stretches[job.line]
    }

    private func hours(of job: AllocationOfFirm.Job, week: Int) -> Double {
        job.hours ?? situation.openHours(line: job.line, week: week).inHours
    }

    func job(_ job: AllocationOfFirm.Job) -> AllocationProblem.Job {
        let line = job.line
        let need = situation.need(of: line)
        let stretches = stretches(of: job)
        let pinned = stretches.map { situation.peoplePinned(on: line, through: $0).sorted() }
        let most = pinned.map(\.count).max() ?? 0
        let fewest = pinned.map(\.count).min() ?? 0
        return AllocationProblem.Job(
            stretches: stretches,
            load: stretches.flatMap { $0.map { hours(of: job, week: $0) } },
            open: isCompact ? stretches.flatMap { $0.map { openPart(line, week: $0) } } : [],
            team: need.team.map { team in
                let upper = max(1, team.most - most)
                return min(max(1, job.week == nil ? team.least - fewest : 1), upper)...upper
            },
            quotas: need.mix.map { quota in
                let have = pinned.map { $0.count { situation.firm.people[$0].grade == quota.grade } }.min() ?? 0
                return AllocationProblem.Quota(
                    cls: grades[quota.grade] ?? grades.count, atLeast: max(0, quota.atLeast - have),
                    mostShare: quota.atMost.fraction)
            },
            group: situation.demand.lines[line].project,
            site: situation.project(of: line).site.flatMap { offices[$0] })
    }

    /// Of a line whose team is full of pinned people already there are none.
    func options(_ index: Int, _ job: AllocationOfFirm.Job, load: [Double]) -> [AllocationProblem.Option] {
        let line = job.line
        let stretches = stretches(of: job)
        if let team = situation.need(of: line).team {
            let pinned = stretches.map { situation.peoplePinned(on: line, through: $0).count }
            if team.most <= pinned.max() ?? 0 { return [] }
        }
        let terms = SteadyTerms(of: line, in: situation)
        let people = situation.candidates[line].compactMap { candidate -> AllocationProblem.Option? in
            job.week.map { looseOption(index, job, candidate, week: $0) }
                ?? steadyOption(index, line, candidate, terms, load: load)
        }
        let pools = situation.pools(for: line).compactMap { pool -> AllocationProblem.Option? in
            let values = stretches.map { stretch -> Double? in
                guard !situation.isFrozen(stretch.lowerBound) else { return nil }
                return stretch.reduce(0.0) { sum, week in
                    sum + hours(of: job, week: week) * situation.value(ofPool: pool, line: line, week: week) * major
                }
            }
            let mayBeNeeded = job.week == nil && situation.mayNeedPools(line)
            guard values.contains(where: { ($0 ?? 0) > 0 || ($0 != nil && mayBeNeeded) }) else { return nil }
            return AllocationProblem.Option(
                job: index, worker: situation.firm.people.count + pool, value: values, load: load,
                least: job.week == nil
                    ? stretches.indices.map { situation.leastPoolShare(of: line, stretch: $0) }.max() ?? 0 : 0)
        }
        return people + pools
    }

    private func steadyOption(
        _ index: Int, _ line: Int, _ candidate: Candidate, _ terms: SteadyTerms, load: [Double]
    ) -> AllocationProblem.Option? {
        let person = candidate.person
        let stretches = situation.stretches[line]
        let values = stretches.map { value(of: candidate, line: line, through: $0, terms.work) }
        let isPromised = !situation.promises(of: person, on: line).isEmpty
        guard values.contains(where: { ($0 ?? 0) > 0 }) || isPromised else { return nil }
        let own = terms.work.deliveries(of: person, through: stretches)
        return AllocationProblem.Option(
            job: index, worker: person, value: values,
            load: isProduct(own, load, person: person, line: line) ? [] : own,
            least: terms.least, most: terms.most, step: terms.step,
            arrival: stretches.count == 1
                ? []
                : stretches.indices.map { stretch in
                    stretch == 0
                        ? 0
                        : major
                            * terms.work.handOverCost(person, from: stretches[stretch].lowerBound)
                })
    }

    private func looseOption(
        _ index: Int, _ job: AllocationOfFirm.Job, _ candidate: Candidate, week: Int
    ) -> AllocationProblem.Option? {
        let (person, line) = (candidate.person, job.line)
        let all = hours(of: job, week: week)
        let room =
            situation.openCapacity(person: person, week: week) + situation.openOvertime(person: person, week: week)
        guard room > .zero, all > 0 else { return nil }
        let least = situation.leastSlice(person: person, line: line, week: week).inHours / all
        let kept = situation.promises(of: person, on: line).filter { $0.promise.weeks.contains(week) }
            .reduce(0.0) { $0 + Double($1.promise.price.perHour.minorUnits) }
        let value = all * (situation.value(of: candidate, line: line, week: week) + kept) * major
        guard value > 0 else { return nil }
        let seat = situation.seat(of: line)
        return AllocationProblem.Option(
            job: index, worker: person, value: [value], load: [all],
            least: min(seat, least), most: seat)
    }

    /// Whether the problem makes the loads of presences. In firms of thousands, where loads of everybody's own would take
    /// gigabytes, it makes those of weeks with holidays, too. Loads that are a trace too large would leave many a job a
    /// trace short of full.
    private func isProduct(_ own: [Double], _ load: [Double], person: Int, line: Int) -> Bool {
        var place = 0
        for stretch in situation.stretches[line] {
            for week in stretch {
                let presence = presence(person, week: week)
                let part = isCompact ? min(1, presence / openPart(line, week: week)) : presence
                if abs(own[place] - load[place] * part) > (isCompact ? 1e-9 : 1e-4) { return false }
                place += 1
            }
        }
        return true
    }

    /// A week that asks for hours on closed days asks them of whoever is there at all.
    private func openPart(_ line: Int, week: Int) -> Double {
        max(1e-9, situation.demand.lines[line].openPart(in: week))
    }

    /// What the whole line brings through a stretch, promises that it keeps included; nil where it cannot be held.
    private func value(
        of candidate: Candidate, line: Int, through stretch: Range<Int>, _ work: LineWork
    ) -> Double? {
        if situation.promises.isEmpty {
            return work.worth(of: candidate, through: stretch, scale: major) { _ in 0 }
        }
        guard situation.canHold(person: candidate.person, line: line, through: stretch) else { return nil }
        let promises = situation.promises(of: candidate.person, on: line)
        return stretch.reduce(0.0) { sum, week in
            let hours = situation.delivery(person: candidate.person, line: line, week: week)
            guard hours > .zero else { return sum }
            let kept = promises.filter { $0.promise.weeks.contains(week) }
                .reduce(0.0) { $0 + Double($1.promise.price.perHour.minorUnits) }
            return sum + hours.inHours * (situation.value(of: candidate, line: line, week: week) + kept) * major
        }
    }
}
