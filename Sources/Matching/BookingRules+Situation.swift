// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

// What the rules of booking come to in numbers, for one firm. Whoever makes, searches or checks a bookable plan reads them
// here; whether a plan keeps them is decided by each of them alone.
//
// A stretch is a position in `stretches[line]`. Whoever holds a share of a line is on it in all weeks of the stretch, also
// in those in which they are on leave or in which nothing is asked for.

extension Situation {
    /// Hours of a whole week at the line's pace that are open beside pinned work: the mean over the weeks of the stretch
    /// in which anything is open, rounded down to the second; zero where nothing is.
    ///
    /// A week cut short by a holiday or by the line's dates counts as the whole week that it is a part of, so that nobody's
    /// share is too small for a holiday's sake.
    public func ordinaryWeek(line: Int, stretch: Int) -> Hours {
        let demand = demand.lines[line]
        return mean(line: line, stretch: stretch) { week in
            openHours(line: line, week: week).scaledDown(by: demand.pace(in: week), over: demand.hours(in: week))
        }
    }

    /// What the policy's smallest booking comes to in a week of the line; never less than a minute, since whoever is booked
    /// for nothing is not there.
    public func smallestBooking(line: Int, stretch: Int) -> Hours {
        switch firm.policy.bookable.smallest {
        case .hours(let hours): max(Hours.leastBooked, hours)
        case .share(let share):
            max(
                Hours.leastBooked,
                mean(line: line, stretch: stretch) { demand.lines[line].fullWeek(in: $0) }.times(share))
        }
    }

    /// The smallest share of a steady line that somebody may hold through a stretch, other than none: what the smallest
    /// booking makes of an ordinary week, or a whole seat where that is less. Rounded down to the millionth; zero where
    /// nothing of the line is open, since nothing is too little there.
    public func leastShare(of line: Int, stretch: Int) -> Share {
        let week = ordinaryWeek(line: line, stretch: stretch)
        guard week > .zero else { return .zero }
        return min(smallestSeat(of: line), smallestBooking(line: line, stretch: stretch).share(of: week))
    }

    /// What the policy's step makes of an ordinary week of a steady line, rounded down to the millionth; nil where shares
    /// need not come in steps, or nothing of the line is open. More than a seat where the step is longer than that: then
    /// only a whole seat, or all that is left, will do.
    public func stepShare(of line: Int, stretch: Int) -> Share? {
        let week = ordinaryWeek(line: line, stretch: stretch)
        guard let step = firm.policy.bookable.step, step > .zero, week > .zero else { return nil }
        return step.share(of: week)
    }

    /// The fewest hours of a weekly or anytime line that somebody may be booked for in a week, other than none: the
    /// policy's slice, but no less than a minute; or all that there is where that is less: of a weekly line a seat of the
    /// week, of an anytime line all that is open of it, of a person all their time beside pinned work, overtime included.
    public func leastSlice(person: Int, line: Int, week: Int) -> Hours {
        min(
            leastSlice(line: line, week: week),
            openCapacity(person: person, week: week) + openOvertime(person: person, week: week))
    }

    /// Whether hours are fewer than the smallest slice; a second or two is rounding.
    public func isSliver(_ hours: Hours, person: Int, line: Int, week: Int) -> Bool {
        hours + Hours(seconds: 2) < leastSlice(person: person, line: line, week: week)
    }

    private func leastSlice(line: Int, week: Int) -> Hours {
        let slice = max(Hours.leastBooked, firm.policy.bookable.slice)
        switch need(of: line).spread {
        case .anytime: return min(slice, openTotal(line: line))
        case .weekly, .steady:
            let seat = openHours(line: line, week: week).seconds / max(1, need(of: line).seats)
            return min(slice, Hours(seconds: seat))
        }
    }

    /// The site of the line's project, where the person would have to travel to it: they have an office, and it is another.
    public func siteAway(person: Int, line: Int) -> Identifier<Office>? {
        project(of: line).site(awayFrom: firm.people[person])
    }

    /// Whom a person needs beside them: in any week in which they do something of a project, beyond what is pinned on them,
    /// at least one of these is on it, too, be it by a pin.
    public struct Companionship: Sendable, Hashable {
        public enum Cause: Sendable, Hashable {
            /// They are the person's mentors.
            case mentors
            /// The person and this one work together only.
            case together
        }

        /// Positions in `Firm.people`.
        public let person: Int
        public let anyOf: [Int]
        public let cause: Cause

        public init(person: Int, anyOf: [Int], cause: Cause) {
            self.person = person
            self.anyOf = anyOf
            self.cause = cause
        }
    }

    /// All of them, in the order of the people who need somebody; a set of n people who work together gives n − 1 for each.
    public func companionships() -> [Companionship] {
        let at = Dictionary(firm.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return firm.people.indices.flatMap { person -> [Companionship] in
            let id = firm.people[person].id
            let mentors = firm.people[person].mentors.compactMap { at[$0] }
            let others = firm.together.filter { $0.contains(id) }.joined().compactMap { at[$0] }
            return (mentors.isEmpty ? [] : [Companionship(person: person, anyOf: mentors, cause: .mentors)])
                + others.filter { $0 != person }.map { Companionship(person: person, anyOf: [$0], cause: .together) }
        }
    }

    /// A seat in whole millionths, rounded down: a whole one, whoever of three has the odd millionth.
    private func smallestSeat(of line: Int) -> Share {
        Share(millionths: Share.whole.millionths / max(1, need(of: line).seats))
    }

    /// Over the weeks of the stretch in which anything is open.
    private func mean(line: Int, stretch: Int, _ hours: (Int) -> Hours) -> Hours {
        let weeks = stretches[line][stretch].filter { openHours(line: line, week: $0) > .zero }
        guard !weeks.isEmpty else { return .zero }
        return Hours(seconds: weeks.reduce(.zero) { $0 + hours($1) }.seconds / weeks.count)
    }
}

extension Project {
    /// The project's site, where the person has an office and it is another.
    func site(awayFrom person: Person) -> Identifier<Office>? {
        guard let site, let office = person.office, office != site else { return nil }
        return site
    }
}

extension Hours {
    /// Less is dust.
    fileprivate static let leastBooked = Hours(seconds: 60)

    /// What part of the others these hours are, rounded down to the millionth.
    /// - Precondition: the others are more than none.
    fileprivate func share(of others: Hours) -> Share {
        Share(millionths: Int(Int128(seconds) * 1_000_000 / Int128(others.seconds)))
    }
}
