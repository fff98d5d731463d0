// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

/// As much of a line as somebody is made to carry.
///
/// It is counted beside pinned work, theirs and others': of what is open of the line, and of what is open of their
/// weeks. Nobody is made to carry more than one of the line's equal seats.
///
/// - Of a **steady** line it is one constant share through each stretch in which they can hold it: the largest that
///   their fullest week has room for. Where a number of hours a week is asked for, it is the share that makes these
///   hours in the line's largest week, if their weeks have room for that.
/// - Of a **weekly** line it is, in each week, the hours asked for, at most a seat, as far as the week has room.
/// - Of an **anytime** line it is, in each week, the line's even spread, as far as the week has room; where a number of
///   hours a week is asked for, these, from the first week on until the line is done.
///
/// Room is ordinary time; where a number of hours is asked for, overtime is room, too.
public struct Reservation: Sendable, Equatable {
    public let person: Identifier<Person>
    public let line: LineID
    /// What the planner is told to keep.
    public let stipulation: Stipulation
    /// Over all weeks, as far as they are there to do them.
    public let hours: Hours
    /// In the week that has most.
    public let mostInAWeek: Hours
    /// Whether it is less than was asked for, since there is no room for more.
    public let isCut: Bool
}

extension Situation {
    /// The largest reservation of a line for an eligible person, or that of so many hours a week; nil where no week
    /// has room for any of it.
    public func reservation(person: Int, line: Int, hoursPerWeek: Hours? = nil) -> Reservation? {
        guard weight(of: line) > .zero, candidate(person: person, line: line) != nil else { return nil }
        switch need(of: line).spread {
        case .steady: return steadyReservation(person: person, line: line, wish: hoursPerWeek)
        case .weekly, .anytime: return looseReservation(person: person, line: line, wish: hoursPerWeek)
        }
    }

    private func room(_ person: Int, _ week: Int, withOvertime: Bool) -> Hours {
        openCapacity(person: person, week: week)
            + (withOvertime ? openOvertime(person: person, week: week) : .zero)
    }

    private func steadyReservation(person: Int, line: Int, wish: Hours?) -> Reservation? {
        let weeks = demand.lines[line].weeks
        let largest = weeks.map { openHours(line: line, week: $0) }.max() ?? .zero
        let wished = wish.map { $0.inHours / max(1, largest.inHours) } ?? 1
        let target = min(seat(of: line), wished)
        let shares = stretches[line].map { stretch -> Share in
            guard canHold(person: person, line: line, through: stretch) else { return .zero }
            let most = stretch.reduce(target) { most, week in
                let whole = delivery(person: person, line: line, week: week)
                guard whole > .zero else { return most }
                return min(most, room(person, week, withOvertime: wish != nil).inHours / whole.inHours)
            }
            return Share(millionths: Int(most * 1_000_000))
        }
        var byWeek: [Hours] = []
        for (stretch, share) in zip(stretches[line], shares) {
            byWeek += stretch.map { delivery(person: person, line: line, week: $0).part(share) }
        }
        let isCut = zip(stretches[line], shares).contains { stretch, share in
            stretch.contains { openHours(line: line, week: $0) > .zero }
                && share.fraction < (wish == nil ? target : wished) - 1e-5
        }
        return reservation(
            .share(person: person, line: line, byStretch: shares), of: person, on: line, byWeek: byWeek,
            isCut: isCut && wish != nil)
    }

    private func looseReservation(person: Int, line: Int, wish: Hours?) -> Reservation? {
        let isAnytime = need(of: line).spread == .anytime
        var left = openTotal(line: line)
        var isCut = false
        let byWeek = demand.lines[line].weeks.map { week -> Hours in
            let open = openHours(line: line, week: week)
            let seat = isAnytime ? open : open.part(Share(millionths: 1_000_000 / max(1, need(of: line).seats)))
            let most = isAnytime && wish != nil ? left : min(left, seat)
            let asked = min(most, wish ?? most)
            let hours = min(asked, room(person, week, withOvertime: wish != nil))
            if let wish, hours < min(wish, most) || (!isAnytime && wish > seat && open > .zero) { isCut = true }
            left -= hours
            return hours
        }
        return reservation(
            .hours(person: person, line: line, byWeek: byWeek), of: person, on: line, byWeek: byWeek, isCut: isCut)
    }

    private func reservation(
        _ stipulation: Stipulation, of person: Int, on line: Int, byWeek: [Hours], isCut: Bool
    ) -> Reservation? {
        let hours = byWeek.reduce(.zero, +)
        guard !hours.isDust else { return nil }
        return Reservation(
            person: firm.people[person].id, line: demand.lines[line].id, stipulation: stipulation, hours: hours,
            mostInAWeek: byWeek.max() ?? .zero, isCut: isCut)
    }
}
