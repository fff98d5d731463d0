// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A project is won for certain.
public struct Win: Change {
    public var project: Identifier<Project>

    public init(_ project: Identifier<Project>) {
        self.project = project
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        firm.projects[try firm.position(of: project)].stage = .won
    }

    public func sentence(in firm: Firm) -> String { "Win \(Phrasing(firm: firm).name(project))" }
}

/// A project is lost. Its bookings go, pinned ones included.
public struct Lose: Change {
    public var project: Identifier<Project>

    public init(_ project: Identifier<Project>) {
        self.project = project
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        firm.projects[try firm.position(of: project)].stage = .lost
        firm.bookings.removeAll { $0.line.project == project }
    }

    public func sentence(in firm: Firm) -> String { "Lose \(Phrasing(firm: firm).name(project))" }
}

/// A project is proposed, and won with that chance.
public struct Chance: Change {
    public var project: Identifier<Project>
    /// Above 0 and below 100 %.
    public var share: Share

    public init(_ project: Identifier<Project>, at share: Share) {
        self.project = project
        self.share = share
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        let index = try firm.position(of: project)
        guard share > .zero, share < .whole else {
            throw Refusal("at", .noEffect("a chance is above 0 % and below 100 %"))
        }
        firm.projects[index].stage = .proposed(share)
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        return "\(phrasing.name(project)) has a chance of \(phrasing.percent(share))"
    }
}
