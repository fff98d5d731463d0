// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A project is taken out of the firm, with the bookings on it, its exclusions, and the wishes for it.
public struct DropProject: Change {
    public var project: Identifier<Project>

    public init(_ project: Identifier<Project>) {
        self.project = project
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        firm.projects.remove(at: try firm.position(of: project))
        firm.bookings.removeAll { $0.line.project == project }
        firm.exclusions.removeAll { exclusion in
            switch exclusion.target {
            case .client: false
            case .project(let target): target == project
            case .line(let target): target.project == project
            }
        }
        for index in firm.people.indices { firm.people[index].wishes.removeAll { $0 == project } }
    }

    public func sentence(in firm: Firm) -> String { "Drop \(Phrasing(firm: firm).name(project))" }
}

/// A need is taken out of its project, with the bookings on it and its exclusions.
public struct DropNeed: Change {
    public var need: LineID

    public init(_ need: LineID) {
        self.need = need
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        let (project, line) = try firm.position(of: need)
        firm.projects[project].lines.remove(at: line)
        firm.bookings.removeAll { $0.line == need }
        firm.exclusions.removeAll { $0.target == .line(need) }
    }

    public func sentence(in firm: Firm) -> String { "Drop \(Phrasing(firm: firm).name(need))" }
}
