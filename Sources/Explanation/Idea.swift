// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Matching
import Planning
import Staffing
import Verification

/// Something to try.
struct Idea: Sendable {
    enum Group { case improvement, loss, rule }

    let group: Group
    let kind: Advice.Option.Kind
    let measure: Advice.Measure

    init(_ group: Group, _ kind: Advice.Option.Kind, _ measure: Advice.Measure) {
        self.group = group
        self.kind = kind
        self.measure = measure
    }

    /// What comes of it.
    func option(for base: PlannedFirm) throws -> Advice.Option { option(from: base, to: try replanned(base)) }

    func option(from base: PlannedFirm, to next: PlannedFirm) -> Advice.Option {
        Advice.Option(
            kind: kind, measure: measure, consequence: Consequence(from: base, to: next),
            pay: newcomer.flatMap { next.pay(of: $0, over: base) })
    }

    private var newcomer: Identifier<Person>? {
        guard case .change(let change) = measure, let hire = change as? Hire else { return nil }
        return hire.id
    }

    /// The best plan with it.
    func replanned(_ base: PlannedFirm) throws -> PlannedFirm {
        var firm = base.situation.firm
        switch measure {
        case .change(let change):
            firm = try firm.applying([change])
        case .lift(let exclusion): firm.lift(exclusion)
        case .without(let pool): firm.subcontractors.removeAll { $0.id == pool }
        case .noOvertime: firm.endOvertime()
        case .tentative(let tentative):
            firm.policy.tentative = tentative
            return PlannedFirm(try base.replanned(for: firm).plan, in: base.situation)
        }
        return try base.replanned(for: firm)
    }
}

extension Firm {
    /// What overtime is paid stays, for pinned work that reaches into it.
    fileprivate mutating func endOvertime() {
        policy.overtime = policy.overtime.map { Overtime(limit: .zero, pay: $0.pay) }
        for person in people.indices {
            people[person].overtime = people[person].overtime.map { Overtime(limit: .zero, pay: $0.pay) }
        }
    }
}

extension PlannedFirm {
    /// What somebody new is paid and brings.
    func pay(of id: Identifier<Person>, over base: PlannedFirm) -> Advice.Pay? {
        guard let person = situation.firm.people.firstIndex(where: { $0.id == id }) else { return nil }
        let booked = plan.assignments.filter { $0.person == id }.reduce(Hours.zero) { $0 + $1.weeks.total }
        var salary = Money.zero
        var capacity = Hours.zero
        for (week, cell) in situation.capacity.weeks(of: person).enumerated() {
            salary += situation.costRate(person: person, week: week).amount(for: cell.effective)
            capacity += cell.effective
        }
        return Advice.Pay(
            salary: salary, brings: (figures.worth + chargedSalaries) - (base.figures.worth + base.chargedSalaries),
            booked: booked, capacity: capacity)
    }

    /// What the plan's worth is charged for hours within the plannable week: salaries, which are paid in any case.
    /// Overtime is paid beyond them; it is the same part of every hour of the week.
    private var chargedSalaries: Money {
        let tally = Tally(of: plan, in: situation)
        let sum = tally.entries.reduce(0.0) { sum, entry in
            let rate = situation.chargedRate(person: entry.person, week: entry.week)
            let plannable = situation.capacity[entry.person, entry.week].plannable
            let load = tally.load(person: entry.person, week: entry.week)
            let ordinary = load > plannable ? plannable.inHours / load.inHours : 1
            return sum + situation.weight(of: entry.line).fraction * Double(rate.perHour.minorUnits)
                * entry.hours.inHours * ordinary
        }
        return Money(minorUnits: Int(sum.rounded()))
    }
}
