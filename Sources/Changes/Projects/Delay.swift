// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// The work of a project moves to later weeks: its dates, its phases, its needs and their week lists, and the
/// bookings on it, pinned ones included. Deadlines and the dates of milestones stay, which is what makes it late.
///
/// Of a project that only a phase of moves, the phases that wait for that one move as far as they must, and the
/// bookings and dates of their needs with them. ``Advance`` by as many weeks is the exact opposite.
public struct Delay: Change {
    public var project: Identifier<Project>
    /// Nil for the whole project.
    public var phase: Identifier<Phase>?
    public var weeks: Int

    public init(_ project: Identifier<Project>, phase: Identifier<Phase>? = nil, weeks: Int) {
        self.project = project
        self.phase = phase
        self.weeks = weeks
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        try Move(project: project, phase: phase, weeks: weeks).apply(to: &firm)
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        return "Delay \(phase.map { "phase \($0) of " } ?? "")\(phrasing.name(project)) by \(phrasing.weeks(weeks))"
    }
}

/// The work of a project moves to earlier weeks: the exact opposite of ``Delay``.
public struct Advance: Change {
    public var project: Identifier<Project>
    /// Nil for the whole project.
    public var phase: Identifier<Phase>?
    public var weeks: Int

    public init(_ project: Identifier<Project>, phase: Identifier<Phase>? = nil, weeks: Int) {
        self.project = project
        self.phase = phase
        self.weeks = weeks
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        try Move(project: project, phase: phase, weeks: -weeks).apply(to: &firm)
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        return "Advance \(phase.map { "phase \($0) of " } ?? "")\(phrasing.name(project)) by \(phrasing.weeks(weeks))"
    }
}
