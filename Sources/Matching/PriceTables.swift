// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// The money of a firm by position and week, looked up once, so that millions of matches can be priced.
struct PriceTables: Sendable {
    private let weekCount: Int
    /// Cost rate by person and week.
    private let costs: [Rate]
    private let lines: [LinePrices]
    /// No hour costs or is billed at more.
    let highest: Rate
    private let roleOfPerson: [Int]
    private let roleOfPool: [Int]

    init(of firm: Firm, demand: Demand) {
        let thursdays = firm.horizon.weeks.map(\.thursday)
        weekCount = thursdays.count
        costs = firm.people.flatMap { person in thursdays.map { person.cost.nearest(to: $0) ?? .zero } }
        // Role 0 is no role at all.
        var roles: [Identifier<Role>] = []
        func number(_ role: Identifier<Role>?) -> Int {
            guard let role else { return 0 }
            if let index = roles.firstIndex(of: role) { return index + 1 }
            roles.append(role)
            return roles.count
        }
        roleOfPerson = firm.people.map { number($0.role) }
        roleOfPool = firm.subcontractors.map { number($0.roles.first) }
        lines = demand.lines.map { line in
            let project = firm.projects[line.project]
            return LinePrices(
                of: project.lines[line.line], cards: [project.rates, firm.rates],
                days: line.weeks.map { thursdays[$0] }, first: line.weeks.lowerBound, roles: roles)
        }
        highest = max(costs.max() ?? .zero, lines.map(\.highest).max() ?? .zero)
    }

    func cost(person: Int, week: Int) -> Rate { costs[person * weekCount + week] }
    func bill(line: Int, person: Int, week: Int) -> Rate { lines[line].rate(role: roleOfPerson[person], week: week) }
    func bill(line: Int, pool: Int, week: Int) -> Rate { lines[line].rate(role: roleOfPool[pool], week: week) }
}

/// What an hour of one line is billed at: by week, and by role where the line has neither a rate nor a role.
private struct LinePrices: Sendable {
    private let first: Int
    private let weekCount: Int
    /// One row of weeks, or one a role.
    private let rates: [Rate]

    init(of line: DemandLine, cards: [RateCard], days: [Day], first: Int, roles: [Identifier<Role>]) {
        func rate(of role: Identifier<Role>, on day: Day) -> Rate {
            for card in cards {
                if let entry = card.entries.first(where: { $0.role == role }) {
                    return entry.rate.nearest(to: day) ?? .zero
                }
            }
            return .zero
        }
        self.first = first
        weekCount = days.count
        if !line.billable {
            rates = days.map { _ in .zero }
        } else if let own = line.rate {
            rates = days.map { own.nearest(to: $0) ?? .zero }
        } else if let role = line.role {
            rates = days.map { rate(of: role, on: $0) }
        } else {
            rates = days.map { _ in .zero } + roles.flatMap { role in days.map { rate(of: role, on: $0) } }
        }
    }

    var highest: Rate { rates.max() ?? .zero }

    func rate(role: Int, week: Int) -> Rate {
        let position = week - first
        guard position >= 0, position < weekCount else { return .zero }
        return rates.count == weekCount ? rates[position] : rates[role * weekCount + position]
    }
}
