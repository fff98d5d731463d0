// SPDX-License-Identifier: GPL-3.0-or-later

public import Outlook
public import Staffing
public import Verification

/// Alerts in words, as JSON, and as annotations of a continuous-integration job.
public struct CheckReport: Sendable {
    let alerts: [Alert]
    let firm: Firm

    public init(of alerts: [Alert], in firm: Firm) {
        self.alerts = alerts
        self.firm = firm
    }

    /// One paragraph an alert of that severity and above: how grave, what is wrong, and the way out.
    public func text(_ style: Style, from least: Alert.Severity) -> String {
        var lines = [style.heading(firm.name.printable.cut(to: style.width)), headline(style)]
        for alert in alerts where alert.severity >= least { lines += [""] + paragraph(alert, style) }
        if alerts.contains(where: { $0.severity < least }) {
            lines += ["", style.paint("`--all` shows the notices, too.", .quiet)]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How many alerts of which severity.
    public func headline(_ style: Style) -> String {
        let counts = Alert.Severity.allCases.reversed().compactMap { severity -> String? in
            let count = alerts.count { $0.severity == severity }
            guard count > 0 else { return nil }
            return style.paint("\(count) \(severity.rawValue)\(count == 1 ? "" : "s")", severity.tone)
        }
        return counts.isEmpty ? style.paint("Nothing to worry about.", .good) : counts.joined(separator: ", ")
    }

    private func paragraph(_ alert: Alert, _ style: Style) -> [String] {
        let words = alert.words(in: firm)
        let label = alert.severity.rawValue
        let indent = String(repeating: " ", count: 9)
        let width = style.width - indent.count
        let message = words.message.printable.wrapped(to: width)
        let first = style.paint(label, alert.severity.tone) + String(repeating: " ", count: 9 - label.count)
        let kind = style.paint("(\(alert.kind.rawValue))", .quiet)
        return zip([first] + message.dropFirst().map { _ in indent }, message).map { $0 + $1 }
            + ("→ " + words.advice.printable).wrapped(to: width).map { indent + $0 } + [indent + kind]
    }

    public func json() -> JSON {
        .array(
            alerts.map { alert in
                let words = alert.words(in: firm)
                var members: [JSON.Member] = [
                    .init("severity", .string(alert.severity.rawValue)), .init("kind", .string(alert.kind.rawValue)),
                    .init("from", .string(alert.weeks.lowerBound.description)),
                    .init("to", .string(alert.weeks.upperBound.description)),
                    .init("people", .array(alert.people.map { .string($0.text) })),
                    .init("lines", .array(alert.lines.map { .string($0.description) })),
                    .init("projects", .array(alert.projects.map { .string($0.text) })),
                ]
                if let hours = alert.hours { members.append(.init("hours", .number(hours.decimal))) }
                if let money = alert.money {
                    members.append(.init("money", .number(money.decimal(in: firm.currency))))
                }
                members += [.init("message", .string(words.message)), .init("advice", .string(words.advice))]
                return .object(members)
            })
    }

    /// Workflow commands that put each alert beside the line of the scenario that it is about.
    public func annotations(place: (Alert) -> SourcePlace?) -> String {
        alerts.map { alert in
            let words = alert.words(in: firm)
            let position =
                place(alert).map { "file=\(escaped($0.file, also: ":,")),line=\($0.line),col=\($0.column)," } ?? ""
            return "::\(alert.severity.rawValue) \(position)title=\(alert.kind.rawValue)::"
                + escaped("\(words.message): \(words.advice)", also: "") + "\n"
        }.joined()
    }

    private func escaped(_ text: String, also special: String) -> String {
        ("%\r\n" + special).unicodeScalars.reduce(text) { text, scalar in
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return text.replacing(String(scalar), with: "%" + (digits.count < 2 ? "0" : "") + digits)
        }
    }
}

extension Alert.Severity {
    var tone: Style.Tone {
        switch self {
        case .error: .bad
        case .warning: .warning
        case .notice: .quiet
        }
    }
}
