// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Matching
import Planning
import Staffing
import Verification

/// What there is to try for a firm, the likeliest of each kind first.
struct Ideas {
    let base: PlannedFirm

    private var situation: Situation { base.situation }
    private var firm: Firm { base.situation.firm }

    init(for base: PlannedFirm) {
        self.base = base
    }

    /// So many of a kind are tried at first.
    private static let most = 6

    /// What is tried, and how many more there would be.
    func chosen(all: Bool) -> (tried: [Idea], skipped: Int) {
        let kinds = [
            hires(), trainings(), subcontracts(), overtime(), delays(), declines(), departures(), withoutOvertime(),
            pools(), exclusions(), tentative(),
        ].map { $0.filter(isSound) }
        // A delay is tried at every length, so that the best is known.
        let kept = kinds.map { all || $0.first?.kind == .delay ? $0 : Array($0.prefix(Ideas.most)) }
        return (kept.flatMap(\.self), zip(kinds, kept).reduce(0) { $0 + $1.0.count - $1.1.count })
    }

    /// Whether the firm can be changed that way at all.
    private func isSound(_ idea: Idea) -> Bool {
        guard case .change(let change) = idea.measure else { return true }
        do {
            _ = try firm.applying([change])
            return true
        } catch {
            return false
        }
    }

    private var short: [Int] { base.byMissingValue }

    /// Like whoever can do a short line cheapest, else somebody who has just what the line asks for.
    private func hires() -> [Idea] {
        var seen: Set<String> = []
        return short.compactMap { line -> Idea? in
            let hire = hire(for: line)
            guard seen.insert(hire.like?.text ?? "\(hire.skills ?? [])\(hire.role?.text ?? "")").inserted else {
                return nil
            }
            return Idea(.improvement, .hire, .change(hire))
        }
    }

    private func hire(for line: Int) -> Hire {
        let week = situation.demand.lines[line].weeks.lowerBound
        func cost(_ person: Int) -> Rate { situation.costRate(person: person, week: week) }
        let models = situation.candidates[line].map(\.person)
        if let model = models.min(by: { (cost($0), $0) < (cost($1), $1) }) {
            return Hire(
                newID, like: firm.people[model].id, name: "a colleague", contract: Dated(always: .share(.whole)))
        }
        let need = situation.need(of: line)
        return Hire(
            newID, name: "somebody", role: need.role, office: need.office, skills: need.skills,
            contract: Dated(always: .share(.whole)), cost: Dated(always: Standard.salary(of: need.role, in: situation)))
    }

    private var newID: Identifier<Person> { .free("hire", among: firm.people.map(\.id)) }

    /// One skill for one person, where that is all they lack for a short line.
    private func trainings() -> [Idea] {
        var seen: Set<String> = []
        return short.flatMap { line in
            situation.nearMisses(of: line).compactMap { miss -> Idea? in
                guard miss.obstacles.count == 1,
                    let level = miss.obstacles[0].lacking(for: situation.need(of: line)),
                    seen.insert("\(miss.person) \(level.skill) \(level.level)").inserted
                else { return nil }
                return Idea(.improvement, .train, .change(Train(miss.person, [level])))
            }.prefix(2)
        }
    }

    /// A full week more of each pool, and of new ones for short lines that no pool may do.
    private func subcontracts() -> [Idea] {
        let more = firm.subcontractors.map { pool in
            Changes.Subcontract(pool.id, name: pool.name, hoursPerWeek: pool.hoursPerWeek + Hours(40))
        }
        var seen: Set<[SkillLevel]> = []
        let new = short.compactMap { line -> Changes.Subcontract? in
            let need = situation.need(of: line)
            guard need.office == nil, situation.pools(for: line).isEmpty, seen.insert(need.skills).inserted else {
                return nil
            }
            let skills = need.skills.map { "\($0.skill) \($0.level)" }.joined(separator: ", ")
            return Changes.Subcontract(
                Standard.newPool(in: firm), name: skills.isEmpty ? "somebody" : "somebody with \(skills)",
                skills: need.skills, roles: [], hoursPerWeek: Hours(40),
                cost: Dated(always: Standard.subcontractorCost(for: line, in: situation)))
        }
        return (more + new).map { Idea(.improvement, .subcontract, .change($0)) }
    }

    private func overtime() -> [Idea] {
        let now = firm.policy.overtime
        let limit = (now?.limit ?? .zero) + Share(percent: 10)
        return [
            Idea(
                .improvement, .overtime,
                .change(OvertimeRule(upTo: limit, at: now?.pay ?? Standard.overtimePay)))
        ]
    }

    /// Each project by one to four weeks, where all of it stays within the horizon.
    private func delays() -> [Idea] {
        firm.projects.filter { $0.stage != .lost }.flatMap { project -> [Idea] in
            let lines = situation.demand.lines.filter { firm.projects[$0.project].id == project.id }
            guard let last = lines.map(\.days.last).max() else { return [] }
            return (1...4).filter { last + 7 * $0 <= firm.horizon.days.last }
                .map { Idea(.improvement, .delay, .change(Delay(project.id, weeks: $0))) }
        }
    }

    /// Proposals first, then won projects by what they earn; nothing on which work is pinned.
    private func declines() -> [Idea] {
        let pinned = Set(firm.bookings.filter { $0.firmness == .pinned }.map(\.line.project))
        let open = firm.projects.indices.filter {
            firm.projects[$0].stage != .lost && !pinned.contains(firm.projects[$0].id)
        }
        func isWon(_ index: Int) -> Int { firm.projects[index].stage == .won ? 1 : 0 }
        return open.sorted { left, right in
            (isWon(left), base.figures.earnings[left].margin, left)
                < (isWon(right), base.figures.earnings[right].margin, right)
        }.map { Idea(.improvement, .decline, .change(DropProject(firm.projects[$0].id))) }
    }

    /// Whose time the plan's prices value highest goes first.
    private func departures() -> [Idea] {
        var values: [Identifier<Person>: Double] = [:]
        for stage in base.plan.certificate.stages {
            for price in stage.prices.people {
                guard let person = firm.people.firstIndex(where: { $0.id == price.owner }),
                    let week = firm.horizon.index(of: price.week)
                else { continue }
                values[price.owner, default: 0] +=
                    price.price * situation.openCapacity(person: person, week: week).inHours
            }
        }
        return firm.people.indices.sorted { left, right in
            (values[firm.people[right].id] ?? 0, left) < (values[firm.people[left].id] ?? 0, right)
        }.map { Idea(.loss, .depart, .change(DropPerson(firm.people[$0].id))) }
    }

    private func withoutOvertime() -> [Idea] {
        let isAllowed = firm.people.indices.contains { situation.overtime(of: $0).map { $0.limit > .zero } ?? false }
        return isAllowed ? [Idea(.loss, .withoutOvertime, .noOvertime)] : []
    }

    private func pools() -> [Idea] { firm.subcontractors.map { Idea(.loss, .withoutPool, .without($0.id)) } }

    private func exclusions() -> [Idea] { firm.exclusions.map { Idea(.rule, .exclusion, .lift($0)) } }

    private func tentative() -> [Idea] {
        guard firm.projects.contains(where: { $0.stage != .won && $0.stage != .lost }), firm.policy.tentative != .out
        else { return [] }
        return Policy.Tentative.allCases.filter { $0 != firm.policy.tentative }
            .map { Idea(.rule, .tentative, .tentative($0)) }
    }
}

extension Obstacle {
    /// The skill that would have to be learnt; nil where it is something else.
    fileprivate func lacking(for need: DemandLine) -> SkillLevel? {
        switch self {
        case .noSkill(let skill): need.skills.first { $0.skill == skill }
        case .lowLevel(let skill, _, let needs): SkillLevel(skill, needs)
        case .otherRole, .otherOffice, .staysAtHome, .excluded, .away: nil
        }
    }
}

extension Standard {
    /// What people of a role cost on average, or all people where there are none.
    static func salary(of role: Identifier<Role>?, in situation: Situation) -> Rate {
        let all = situation.firm.people.indices
        let same = all.filter { role != nil && situation.firm.people[$0].role == role }
        let costs = (same.isEmpty ? Array(all) : same).map {
            situation.costRate(person: $0, week: 0).perHour.minorUnits
        }
        return Rate(perHour: Money(minorUnits: costs.reduce(0, +) / max(1, costs.count)))
    }
}
