// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Somebody is taken out of the firm, with all bookings and exclusions, as a mentor and from those who work
/// together, as if never employed.
public struct DropPerson: Change {
    public var person: Identifier<Person>

    public init(_ person: Identifier<Person>) {
        self.person = person
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        firm.people.remove(at: try firm.position(of: person))
        firm.bookings.removeAll { $0.person == person }
        firm.exclusions.removeAll { $0.person == person }
        for index in firm.people.indices { firm.people[index].mentors.removeAll { $0 == person } }
        firm.together = firm.together.map { $0.filter { $0 != person } }.filter { $0.count > 1 }
    }

    public func sentence(in firm: Firm) -> String { "Do without \(Phrasing(firm: firm).name(person))" }
}
