// SPDX-License-Identifier: GPL-3.0-or-later

/// A promise of a person's time to a line, as the files have it before planning.
public struct Booking: Sendable, Equatable, Encodable {
    public enum Firmness: String, Sendable, Encodable, CaseIterable {
        /// Not promised.
        case tentative
        /// Promised; the planner may still move it.
        case confirmed
        /// Promised, and not to be moved.
        case pinned
        /// The person is promised, not the time: the hours may be worked in any of the booking's weeks.
        case pinnedPerson = "pinned person"
        /// The time is promised, not the person: anybody who may do the work may do these hours.
        case pinnedTime = "pinned time"
    }

    public enum Amount: Hashable, Sendable, Encodable {
        /// In a full week of the person's pattern; shorter weeks hold less in proportion.
        case perWeek(Hours)
        /// Over all days, spread over the person's working days.
        case total(Hours)
        /// A share of the person's hours.
        case share(Share)
    }

    public let person: Identifier<Person>
    public let line: LineID
    public let amount: Amount
    public let days: DayRange
    public let firmness: Firmness

    public init(
        person: Identifier<Person>, line: LineID, amount: Amount, days: DayRange, firmness: Firmness
    ) {
        self.person = person
        self.line = line
        self.amount = amount
        self.days = days
        self.firmness = firmness
    }
}

/// Somebody who must not be booked somewhere.
public struct Exclusion: Sendable, Equatable, Encodable {
    public enum Target: Hashable, Sendable, Encodable, CustomStringConvertible {
        case client(Identifier<Client>)
        case project(Identifier<Project>)
        case line(LineID)

        /// As the files write it.
        public var description: String {
            switch self {
            case .client(let client): "client \(client)"
            case .project(let project): "\(project)"
            case .line(let line): "\(line)"
            }
        }
    }

    public let person: Identifier<Person>
    public let target: Target

    public init(person: Identifier<Person>, target: Target) {
        self.person = person
        self.target = target
    }
}

/// Subcontractors who can be called in by the hour.
public struct SubcontractorPool: Sendable, Equatable, Encodable {
    public let id: Identifier<SubcontractorPool>
    public let name: String
    public let skills: [SkillLevel]
    public let roles: [Identifier<Role>]
    /// At most, in each week.
    public let hoursPerWeek: Hours
    public let cost: Dated<Rate>
    /// When the pool can be called on; nil for always.
    public let days: DayRange?

    public init(
        id: Identifier<SubcontractorPool>, name: String, skills: [SkillLevel], roles: [Identifier<Role>],
        hoursPerWeek: Hours, cost: Dated<Rate>, days: DayRange?
    ) {
        self.id = id
        self.name = name
        self.skills = skills
        self.roles = roles
        self.hoursPerWeek = hoursPerWeek
        self.cost = cost
        self.days = days
    }
}
