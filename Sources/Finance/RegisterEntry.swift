// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A risk or an issue, of a project or of the firm.
public struct RegisterEntry: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// It may happen.
        case risk
        /// It has happened.
        case issue
    }

    public enum Severity: String, Sendable, CaseIterable {
        case low, medium, high
    }

    public struct Closing: Sendable, Equatable {
        public let day: Day
        public let reason: String

        public init(day: Day, reason: String) {
            self.day = day
            self.reason = reason
        }
    }

    public var number: EntryNumber<RegisterEntry>
    public var project: Identifier<Project>?
    public var kind: Kind
    public var title: String
    public var severity: Severity
    public var owner: String?
    /// What raised it by itself: each cause is raised once, and again only after it was closed and has come back.
    public var cause: String?
    public var day: Day
    /// Nil while it is open.
    public var closed: Closing?

    public init(
        number: EntryNumber<RegisterEntry> = EntryNumber(0), project: Identifier<Project>?, kind: Kind, title: String,
        severity: Severity, owner: String? = nil, cause: String? = nil, day: Day, closed: Closing? = nil
    ) {
        self.number = number
        self.project = project
        self.kind = kind
        self.title = title
        self.severity = severity
        self.owner = owner
        self.cause = cause
        self.day = day
        self.closed = closed
    }
}
