// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Somebody's last day. Contracts end on it; of her bookings, pinned ones included, nothing is left after it.
public struct Departs: Change {
    public var person: Identifier<Person>
    public var on: Day

    public init(_ person: Identifier<Person>, on: Day) {
        self.person = person
        self.on = on
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        let index = try firm.position(of: person)
        let horizon = firm.horizon.days
        guard on >= horizon.first, on < horizon.last else {
            throw Refusal("on", .outsideHorizon(DayRange(on, on), horizon: horizon))
        }
        let leaver = firm.people[index]
        guard leaver.contract.hasValue(from: nil, until: on) else {
            throw Refusal("on", .notEmployed(person: leaver.name, DayRange(min(on, horizon.first), on)))
        }
        let bookings = firm.bookings.compactMap { $0.person == person ? $0.cut(after: on, in: firm) : $0 }
        firm.people[index].contract = leaver.contract.clipped(
            from: nil, until: on, continuing: { $0.continuing(from: $1) })
        firm.bookings = bookings
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        return "\(phrasing.name(person)) departs on \(phrasing.date(on))"
    }
}
