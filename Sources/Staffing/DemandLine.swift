// SPDX-License-Identifier: GPL-3.0-or-later

/// A line's full name: `apollo.backend`.
public struct LineID: Hashable, Comparable, Sendable, CustomStringConvertible, Encodable {
    public let project: Identifier<Project>
    public let line: Identifier<DemandLine>

    public init(_ project: Identifier<Project>, _ line: Identifier<DemandLine>) {
        self.project = project
        self.line = line
    }

    public var description: String { "\(project).\(line)" }

    public static func < (left: LineID, right: LineID) -> Bool {
        (left.project, left.line) < (right.project, right.line)
    }
}

/// A piece of work of a project that people are needed for.
public struct DemandLine: Sendable, Equatable, Encodable {
    /// How much work there is.
    public enum Amount: Hashable, Sendable, Encodable {
        /// In a full week of the line's calendar; shorter weeks ask for less in proportion.
        case perWeek(Hours)
        /// Over the line's days, spread over its working time.
        case total(Hours)
        /// Full-time people: a share of the full week of the line's calendar.
        case fullTimeEquivalents(Share)
        /// Week by week, from the week in which the line begins.
        case byWeek([Hours])
    }

    /// The ends of what an amount may turn out to be, of the same kind as the amount, which lies between them.
    public struct AmountRange: Hashable, Sendable, Encodable {
        public let least: Amount
        public let most: Amount

        public init(least: Amount, most: Amount) {
            self.least = least
            self.most = most
        }
    }

    /// How freely the work may be handed around.
    public enum Spread: String, Hashable, Sendable, Encodable, CaseIterable {
        /// The same people carry the same share from beginning to end.
        case steady
        /// Each week's hours are for whoever has time that week.
        case weekly
        /// The total may be worked in any week of the line's days.
        case anytime
    }

    /// How many people may work on a line at the same time, if any do.
    public struct Team: Hashable, Sendable, Encodable {
        /// At least one.
        public let least: Int
        public let most: Int

        public init(_ least: Int, through most: Int) {
            self.least = least
            self.most = most
        }
    }

    /// What a grade has to make up of a team, wherever there is one.
    public struct GradeQuota: Hashable, Sendable, Encodable {
        public let grade: Identifier<Grade>
        /// So many people of the grade.
        public let atLeast: Int
        /// Their part of the hours that people of the firm work on the line.
        public let atMost: Share

        public init(grade: Identifier<Grade>, atLeast: Int = 0, atMost: Share = .whole) {
            self.grade = grade
            self.atLeast = atLeast
            self.atMost = atMost
        }
    }

    public let id: Identifier<DemandLine>
    public var name: String
    public var phase: Identifier<Phase>?
    /// The line's own dates, else of its phase, else of its project, else nil for the whole horizon.
    public var days: DayRange?
    /// Everyone on the line has all of these.
    public var skills: [SkillLevel]
    /// Wished for; a lack costs, but does not exclude.
    public var preferred: [SkillLevel]
    public var role: Identifier<Role>?
    public var office: Identifier<Office>?
    public var amount: Amount
    /// How little and how much it may turn out to be, where that is not certain; plans take the amount.
    public var range: AmountRange?
    public var spread: Spread
    /// Equal seats that the work is cut into; one person holds at most one.
    public var seats: Int
    /// How many people a bookable plan may put on the line at a time; any number where nil.
    public var team: Team?
    /// Who has to be among them, in bookable plans.
    public var mix: [GradeQuota]
    /// The line's own rate; else the rate card of the project, else of the firm, by role.
    public var rate: Dated<Rate>?
    public var billable: Bool
    /// The project's where nil.
    public var priority: Priority?

    public init(
        id: Identifier<DemandLine>, name: String, phase: Identifier<Phase>?, days: DayRange?, skills: [SkillLevel],
        preferred: [SkillLevel], role: Identifier<Role>?, office: Identifier<Office>?, amount: Amount,
        range: AmountRange? = nil, spread: Spread, seats: Int, team: Team? = nil, mix: [GradeQuota] = [],
        rate: Dated<Rate>?, billable: Bool, priority: Priority?
    ) {
        self.id = id
        self.name = name
        self.phase = phase
        self.days = days
        self.skills = skills
        self.preferred = preferred
        self.role = role
        self.office = office
        self.amount = amount
        self.range = range
        self.spread = spread
        self.seats = seats
        self.team = team
        self.mix = mix
        self.rate = rate
        self.billable = billable
        self.priority = priority
    }
}
