// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing
import Threads
import Verification

/// Why demand stays unmet.
struct UnmetReasons {
    let situation: Situation
    let tally: Tally
    /// Of a bookable plan, who is where.
    let booked: BookedPlaces?

    init(situation: Situation, tally: Tally, style: Plan.Style) {
        self.situation = situation
        self.tally = tally
        booked = style == .bookable ? BookedPlaces(of: tally, in: situation) : nil
    }

    /// Everything unmet, by line, weeks in a row with the same reason together.
    func all() -> [Unfilled] {
        mapInParallel(situation.demand.lines.count) { situation.weight(of: $0) > .zero ? unmet($0) : [] }
            .flatMap(\.self)
    }

    private func unmet(_ line: Int) -> [Unfilled] {
        let weeks = unmetWeeks(line)
        guard !weeks.isEmpty else { return [] }
        let id = situation.demand.lines[line].id
        if situation.candidates[line].isEmpty {
            let (reason, nearest) = nobody(line)
            return [Unfilled(line: id, reason: reason, nearest: nearest.map(name), weeks: weeks.map(dated))]
        }
        var runs: [(reason: Unfilled.Reason, weeks: [(week: Int, hours: Hours)])] = []
        for item in weeks {
            let reason = reason(line: line, week: item.week)
            if let last = runs.indices.last, runs[last].reason == reason {
                runs[last].weeks.append(item)
            } else {
                runs.append((reason, [item]))
            }
        }
        return runs.map { run in
            Unfilled(
                line: id, reason: run.reason, nearest: freest(line: line, weeks: run.weeks.map(\.week)).map(name),
                weeks: run.weeks.map(dated))
        }
    }

    /// What stays unmet, week by week; of an anytime line, what is left of its total, where its even spread is not met.
    private func unmetWeeks(_ line: Int) -> [(week: Int, hours: Hours)] {
        let demand = situation.demand.lines[line]
        let short = demand.weeks.map { week in
            (week: week, hours: max(.zero, demand.hours(in: week) - tally.filled(line: line, week: week)))
        }
        guard situation.need(of: line).spread == .anytime else { return short.filter { $0.hours > .zero } }
        var left = max(.zero, demand.total - demand.weeks.reduce(.zero) { $0 + tally.filled(line: line, week: $1) })
        return short.compactMap { week, hours in
            let part = min(left, hours)
            left -= part
            return part > .zero ? (week, part) : nil
        }
    }

    /// Nobody is eligible: the first requirement that fails everybody, and who fails least.
    private func nobody(_ line: Int) -> (Unfilled.Reason, nearest: Int?) {
        let demand = situation.demand.lines[line]
        let obstacles = situation.firm.people.indices.map {
            situation.eligibility.obstacles(person: $0, demand: demand)
        }
        let nearest = obstacles.indices.min { obstacles[$0].distance < obstacles[$1].distance }
        for required in situation.need(of: line).skills {
            let best = situation.firm.people.compactMap { $0.level(in: required.skill) }.max()
            guard let best else { return (.skill(required.skill), nearest) }
            if best < required.level {
                return (.level(required.skill, needs: required.level, best: best), nearest)
            }
        }
        let able = obstacles.filter { $0.allSatisfy { !$0.isAboutSkill } }
        guard !able.isEmpty else { return (.combination, nearest) }
        let need = situation.need(of: line)
        if let role = need.role, able.allSatisfy({ $0.contains(.otherRole(needs: role)) }) {
            return (.role(role), nearest)
        }
        if let office = need.office, able.allSatisfy({ $0.contains(.otherOffice(needs: office)) }) {
            return (.office(office), nearest)
        }
        if let site = situation.project(of: line).site, able.allSatisfy({ $0.contains(.staysAtHome(site: site)) }) {
            return (.site(site), nearest)
        }
        if able.allSatisfy({ $0.contains(.away) }) { return (.away, nearest) }
        let isExcluded = able.allSatisfy { $0.contains { if case .excluded = $0 { true } else { false } } }
        return (isExcluded ? .excluded : .combination, nearest)
    }

    /// Somebody is eligible, but not for these hours.
    private func reason(line: Int, week: Int) -> Unfilled.Reason {
        guard !situation.isFrozen(week) else { return .frozen }
        let present = situation.candidates[line].filter { situation.capacity[$0.person, week].effective > .zero }
        guard !present.isEmpty else { return .away }
        let worthy = present.filter { situation.value(of: $0, line: line, week: week) > 0 }
        guard !worthy.isEmpty else { return .price }
        let free = worthy.filter { !spare(person: $0.person, week: week).isDust }
        if let booked, let rule = ruleBroken(line: line, week: week, by: free, booked) { return .rule(rule) }
        switch situation.need(of: line).spread {
        case .steady: return isTeamFull(line, week: week, among: free) ? .team : .time
        // Whoever still has time and is worth their cost holds a seat already, or overtime is what it would take.
        case .weekly, .anytime: return free.isEmpty ? .time : situation.need(of: line).seats > 1 ? .team : .price
        }
    }

    /// Whether everybody who still has time for all that is missing holds a seat of the line already.
    private func isTeamFull(_ line: Int, week: Int, among free: [Candidate]) -> Bool {
        guard situation.need(of: line).seats > 1 else { return false }
        let missing = situation.demand.lines[line].hours(in: week) - tally.filled(line: line, week: week)
        let able = free.filter { spare(person: $0.person, week: week) >= missing }
        let seat = situation.largestShare(of: line)
        return !able.isEmpty
            && able.allSatisfy { candidate in
                tally.holdings.contains {
                    $0.holder == candidate.person && $0.line == line && $0.shares.contains { $0 >= seat }
                }
            }
    }

    /// The candidate with most hours to spare in those weeks; nobody where all are full.
    private func freest(line: Int, weeks: [Int]) -> Int? {
        let spares = situation.candidates[line].map { candidate in
            (
                person: candidate.person,
                hours: weeks.reduce(.zero) { $0 + max(.zero, spare(person: candidate.person, week: $1)) }
            )
        }
        guard let most = spares.map(\.hours).max(), most > .zero else { return nil }
        return spares.first { $0.hours == most }?.person
    }

    func spare(person: Int, week: Int) -> Hours {
        situation.capacity[person, week].plannable - tally.load(person: person, week: week)
    }

    private func name(_ person: Int) -> Identifier<Person> { situation.firm.people[person].id }
    private func dated(_ item: (week: Int, hours: Hours)) -> WeekHours {
        WeekHours(situation.week(item.week), item.hours)
    }
}

extension Obstacle {
    fileprivate var isAboutSkill: Bool {
        switch self {
        case .noSkill, .lowLevel: true
        case .otherRole, .otherOffice, .staysAtHome, .excluded, .away: false
        }
    }
}
