// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A promise that is not to be moved: a new booking, or one that is there and promises the same. Of a half pin only the
/// person stays, or only the time.
public struct Pin: Change {
    public var person: Identifier<Person>
    public var line: LineID
    public var amount: Booking.Amount
    public var days: DayRange
    /// One of the pinned ones.
    public var firmness: Booking.Firmness

    public init(
        _ person: Identifier<Person>, on line: LineID, _ amount: Booking.Amount, _ days: DayRange,
        _ firmness: Booking.Firmness = .pinned
    ) {
        self.person = person
        self.line = line
        self.amount = amount
        self.days = days
        self.firmness = firmness
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        _ = try firm.position(of: person, key: "pin")
        let project = firm.projects[try firm.position(of: line, key: "pin").project]
        try firm.check(days, key: "pin")
        guard firmness.isPinned else { throw Refusal("pin", .noEffect("`\(firmness.rawValue)` pins nothing")) }
        guard project.stage != .lost else { throw Refusal("pin", .noEffect("\(project.name) is lost")) }
        let pinned = Booking(person: person, line: line, amount: amount, days: days, firmness: firmness)
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
        let half =
            switch firmness {
            case .pinnedPerson: ", at any time in these weeks"
            case .pinnedTime: ", or somebody else at that time"
            case .pinned, .confirmed, .tentative: ""
            }
        let when = phrasing.dates(days)
        return "Pin \(phrasing.name(person)) to \(phrasing.name(line)), \(phrasing.amount(amount)) \(when)\(half)"
    }
}

extension Booking.Firmness {
    /// Wholly or by half.
    var isPinned: Bool {
        switch self {
        case .pinned, .pinnedPerson, .pinnedTime: true
        case .confirmed, .tentative: false
        }
    }
}
