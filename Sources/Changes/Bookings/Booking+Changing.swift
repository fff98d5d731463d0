// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Booking {
    func moved(by days: Int) -> Booking {
        Booking(person: person, line: line, amount: amount, days: self.days.moved(by: days), firmness: firmness)
    }

    func held(_ firmness: Firmness) -> Booking {
        Booking(person: person, line: line, amount: amount, days: days, firmness: firmness)
    }

    /// What is left of it through that day. Of a total, the part that falls on those days, rounded down to the
    /// finest that a file can say.
    func cut(after last: Day, in firm: Firm) -> Booking? {
        guard days.first <= last else { return nil }
        guard days.last > last else { return self }
        var rest = amount
        if case .total = amount { rest = .total(firm.hours(of: self, through: last).downToFinest) }
        return Booking(
            person: person, line: line, amount: rest, days: DayRange(days.first, last), firmness: firmness)
    }

    /// Whether both promise the same, however firmly.
    func promises(theSameAs other: Booking) -> Bool { held(.confirmed) == other.held(.confirmed) }
}
