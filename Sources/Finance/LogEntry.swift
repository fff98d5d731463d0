// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing that was done in a ledger.
public struct LogEntry: Sendable, Equatable {
    public let number: Int
    /// In UTC, as `2026-03-31T17:05:00Z`.
    public let time: String
    public let who: String
    public let verb: String
    public let subject: String
    public let note: String

    public init(number: Int, time: String, who: String, verb: String, subject: String, note: String) {
        self.number = number
        self.time = time
        self.who = who
        self.verb = verb
        self.subject = subject
        self.note = note
    }
}
