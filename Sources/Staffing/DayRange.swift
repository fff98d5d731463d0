// SPDX-License-Identifier: GPL-3.0-or-later

/// A run of days, both ends included.
public struct DayRange: Hashable, Sendable, Encodable, CustomStringConvertible {
    public let first: Day
    public let last: Day

    /// - Precondition: `first` is not after `last`.
    public init(_ first: Day, _ last: Day) {
        precondition(first <= last, "a range of days runs forward")
        self.first = first
        self.last = last
    }

    public var dayCount: Int { last - first + 1 }

    public func contains(_ day: Day) -> Bool { first <= day && day <= last }

    public func overlaps(_ other: DayRange) -> Bool { first <= other.last && other.first <= last }

    /// The days in both, or nil when there are none.
    public func intersection(_ other: DayRange) -> DayRange? {
        overlaps(other) ? DayRange(max(first, other.first), min(last, other.last)) : nil
    }

    /// The same so many days later, or earlier where the number is negative.
    public func moved(by days: Int) -> DayRange { DayRange(first + days, last + days) }

    /// `2026-02-16 .. 2026-02-20`, or a single date.
    public var description: String { first == last ? "\(first)" : "\(first) .. \(last)" }
}
