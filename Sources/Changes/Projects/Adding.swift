// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A new project, after all others.
public struct AddProject: Change {
    public var project: Project

    public init(_ project: Project) {
        self.project = project
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        guard !firm.projects.contains(where: { $0.id == project.id }) else {
            throw Refusal("project", .taken(.project, project.id.text))
        }
        try firm.check(project.client)
        try firm.check(project.office)
        try firm.check(project.calendar)
        firm.projects.append(project)
        do {
            for line in project.lines { try firm.check(line, of: firm.projects.count - 1, key: "needs") }
        } catch {
            firm.projects.removeLast()
            throw error
        }
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let client = project.client.map { " for \(phrasing.name($0))" } ?? ""
        let stage =
            switch project.stage {
            case .won: ""
            case .proposed(let chance): ", proposed with a chance of \(phrasing.percent(chance))"
            case .lost: ", lost"
            }
        return "Add \(project.name)\(client)\(stage)"
    }
}

/// A new need of a project, after its others.
public struct AddNeed: Change {
    public var project: Identifier<Project>
    public var line: DemandLine

    public init(_ line: DemandLine, to project: Identifier<Project>) {
        self.project = project
        self.line = line
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        let index = try firm.position(of: project, key: "need")
        guard !firm.projects[index].lines.contains(where: { $0.id == line.id }) else {
            throw Refusal("need", .taken(.need, "\(LineID(project, line.id))"))
        }
        try firm.check(line, of: index, key: "phase")
        firm.projects[index].lines.append(line)
    }

    public func sentence(in firm: Firm) -> String { "Add \(line.name) to \(Phrasing(firm: firm).name(project))" }
}

/// A new client, after all others, so that a new project can be for them.
public struct AddClient: Change {
    public var client: Client

    public init(_ client: Client) {
        self.client = client
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        guard !firm.clients.contains(where: { $0.id == client.id }) else {
            throw Refusal("client", .taken(.client, client.id.text))
        }
        firm.clients.append(client)
    }

    public func sentence(in firm: Firm) -> String { "Add the client \(client.name)" }
}

extension Firm {
    fileprivate func check(_ line: DemandLine, of project: Int, key: String) throws(Refusal) {
        if let phase = line.phase { _ = try position(of: phase, in: project, key: key) }
        try check(line.office, key: key == "needs" ? key : "office")
    }
}
