// SPDX-License-Identifier: GPL-3.0-or-later

/// What somebody can do.
public enum Skill {}

/// A skill at a level from 1 (beginner) to 5 (expert): held by a person, or asked for by a line as a minimum.
public struct SkillLevel: Hashable, Sendable, Encodable {
    public let skill: Identifier<Skill>
    public let level: Int

    public static let levels = 1...5

    public init(_ skill: Identifier<Skill>, _ level: Int) {
        self.skill = skill
        self.level = level
    }
}

/// What somebody is sold as: engineer, partner, designer. Decides the rate.
public enum Role {}

/// How senior somebody is: junior, senior, partner. Decides who may make up a team.
public enum Grade {}

/// A place of work.
public struct Office: Sendable, Equatable, Encodable {
    public let id: Identifier<Office>
    public let name: String
    public let calendar: Identifier<WorkCalendar>?

    public init(id: Identifier<Office>, name: String, calendar: Identifier<WorkCalendar>?) {
        self.id = id
        self.name = name
        self.calendar = calendar
    }
}

/// The hours that a person has agreed to work.
public enum Contract: Hashable, Sendable, Encodable {
    /// A part of each day of the person's calendar.
    case share(Share)
    /// A weekly pattern of the person's own; the calendar gives only the holidays.
    case pattern(WeekPattern)
}

/// Time that is spent inside the firm (meetings, training, administration) and cannot be planned on projects.
public enum InternalTime: Hashable, Sendable, Encodable {
    case share(Share)
    /// In a full week; less in proportion in a shorter one.
    case perWeek(Hours)
}

/// Work beyond capacity: how much of a week's capacity, and what it costs against the ordinary cost rate.
public struct Overtime: Hashable, Sendable, Encodable {
    public let limit: Share
    /// 150 % means that an hour of overtime costs half as much again as an ordinary one.
    public let pay: Share

    public init(limit: Share, pay: Share) {
        self.limit = limit
        self.pay = pay
    }
}

public struct Person: Sendable, Equatable, Encodable {
    public let id: Identifier<Person>
    public var name: String
    public var role: Identifier<Role>?
    public var grade: Identifier<Grade>?
    public var office: Identifier<Office>?
    /// The calendar named for the person, else of the office, else of the firm.
    public var calendar: Identifier<WorkCalendar>?
    /// In the order of the file.
    public var skills: [SkillLevel]
    /// Without a piece on a day, the person is not employed on that day.
    public var contract: Dated<Contract>
    public var cost: Dated<Rate>
    public var leave: [TimeOff]
    public var internalTime: InternalTime?
    /// Wished utilisation; the firm's where nil.
    public var target: Share?
    /// The firm's where nil.
    public var overtime: Overtime?
    /// Clients that the person has worked for.
    public var knows: [Identifier<Client>]
    /// Projects that the person would like to work on.
    public var wishes: [Identifier<Project>]
    /// Works for a project only in weeks in which one of these does; nobody where there are none.
    public var mentors: [Identifier<Person>]
    /// Whether the person may be sent to a site away from their office.
    public var travels: Bool

    public init(
        id: Identifier<Person>, name: String, role: Identifier<Role>?, grade: Identifier<Grade>? = nil,
        office: Identifier<Office>?,
        calendar: Identifier<WorkCalendar>?, skills: [SkillLevel], contract: Dated<Contract>, cost: Dated<Rate>,
        leave: [TimeOff], internalTime: InternalTime?, target: Share?, overtime: Overtime?,
        knows: [Identifier<Client>], wishes: [Identifier<Project>], mentors: [Identifier<Person>] = [],
        travels: Bool = true
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.grade = grade
        self.office = office
        self.calendar = calendar
        self.skills = skills
        self.contract = contract
        self.cost = cost
        self.leave = leave
        self.internalTime = internalTime
        self.target = target
        self.overtime = overtime
        self.knows = knows
        self.wishes = wishes
        self.mentors = mentors
        self.travels = travels
    }

    /// The level at which the person has the skill, or nil.
    public func level(in skill: Identifier<Skill>) -> Int? {
        skills.first { $0.skill == skill }?.level
    }
}
