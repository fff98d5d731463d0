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

    /// What comes of it; a change that the firm refuses brings nothing.
    func option(for base: PlannedFirm) throws -> Advice.Option {
        let next = try replanned(base)
        return Advice.Option(
            kind: kind, measure: measure, consequence: Consequence(from: base, to: next),
            pay: newcomer.flatMap { next.pay(of: $0, over: base) })
    }

    private var newcomer: Identifier<Person>? {
        guard case .change(let change) = measure, let hire = change as? Hire else { return nil }
        return hire.id
    }

    private func replanned(_ base: PlannedFirm) throws -> PlannedFirm {
        var firm = base.situation.firm
        switch measure {
        case .change(let change):
            firm = try firm.applying([change])
        case .lift(let exclusion): firm.exclusions.removeAll { $0 == exclusion }
        case .without(let pool): firm.subcontractors.removeAll { $0.id == pool }
        case .tentative(let tentative):
            firm.policy.tentative = tentative
            return PlannedFirm(try base.replanned(for: firm).plan, in: base.situation)
        }
        return try base.replanned(for: firm)
    }
}

extension PlannedFirm {
    /// What somebody new is paid and brings.
    func pay(of id: Identifier<Person>, over base: PlannedFirm) -> Advice.Pay? {
        guard let person = situation.firm.people.firstIndex(where: { $0.id == id }) else { return nil }
        let tally = Tally(of: plan, in: situation)
        var charged = 0.0
        var booked = Hours.zero
        for entry in tally.entries where entry.person == person {
            booked += entry.hours
            charged +=
                situation.weight(of: entry.line).fraction * entry.hours.inHours
                * Double(situation.chargedRate(person: person, week: entry.week).perHour.minorUnits)
        }
        var salary = Money.zero
        var capacity = Hours.zero
        for (week, cell) in situation.capacity.weeks(of: person).enumerated() {
            salary += situation.costRate(person: person, week: week).amount(for: cell.effective)
            capacity += cell.effective
        }
        return Advice.Pay(
            salary: salary, brings: figures.worth - base.figures.worth + Money(minorUnits: Int(charged.rounded())),
            booked: booked, capacity: capacity)
    }
}
