// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Another cost rate for one person, or for everybody, from a day on.
public struct Raise: Change {
    /// Nil for everybody.
    public var person: Identifier<Person>?
    public var cost: PriceChange
    public var from: Day?

    public init(_ person: Identifier<Person>?, _ cost: PriceChange, from: Day? = nil) {
        self.person = person
        self.cost = cost
        self.from = from
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        let whom = try person.map { (id) throws(Refusal) in [try firm.position(of: id)] } ?? Array(firm.people.indices)
        try firm.check(from: from, until: nil)
        var people = firm.people
        for index in whom {
            people[index].cost = people[index].cost.changing(cost, from: from)
            try cost.check(people[index].cost, key: "to")
        }
        firm.people = people
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let when = phrasing.span(from: from, until: nil)
        switch cost {
        case .to(let rate): return "\(phrasing.nameOrAll(person).capitalisedFirst) costs \(phrasing.rate(rate))\(when)"
        case .share(let share):
            let (verb, part) = share < .whole ? ("Lower", .whole - share) : ("Raise", share - .whole)
            return "\(verb) the cost of \(phrasing.nameOrAll(person)) by \(phrasing.percent(part))\(when)"
        }
    }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
