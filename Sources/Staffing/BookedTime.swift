// SPDX-License-Identifier: GPL-3.0-or-later

/// Who does booked work.
public enum Worker: Hashable, Comparable, Sendable {
    case person(Identifier<Person>)
    case pool(Identifier<SubcontractorPool>)
}

extension Worker: CustomStringConvertible {
    public var description: String {
        switch self {
        case .person(let person): person.text
        case .pool(let pool): pool.text
        }
    }
}

/// Where booked hours stand: on which line, whose, in which week.
public struct BookedCell: Hashable, Comparable, Sendable {
    public let line: LineID
    public let worker: Worker
    public let week: Week

    public init(_ line: LineID, _ worker: Worker, _ week: Week) {
        self.line = line
        self.worker = worker
        self.week = week
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.line, left.worker, left.week) < (right.line, right.worker, right.week)
    }
}

/// Hours by line, worker and week, for whatever purpose they are added up: booked, or worked.
public struct BookedTime: Sendable, Equatable {
    /// Cells without hours are left out.
    private var sums: [BookedCell: Hours] = [:]

    public init() {}

    public var isEmpty: Bool { sums.isEmpty }
    public var total: Hours { sums.values.reduce(.zero, +) }

    /// In the order of lines, workers and weeks.
    public var all: [(cell: BookedCell, hours: Hours)] {
        sums.sorted { $0.key < $1.key }.map { (cell: $0.key, hours: $0.value) }
    }

    /// Zero where nothing stands.
    public subscript(cell: BookedCell) -> Hours { sums[cell] ?? .zero }

    public mutating func add(_ hours: Hours, at cell: BookedCell) {
        let sum = self[cell] + hours
        sums[cell] = sum == .zero ? nil : sum
    }

    /// Those of the cells that are wanted.
    public func filter(_ isWanted: (BookedCell) -> Bool) -> BookedTime {
        var found = self
        found.sums = sums.filter { isWanted($0.key) }
        return found
    }

    public func adding(_ other: BookedTime) -> BookedTime {
        var sum = self
        for (cell, hours) in other.sums { sum.add(hours, at: cell) }
        return sum
    }

    /// What must change to come to other hours, in the order of lines, workers and weeks.
    public func changes(to other: BookedTime) -> [BookingChange] {
        Set(sums.keys).union(other.sums.keys).sorted().compactMap { cell in
            self[cell] == other[cell] ? nil : BookingChange(cell, before: self[cell], after: other[cell])
        }
    }
}

/// Booked hours that became more or fewer.
public struct BookingChange: Sendable, Hashable {
    public let cell: BookedCell
    public let before: Hours
    public let after: Hours

    public init(_ cell: BookedCell, before: Hours, after: Hours) {
        self.cell = cell
        self.before = before
        self.after = after
    }

    /// Below zero where hours were taken away.
    public var difference: Hours { after - before }
}

extension Plan {
    /// The hours of its people, cover included, and of its subcontractors.
    public var bookedTime: BookedTime {
        var sum = BookedTime()
        for item in assignments {
            for week in item.weeks { sum.add(week.hours, at: BookedCell(item.line, .person(item.person), week.week)) }
        }
        for item in subcontracts {
            for week in item.weeks { sum.add(week.hours, at: BookedCell(item.line, .pool(item.pool), week.week)) }
        }
        return sum
    }
}

/// Everything that people are promised to, as it stood at some time.
public struct Committed: Sendable, Equatable {
    /// The number of the latest event that changed it; zero where none has.
    public var event: Int
    public var hours: BookedTime
    /// When phases with a window were promised to begin, in the order of projects and phases.
    public var starts: [PhaseStart]

    public init(event: Int = 0, hours: BookedTime = BookedTime(), starts: [PhaseStart] = []) {
        self.event = event
        self.hours = hours
        self.starts = starts
    }
}

/// What a plan would have booked: all hours of some projects in some weeks.
public struct Booklet: Sendable {
    /// Of which the plan says everything.
    public let projects: Set<Identifier<Project>>
    /// Nil where all weeks of the plan are past.
    public let weeks: ClosedRange<Week>?
    public let hours: BookedTime
    /// Of phases with booked work.
    public let starts: [PhaseStart]

    /// - Parameters:
    ///   - firm: whose projects the plan decides on.
    ///   - before: the firm that changes were made to; the plan decides on the projects that it had, too.
    ///   - today: weeks before its own are facts, and not part of it.
    public init(of plan: Plan, for firm: Firm, changedFrom before: Firm? = nil, from today: Day) {
        let projects = Set((firm.projects + (before?.projects ?? [])).map(\.id))
        let first = max(Week(of: today), firm.horizon.firstWeek)
        let weeks = first <= firm.horizon.lastWeek ? first...firm.horizon.lastWeek : nil
        let hours = plan.bookedTime.filter { cell in
            projects.contains(cell.line.project) && weeks?.contains(cell.week) ?? false
        }
        self.projects = projects
        self.weeks = weeks
        self.hours = hours
        let busy = Set(hours.all.map(\.cell.line))
        starts = plan.starts.filter { start in
            firm.projects.first { $0.id == start.project }?.lines.contains { line in
                line.phase == start.phase && busy.contains(LineID(start.project, line.id))
            } ?? false
        }
    }

    /// What is booked once this is, beside all else that was.
    public func applied(to booked: BookedTime) -> BookedTime {
        booked.filter { !isMine($0) }.adding(hours)
    }

    private func isMine(_ cell: BookedCell) -> Bool {
        projects.contains(cell.line.project) && weeks?.contains(cell.week) ?? false
    }
}
