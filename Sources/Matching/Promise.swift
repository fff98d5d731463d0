// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Hours that were promised before planning and are to be kept if they can be; what falls short has a price.
public struct Promise: Sendable, Hashable {
    public enum Origin: Hashable, Sendable {
        /// A booking of the commitment: the person, the line and the time.
        case kept
        /// A booking of which the person is pinned, but not the time.
        case person
        /// A booking of which the time is pinned, but not the person.
        case time
    }

    public let origin: Origin
    /// Position in `Firm.people`; nil where anybody may do the work, subcontractors included.
    public let person: Int?
    public let line: Int
    /// Weeks of the horizon, by position, in which the hours may be worked.
    public let weeks: Range<Int>
    /// Hours promised.
    public let wanted: Hours
    /// Hours of those that can be kept, each kept booking beside all others.
    public let hours: Hours
    /// Of each hour that could be kept and is not.
    public let price: Rate

    /// Whether hours could keep both promises at once, which would count them twice.
    func isAbout(_ other: Promise) -> Bool {
        origin == other.origin && person == other.person && line == other.line && weeks.overlaps(other.weeks)
    }

    /// Whether hours of that person on that line in that week keep the promise.
    public func counts(person: Int?, line: Int, week: Int) -> Bool {
        line == self.line && weeks.contains(week) && (self.person == nil || self.person == person)
    }
}

extension Situation {
    /// The promises that a person's hours on a line, or a subcontractor's where there is no person, can keep.
    public func promises(of person: Int?, on line: Int) -> [(index: Int, promise: Promise)] {
        if promisesOfLine.isEmpty { return [] }
        return (promisesOfLine[line] ?? []).compactMap { index in
            let promise = promises[index]
            return promise.person == nil || promise.person == person ? (index, promise) : nil
        }
    }

    /// What comes before everything else: a hundred times what an hour of any work, unmet demand included, can be worth or
    /// cost. So a half-pinned hour is given up only where it cannot be worked.
    var firstPrice: Rate {
        let unmet = unmetPrices.max() ?? .zero
        let whole = tables.highest.perHour.minorUnits + unmet.perHour.minorUnits + firm.currency.scale
        return Rate(perHour: Money(minorUnits: 100 * whole))
    }

    /// The bookings of which only the person or only the time is pinned, those that ask for the same hours together.
    func pinnedByHalf() -> [Promise] {
        var joined: [Promise] = []
        for promise in eachPinnedByHalf() {
            if let index = joined.firstIndex(where: { $0.isAbout(promise) }) {
                let (first, last) = (
                    min(joined[index].weeks.lowerBound, promise.weeks.lowerBound),
                    max(joined[index].weeks.upperBound, promise.weeks.upperBound)
                )
                let wanted = joined[index].wanted + promise.wanted
                joined[index] = self.promise(promise.origin, promise.person, promise.line, first..<last, wanted: wanted)
            } else {
                joined.append(promise)
            }
        }
        return joined
    }

    private func promise(
        _ origin: Promise.Origin, _ person: Int?, _ line: Int, _ weeks: Range<Int>, wanted: Hours
    ) -> Promise {
        let most =
            person.map { mostHours(of: $0, on: line, in: weeks) }
            ?? open(line: line, week: weeks.lowerBound)
        return Promise(
            origin: origin, person: person, line: line, weeks: weeks, wanted: wanted, hours: min(wanted, most),
            price: firstPrice)
    }

    private func eachPinnedByHalf() -> [Promise] {
        firm.bookings.flatMap { booking -> [Promise] in
            guard let line = demand.index(of: booking.line), weight(of: line) > .zero,
                let person = firm.people.firstIndex(where: { $0.id == booking.person })
            else { return [] }
            let weeks = firm.weeks(of: booking).filter { !isFrozen($0.week) }
            guard let first = weeks.first?.week, let last = weeks.last?.week else { return [] }
            switch booking.firmness {
            case .tentative, .confirmed, .pinned: return []
            case .pinnedPerson:
                let wanted = weeks.reduce(.zero) { $0 + $1.hours }
                return [promise(.person, person, line, first..<last + 1, wanted: wanted)]
            case .pinnedTime:
                return weeks.map { week, hours in promise(.time, nil, line, week..<week + 1, wanted: hours) }
            }
        }
    }

    /// The most that a person could do of a line in those weeks if they did nothing else that can be moved.
    private func mostHours(of person: Int, on line: Int, in weeks: Range<Int>) -> Hours {
        guard candidate(person: person, line: line) != nil else { return .zero }
        let sum = weeks.reduce(Hours.zero) { sum, week in
            let room = openCapacity(person: person, week: week) + openOvertime(person: person, week: week)
            switch need(of: line).spread {
            case .steady:
                return sum + min(room, delivery(person: person, line: line, week: week).part(largestShare(of: line)))
            case .weekly: return sum + min(room, openHours(line: line, week: week).part(largestShare(of: line)))
            case .anytime: return sum + room
            }
        }
        return need(of: line).spread == .anytime ? min(sum, openTotal(line: line)) : sum
    }
}
