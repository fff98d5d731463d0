// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
public import Staffing

/// One way to make room for a line that is short, and how far to go with it.
public enum Step: Sendable, Equatable {
    /// Nothing changes but the order: the line is served before all others.
    case first
    /// So many weeks later, or earlier where negative.
    case move(weeks: Int)
    /// More overtime for somebody, in each week.
    case overtime(Identifier<Person>, perWeek: Hours, pay: Share)
    /// The line asks for less of one skill. Whoever has less than it asked for costs as if they lacked a preferred skill.
    case level(Identifier<Skill>, from: Int, to: Int)
    case anyRole(Identifier<Role>)
    case anyOffice(Identifier<Office>)
    case lift(Exclusion)
    /// More hours of a pool that there is, or hours of a new one.
    case subcontract(Identifier<SubcontractorPool>, isNew: Bool, perWeek: Hours, cost: Rate)
    /// The work is cut into fewer equal seats.
    case seats(from: Int, to: Int)
    /// Less of the line is asked for, by that share.
    case smaller(by: Share)

    /// The firm after the step. Nil for ``first``, which changes no firm, and where the step cannot be made.
    public func applied(to line: LineID, in firm: Firm) throws -> Firm? {
        var next = firm
        switch self {
        case .first: return nil
        case .move(let weeks):
            guard let days = firm.movedDays(of: line, weeks: weeks) else { return nil }
            let shift = firm.projects.first { $0.id == line.project }.map { project in
                firm.need(line).map(project.shift) ?? 0
            }
            next.edit(line) { $0.days = days.moved(by: -(shift ?? 0)) }
        case .overtime(let person, let perWeek, let pay):
            guard let index = firm.people.firstIndex(where: { $0.id == person }) else { return nil }
            let limit = (firm.people[index].overtime ?? firm.policy.overtime)?.limit ?? .zero
            let full = firm.fullWeek(of: firm.people[index])
            guard full > .zero else { return nil }
            let more = Share(millionths: (perWeek.seconds * 1_000_000 + full.seconds - 1) / full.seconds)
            next = try next.applying([OvertimeRule(person, upTo: limit + more, at: pay)])
        case .level(let skill, let from, let to):
            next.edit(line) { need in
                need.skills = need.skills.map { $0.skill == skill ? SkillLevel(skill, to) : $0 }
                if !need.preferred.contains(where: { $0.skill == skill && $0.level >= from }) {
                    need.preferred.removeAll { $0.skill == skill }
                    need.preferred.append(SkillLevel(skill, from))
                }
            }
        case .anyRole: next.edit(line) { $0.role = nil }
        case .anyOffice: next.edit(line) { $0.office = nil }
        case .lift(let exclusion): next.lift(exclusion)
        case .subcontract(let pool, let isNew, let perWeek, let cost):
            let need = firm.need(line)
            let now = firm.subcontractors.first { $0.id == pool }
            let change = Subcontract(
                pool, skills: isNew ? need?.skills : nil, roles: isNew ? [] : nil,
                hoursPerWeek: (now?.hoursPerWeek ?? .zero) + perWeek, cost: isNew ? Dated(always: cost) : nil)
            next = try next.applying([change])
        case .seats(_, let to): next.edit(line) { $0.seats = to }
        case .smaller(let share): next = try next.applying([Scale(need: line, by: .whole - share)])
        }
        return next
    }
}

extension Step {
    /// Hours a week, of the kinds of step that are counted in them.
    private var perWeek: Hours? {
        switch self {
        case .overtime(_, let hours, _), .subcontract(_, _, let hours, _): hours
        case .first, .move, .level, .anyRole, .anyOffice, .lift, .seats, .smaller: nil
        }
    }

    private func with(perWeek hours: Hours) -> Step {
        switch self {
        case .overtime(let person, _, let pay): .overtime(person, perWeek: hours, pay: pay)
        case .subcontract(let pool, let isNew, _, let cost):
            .subcontract(pool, isNew: isNew, perWeek: hours, cost: cost)
        case .first, .move, .level, .anyRole, .anyOffice, .lift, .seats, .smaller: self
        }
    }

    /// The same step by whole hours more than a smaller one and less than this one.
    func between(_ smaller: Step) -> [Step] {
        guard let least = smaller.perWeek, let most = perWeek else { return [] }
        return stride(from: least.seconds + 3600, to: most.seconds, by: 3600).map { with(perWeek: Hours(seconds: $0)) }
    }
}

extension Firm {
    /// Nothing else of what is said of the person changes.
    mutating func lift(_ exclusion: Exclusion) { exclusions.removeAll { $0 == exclusion } }

    mutating func edit(_ id: LineID, _ body: (inout DemandLine) -> Void) {
        guard let project = projects.firstIndex(where: { $0.id == id.project }),
            let line = projects[project].lines.firstIndex(where: { $0.id == id.line })
        else { return }
        body(&projects[project].lines[line])
    }

    func need(_ id: LineID) -> DemandLine? {
        projects.first { $0.id == id.project }?.lines.first { $0.id == id.line }
    }

    /// The line's days in other weeks; nil where these reach beyond the horizon, or where bookings hold the line where
    /// it is.
    func movedDays(of id: LineID, weeks: Int) -> DayRange? {
        guard let project = projects.first(where: { $0.id == id.project }),
            let line = project.lines.first(where: { $0.id == id.line }),
            !bookings.contains(where: { $0.line == id && $0.firmness == .pinned })
        else { return nil }
        let days = project.days(of: line, within: horizon)
        let moved = DayRange(days.first + 7 * weeks, days.last + 7 * weeks)
        return horizon.days.contains(moved.first) && horizon.days.contains(moved.last) ? moved : nil
    }

    /// A whole week of the person's contract beside internal time, as overtime is a share of it.
    func fullWeek(of person: Person) -> Hours {
        let pattern: WeekPattern
        switch person.contract.nearest(to: horizon.days.first) {
        case nil: return .zero
        case .pattern(let own): pattern = own
        case .share(let share):
            let week = calendar(of: person)?.pattern ?? .fullTime
            return beside(person.internalTime, week.hours(in: horizon.firstWeek).reduce(.zero, +).times(share))
        }
        return beside(person.internalTime, pattern.hours(in: horizon.firstWeek).reduce(.zero, +))
    }

    private func beside(_ own: InternalTime?, _ hours: Hours) -> Hours {
        switch own ?? policy.internalTime {
        case nil: hours
        case .share(let share): hours - hours.times(share)
        case .perWeek(let kept): max(.zero, hours - kept)
        }
    }
}
