// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Who works on what in one plan and in another, and what is unmet: only what differs.
///
/// Pinned, steady and covering hours of somebody on a line are taken together, since a planner sees them as one booking.
/// All lists are in the order of the lines' ids, and on a line in the order of the plans.
public struct PlanDifference: Sendable, Equatable {
    public enum Worker: Hashable, Sendable {
        case person(Identifier<Person>)
        case pool(Identifier<SubcontractorPool>)
    }

    /// The hours of one week in the two plans.
    public struct WeekChange: Hashable, Sendable {
        public let week: Week
        public let before: Hours
        public let after: Hours

        /// What the first plan has and the second has not.
        public var lost: Hours { max(.zero, before - after) }
        /// What the second plan has and the first has not.
        public var gained: Hours { max(.zero, after - before) }
    }

    /// Hours of somebody on a line that are not the same in both plans.
    public struct Booking: Sendable, Equatable {
        public let worker: Worker
        public let line: LineID
        /// Every week with hours in either plan, in order.
        public let weeks: [WeekChange]
    }

    /// Unmet hours of a line that are not the same in both plans, whatever the reason.
    public struct Gap: Sendable, Equatable {
        public let line: LineID
        public let weeks: [WeekChange]
    }

    public let bookings: [Booking]
    public let gaps: [Gap]

    public init(from before: Plan, to after: Plan) {
        let work = Pairing(before.work, after.work)
        bookings = work.keys.sorted {
            $0.element.line < $1.element.line || ($0.element.line == $1.element.line && $0.offset < $1.offset)
        }
        .compactMap { key in
            work.changes(of: key.element).map { Booking(worker: key.element.worker, line: key.element.line, weeks: $0) }
        }
        let unmet = Pairing(before.unmet, after.unmet)
        gaps = unmet.keys.map(\.element).sorted().compactMap { line in
            unmet.changes(of: line).map { Gap(line: line, weeks: $0) }
        }
    }

    /// Whether both plans have the same people on the same hours, and leave the same hours unmet.
    public var isEmpty: Bool { bookings.isEmpty && gaps.isEmpty }
}

extension Sequence<PlanDifference.WeekChange> {
    public var before: Hours { reduce(.zero) { $0 + $1.before } }
    public var after: Hours { reduce(.zero) { $0 + $1.after } }
    public var lost: Hours { reduce(.zero) { $0 + $1.lost } }
    public var gained: Hours { reduce(.zero) { $0 + $1.gained } }
    /// Whether nobody would notice: less than a minute in all.
    public var isDust: Bool { lost.isDust && gained.isDust }
}

/// What happened to a booking, in one word.
extension PlanDifference.Booking {
    public enum Kind: String, Sendable, CaseIterable {
        /// The first plan has none of it.
        case new
        /// The second plan has none of it.
        case dropped
        /// More hours; weeks may have changed, too.
        case more
        /// Fewer hours; weeks may have changed, too.
        case less
        /// As many hours, but for less than a minute, in other weeks.
        case shifted
    }

    public var kind: Kind {
        if weeks.before == .zero { return .new }
        if weeks.after == .zero { return .dropped }
        if weeks.after - weeks.before >= Hours(seconds: 60) { return .more }
        if weeks.before - weeks.after >= Hours(seconds: 60) { return .less }
        return .shifted
    }
}

/// Hours by week of the same thing in two plans.
private struct Pairing<Key: Hashable> {
    private let before: [Key: [Week: Hours]]
    private let after: [Key: [Week: Hours]]
    /// Those of the first plan in its order, then those that the second alone has.
    let keys: [EnumeratedSequence<[Key]>.Element]

    init(_ before: [(Key, [WeekHours])], _ after: [(Key, [WeekHours])]) {
        func added(_ list: [(Key, [WeekHours])]) -> [Key: [Week: Hours]] {
            var sums: [Key: [Week: Hours]] = [:]
            for (key, weeks) in list {
                for item in weeks { sums[key, default: [:]][item.week, default: .zero] += item.hours }
            }
            return sums
        }
        self.before = added(before)
        self.after = added(after)
        var seen: Set<Key> = []
        keys = Array((before + after).map(\.0).filter { seen.insert($0).inserted }.enumerated())
    }

    /// Nil where nothing changes.
    func changes(of key: Key) -> [PlanDifference.WeekChange]? {
        let (old, new) = (before[key] ?? [:], after[key] ?? [:])
        let weeks = Set(old.keys).union(new.keys).sorted().map { week in
            PlanDifference.WeekChange(week: week, before: old[week] ?? .zero, after: new[week] ?? .zero)
        }
        return weeks.allSatisfy { $0.before == $0.after } ? nil : weeks
    }
}

private struct Work: Hashable {
    let worker: PlanDifference.Worker
    let line: LineID
}

extension Plan {
    fileprivate var work: [(Work, [WeekHours])] {
        assignments.map { (Work(worker: .person($0.person), line: $0.line), $0.weeks) }
            + subcontracts.map { (Work(worker: .pool($0.pool), line: $0.line), $0.weeks) }
    }

    fileprivate var unmet: [(LineID, [WeekHours])] { unfilled.map { ($0.line, $0.weeks) } }
}
