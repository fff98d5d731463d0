// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A promise that is not to be moved: a new booking, or one that is there and promises the same.
public struct Pin: Change {
    public var person: Identifier<Person>
    public var line: LineID
    public var amount: Booking.Amount
    public var days: DayRange

    public init(_ person: Identifier<Person>, on line: LineID, _ amount: Booking.Amount, _ days: DayRange) {
        self.person = person
        self.line = line
        self.amount = amount
        self.days = days
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        _ = try firm.position(of: person, key: "pin")
        let project = firm.projects[try firm.position(of: line, key: "pin").project]
        try firm.check(days, key: "pin")
        guard project.stage != .lost else { throw Refusal("pin", .noEffect("\(project.name) is lost")) }
        let pinned = Booking(person: person, line: line, amount: amount, days: days, firmness: .pinned)
        guard let index = firm.bookings.firstIndex(where: pinned.promises) else {
            return firm.bookings.append(pinned)
        }
        guard firm.bookings[index] != pinned else {
            throw Refusal("pin", .noEffect("this booking is pinned already"))
        }
        firm.bookings[index] = pinned
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        return
            "Pin \(phrasing.name(person)) to \(phrasing.name(line)), \(phrasing.amount(amount)) \(phrasing.dates(days))"
    }
}
