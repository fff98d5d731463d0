// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A project, one of its phases or one of its needs takes longer at its end.
///
/// Work that is so much a week goes on; a total, and a list of weeks, stays what it is and has more time. Of a project,
/// its dates and all phases and needs with dates of their own that end on its last day end later. Phases that wait for
/// a longer one move, with their needs and bookings. Bookings on what is longer stay.
public struct Extend: Change {
    public enum Part: Sendable, Equatable {
        case phase(Identifier<Phase>)
        case need(Identifier<DemandLine>)
    }

    public var project: Identifier<Project>
    /// Nil for the whole project.
    public var part: Part?
    public var weeks: Int

    public init(_ project: Identifier<Project>, _ part: Part? = nil, weeks: Int) {
        self.project = project
        self.part = part
        self.weeks = weeks
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        let index = try firm.position(of: project)
        let horizon = firm.horizon
        switch part {
        case .phase(let phase):
            let phase = try firm.position(of: phase, in: index)
            try firm.rearrange(index) { project in
                project.phases[phase].extend(by: weeks, to: project.phaseDays()[phase])
            }
        case .need(let need):
            let line = try firm.position(of: LineID(project, need)).line
            try firm.rearrange(index) { project in
                let days = project.days(of: project.lines[line], within: horizon)
                project.lines[line].days = DayRange(days.first, days.last + 7 * weeks)
                    .moved(by: -project.shift(of: project.lines[line]))
            }
        case nil:
            let name = firm.projects[index].name
            guard firm.projects[index].hasDates else { throw Refusal("project", .noDates(project: name)) }
            try firm.rearrange(index) { project in project.extend(by: weeks, within: horizon) }
        }
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let what =
            switch part {
            case .phase(let phase): "phase \(phase) of \(phrasing.name(project))"
            case .need(let need): phrasing.name(LineID(project, need))
            case nil: phrasing.name(project)
            }
        return "Extend \(what) by \(phrasing.weeks(weeks))"
    }
}

extension Project {
    fileprivate mutating func extend(by weeks: Int, within horizon: Horizon) {
        let settled = phaseDays()
        let ends =
            [days?.last].compactMap(\.self) + settled.compactMap { $0?.last } + lines.compactMap { $0.days?.last }
        // The project's own dates say when it ends; without them, whatever comes last.
        guard let end = days?.last ?? ends.max() else { return }
        days = days.map { DayRange($0.first, end + 7 * weeks) }
        for index in phases.indices where settled[index]?.last == end {
            phases[index].extend(by: weeks, to: settled[index])
        }
        for index in lines.indices {
            guard let own = lines[index].days, own.last == end else { continue }
            lines[index].days = DayRange(own.first, end + 7 * weeks)
        }
    }
}

extension Phase {
    fileprivate mutating func extend(by count: Int, to days: DayRange?) {
        switch extent {
        case .weeks(let length):
            extent = .weeks(length + count)
            weeks = weeks.map { $0.lowerBound + count...$0.upperBound + count }
        case .until(let last): extent = .until(max(last, days?.last ?? last) + 7 * count)
        }
    }
}
