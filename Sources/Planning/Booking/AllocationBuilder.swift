// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import LinearProgramming
import Matching
import Staffing

/// Makes the parts of ``AllocationOfFirm``.
struct AllocationBuilder {
    let situation: Situation
    let grades: [Identifier<Grade>: Int]
    let offices: [Identifier<Office>: Int]
    let companions: [Int: [[Int]]]
    let major: Double
    /// Whether loads are made of presences where they can be, also in weeks with holidays: in firms of thousands, loads of
    /// everybody's own would take gigabytes.
    let isCompact: Bool
    /// The part of the week in which people are there, by person and week.
    let presences: [[Double]]

    private let shortlist: Shortlist?

    init(of situation: Situation, among shortlist: Shortlist?) {
        self.situation = situation
        self.shortlist = shortlist
        grades = AllocationBuilder.grades(of: situation.firm)
        presences = situation.firm.people.indices.map { person in
            situation.capacity.weeks(of: person).map { cell in
                cell.full > .zero ? cell.effective.inHours / cell.full.inHours : 0
            }
        }
        offices = Dictionary(
            situation.firm.offices.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        companions = Dictionary(grouping: situation.companionships(), by: \.person).mapValues { $0.map(\.anyOf) }
        major = 1 / Double(situation.firm.currency.scale)
        isCompact = situation.isBeyondLinearPrograms
    }

    private static func grades(of firm: Firm) -> [Identifier<Grade>: Int] {
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
            presence: presences[person],
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
            open: isCompact && job.week == nil ? situation.openParts(of: line) : [],
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
        let candidates =
            shortlist?.candidates(for: job, through: stretches, terms.work) ?? situation.candidates[line]
        let people = candidates.compactMap { candidate -> AllocationProblem.Option? in
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
            load: isProduct(own, load, presences[person], terms) ? [] : own,
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

    /// Whether the problem makes the loads of presences. Loads that are a trace too large would leave many a job a trace short
    /// of full.
    private func isProduct(_ own: [Double], _ load: [Double], _ presence: [Double], _ terms: SteadyTerms) -> Bool {
        let (first, tolerance) = (terms.begin, isCompact ? 1e-9 : 1e-4)
        for place in own.indices {
            let there = presence[first + place]
            let part = isCompact ? min(1, there / terms.open[place]) : there
            if abs(own[place] - load[place] * part) > tolerance { return false }
        }
        return true
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
