// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension PlanCheck {
    /// Subcontractors have the skills, stay within their hours, and deliver what their shares say.
    func pools() -> [Violation] {
        var found: [Violation] = []
        var loads = [Hours](repeating: .zero, count: firm.subcontractors.count * weeks.count)
        var reported: Set<Cell> = []
        var planned: [Cell: Hours] = [:]
        for entry in tally.poolEntries {
            loads[entry.pool * weeks.count + entry.week] += entry.hours
            if entry.hours < .zero { found.append(.negativeHours(line(entry.line), week(entry.week))) }
            planned[Cell(person: entry.pool, line: entry.line, week: entry.week), default: .zero] += entry.hours
            let pair = Cell(person: entry.pool, line: entry.line, week: 0)
            if !situation.pools(for: entry.line).contains(entry.pool), reported.insert(pair).inserted {
                found.append(.poolNotEligible(firm.subcontractors[entry.pool].id, line(entry.line)))
            }
        }
        found += frozenPools(planned)
        for pool in firm.subcontractors.indices {
            for week in weeks {
                let limit = situation.capacity(ofPool: pool, week: week)
                let load = loads[pool * weeks.count + week]
                if load > limit {
                    found.append(
                        .poolOverloaded(firm.subcontractors[pool].id, self.week(week), load: load, limit: limit))
                }
            }
        }
        // What stood before and what is decided are listed apart, for the same pool and line.
        let held = Dictionary(grouping: tally.poolHoldings) { Pair(person: $0.holder, line: $0.line, kind: .steady) }
        for (pair, holdings) in held.sorted(by: { ($0.key.person, $0.key.line) < ($1.key.person, $1.key.line) }) {
            for (stretch, weeks) in situation.stretches[pair.line].enumerated() {
                for week in weeks where !situation.isFrozen(week) {
                    let open = situation.openHours(line: pair.line, week: week)
                    let expected = holdings.reduce(.zero) { $0 + open.part($1.shares[stretch]) }
                    let actual = planned[Cell(person: pair.person, line: pair.line, week: week)] ?? .zero
                    if actual != expected {
                        found.append(
                            .unsteady(
                                firm.subcontractors[pair.person].id.text, line(pair.line), self.week(week),
                                planned: actual, share: expected))
                    }
                }
            }
        }
        return found
    }

    /// In frozen weeks subcontractors do what they were to do, and no more.
    private func frozenPools(_ planned: [Cell: Hours]) -> [Violation] {
        var planned = planned.filter { situation.isFrozen($0.key.week) }
        func broken(_ cell: Cell, planned: Hours, kept: Hours) -> Violation {
            .frozenBroken(
                firm.subcontractors[cell.person].id, line(cell.line), week(cell.week), planned: planned, kept: kept)
        }
        let changed = situation.frozenPools.compactMap { item -> Violation? in
            let cell = Cell(person: item.pool, line: item.line, week: item.week)
            let hours = planned.removeValue(forKey: cell) ?? .zero
            return hours == item.hours ? nil : broken(cell, planned: hours, kept: item.hours)
        }
        return changed
            + planned.sorted { $0.key < $1.key }.filter { $0.value != .zero }
            .map { broken($0.key, planned: $0.value, kept: .zero) }
    }

    /// Every hour that is asked for and not done is listed as unfilled, and no other.
    func unmet() -> [Violation] {
        var stated: [Cell: Hours] = [:]
        let lineAt = positions(situation.demand.lines.map(\.id))
        var found: [Violation] = []
        for item in plan.unfilled {
            guard let index = lineAt[item.line] else {
                found.append(.stranger("unfilled \(item.line)"))
                continue
            }
            if !isPossible(item, line: index) { found.append(.reasonWrong(item.line)) }
            for entry in item.weeks {
                guard let week = firm.horizon.index(of: entry.week) else {
                    found.append(.stranger("unfilled \(item.line) in \(entry.week)"))
                    continue
                }
                stated[Cell(person: 0, line: index, week: week), default: .zero] += entry.hours
            }
        }
        for (index, demand) in situation.demand.lines.enumerated() {
            let counts = situation.weight(of: index) > .zero
            func listed(_ week: Int) -> Hours { stated[Cell(person: 0, line: index, week: week)] ?? .zero }
            if counts, situation.need(of: index).spread == .anytime {
                let filled = demand.weeks.reduce(.zero) { $0 + tally.filled(line: index, week: $1) }
                let actual = max(.zero, demand.total - filled)
                let sum = weeks.reduce(.zero) { $0 + listed($1) }
                if sum != actual { found.append(.unfilledTotalWrong(demand.id, stated: sum, actual: actual)) }
                continue
            }
            for week in weeks {
                let actual =
                    counts ? max(.zero, demand.hours(in: week) - tally.filled(line: index, week: week)) : .zero
                if listed(week) != actual {
                    found.append(.unfilledWrong(demand.id, self.week(week), stated: listed(week), actual: actual))
                }
            }
        }
        return found
    }

    /// Whether the reason speaks of what the line asks for and of people whom the firm has. Which of several reasons is
    /// told is for the planner to choose.
    private func isPossible(_ item: Unfilled, line: Int) -> Bool {
        let need = situation.need(of: line)
        let isOpenToNobody = situation.candidates[line].isEmpty
        func highest(_ skill: Identifier<Skill>) -> Int? { firm.people.compactMap { $0.level(in: skill) }.max() }
        if let nearest = item.nearest, !firm.people.contains(where: { $0.id == nearest }) { return false }
        return switch item.reason {
        case .skill(let skill): need.skills.contains { $0.skill == skill } && highest(skill) == nil
        case .level(let skill, let needs, let best):
            need.skills.contains { $0.skill == skill && $0.level == needs } && highest(skill) == best && best < needs
        case .role(let role): isOpenToNobody && need.role == role
        case .office(let office): isOpenToNobody && need.office == office
        case .site(let site): isOpenToNobody && situation.project(of: line).site == site
        case .combination, .excluded: isOpenToNobody
        case .away: true
        case .frozen: situation.firstOpenWeek > 0
        case .team: !isOpenToNobody && (need.seats > 1 || (plan.style == .bookable && need.team != nil))
        case .time, .price: !isOpenToNobody
        case .rule(let rule): !isOpenToNobody && plan.style == .bookable && stands(rule, line: line)
        }
    }

    /// Whether the firm has the rule, and for this line.
    private func stands(_ rule: Unfilled.BookingRule, line: Int) -> Bool {
        switch rule {
        case .mix: !situation.need(of: line).mix.isEmpty
        case .company:
            situation.companionships().contains { need in
                situation.candidates[line].contains { $0.person == need.person }
            }
        case .smallest: true
        case .atOnce: firm.policy.bookable.atOnce != nil
        case .sites: firm.policy.bookable.sites != nil && situation.project(of: line).site != nil
        }
    }
}
