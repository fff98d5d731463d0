// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
import Staffing
public import Verification

/// Risks and issues, and why they were closed.
public struct RegisterReport: Sendable {
    private let entries: [RegisterEntry]

    public init(_ entries: [RegisterEntry]) {
        self.entries = entries
    }

    public func text(_ style: Style) -> String {
        guard !entries.isEmpty else { return "Nothing stands in the register.\n" }
        var table = TextTable([
            .number("no"), .text("kind"), .text("severity"), .text("project", .cut(floor: 8)), .text("since"),
            .text("what", .wrap(floor: 24)), .text("owner", .cut(floor: 6)),
        ])
        for entry in entries {
            let closed = entry.closed.map { " (closed \($0.day): \($0.reason))" } ?? ""
            table.add([
                .init("\(entry.number)"), .init(entry.kind.rawValue),
                .init(entry.severity.rawValue, entry.closed == nil && entry.severity == .high ? .bad : nil),
                .init(entry.project?.text ?? ""), .init("\(entry.day)"), .init(entry.title + closed),
                .init(entry.owner ?? ""),
            ])
        }
        return table.lines(style).joined(separator: "\n") + "\n"
    }

    public func csv() -> String {
        CSV.text(
            [["number", "kind", "severity", "project", "since", "title", "owner", "cause", "closed", "reason"]]
                + entries.map { entry in
                    [
                        "\(entry.number)", entry.kind.rawValue, entry.severity.rawValue, entry.project?.text ?? "",
                        "\(entry.day)", entry.title, entry.owner ?? "", entry.cause ?? "",
                        entry.closed.map { "\($0.day)" } ?? "", entry.closed?.reason ?? "",
                    ]
                })
    }

    public func json() -> JSON {
        .array(
            entries.map { entry in
                .object([
                    "number": .integer(entry.number.value), "kind": .string(entry.kind.rawValue),
                    "severity": .string(entry.severity.rawValue),
                    "project": entry.project.map { .string($0.text) } ?? .null, "since": .string("\(entry.day)"),
                    "title": .string(entry.title), "owner": entry.owner.map { .string($0) } ?? .null,
                    "cause": entry.cause.map { .string($0) } ?? .null,
                    "closed": entry.closed.map {
                        .object(["day": .string("\($0.day)"), "reason": .string($0.reason)])
                    } ?? .null,
                ])
            })
    }
}
