// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Reading {
    /// What can only be seen once the whole firm is known. Records that are broken are not in the firm, so that
    /// nothing is said twice.
    /// - Parameter declaredRates: roles that the files give rates for, be they readable or not.
    func crossCheck(_ firm: Firm, declaredRates: [String]) {
        let projects = Dictionary(uniqueKeysWithValues: firm.projects.map { ($0.id, $0) })
        let people = Dictionary(firm.people.map { ($0.id, $0) }) { first, _ in first }
        let rates = RateSearch(firm, declared: declaredRates)
        for project in firm.projects {
            let phases = Dictionary(uniqueKeysWithValues: zip(project.phases.map(\.id), project.phaseDays()))
            let span = project.days(within: firm.horizon)
            for phase in project.phases { check(phase.tasks, of: phase, phases[phase.id] ?? nil, project.id, people) }
            let last = project.atLatest
            for line in project.lines {
                let days =
                    line.days?.moved(by: project.shift(of: line)) ?? line.phase.flatMap { phases[$0] ?? nil } ?? span
                check(line, LineID(project.id, line.id), days, firm.horizon)
                let latest = last.days(of: line, within: firm.horizon)
                if let place = places[.line(LineID(project.id, line.id))],
                    let days = DayRange(days.first, max(days.last, latest.last)).intersection(firm.horizon.days),
                    let gap = rates.gap(line, of: project, days)
                {
                    report(.noRate(line: "\(LineID(project.id, line.id))", why: gap), at: place)
                }
            }
        }
        var promised = Hours.zero
        for (index, booking) in firm.bookings.enumerated() {
            guard let place = places[.booking(index)] else { continue }
            let before = promised
            promised += booking.most(within: firm.horizon)
            if before <= Limit.bookedHours, promised > Limit.bookedHours {
                report(.tooMany("hours of bookings in all", most: Limit.bookedHours.seconds / 3600), at: place)
            }
            if projects[booking.line.project]?.stage == .lost {
                report(.bookingOnLostProject(booking.line.project.text), at: place)
            }
            if !booking.days.overlaps(firm.horizon.days) {
                note(.bookingOutsideHorizon(booking.days, horizon: firm.horizon.days), at: place)
            }
        }
        for person in firm.people { check(person, firm.horizon) }
        checkMentors(of: firm)
        checkGrades(in: firm)
        for pool in firm.subcontractors { check(pool, firm.horizon) }
    }

    /// Tasks whose owner cannot do them, and those that are due before they may begin.
    private func check(
        _ tasks: [ProjectTask], of phase: Phase, _ days: DayRange?, _ project: Identifier<Project>,
        _ people: [Identifier<Person>: Person]
    ) {
        for task in tasks {
            guard let place = places[.task(TaskID(project, phase.id, task.id))] else { continue }
            if let due = task.due, let days, due + phase.shift(beginning: days.first) < days.first {
                report(.dueBeforeStart(due: due, start: days.first), at: place)
            }
            guard let owner = task.owner.flatMap({ people[$0] }) else { continue }
            let level = owner.level(in: task.skill.skill)
            if level ?? 0 < task.skill.level {
                report(
                    .ownerLacksSkill(
                        owner.id.text, has: level, skill: task.skill.skill.text, needs: task.skill.level),
                    at: place)
            }
        }
    }

    private func check(_ line: DemandLine, _ id: LineID, _ days: DayRange, _ horizon: Horizon) {
        guard let place = places[.line(id)] else { return }
        if !days.overlaps(horizon.days) { note(.lineOutsideHorizon(days, horizon: horizon.days), at: place) }
        if case .byWeek(let hours) = line.amount {
            let weeks = Horizon(days).weekCount
            if hours.count > weeks { report(.tooManyWeeks(listed: hours.count, weeks: weeks), at: place) }
        }
    }

    /// Reports the first day within the horizon on which somebody has a contract, but no cost.
    private func check(_ person: Person, _ horizon: Horizon) {
        guard let place = places[.person(person.id)] else { return }
        for piece in person.contract.pieces {
            let first = max(piece.first ?? horizon.days.first, horizon.days.first)
            let last = min(piece.last ?? horizon.days.last, horizon.days.last)
            if first <= last, let day = person.cost.firstGap(in: DayRange(first, last)) {
                return report(.noCost(person: person.id.text, day: day), at: place)
            }
        }
    }

    /// Reports the first day within the horizon on which a pool can be called in, but has no cost.
    private func check(_ pool: SubcontractorPool, _ horizon: Horizon) {
        guard let place = places[.pool(pool.id)], let days = pool.days(within: horizon.days),
            let day = pool.cost.firstGap(in: days)
        else { return }
        report(.noCostOfPool(pool.id.text, day: day), at: place)
    }
}

extension SubcontractorPool {
    /// When the pool can be called on, of those days.
    fileprivate func days(within span: DayRange) -> DayRange? { days.map(span.intersection) ?? span }

    fileprivate func canDo(_ line: DemandLine) -> Bool {
        line.office == nil && skills.cover(line.skills)
    }
}

extension Booking {
    /// What it holds at the most, whoever's it is.
    fileprivate func most(within horizon: Horizon) -> Hours {
        guard let days = days.intersection(horizon.days) else { return .zero }
        let weeks = Week(of: days.first).distance(to: Week(of: days.last)) + 1
        return switch amount {
        case .total(let hours): hours
        case .perWeek(let hours): weeks * hours
        case .share: weeks * Hours(2 * 7 * 24)
        }
    }
}

extension Dated {
    /// The first of the days that has no value.
    func firstGap(in days: DayRange) -> Day? {
        var day = days.first
        for piece in pieces {
            if let first = piece.first, first > day { break }
            guard let last = piece.last else { return nil }
            day = max(day, last + 1)
        }
        return day > days.last ? nil : day
    }
}

/// Where the prices of work are looked for: the line's own rate, else the rate card of the project, else of the firm,
/// by the line's role, or by the role of whoever could do the work, of a pool of subcontractors its first one.
private struct RateSearch {
    let firm: [Identifier<Role>: Dated<Rate>]
    /// Roles on the firm's rate card whose rates are broken, which has been reported.
    let broken: Set<Identifier<Role>>
    /// People by one of their skills; everybody under nil.
    let people: [Identifier<Skill>?: [Person]]
    /// Pools of subcontractors, likewise.
    let pools: [Identifier<Skill>?: [SubcontractorPool]]

    init(_ firm: Firm, declared: [String]) {
        let rates = firm.rates.byRole
        self.firm = rates
        broken = Set(declared.map { Identifier($0) }).subtracting(rates.keys)
        people = RateSearch.bySkill(firm.people, \.skills)
        pools = RateSearch.bySkill(firm.subcontractors, \.skills)
    }

    private static func bySkill<Worker>(
        _ workers: [Worker], _ skills: (Worker) -> [SkillLevel]
    ) -> [Identifier<Skill>?: [Worker]] {
        var found: [Identifier<Skill>?: [Worker]] = [nil: workers]
        for worker in workers {
            for skill in skills(worker) { found[skill.skill, default: []].append(worker) }
        }
        return found
    }

    /// Why a billed line has no price on some of its days, or nil where all is well.
    func gap(_ line: DemandLine, of project: Project, _ days: DayRange) -> RateGap? {
        guard line.billable, project.stage != .lost else { return nil }
        if let rate = line.rate { return rate.firstGap(in: days).map { .day($0) } }
        let own = project.rates.byRole
        func gap(of role: Identifier<Role>, _ days: DayRange) -> RateGap? {
            guard let rate = own[role] ?? firm[role] else { return broken.contains(role) ? nil : .role(role.text) }
            return rate.firstGap(in: days).map { .day($0) }
        }
        if let role = line.role { return gap(of: role, days) }
        let skill = line.skills.first?.skill
        for person in people[skill] ?? [] where person.canDo(line) {
            guard let role = person.role else { return .person(person.id.text) }
            if let gap = gap(of: role, days) { return gap.ofPerson(person.id.text) }
        }
        for pool in pools[skill] ?? [] where pool.canDo(line) {
            guard let days = pool.days(within: days) else { continue }
            guard let role = pool.roles.first else { return .pool(pool.id.text) }
            if let gap = gap(of: role, days) { return gap.ofPool(pool.id.text) }
        }
        return nil
    }
}

extension RateGap {
    fileprivate func ofPerson(_ person: String) -> RateGap {
        if case .role(let role) = self { .roleOfPerson(person, role: role) } else { self }
    }

    fileprivate func ofPool(_ pool: String) -> RateGap {
        if case .role(let role) = self { .roleOfPool(pool, role: role) } else { self }
    }
}

extension RateCard {
    fileprivate var byRole: [Identifier<Role>: Dated<Rate>] {
        Dictionary(entries.map { ($0.role, $0.rate) }) { first, _ in first }
    }
}

extension Person {
    fileprivate func canDo(_ line: DemandLine) -> Bool {
        skills.cover(line.skills) && (line.office == nil || line.office == office)
    }
}

extension [SkillLevel] {
    /// Whether each of the skills that are asked for is among these, at its level or above.
    fileprivate func cover(_ asked: [SkillLevel]) -> Bool {
        asked.allSatisfy { ask in contains { $0.skill == ask.skill && $0.level >= ask.level } }
    }
}
