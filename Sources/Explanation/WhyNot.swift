// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Planning
public import Staffing

/// Why somebody is not, or not more, on a line: what stands in the way, or what it would cost the whole firm.
public struct WhyNot: Sendable {
    public enum Answer: Sendable {
        /// They cannot be booked on it. Were all of that out of the way but for absence, the best plan would differ
        /// from this one as given; it never makes it worse. Nil where nothing but more time could help.
        case barred([Obstacle], otherwise: Consequence?)
        /// The line is not counted: its project is lost, or proposed work is left out.
        case leftOut
        /// No week of theirs has room for any of it beside pinned work, or pinned work has taken all of the line.
        case noRoom
        /// The best plan in which they carry that much of it.
        case price(Reservation, Consequence)
    }

    public let person: Identifier<Person>
    public let line: LineID
    /// What the plan gives them on the line.
    public let planned: Hours
    /// What an hour of theirs is worth there; nil where they may not do it.
    public let value: HourValue?
    public let answer: Answer
}

/// Puts the person on the line, plans anew, and takes the difference for the whole firm.
///
/// - Parameters:
///   - person: position in `Firm.people`.
///   - line: position in `Demand.lines`.
///   - hoursPerWeek: how much; as much as they can carry where nil. See ``Reservation``.
public func whyNot(
    person: Int, line: Int, hoursPerWeek: Hours? = nil, in base: PlannedFirm
) throws -> WhyNot {
    let situation = base.situation
    let candidate = situation.candidate(person: person, line: line)
    return WhyNot(
        person: situation.firm.people[person].id, line: situation.demand.lines[line].id,
        planned: base.hours(of: person, on: line),
        value: candidate.map { situation.hourValue(of: $0, line: line) },
        answer: try answer(person: person, line: line, hoursPerWeek: hoursPerWeek, in: base))
}

private func answer(person: Int, line: Int, hoursPerWeek: Hours?, in base: PlannedFirm) throws -> WhyNot.Answer {
    let situation = base.situation
    guard situation.weight(of: line) > .zero else { return .leftOut }
    guard situation.candidate(person: person, line: line) != nil else {
        let obstacles = situation.eligibility.obstacles(person: person, demand: situation.demand.lines[line])
        guard !obstacles.contains(.away) else { return .barred(obstacles, otherwise: nil) }
        return .barred(obstacles, otherwise: try base.consequence(stipulating: [.admit(person: person, line: line)]))
    }
    guard let forced = situation.reservation(person: person, line: line, hoursPerWeek: hoursPerWeek) else {
        return .noRoom
    }
    return .price(forced, try base.consequence(stipulating: [forced.stipulation]))
}

extension PlannedFirm {
    /// All hours of a person on a line in the plan, by position.
    func hours(of person: Int, on line: Int) -> Hours {
        let (who, what) = (situation.firm.people[person].id, situation.demand.lines[line].id)
        return plan.assignments.filter { $0.person == who && $0.line == what }.reduce(.zero) { $0 + $1.weeks.total }
    }

    /// All hours of a subcontractor pool on a line in the plan, by position.
    func hours(ofPool pool: Int, on line: Int) -> Hours {
        let (who, what) = (situation.firm.subcontractors[pool].id, situation.demand.lines[line].id)
        return plan.subcontracts.filter { $0.pool == who && $0.line == what }.reduce(.zero) { $0 + $1.weeks.total }
    }
}
