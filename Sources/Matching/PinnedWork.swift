// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// The work that is not to be moved, summed by person, line and week: pinned bookings, and what is kept in frozen weeks.
public struct PinnedWork: Sendable {
    public struct Entry: Sendable, Hashable {
        public let person: Int
        public let line: Int
        public let week: Int
        public let hours: Hours
    }

    /// Ordered by person, line and week.
    public let entries: [Entry]
    private let weekCount: Int
    /// By position of the person and week.
    private let byPerson: [Hours]
    /// By position of the line and week.
    private var byLine: [Hours]
    private let byPair: [PairCell: Hours]

    private struct PairCell: Hashable {
        let person: Int
        let line: Int
        let week: Int
    }

    init(of firm: Firm, demand: Demand) {
        self.init(
            PinnedWork.sums(of: firm, demand: demand), people: firm.people.count, lines: demand.lines.count,
            weeks: firm.horizon.weekCount)
    }

    /// The hours with more pinned beside them.
    func adding(_ more: [Entry]) -> PinnedWork {
        var sums = byPair
        for entry in more {
            sums[PairCell(person: entry.person, line: entry.line, week: entry.week), default: .zero] += entry.hours
        }
        return PinnedWork(
            sums, people: byPerson.count / weekCount, lines: byLine.count / weekCount, weeks: weekCount)
    }

    /// The same with hours of lines that subcontractors do.
    func adding(_ pools: [FrozenPoolWork]) -> PinnedWork {
        var all = self
        for item in pools { all.byLine[item.line * weekCount + item.week] += item.hours }
        return all
    }

    private static func sums(of firm: Firm, demand: Demand) -> [PairCell: Hours] {
        var sums: [PairCell: Hours] = [:]
        let people = Dictionary(firm.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let lines = Dictionary(demand.lines.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for booking in firm.bookings where booking.firmness == .pinned {
            guard let line = lines[booking.line], let person = people[booking.person] else { continue }
            for (week, hours) in firm.weeks(of: booking, by: firm.people[person]) {
                sums[PairCell(person: person, line: line, week: week), default: .zero] += hours
            }
        }
        return sums
    }

    private init(_ sums: [PairCell: Hours], people: Int, lines: Int, weeks: Int) {
        weekCount = weeks
        entries = sums.map { Entry(person: $0.person, line: $0.line, week: $0.week, hours: $1) }
            .sorted { ($0.person, $0.line, $0.week) < ($1.person, $1.line, $1.week) }
        var byPerson = [Hours](repeating: .zero, count: people * weeks)
        var byLine = [Hours](repeating: .zero, count: lines * weeks)
        for entry in entries {
            byPerson[entry.person * weeks + entry.week] += entry.hours
            byLine[entry.line * weeks + entry.week] += entry.hours
        }
        self.byPerson = byPerson
        self.byLine = byLine
        byPair = sums
    }

    public func hours(person: Int, week: Int) -> Hours { byPerson[person * weekCount + week] }
    public func hours(line: Int, week: Int) -> Hours { byLine[line * weekCount + week] }

    public func hours(person: Int, line: Int, week: Int) -> Hours {
        // Most lines and people have nothing pinned, which takes less to see than to look up.
        guard byPerson[person * weekCount + week] > .zero, byLine[line * weekCount + week] > .zero else { return .zero }
        return byPair[PairCell(person: person, line: line, week: week)] ?? .zero
    }
}
