// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

extension Tally {
    /// Hours of a promise that the plan keeps. Cover stands in for others and keeps nothing.
    public func kept(_ promise: Promise) -> Hours {
        min(promise.hours, worked(promise))
    }

    private func worked(_ promise: Promise) -> Hours {
        let people = entriesOfLine[promise.line, default: []].reduce(Hours.zero) { sum, index in
            let entry = entries[index]
            guard entry.kind == .steady || entry.kind == .hourly,
                promise.counts(person: entry.person, line: entry.line, week: entry.week)
            else { return sum }
            return sum + entry.hours
        }
        guard promise.person == nil else { return people }
        return poolEntries.reduce(people) { sum, entry in
            promise.counts(person: nil, line: entry.line, week: entry.week) ? sum + entry.hours : sum
        }
    }

    /// The price of what is not kept of all promises, in minor units.
    func brokenPromises(in situation: Situation) -> Double {
        situation.promises.reduce(0) { sum, promise in
            sum + Double(promise.price.perHour.minorUnits) * (promise.hours - kept(promise)).inHours
        }
    }
}

/// What became of the bookings that were to be kept.
public struct Moves: Sendable, Equatable {
    /// A person on a line.
    public struct Booking: Sendable, Equatable {
        public let person: Identifier<Person>
        public let line: LineID
        /// Hours booked before, in weeks that are open.
        public let booked: Hours
        /// Hours that nobody could keep, whatever is decided: the person has less time, or the line asks for less.
        public let released: Hours
        /// Hours that could be kept and are not.
        public let moved: Hours
    }

    /// A half-pinned booking that could not be kept.
    public struct Broken: Sendable, Equatable {
        public let person: Identifier<Person>?
        public let line: LineID
        public let weeks: ClosedRange<Week>
        public let wanted: Hours
        public let kept: Hours
    }

    /// Every kept booking, in the order of people and lines; then those of people and lines that are gone.
    public let bookings: [Booking]
    public let broken: [Broken]

    public init(of tally: Tally, in situation: Situation) {
        let known = situation.keptBookings.map { booking in
            let promises = booking.promises.map { situation.promises[$0] }
            let booked = promises.reduce(Hours.zero) { $0 + $1.wanted }
            let possible = promises.reduce(Hours.zero) { $0 + $1.hours }
            let kept = promises.reduce(Hours.zero) { $0 + tally.kept($1) }
            return Booking(
                person: situation.firm.people[booking.person].id, line: situation.demand.lines[booking.line].id,
                booked: booked, released: booked - possible, moved: possible - kept)
        }
        bookings = known + Moves.gone(from: situation, known: known)
        broken = situation.promises.filter { $0.origin != .kept }.compactMap { promise in
            let kept = tally.kept(promise)
            guard !(promise.wanted - kept).isDust else { return nil }
            let first = situation.firm.horizon.firstWeek
            return Broken(
                person: promise.person.map { situation.firm.people[$0].id },
                line: situation.demand.lines[promise.line].id,
                weeks: first.advanced(by: promise.weeks.lowerBound)...first.advanced(by: promise.weeks.upperBound - 1),
                wanted: promise.wanted, kept: kept)
        }
    }

    /// Bookings of people, or of lines, that the firm no longer has: nothing of them can be kept.
    private static func gone(from situation: Situation, known: [Booking]) -> [Booking] {
        let firm = situation.firm
        return (firm.commitment?.kept ?? []).compactMap { kept in
            let isKnown = known.contains { $0.person == kept.person && $0.line == kept.line }
            let isThere =
                firm.people.contains { $0.id == kept.person } && situation.demand.index(of: kept.line) != nil
            guard !isKnown, !isThere else { return nil }
            let open = kept.weeks.filter { item in
                firm.horizon.index(of: item.week).map { !situation.isFrozen($0) } ?? false
            }
            guard open.total > .zero else { return nil }
            return Booking(
                person: kept.person, line: kept.line, booked: open.total, released: open.total, moved: .zero)
        }
    }

    public init(of plan: Plan, in situation: Situation) {
        self.init(of: Tally(of: plan, in: situation), in: situation)
    }

    /// Bookings of which a minute or more is moved.
    public var moved: [Booking] { bookings.filter { !$0.moved.isDust } }
    public var movedHours: Hours { moved.reduce(.zero) { $0 + $1.moved } }
    public var released: [Booking] { bookings.filter { !$0.released.isDust } }
}
