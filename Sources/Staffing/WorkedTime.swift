// SPDX-License-Identifier: GPL-3.0-or-later

/// Hours that people have worked, by week.
public struct WorkedTime: Sendable, Equatable {
    /// On lines.
    public private(set) var hours = BookedTime()
    /// For a project, on no line that is named.
    public private(set) var loose: [LooseCell: Hours] = [:]

    public struct LooseCell: Hashable, Comparable, Sendable {
        public let project: Identifier<Project>
        public let person: Identifier<Person>
        public let week: Week

        public static func < (left: Self, right: Self) -> Bool {
            (left.project, left.person, left.week) < (right.project, right.person, right.week)
        }
    }

    public init() {}

    public mutating func add(
        _ hours: Hours, of person: Identifier<Person>, for project: Identifier<Project>,
        on line: Identifier<DemandLine>?, in week: Week
    ) {
        if let line {
            self.hours.add(hours, at: BookedCell(LineID(project, line), .person(person), week))
        } else {
            loose[LooseCell(project: project, person: person, week: week), default: .zero] += hours
        }
    }

    /// The same with every hour on a line where it is clear on which: the one that the person was booked on in that week,
    /// else the only one of the project.
    /// - Returns: also the hours of which it is not, by project.
    public func settled(in firm: Firm, _ booked: BookedTime) -> (
        hours: BookedTime, unclear: [(project: Identifier<Project>, hours: Hours)]
    ) {
        var sum = hours
        var unclear: [Identifier<Project>: Hours] = [:]
        for (cell, hours) in loose.sorted(by: { $0.key < $1.key }) where hours != .zero {
            let lines = firm.projects.first { $0.id == cell.project }?.lines.map { LineID(cell.project, $0.id) } ?? []
            let promised = lines.filter { booked[BookedCell($0, .person(cell.person), cell.week)] > .zero }
            if let line = promised.count == 1 ? promised[0] : lines.count == 1 ? lines[0] : nil {
                sum.add(hours, at: BookedCell(line, .person(cell.person), cell.week))
            } else if !lines.isEmpty {
                unclear[cell.project, default: .zero] += hours
            }
        }
        return (sum, unclear.sorted { $0.key < $1.key }.map { (project: $0.key, hours: $0.value) })
    }
}
