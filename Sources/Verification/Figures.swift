// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

/// What a plan comes to, added up from its bookings: hours, money, utilisation.
public struct Figures: Sendable, Equatable {
    /// How proposed work is counted.
    public enum Basis: String, Sendable, CaseIterable {
        /// Won work alone.
        case confirmed
        /// Proposed work times its chance.
        case weighted
        /// As if everything were won.
        case exposure
    }

    /// Hours asked for against hours done.
    public struct Coverage: Sendable, Equatable {
        public var asked = Hours.zero
        public var filled = Hours.zero

        public var unfilled: Hours { asked - filled }
        /// Demand fulfilment: filled / asked; nil where nothing is asked.
        public var ratio: Double? { asked > .zero ? filled.inHours / asked.inHours : nil }
    }

    public struct Earnings: Sendable, Equatable {
        public var revenue = Money.zero
        /// Ordinary hours and overtime alike, at the cost rate.
        public var labour = Money.zero
        /// What overtime costs beyond the cost rate.
        public var overtime = Money.zero
        public var subcontracting = Money.zero
        /// For milestones that are reached after their date.
        public var penalties = Money.zero

        public var cost: Money { labour + overtime + subcontracting + penalties }
        public var margin: Money { revenue - cost }
        /// (revenue − cost) / revenue; nil without revenue.
        public var marginRatio: Double? {
            revenue == .zero ? nil : Double(margin.minorUnits) / Double(revenue.minorUnits)
        }

        static func + (left: Earnings, right: Earnings) -> Earnings {
            Earnings(
                revenue: left.revenue + right.revenue, labour: left.labour + right.labour,
                overtime: left.overtime + right.overtime, subcontracting: left.subcontracting + right.subcontracting,
                penalties: left.penalties + right.penalties)
        }

        /// As a proposal with that chance counts in weighted sums; each part is rounded by itself.
        package func times(_ chance: Share) -> Earnings {
            Earnings(
                revenue: revenue.times(chance), labour: labour.times(chance), overtime: overtime.times(chance),
                subcontracting: subcontracting.times(chance), penalties: penalties.times(chance))
        }
    }

    /// Hours of a person, or summed over a group of people.
    public struct Use: Sendable, Equatable {
        public var contracted = Hours.zero
        /// Contracted less holidays and leave.
        public var effective = Hours.zero
        public var internalTime = Hours.zero
        public var load = Hours.zero
        public var billable = Hours.zero
        /// Beyond the week's plannable hours, week by week.
        public var overtime = Hours.zero
        /// Plannable and unassigned, week by week.
        public var bench = Hours.zero

        public static let none = Use()

        /// Load / effective capacity, over people as sum over sum; nil where there is no capacity.
        public var utilisation: Double? { effective > .zero ? load.inHours / effective.inHours : nil }
        public var billableUtilisation: Double? { effective > .zero ? billable.inHours / effective.inHours : nil }

        public static func + (left: Use, right: Use) -> Use {
            Use(
                contracted: left.contracted + right.contracted, effective: left.effective + right.effective,
                internalTime: left.internalTime + right.internalTime, load: left.load + right.load,
                billable: left.billable + right.billable, overtime: left.overtime + right.overtime,
                bench: left.bench + right.bench)
        }
    }

    /// By position in `Firm.people`.
    public let people: [Use]
    /// By position in `Firm.projects`; lost projects ask for nothing.
    public let projects: [Coverage]
    /// By position in `Firm.projects`, as if each were won; overtime is the firm's, not a project's.
    public let earnings: [Earnings]
    /// By position in `Demand.lines`.
    public let lines: [Coverage]
    /// Beyond the cost rate, for all overtime of the plan.
    public let overtimePremium: Money
    /// Overtime at its full pay and subcontractors: what would not be spent without the plan. Salaries are.
    public let marginalCost: Money
    /// What the plan is worth at the planner's own prices, pinned work included: see ``Tally/worth(in:)``.
    public let worth: Money
    private let chances: [Share]

    public init(of plan: Plan, in situation: Situation) {
        self.init(of: Tally(of: plan, in: situation), in: situation)
    }

    public init(of tally: Tally, in situation: Situation) {
        let firm = situation.firm
        var people = [Use](repeating: Use(), count: firm.people.count)
        var earnings = [Earnings](repeating: Earnings(), count: firm.projects.count)
        for entry in tally.entries {
            let project = situation.demand.lines[entry.line].project
            let bill = situation.billRate(line: entry.line, person: entry.person, week: entry.week)
            let cost = situation.costRate(person: entry.person, week: entry.week)
            earnings[project].revenue += bill.amount(for: entry.hours)
            earnings[project].labour += cost.amount(for: entry.hours)
            if situation.need(of: entry.line).billable { people[entry.person].billable += entry.hours }
        }
        for entry in tally.poolEntries {
            let project = situation.demand.lines[entry.line].project
            let bill = situation.billRate(line: entry.line, pool: entry.pool, week: entry.week)
            earnings[project].revenue += bill.amount(for: entry.hours)
            earnings[project].subcontracting +=
                situation.costRate(pool: entry.pool, week: entry.week).amount(for: entry.hours)
        }
        for (index, project) in firm.projects.enumerated() { earnings[index].penalties = firm.penalty(of: project) }
        var premium = Money.zero
        var overtimePay = Money.zero
        for person in firm.people.indices {
            let rule = situation.overtime(of: person)
            for (week, cell) in situation.capacity.weeks(of: person).enumerated() {
                let load = tally.load(person: person, week: week)
                people[person].contracted += cell.contracted
                people[person].effective += cell.effective
                people[person].internalTime += cell.internalTime
                people[person].load += load
                people[person].bench += max(.zero, cell.plannable - load)
                guard load > cell.plannable else { continue }
                let beyond = load - cell.plannable
                people[person].overtime += beyond
                let cost = situation.costRate(person: person, week: week)
                let pay = rule.map { cost.times($0.pay) } ?? cost
                premium += pay.amount(for: beyond) - cost.amount(for: beyond)
                overtimePay += pay.amount(for: beyond)
            }
        }
        var projects = [Coverage](repeating: Coverage(), count: firm.projects.count)
        lines = situation.demand.lines.enumerated().map { index, demand in
            var coverage = Coverage()
            guard situation.weight(of: index) > .zero else { return coverage }
            coverage.asked = demand.total
            coverage.filled = demand.total - tally.unfilled(line: index, in: situation)
            projects[demand.project].asked += coverage.asked
            projects[demand.project].filled += coverage.filled
            return coverage
        }
        self.people = people
        self.projects = projects
        self.earnings = earnings
        overtimePremium = premium
        worth = tally.worth(in: situation)
        marginalCost = overtimePay + earnings.reduce(.zero) { $0 + $1.subcontracting }
        chances = firm.projects.map { project in
            switch project.stage {
            case .won: .whole
            case .proposed(let chance): chance
            case .lost: .zero
            }
        }
    }

    public var coverage: Coverage {
        Coverage(asked: projects.reduce(.zero) { $0 + $1.asked }, filled: projects.reduce(.zero) { $0 + $1.filled })
    }

    /// Whether all demand is met, but for rounding: less than a minute a line.
    public var isFilled: Bool { lines.allSatisfy(\.unfilled.isDust) }

    /// For all late milestones, as if everything were won.
    public var penalties: Money { earnings.reduce(.zero) { $0 + $1.penalties } }

    /// Of the whole firm.
    public var use: Use { people.reduce(Use(), +) }

    /// Of the whole plan. Overtime is counted in full on every basis; what it saves where it is paid less than ordinary
    /// hours, at most to the labour that the basis counts.
    public func earnings(_ basis: Basis) -> Earnings {
        var sum = zip(earnings, chances).reduce(Earnings()) { sum, item in
            let (project, chance) = item
            return switch basis {
            case .confirmed: chance == .whole ? sum + project : sum
            case .weighted: sum + project.times(chance)
            case .exposure: sum + project
            }
        }
        sum.overtime += max(overtimePremium, -sum.labour)
        return sum
    }
}
