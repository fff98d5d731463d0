// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Somebody is taken out of the firm, with all bookings and exclusions, as if never employed.
public struct DropPerson: Change {
    public var person: Identifier<Person>

    public init(_ person: Identifier<Person>) {
        self.person = person
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        firm.people.remove(at: try firm.position(of: person))
        firm.bookings.removeAll { $0.person == person }
        firm.exclusions.removeAll { $0.person == person }
    }

    public func sentence(in firm: Firm) -> String { "Do without \(Phrasing(firm: firm).name(person))" }
}
