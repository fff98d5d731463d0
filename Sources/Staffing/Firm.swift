// SPDX-License-Identifier: GPL-3.0-or-later

/// The days that a plan covers, on a grid of whole ISO weeks. Days of the first and last week that lie outside
/// the horizon have neither capacity nor demand.
public struct Horizon: Hashable, Sendable, Encodable {
    public let days: DayRange

    /// Ten years.
    public static let mostWeeks = 520

    public init(_ days: DayRange) {
        self.days = days
    }

    public var firstWeek: Week { Week(of: days.first) }
    public var lastWeek: Week { Week(of: days.last) }
    public var weekCount: Int { firstWeek.distance(to: lastWeek) + 1 }
    public var weeks: [Week] { Array(firstWeek...lastWeek) }

    /// The position of a week in the grid, or nil outside.
    public func index(of week: Week) -> Int? {
        let index = firstWeek.distance(to: week)
        return (0..<weekCount).contains(index) ? index : nil
    }

    /// The positions of the weeks that a run of days touches; empty when it lies outside.
    public func indices(touching range: DayRange) -> Range<Int> {
        guard let inside = range.intersection(days) else { return 0..<0 }
        return firstWeek.distance(to: Week(of: inside.first))..<firstWeek.distance(to: Week(of: inside.last)) + 1
    }
}

/// Everything that a plan is made from, as plain values: what the scenario files say once they are read and checked.
///
/// Every list keeps the order of the files, and that order is part of the meaning: ties go to whoever stands first.
public struct Firm: Sendable, Equatable, Encodable {
    public var name: String
    public var horizon: Horizon
    public var currency: Currency
    /// For people and projects that name neither a calendar nor an office with one.
    public var calendar: Identifier<WorkCalendar>?
    public var calendars: [WorkCalendar]
    public var offices: [Office]
    public var people: [Person]
    public var clients: [Client]
    public var rates: RateCard
    public var projects: [Project]
    public var bookings: [Booking]
    public var exclusions: [Exclusion]
    /// People who work for a project only together, in bookable plans.
    public var together: [[Identifier<Person>]]
    public var subcontractors: [SubcontractorPool]
    public var policy: Policy
    /// Bookings to replan around calmly; nil where none is asked for.
    public var commitment: Commitment?

    public init(
        name: String, horizon: Horizon, currency: Currency, calendar: Identifier<WorkCalendar>?,
        calendars: [WorkCalendar], offices: [Office], people: [Person], clients: [Client], rates: RateCard,
        projects: [Project], bookings: [Booking], exclusions: [Exclusion], together: [[Identifier<Person>]] = [],
        subcontractors: [SubcontractorPool], policy: Policy, commitment: Commitment? = nil
    ) {
        self.name = name
        self.horizon = horizon
        self.currency = currency
        self.calendar = calendar
        self.calendars = calendars
        self.offices = offices
        self.people = people
        self.clients = clients
        self.rates = rates
        self.projects = projects
        self.bookings = bookings
        self.exclusions = exclusions
        self.together = together
        self.subcontractors = subcontractors
        self.policy = policy
        self.commitment = commitment
    }

    /// The calendar that a person follows: their own, else of their office, else the firm's.
    public func calendar(of person: Person) -> WorkCalendar? {
        calendar(named: person.calendar, office: person.office)
    }

    /// The calendar that a project's demand follows: its own, else of its office, else the firm's.
    public func calendar(of project: Project) -> WorkCalendar? {
        calendar(named: project.calendar, office: project.office)
    }

    private func calendar(named name: Identifier<WorkCalendar>?, office: Identifier<Office>?) -> WorkCalendar? {
        let id = name ?? offices.first { $0.id == office }?.calendar ?? calendar
        return calendars.first { $0.id == id }
    }
}
