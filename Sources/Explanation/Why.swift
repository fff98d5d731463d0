// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
public import Staffing

/// Why somebody is on a line: what the firm would lose without, and what each other way would cost.
public struct Why: Sendable {
    /// Somebody else in their place.
    public struct Other: Sendable {
        public let person: Identifier<Person>
        /// What the plan gives them on the line as it is.
        public let planned: Hours
        public let value: HourValue
        /// What they would carry instead; nil where their weeks have no room beside pinned work.
        public let reservation: Reservation?
        /// The best plan with the one off the line and the other on it; nil without room.
        public let consequence: Consequence?
    }

    public let person: Identifier<Person>
    public let line: LineID
    /// What the plan gives them on the line, the shares of a steady line, and how much of it is pinned.
    public let planned: Hours
    public let pinned: Hours
    public let weeks: ClosedRange<Week>?
    public let shares: [ShareHeld]
    public let value: HourValue?
    /// The best plan in which they do nothing there beside pinned work; nil where they do not anyway, or are pinned
    /// there whatever the time.
    public let without: Consequence?
    /// Other candidates, the cheapest first.
    public let others: [Other]
    /// How many candidates more there are.
    public let untried: Int
}

/// Takes the person off the line, plans anew, and does so once more with each other candidate in their place.
///
/// - Parameters:
///   - person: position in `Firm.people`.
///   - line: position in `Demand.lines`.
///   - most: how many others to try, those first who are on the line, then those whose hour is worth most.
public func why(person: Int, line: Int, in base: PlannedFirm, most: Int = .max) throws -> Why {
    let situation = base.situation
    let (who, what) = (situation.firm.people[person].id, situation.demand.lines[line].id)
    let work = base.plan.assignments.filter { $0.person == who && $0.line == what }
    let weeks = work.flatMap { $0.weeks.map(\.week) }
    let pinned = work.filter { $0.kind == .pinned }.reduce(.zero) { $0 + $1.weeks.total }
    let planned = base.hours(of: person, on: line)
    // Where the person is pinned and only the time is free, they cannot be taken off.
    let isHeld = situation.promises(of: person, on: line).contains { $0.promise.origin == .person }
    let isFree = planned > pinned && !isHeld
    let likeliest = isFree ? base.likeliest(for: line).filter { $0.person != person } : []
    return Why(
        person: who, line: what, planned: planned, pinned: pinned,
        weeks: weeks.min().flatMap { first in weeks.max().map { first...$0 } },
        shares: work.flatMap(\.shares),
        value: situation.candidate(person: person, line: line).map { situation.hourValue(of: $0, line: line) },
        without: isFree ? try base.consequence(stipulating: [.keepOff(person: person, line: line)]) : nil,
        others: try others(Array(likeliest.prefix(most)), insteadOf: person, line: line, in: base),
        untried: max(0, likeliest.count - most))
}

private func others(
    _ candidates: [Candidate], insteadOf person: Int, line: Int, in base: PlannedFirm
) throws -> [Why.Other] {
    let situation = base.situation
    let found = try candidates.mapAtOnce { candidate -> Why.Other in
        let reservation = situation.reservation(person: candidate.person, line: line)
        return Why.Other(
            person: situation.firm.people[candidate.person].id, planned: base.hours(of: candidate.person, on: line),
            value: situation.hourValue(of: candidate, line: line), reservation: reservation,
            consequence: try reservation.map {
                try base.consequence(stipulating: [.keepOff(person: person, line: line), $0.stipulation])
            })
    }
    return found.ranked { $0.consequence?.worth }
}

extension Array {
    /// Most money first, without any last; those that are alike keep their order.
    func ranked(by money: (Element) -> Money?) -> [Element] {
        let keys = map(money)
        return indices.sorted { left, right in
            switch (keys[left], keys[right]) {
            case (let first?, let second?): (second, left) < (first, right)
            case (nil, nil): left < right
            case (_, nil): true
            case (nil, _): false
            }
        }.map { self[$0] }
    }
}
