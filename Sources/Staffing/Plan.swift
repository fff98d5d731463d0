// SPDX-License-Identifier: GPL-3.0-or-later

/// Who works on what, week by week; what stays unmet and why; and the proof of how good it is.
public struct Plan: Sendable, Equatable {
    public enum Style: String, Sendable, CaseIterable {
        /// It keeps ``BookingRules`` and what lines ask of their teams, so that people can be booked as it says.
        case bookable
        /// Any share of anything, as the linear program has it: the most that there is to be had.
        case fractional
    }

    /// The name of the scenario.
    public var scenario: String
    /// SHA-256 of the resolved input that the plan was made from, in hexadecimal.
    public var digest: String
    /// Whether it keeps the rules of booking.
    public var style: Style
    /// In the order of the people, then of the lines, as the files have them.
    public var assignments: [Assignment]
    public var subcontracts: [Subcontract]
    /// In the order of the lines.
    public var unfilled: [Unfilled]
    public var certificate: Certificate
    /// When each phase with a window begins, in the order of the files.
    public var starts: [PhaseStart]
    /// How good the choice of starts is; nil where none was made.
    public var startsProof: StartsProof?

    public init(
        scenario: String, digest: String, style: Style = .fractional, assignments: [Assignment],
        subcontracts: [Subcontract], unfilled: [Unfilled], certificate: Certificate, starts: [PhaseStart] = [],
        startsProof: StartsProof? = nil
    ) {
        self.starts = starts
        self.startsProof = startsProof
        self.scenario = scenario
        self.digest = digest
        self.style = style
        self.assignments = assignments
        self.subcontracts = subcontracts
        self.unfilled = unfilled
        self.certificate = certificate
    }
}

extension Plan {
    /// Of all subcontractors.
    public var subcontractedHours: Hours { subcontracts.reduce(.zero) { $0 + $1.weeks.total } }
}

public struct WeekHours: Hashable, Sendable, Encodable {
    public let week: Week
    public let hours: Hours

    public init(_ week: Week, _ hours: Hours) {
        self.week = week
        self.hours = hours
    }
}

extension Sequence<WeekHours> {
    public var total: Hours { reduce(.zero) { $0 + $1.hours } }
}

/// A share of a steady line, held from one week through another.
public struct ShareHeld: Hashable, Sendable {
    public let first: Week
    public let last: Week
    public let share: Share

    public init(first: Week, last: Week, share: Share) {
        self.first = first
        self.last = last
        self.share = share
    }
}

/// A person's hours on a line in a plan.
public struct Assignment: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Promised before planning and kept.
        case pinned
        /// A share of a steady line.
        case steady
        /// Hours of a weekly or anytime line.
        case hourly
        /// Hours that stand in for somebody's absence on a steady line.
        case cover
    }

    public let person: Identifier<Person>
    public let line: LineID
    public let kind: Kind
    /// For steady work, the share held in each stretch; else empty.
    public let shares: [ShareHeld]
    /// Weeks with hours, in order.
    public let weeks: [WeekHours]

    public init(
        person: Identifier<Person>, line: LineID, kind: Kind, shares: [ShareHeld] = [], weeks: [WeekHours]
    ) {
        self.person = person
        self.line = line
        self.kind = kind
        self.shares = shares
        self.weeks = weeks
    }
}

/// Hours of a line that subcontractors take.
public struct Subcontract: Sendable, Equatable {
    public let pool: Identifier<SubcontractorPool>
    public let line: LineID
    /// For a steady line, the share held in each stretch; else empty.
    public let shares: [ShareHeld]
    public let weeks: [WeekHours]

    public init(
        pool: Identifier<SubcontractorPool>, line: LineID, shares: [ShareHeld] = [], weeks: [WeekHours]
    ) {
        self.pool = pool
        self.line = line
        self.shares = shares
        self.weeks = weeks
    }
}

/// Demand that the plan leaves unmet, for one reason.
public struct Unfilled: Sendable, Equatable {
    public enum Reason: Sendable, Hashable {
        /// Nobody has the skill.
        case skill(Identifier<Skill>)
        /// Nobody has the skill at the level; the highest level held is given.
        case level(Identifier<Skill>, needs: Int, best: Int)
        /// Each thing the line asks for is there, but nobody has all of it together.
        case combination
        case role(Identifier<Role>)
        case office(Identifier<Office>)
        /// Whoever could do it does not travel to the project's site.
        case site(Identifier<Office>)
        /// Whoever could do it is excluded from it.
        case excluded
        /// Whoever could do it is not there in these weeks.
        case away
        /// Whoever could do it has no time left for it.
        case time
        /// The line is cut into seats, and whoever still has time holds one already.
        case team
        /// The weeks are frozen, and nobody was booked for it.
        case frozen
        /// Somebody could do it, but it would cost more than it is worth.
        case price
        /// In a bookable plan: somebody has time for it whom a rule of booking keeps from it.
        case rule(BookingRule)
    }

    /// A rule of booking by which people with time may not work; the raw value is the word in plan files.
    public enum BookingRule: String, Sendable, CaseIterable {
        /// The grades that the line asks for.
        case mix
        /// Whom the person needs beside them.
        case company
        /// The smallest booking or slice, or the step.
        case smallest
        /// So many lines at once.
        case atOnce = "at once"
        /// So many sites in a week.
        case sites
    }

    public let line: LineID
    public let reason: Reason
    /// The person who comes nearest to filling it, if anybody does.
    public let nearest: Identifier<Person>?
    public let weeks: [WeekHours]

    public init(line: LineID, reason: Reason, nearest: Identifier<Person>?, weeks: [WeekHours]) {
        self.line = line
        self.reason = reason
        self.nearest = nearest
        self.weeks = weeks
    }
}
