// SPDX-License-Identifier: GPL-3.0-or-later

/// A whole ISO 8601 week, Monday to Sunday: the grid of every plan.
///
/// A week belongs to the year, month and quarter of its Thursday, as ISO 8601 has it for the year; rates that
/// change within a week are taken as they stand on that Thursday.
public struct Week: Hashable, Comparable, Sendable, Strideable {
    /// Weeks since the one that holds 1970-01-01.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// The week that holds the day.
    public init(of day: Day) {
        number = (day.number - day.weekday + 3) / 7
    }

    public var monday: Day { Day(number: number * 7 - 3) }
    public var thursday: Day { monday + 3 }
    public var sunday: Day { monday + 6 }
    public var days: DayRange { DayRange(monday, sunday) }

    public func distance(to other: Week) -> Int { other.number - number }
    public func advanced(by weeks: Int) -> Week { Week(number: number + weeks) }
    public static func < (left: Week, right: Week) -> Bool { left.number < right.number }
}

extension Week: CustomStringConvertible {
    /// The ISO week: `2026-W07`.
    public var description: String {
        let year = thursday.date.year
        // The first Thursday of the year lies in week 1.
        let newYear = Day(year: year, month: 1, day: 1) ?? thursday
        return padded(year, to: 4) + "-W" + padded((thursday - newYear) / 7 + 1, to: 2)
    }

    /// Reads `2026-W07`; nil for anything else, and for a week that its year does not have.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-W", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(parts[0]),
            let ordinal = Int(parts[1]), ordinal >= 1, let fourth = Day(year: year, month: 1, day: 4)
        else { return nil }
        self = Week(of: fourth).advanced(by: ordinal - 1)
        guard description == text else { return nil }
    }
}

extension Week: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let week = Week(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not an ISO week")
        }
        self = week
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
