// SPDX-License-Identifier: GPL-3.0-or-later

/// What makes a plan one that people can be booked on: nobody can be booked for a ninth of eleven projects.
///
/// Fractional plans leave these rules out, together with those on the team, the mix, mentors and who works together. They
/// bound what a bookable plan can be worth.
public struct BookingRules: Sendable, Equatable, Encodable {
    public enum Smallest: Hashable, Sendable, Encodable {
        /// In an ordinary week of the line.
        case hours(Hours)
        /// Of the full week of the line's calendar.
        case share(Share)
    }

    /// A share of a steady line comes to at least so much, or is a whole seat.
    public var smallest: Smallest
    /// Work on a weekly or anytime line comes in weekly pieces of at least so much, or is all that the week asks for, or all
    /// that the person has time for beside pinned work.
    public var slice: Hours
    /// A person works on at most so many lines in a week, those that stand in for somebody aside; any number where nil.
    public var atOnce: Int?
    /// Shares come to whole multiples of that in an ordinary week, or to a whole seat, or to all that is left.
    public var step: Hours?
    /// A person works at no more sites away from their office in a week; any number where nil.
    public var sites: Int?

    public init(
        smallest: Smallest = .hours(Hours(8)), slice: Hours = Hours(2), atOnce: Int? = nil, step: Hours? = nil,
        sites: Int? = nil
    ) {
        self.smallest = smallest
        self.slice = slice
        self.atOnce = atOnce
        self.step = step
        self.sites = sites
    }
}
