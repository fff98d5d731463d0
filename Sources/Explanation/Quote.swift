// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Matching
public import Planning
public import Staffing
import Verification

/// What a project costs and is worth, from a plan that does it before all else: the ground for a price.
///
/// All amounts are sums over the plan's hours. Hours that are asked for and that nobody can do are priced like those that
/// can be done: each amount is raised in proportion, and rounded half to even once.
public struct Quote: Sendable {
    /// Work of one role.
    public struct Role: Sendable, Equatable {
        /// The line's, else of whoever does it; nil where neither has one.
        public let role: Identifier<Staffing.Role>?
        public var hours: Hours
        /// At the rates of the need, of the project or of the firm.
        public var value: Money
        public var cost: Money
    }

    public let project: Identifier<Project>
    /// From the first day of any of its work to the last, as far as it lies within the horizon.
    public let days: DayRange
    public let asked: Hours
    public let filled: Hours
    /// In the order in which they first come in the plan; the hours that are filled.
    public let roles: [Role]
    /// What everything else loses by the project, for the hours that are filled.
    private let displaced: Money
    /// As the price of a deal counts it: without salaries where the policy says so.
    private let own: Money

    /// Nil where nobody can do any of it.
    init?(_ project: Project, _ start: Bid.Start, _ plan: PlannedFirm) {
        guard start.filled > .zero else { return nil }
        self.project = project.id
        days = start.days
        (asked, filled) = (start.asked, start.filled)
        (own, displaced) = (start.own, start.displaced)
        roles = Quote.roles(of: project.id, in: plan)
    }

    /// What its hours cost, at cost rates and what subcontractors take.
    public var cost: Money { whole(roles.reduce(.zero) { $0 + $1.cost }) }
    /// What its hours are sold for at the rate card.
    public var value: Money { whole(roles.reduce(.zero) { $0 + $1.value }) }
    /// Below that, everything else loses more than the project brings.
    public var floor: Money { whole(own + displaced) }

    /// The price of which so much is left after the cost, rounded half to even to the minor unit.
    /// - Precondition: the margin is below the whole.
    public func price(atMargin margin: Share) -> Money {
        precondition(margin < .whole, "nothing costs all of its price and leaves some")
        return cost.scaled(1_000_000, over: (.whole - margin).millionths)
    }

    /// Raised from the hours that are filled to those that are asked for.
    private func whole(_ amount: Money) -> Money { amount.scaled(asked.seconds, over: filled.seconds) }

    private static func roles(of project: Identifier<Project>, in plan: PlannedFirm) -> [Role] {
        let situation = plan.situation
        let tally = Tally(of: plan.plan, in: situation)
        var roles: [Role] = []
        func add(_ line: Int, _ person: Identifier<Staffing.Role>?, _ hours: Hours, _ bill: Rate, _ cost: Rate) {
            let role = situation.need(of: line).role ?? person
            let (value, paid) = (bill.amount(for: hours), cost.amount(for: hours))
            if let index = roles.firstIndex(where: { $0.role == role }) {
                roles[index].hours += hours
                roles[index].value += value
                roles[index].cost += paid
            } else {
                roles.append(Role(role: role, hours: hours, value: value, cost: paid))
            }
        }
        for entry in tally.entries where situation.demand.lines[entry.line].id.project == project {
            add(
                entry.line, situation.firm.people[entry.person].role, entry.hours,
                situation.billRate(line: entry.line, person: entry.person, week: entry.week),
                situation.costRate(person: entry.person, week: entry.week))
        }
        for entry in tally.poolEntries where situation.demand.lines[entry.line].id.project == project {
            add(
                entry.line, situation.firm.subcontractors[entry.pool].roles.first, entry.hours,
                situation.billRate(line: entry.line, pool: entry.pool, week: entry.week),
                situation.costRate(pool: entry.pool, week: entry.week))
        }
        return roles
    }
}

/// Prices a project of a firm: plans the firm without it, and then with it before all else.
///
/// - Parameter project: of the firm, whatever its stage; it is taken as won.
/// - Returns: nil where nobody can do any of it within the horizon.
public func quote(on project: Identifier<Project>, in firm: Firm, over base: PlannedFirm) throws -> Quote? {
    var won = firm.placed(at: base.plan.starts)
    guard let index = won.projects.firstIndex(where: { $0.id == project }) else { return nil }
    won.projects[index].stage = .won
    let plan = try planned(first: index, in: won, from: base)
    return Quote(won.projects[index], Bid.Start(0, index, plan, over: base), plan)
}

extension Money {
    /// Times a fraction, rounded half to even.
    fileprivate func scaled(_ numerator: Int, over denominator: Int) -> Money {
        let (dividend, divisor) = (Int128(minorUnits) * Int128(numerator), Int128(denominator))
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        let twice = remainder.magnitude * 2
        let isUp = twice > divisor.magnitude || twice == divisor.magnitude && !quotient.isMultiple(of: 2)
        return Money(minorUnits: Int(quotient + (isUp ? dividend.signum() : 0)))
    }
}
