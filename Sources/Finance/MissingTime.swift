// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Hours that somebody was there and has not entered.
public struct MissingTime: Sendable, Equatable {
    public let person: Identifier<Person>
    /// Contract less holidays and leave.
    public let expected: Hours
    public let entered: Hours
    /// Days on which something is missing, in order.
    public let days: [Day]

    public var missing: Hours { max(.zero, expected - entered) }

    /// Who has entered less than they were there, in the order of the people.
    /// - Parameter entries: those of the days, whatever their state.
    public static func of(_ firm: Firm, in days: DayRange, entered entries: [TimeEntry]) -> [MissingTime] {
        var hours: [Identifier<Person>: [Day: Hours]] = [:]
        for entry in entries where days.contains(entry.day) {
            hours[entry.person, default: [:]][entry.day, default: .zero] += entry.hours
        }
        return firm.people.compactMap { person in
            let own = hours[person.id] ?? [:]
            var expected = Hours.zero
            var open: [Day] = []
            for (offset, time) in firm.presence(of: person, in: days).enumerated() {
                expected += time
                if own[days.first + offset] ?? .zero < time { open.append(days.first + offset) }
            }
            let entered = own.values.reduce(.zero, +)
            guard entered < expected else { return nil }
            return MissingTime(person: person.id, expected: expected, entered: entered, days: open)
        }
    }
}
