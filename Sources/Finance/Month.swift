// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A calendar month, the period by which accounts are kept, closed and reported.
public struct Month: Hashable, Comparable, Sendable, Encodable, CustomStringConvertible {
    /// Months since January of the year 0.
    public let number: Int

    /// - Returns: nil unless the month is 1...12 and the year 1...9999.
    public init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        number = year * 12 + month - 1
    }

    public init(of day: Day) {
        let date = day.date
        number = date.year * 12 + date.month - 1
    }

    private init(number: Int) {
        self.number = number
    }

    /// Reads `2026-03`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard let first = Day(String(text) + "-01") else { return nil }
        self.init(of: first)
    }

    public var year: Int { number / 12 }
    public var month: Int { number % 12 + 1 }
    public var next: Month { advanced(by: 1) }
    public var previous: Month { advanced(by: -1) }

    public func advanced(by months: Int) -> Month { Month(number: number + months) }

    /// From this month to the other: 1 for the next one.
    public func distance(to other: Month) -> Int { other.number - number }

    /// - Precondition: the year is 1...9999, as it is of every month that was read or came of a day.
    public var days: DayRange {
        guard let first = Day(year: year, month: month, day: 1) else { preconditionFailure("a month of no year") }
        return DayRange(first, first + (Day.length(ofMonth: month, year: year) - 1))
    }

    public static func < (left: Month, right: Month) -> Bool { left.number < right.number }

    /// `2026-03`
    public var description: String { String(days.first.description.prefix(7)) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Day {
    /// The day so many months later, or the last of its month where that has no such day.
    public func adding(months: Int) -> Day {
        let month = Month(of: self).advanced(by: months)
        return month.days.first + min(date.day, month.days.dayCount) - 1
    }
}
