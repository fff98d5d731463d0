// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A commitment to a plan, or the taking back of one, as the ledger has it.
public struct CommitRecord: Sendable, Equatable {
    /// An alert that was known and accepted.
    public struct Accepted: Sendable, Hashable {
        /// Its kind, as `muster check` names it.
        public let alert: String
        public let reason: String

        public init(_ alert: String, reason: String) {
            self.alert = alert
            self.reason = reason
        }
    }

    public let entry: LogEntry
    /// The name of the plan's scenario.
    public let scenario: String
    /// Of the plan: SHA-256 of the input that it was made from.
    public let digest: String
    /// Of the plan: how good it is.
    public let status: String
    /// The event that this one takes back.
    public let undoes: Int?
    /// The event that took this one back.
    public let undoneBy: Int?
    /// In the order of their kinds.
    public let accepted: [Accepted]
    /// In the order of lines, workers and weeks.
    public let changes: [BookingChange]

    public init(
        entry: LogEntry, scenario: String, digest: String, status: String, undoes: Int? = nil, undoneBy: Int? = nil,
        accepted: [Accepted] = [], changes: [BookingChange]
    ) {
        self.entry = entry
        self.scenario = scenario
        self.digest = digest
        self.status = status
        self.undoes = undoes
        self.undoneBy = undoneBy
        self.accepted = accepted
        self.changes = changes
    }
}
