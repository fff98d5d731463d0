// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Planning
public import Staffing
public import Verification

/// Who could do a line: candidates in the order of what the whole firm would lose, near misses with what they lack,
/// and subcontractors.
public struct Who: Sendable {
    public struct Row: Sendable {
        public let person: Identifier<Person>
        public let value: HourValue
        /// What the plan gives them on the line.
        public let planned: Hours
        /// The most that they could carry; nil where their weeks have no room beside pinned work.
        public let reservation: Reservation?
        /// The best plan in which they carry it; nil without room, and where only hours were valued.
        public let consequence: Consequence?
    }

    public struct NearMiss: Sendable {
        public let person: Identifier<Person>
        public let obstacles: [Obstacle]
    }

    public struct Pool: Sendable {
        public let pool: Identifier<SubcontractorPool>
        public let value: HourValue
        public let planned: Hours
        public let hoursPerWeek: Hours
    }

    public let line: LineID
    public let coverage: Figures.Coverage
    public let isLeftOut: Bool
    public let rows: [Row]
    /// The nearest first.
    public let nearMisses: [NearMiss]
    public let pools: [Pool]
}

/// Everybody who could do the line, or nearly.
///
/// - Parameters:
///   - line: position in `Demand.lines`.
///   - most: how many of them to plan anew for, those first who are on the line, then those whose hour is worth most; the
///     others are ranked after them by the worth of an hour.
public func who(line: Int, in base: PlannedFirm, most: Int = .max) throws -> Who {
    let situation = base.situation
    let isLeftOut = situation.weight(of: line) == .zero
    let tried = Set(base.likeliest(for: line).prefix(most).map(\.person))
    let rows = try situation.candidates[line].mapAtOnce { candidate -> Who.Row in
        let reservation = situation.reservation(person: candidate.person, line: line)
        return Who.Row(
            person: situation.firm.people[candidate.person].id,
            value: situation.hourValue(of: candidate, line: line), planned: base.hours(of: candidate.person, on: line),
            reservation: reservation,
            consequence: !tried.contains(candidate.person)
                ? nil : try reservation.map { try base.consequence(stipulating: [$0.stipulation]) })
    }
    let pools = situation.pools(for: line).map { pool in
        Who.Pool(
            pool: situation.firm.subcontractors[pool].id, value: situation.hourValue(ofPool: pool, line: line),
            planned: base.hours(ofPool: pool, on: line),
            hoursPerWeek: situation.firm.subcontractors[pool].hoursPerWeek)
    }
    return Who(
        line: situation.demand.lines[line].id, coverage: base.figures.lines[line], isLeftOut: isLeftOut,
        rows: rows.ranked { $0.value.worth }.ranked { $0.consequence?.worth },
        nearMisses: situation.nearMisses(of: line), pools: pools.ranked { $0.value.worth })
}

extension PlannedFirm {
    /// The candidates of a line: those first whom the plan has on it, then those whose hour there is worth most.
    func likeliest(for line: Int) -> [Candidate] {
        let ranked = situation.candidates[line].ranked { situation.hourValue(of: $0, line: line).worth }
        let working = Set(plan.assignments.filter { $0.line == situation.demand.lines[line].id }.map(\.person))
        func isThere(_ candidate: Candidate) -> Bool { working.contains(situation.firm.people[candidate.person].id) }
        return ranked.filter(isThere) + ranked.filter { !isThere($0) }
    }
}

extension Situation {
    /// Everybody who is not eligible, the nearest first.
    func nearMisses(of line: Int) -> [Who.NearMiss] {
        let all = firm.people.indices.compactMap { person -> Who.NearMiss? in
            let obstacles = eligibility.obstacles(person: person, demand: demand.lines[line])
            return obstacles.isEmpty ? nil : Who.NearMiss(person: firm.people[person].id, obstacles: obstacles)
        }
        return all.indices.sorted { (all[$0].obstacles.distance, $0) < (all[$1].obstacles.distance, $1) }
            .map { all[$0] }
    }
}
