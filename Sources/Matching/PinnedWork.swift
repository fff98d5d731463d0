// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// The pinned bookings, summed by person, line and week.
public struct PinnedWork: Sendable {
    public struct Entry: Sendable, Hashable {
        public let person: Int
        public let line: Int
        public let week: Int
        public let hours: Hours
    }

    /// Ordered by person, line and week.
    public let entries: [Entry]
    private let byPerson: [Cell: Hours]
    private let byLine: [Cell: Hours]

    private let byPair: [PairCell: Hours]

    private struct PairCell: Hashable {
        let person: Int
        let line: Int
        let week: Int
    }

    private struct Cell: Hashable {
        let row: Int
        let week: Int
    }

    init(of firm: Firm, demand: Demand) {
        var sums: [PairCell: Hours] = [:]
        for booking in firm.bookings where booking.firmness == .pinned {
            guard let line = demand.index(of: booking.line),
                let person = firm.people.firstIndex(where: { $0.id == booking.person })
            else { continue }
            for (week, hours) in firm.weeks(of: booking) {
                sums[PairCell(person: person, line: line, week: week), default: .zero] += hours
            }
        }
        entries = sums.map { Entry(person: $0.person, line: $0.line, week: $0.week, hours: $1) }
            .sorted { ($0.person, $0.line, $0.week) < ($1.person, $1.line, $1.week) }
        var byPerson: [Cell: Hours] = [:]
        var byLine: [Cell: Hours] = [:]
        for entry in entries {
            byPerson[Cell(row: entry.person, week: entry.week), default: .zero] += entry.hours
            byLine[Cell(row: entry.line, week: entry.week), default: .zero] += entry.hours
        }
        self.byPerson = byPerson
        self.byLine = byLine
        byPair = sums
    }

    public func hours(person: Int, week: Int) -> Hours { byPerson[Cell(row: person, week: week)] ?? .zero }
    public func hours(line: Int, week: Int) -> Hours { byLine[Cell(row: line, week: week)] ?? .zero }

    public func hours(person: Int, line: Int, week: Int) -> Hours {
        byPair[PairCell(person: person, line: line, week: week)] ?? .zero
    }
}
