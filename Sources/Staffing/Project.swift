// SPDX-License-Identifier: GPL-3.0-or-later

public struct Client: Sendable, Equatable, Encodable {
    public let id: Identifier<Client>
    public let name: String

    public init(id: Identifier<Client>, name: String) {
        self.id = id
        self.name = name
    }
}

public enum Stage: Hashable, Sendable, Encodable {
    case won
    /// With the chance that it is won, above 0 and below 100 %.
    case proposed(Share)
    case lost
}

/// How much an unmet hour hurts; the prices stand in the policy.
public enum Priority: String, Hashable, Sendable, Encodable, CaseIterable, Comparable {
    case critical, high, normal, low

    /// The more important one is the greater.
    public static func < (left: Priority, right: Priority) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .normal: 1
        case .high: 2
        case .critical: 3
        }
    }
}

/// A part of a project whose dates follow from its own start, its length and the phases before it.
public struct Phase: Sendable, Equatable, Encodable {
    /// The phase begins on the day after another one ends, or so many weeks later.
    public struct Dependency: Hashable, Sendable, Encodable {
        public let phase: Identifier<Phase>
        public let lagWeeks: Int

        public init(phase: Identifier<Phase>, lagWeeks: Int) {
            self.phase = phase
            self.lagWeeks = lagWeeks
        }
    }

    public enum Extent: Hashable, Sendable, Encodable {
        /// At least one.
        case weeks(Int)
        /// Through that day; a phase that begins later lasts that one day of its beginning.
        case until(Day)
    }

    public let id: Identifier<Phase>
    /// Not before that day.
    public var start: Day?
    public var after: [Dependency]
    public var extent: Extent
    /// How short and how long it may turn out to be, in weeks, where its length is not certain; plans take the extent.
    public var weeks: ClosedRange<Int>?
    public var milestone: Milestone?
    /// Nil where there are none, so that the digest of a firm without tasks does not tell of them.
    private var taskList: [ProjectTask]?

    /// In the order of the files.
    public var tasks: [ProjectTask] {
        get { taskList ?? [] }
        set { taskList = newValue.isEmpty ? nil : newValue }
    }

    public init(
        id: Identifier<Phase>, start: Day?, after: [Dependency], extent: Extent, weeks: ClosedRange<Int>? = nil,
        milestone: Milestone?, tasks: [ProjectTask] = []
    ) {
        self.id = id
        self.start = start
        self.after = after
        self.extent = extent
        self.weeks = weeks
        self.milestone = milestone
        self.tasks = tasks
    }
}

/// What is due at the end of a phase, and by when.
public struct Milestone: Hashable, Sendable, Encodable {
    public let name: String
    public let due: Day

    public init(name: String, due: Day) {
        self.name = name
        self.due = due
    }
}

public struct Project: Sendable, Equatable, Encodable {
    public let id: Identifier<Project>
    public var name: String
    public var client: Identifier<Client>?
    public var stage: Stage
    public var priority: Priority
    /// The project's own dates; without them, the span of its phases or the whole horizon.
    public var days: DayRange?
    public var deadline: Day?
    /// Whose working days its demand follows: the project's, else of its office, else of the firm.
    public var calendar: Identifier<WorkCalendar>?
    public var office: Identifier<Office>?
    /// Where its people work. Whoever has another office travels there; nobody does where it is nil.
    public var site: Identifier<Office>?
    public var budget: Money?
    public var phases: [Phase]
    public var rates: RateCard
    public var lines: [DemandLine]

    public init(
        id: Identifier<Project>, name: String, client: Identifier<Client>?, stage: Stage, priority: Priority,
        days: DayRange?, deadline: Day?, calendar: Identifier<WorkCalendar>?, office: Identifier<Office>?,
        site: Identifier<Office>? = nil, budget: Money?, phases: [Phase], rates: RateCard, lines: [DemandLine]
    ) {
        self.id = id
        self.name = name
        self.client = client
        self.stage = stage
        self.priority = priority
        self.days = days
        self.deadline = deadline
        self.calendar = calendar
        self.office = office
        self.site = site
        self.budget = budget
        self.phases = phases
        self.rates = rates
        self.lines = lines
    }
}

/// What an hour of each role is sold for, dated.
public struct RateCard: Sendable, Equatable, Encodable {
    public struct Entry: Sendable, Equatable, Encodable {
        public let role: Identifier<Role>
        public let rate: Dated<Rate>

        public init(role: Identifier<Role>, rate: Dated<Rate>) {
            self.role = role
            self.rate = rate
        }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    public func rate(of role: Identifier<Role>, on day: Day) -> Rate? {
        entries.first { $0.role == role }?.rate.value(on: day)
    }
}
