// SPDX-License-Identifier: GPL-3.0-or-later

public import Changes
import Staffing
public import Verification

/// How two firms differ, sentence by sentence.
public struct DifferenceReport: Sendable {
    let differences: [FirmDifference]
    /// What the two scenarios are called.
    let names: (before: String, after: String)

    public init(_ differences: [FirmDifference], from before: String, to after: String) {
        self.differences = differences
        names = (before, after)
    }

    public func text(_ style: Style) -> String {
        var lines = [style.heading("\(names.before) → \(names.after)".printable.cut(to: style.width))]
        guard !differences.isEmpty else { return lines[0] + "\nNo difference.\n" }
        lines.append(differences.count == 1 ? "1 difference" : "\(differences.count) differences")
        for group in DifferenceReport.groups {
            let sentences = differences.filter { group.sections.contains($0.section) }.map(\.sentence)
            guard !sentences.isEmpty else { continue }
            lines += ["", style.heading(group.title)]
            for sentence in sentences {
                let wrapped = sentence.printable.wrapped(to: style.width - 4)
                lines += zip(["  "] + wrapped.dropFirst().map { _ in "    " }, wrapped).map { $0 + $1 }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    public func json() -> JSON {
        .array(
            differences.map { difference in
                .object([
                    "path": .string(difference.path), "before": difference.before.map { .string($0) } ?? .null,
                    "after": difference.after.map { .string($0) } ?? .null, "sentence": .string(difference.sentence),
                ])
            })
    }

    /// The sections of the files under fewer headings.
    static let groups: [(title: String, sections: [String])] = [
        ("Firm", ["scenario", "horizon", "currency", "calendar", "calendars", "offices", "clients", "rates"]),
        ("People", ["people"]), ("Projects", ["projects"]),
        ("Terms", ["contracts", "seller", "overheads"]), ("Bookings", ["bookings", "exclusions", "together"]),
        ("Subcontractors", ["subcontractors"]), ("Policy", ["policy"]),
    ]
}
