// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Verification

/// What was done in a ledger, the newest first.
public struct LogReport {
    private let entries: [LogEntry]

    public init(_ entries: [LogEntry]) {
        self.entries = entries
    }

    /// One row for each event: its number, day and time in UTC, who, what.
    public func text(_ style: Style) -> String {
        var table = TextTable([
            .number("No"), .text("When"), .text("Who", .cut(floor: 8)), .text("What", .wrap(floor: 20)),
        ])
        for entry in entries {
            let what = [entry.verb, entry.subject, entry.note].filter { !$0.isEmpty }.joined(separator: " · ")
            let when = entry.time.prefix(16).replacing("T", with: " ")
            table.add(["\(entry.number)", .init(String(when)), .init(entry.who), .init(what)])
        }
        return table.lines(style).map { $0 + "\n" }.joined()
    }

    public func json() -> JSON { .array(entries.map { .object(LogReport.members(of: $0)) }) }

    static func members(of entry: LogEntry) -> [JSON.Member] {
        [
            .init("event", .integer(entry.number)), .init("at", .string(entry.time)), .init("who", .string(entry.who)),
            .init("verb", .string(entry.verb)), .init("subject", .string(entry.subject)),
            .init("note", .string(entry.note)),
        ]
    }
}
