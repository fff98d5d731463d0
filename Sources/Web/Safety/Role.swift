// SPDX-License-Identifier: GPL-3.0-or-later

/// What somebody is to the firm.
public enum Role: String, Sendable, CaseIterable {
    /// Plans, commits, and sees everything.
    case planner
    /// Sees everything and approves time, and changes no plan.
    case manager
    /// Sees who works where, and enters own time; no money.
    case member
    /// Sees the status of own projects alone.
    case client

    /// What a page shows or an action does, as far as it is not for everybody.
    enum Permission: Sendable {
        /// Who works where and when, projects, capacity.
        case seePlan
        /// Costs, prices, margins, invoices.
        case seeMoney
        /// What-ifs, plans, files, commitments.
        case plan
        case enterTime
        case approveTime
        case seeOwnProjects
    }

    func may(_ permission: Permission) -> Bool {
        switch permission {
        case .seePlan: self != .client
        case .seeMoney: self == .planner || self == .manager
        case .plan: self == .planner
        case .enterTime: self != .client
        case .approveTime: self == .planner || self == .manager
        case .seeOwnProjects: true
        }
    }
}

/// Who is at the other end.
public struct User: Sendable, Equatable {
    public let name: String
    public let role: Role
    /// The person of the firm whose time they enter, for members.
    public let person: String?
    /// The client of the firm whose projects they see, for clients.
    public let client: String?

    public init(name: String, role: Role, person: String? = nil, client: String? = nil) {
        self.name = name
        self.role = role
        self.person = person
        self.client = client
    }
}
