// SPDX-License-Identifier: GPL-3.0-or-later

/// Bookings that people count on, from an earlier plan or confirmed in the files, and how calmly to replan around them.
///
/// An hour of a kept booking that its person no longer works on its line counts as moved. Hours that cannot be kept
/// whatever is decided, such as those of somebody who has left, count as released, not as moved.
public struct Commitment: Sendable, Equatable, Encodable {
    /// A person's hours on a line.
    public struct Kept: Sendable, Equatable, Encodable {
        public let person: Identifier<Person>
        public let line: LineID
        /// Weeks with hours, in order.
        public let weeks: [WeekHours]
        /// Hours that stood in for others. They follow from who is away, and are kept in frozen weeks only.
        public let cover: [WeekHours]

        public init(person: Identifier<Person>, line: LineID, weeks: [WeekHours], cover: [WeekHours] = []) {
            self.person = person
            self.line = line
            self.weeks = weeks
            self.cover = cover
        }
    }

    /// A pool's hours on a line.
    public struct Subcontracted: Sendable, Equatable, Encodable {
        public let pool: Identifier<SubcontractorPool>
        public let line: LineID
        public let weeks: [WeekHours]

        public init(pool: Identifier<SubcontractorPool>, line: LineID, weeks: [WeekHours]) {
            self.pool = pool
            self.line = line
            self.weeks = weeks
        }
    }

    /// The most that may be moved, a hard limit.
    public enum Budget: Hashable, Sendable, Encodable {
        /// Bookings, each a person on a line, of which a minute or more is moved.
        case bookings(Int)
        case hours(Hours)
    }

    /// At most one for each person and line.
    public var kept: [Kept]
    /// Kept in frozen weeks only: elsewhere subcontractors are called in anew.
    public var subcontracted: [Subcontracted]
    /// What it costs to move an hour.
    public var price: Rate
    /// Weeks before the one of this day stay as they are: what is kept there is pinned, and nobody takes on more.
    public var frozenBefore: Day?
    public var budget: Budget?

    public init(
        kept: [Kept], subcontracted: [Subcontracted] = [], price: Rate, frozenBefore: Day? = nil, budget: Budget? = nil
    ) {
        self.kept = kept
        self.subcontracted = subcontracted
        self.price = price
        self.frozenBefore = frozenBefore
        self.budget = budget
    }
}

/// Hours gathered by person and line, in the order in which these first come.
private struct Gathering {
    private struct Pair: Hashable {
        let person: Identifier<Person>
        let line: LineID
    }

    private var order: [Pair] = []
    private var hours: [Pair: [Week: Hours]] = [:]
    private var cover: [Pair: [WeekHours]] = [:]

    mutating func add(_ weeks: [WeekHours], of person: Identifier<Person>, on line: LineID, isCover: Bool = false) {
        let pair = Pair(person: person, line: line)
        if hours[pair] == nil {
            order.append(pair)
            hours[pair] = [:]
        }
        if isCover {
            cover[pair, default: []] += weeks
        } else {
            for item in weeks { hours[pair]?[item.week, default: .zero] += item.hours }
        }
    }

    var kept: [Commitment.Kept] {
        order.map { pair in
            let weeks = (hours[pair] ?? [:]).sorted { $0.key < $1.key }.map { WeekHours($0.key, $0.value) }
            return Commitment.Kept(person: pair.person, line: pair.line, weeks: weeks, cover: cover[pair] ?? [])
        }
    }
}

extension Plan {
    /// The bookings of the plan's people, all work on a line together, cover aside, in the order of the plan.
    public var bookings: [Commitment.Kept] {
        var gathering = Gathering()
        for item in assignments {
            gathering.add(item.weeks, of: item.person, on: item.line, isCover: item.kind == .cover)
        }
        return gathering.kept
    }

    /// What subcontractors do in the plan.
    public var subcontracted: [Commitment.Subcontracted] {
        subcontracts.map { Commitment.Subcontracted(pool: $0.pool, line: $0.line, weeks: $0.weeks) }
    }
}

extension Firm {
    /// What the files have as confirmed or pinned, in the order of the files; what is pinned by half is open by half.
    public var confirmedBookings: [Commitment.Kept] {
        var gathering = Gathering()
        for booking in bookings where booking.firmness == .confirmed || booking.firmness == .pinned {
            let weeks = weeks(of: booking).map { WeekHours(horizon.firstWeek.advanced(by: $0.week), $0.hours) }
            gathering.add(weeks, of: booking.person, on: booking.line)
        }
        return gathering.kept
    }
}
