// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
public import Staffing

/// Steps of one kind, the smallest first. Hours leap as they grow; between the first rung that fills the line and the one
/// below it every whole hour is tried, too.
struct Ladder: Sendable {
    let steps: [Step]

    /// Everything that is tried for a line that is short.
    static func all(for line: Int, in situation: Situation) -> [Ladder] {
        let ladders = [
            Ladder(steps: [.first]), Ladder(steps: (1...8).map { .move(weeks: $0) }),
            Ladder(steps: (1...8).map { .move(weeks: -$0) }),
        ]
        return
            (ladders + overtime(line, in: situation) + levels(line, in: situation)
            + requirements(line, in: situation) + subcontracting(line, in: situation) + size(line, in: situation))
            .filter { !$0.steps.isEmpty }
    }

    /// Hours of overtime in each week, for the three candidates whose ordinary hour is worth most there.
    private static func overtime(_ line: Int, in situation: Situation) -> [Ladder] {
        let best = situation.candidates[line].ranked { situation.hourValue(of: $0, line: line).worth }
        return best.prefix(3).map { candidate in
            let person = situation.firm.people[candidate.person]
            let pay = situation.overtime(of: candidate.person)?.pay ?? Standard.overtimePay
            return Ladder(
                steps: [1, 2, 3, 4, 5, 6, 8, 10].map { .overtime(person.id, perWeek: Hours($0), pay: pay) })
        }
    }

    private static func levels(_ line: Int, in situation: Situation) -> [Ladder] {
        situation.need(of: line).skills.map { required in
            Ladder(
                steps: (1..<max(1, required.level)).reversed().map {
                    .level(required.skill, from: required.level, to: $0)
                })
        }
    }

    /// Role, office and each exclusion that keeps somebody off who could do it otherwise.
    private static func requirements(_ line: Int, in situation: Situation) -> [Ladder] {
        let need = situation.need(of: line)
        let demand = situation.demand.lines[line]
        let client = situation.project(of: line).client
        let lifted = situation.firm.exclusions.filter { exclusion in
            let isMeant =
                switch exclusion.target {
                case .client(let id): id == client
                case .project(let id): id == demand.id.project
                case .line(let id): id == demand.id
                }
            guard isMeant, let person = situation.firm.people.firstIndex(where: { $0.id == exclusion.person }) else {
                return false
            }
            return situation.eligibility.obstacles(person: person, demand: demand) == [.excluded(exclusion.target)]
        }
        return [need.role.map { Ladder(steps: [.anyRole($0)]) }, need.office.map { Ladder(steps: [.anyOffice($0)]) }]
            .compactMap(\.self) + lifted.map { Ladder(steps: [.lift($0)]) }
    }

    /// More hours of the pools that may do it, or, where there are none, hours of a new one.
    private static func subcontracting(_ line: Int, in situation: Situation) -> [Ladder] {
        guard situation.need(of: line).office == nil else { return [] }
        let hours = [1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 32, 40].map { Hours($0) }
        let pools = situation.pools(for: line)
        guard pools.isEmpty else {
            return pools.map { pool in
                let id = situation.firm.subcontractors[pool].id
                let cost = situation.costRate(pool: pool, week: situation.demand.lines[line].weeks.lowerBound)
                return Ladder(steps: hours.map { .subcontract(id, isNew: false, perWeek: $0, cost: cost) })
            }
        }
        let cost = Standard.subcontractorCost(for: line, in: situation)
        let id = Standard.newPool(in: situation.firm)
        return [Ladder(steps: hours.map { .subcontract(id, isNew: true, perWeek: $0, cost: cost) })]
    }

    /// Fewer seats, and less demand in steps of a twentieth, down to half, where somebody can do it at all.
    private static func size(_ line: Int, in situation: Situation) -> [Ladder] {
        let seats = situation.need(of: line).seats
        let canBeDone = !situation.candidates[line].isEmpty || !situation.pools(for: line).isEmpty
        return [
            Ladder(steps: (1..<max(1, seats)).reversed().map { .seats(from: seats, to: $0) }),
            Ladder(steps: canBeDone ? (1...10).map { .smaller(by: Share(percent: 5 * $0)) } : []),
        ]
    }
}

/// Prices of what the firm has no price for.
public enum Standard {
    /// Of overtime where there is no rule.
    public static let overtimePay = Share(percent: 150)

    /// Of a subcontractor where there is no pool: half as much again as the people cost on average who have the line's
    /// skills at any level, or all people where nobody has them.
    static func subcontractorCost(for line: Int, in situation: Situation) -> Rate {
        let need = situation.need(of: line)
        let week = situation.demand.lines[line].weeks.lowerBound
        let all = situation.firm.people
        let able = all.indices.filter { person in need.skills.allSatisfy { all[person].level(in: $0.skill) != nil } }
        let costs = (able.isEmpty ? Array(all.indices) : able).map { situation.costRate(person: $0, week: week) }
        let sum = costs.reduce(0) { $0 + $1.perHour.minorUnits }
        return Rate(perHour: Money(minorUnits: sum / max(1, costs.count))).times(overtimePay)
    }

    /// A name that no pool has.
    static func newPool(in firm: Firm) -> Identifier<SubcontractorPool> {
        .free("subcontractor", among: firm.subcontractors.map(\.id))
    }
}
