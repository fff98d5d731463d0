// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import ScenarioFiles
internal import Staffing

/// What a planner tries: changes to a scenario, one after the other, each as it would stand in a change file.
struct Draft: Sendable, Equatable {
    /// One change: `delay: { project: apollo, by: 3 weeks }`.
    struct Step: Sendable, Equatable {
        let change: Wording
        /// `Delay Apollo by 3 weeks`
        let sentence: String
    }

    /// The scenario that is changed.
    let base: String
    private(set) var steps: [Step] = []
    /// Grows with every change, so that nobody overwrites what they have not seen.
    private(set) var version = 1

    init(of base: String, version: Int = 1) {
        self.base = base
        self.version = version
    }

    /// The draft with other changes; the sentences are those that reading them gives.
    func with(_ changes: [Wording], _ made: [Scenario.Made]) -> Draft {
        var draft = self
        draft.steps = zip(changes, made).map { Step(change: $0, sentence: $1.sentence) }
        draft.version += 1
        return draft
    }

    var changes: [Wording] { steps.map(\.change) }

    /// As the file that it is saved as.
    func file(named scenario: String) throws -> String {
        let text =
            "muster: 1\nscenario: \(Wording.quoted(scenario))\nfrom: \(Wording.quoted(base))\nchanges:\n"
            + Draft.list(changes, indent: "  ")
        return try ScenarioFormat.canonicalText(of: text, named: "draft")
    }

    /// The changes as they stand under `changes:`.
    static func list(_ changes: [Wording], indent: String = "") -> String {
        changes.map { "\(indent)- \($0.text)\n" }.joined()
    }
}

/// A change in the words of the files, with every value between quotes, so that no value can be anything but that.
struct Wording: Sendable, Equatable {
    let verb: String
    /// In the order in which they are written; one with an empty name is the verb's whole value.
    let values: [Value]

    indirect enum Value: Sendable, Equatable {
        case text(String, String)
        /// Names with values of their own, as skills have.
        case record(String, [(String, String)])

        static func == (left: Value, right: Value) -> Bool {
            switch (left, right) {
            case (.text(let a, let b), .text(let c, let d)): a == c && b == d
            case (.record(let a, let b), .record(let c, let d)):
                a == c && b.map(\.0) == d.map(\.0) && b.map(\.1) == d.map(\.1)
            case (.text, .record), (.record, .text): false
            }
        }
    }

    init(_ verb: String, _ values: [Value]) {
        self.verb = verb
        self.values = values
    }

    init(_ verb: String, _ values: KeyValuePairs<String, String>) {
        self.init(verb, values.map { .text($0.key, $0.value) })
    }

    /// `delay: { project: "apollo", by: "3 weeks" }`; what is empty is left out.
    var text: String {
        if case .text("", let whole)? = values.first { return "\(verb): \(Wording.quoted(whole))" }
        let parts = values.compactMap { value -> String? in
            switch value {
            case .text(_, ""): return nil
            case .text(let name, let text): return "\(name): \(Wording.quoted(text))"
            case .record(let name, let members):
                guard !members.isEmpty else { return nil }
                let inner = members.map { "\(Wording.quoted($0.0)): \(Wording.quoted($0.1))" }
                return "\(name): { \(inner.joined(separator: ", ")) }"
            }
        }
        return "\(verb): { \(parts.joined(separator: ", ")) }"
    }

    func value(_ name: String) -> String? {
        for case .text(name, let text) in values { return text }
        return nil
    }

    /// A YAML text between double quotes.
    static func quoted(_ text: String) -> String {
        let inner = text.unicodeScalars.reduce(into: "") { out, scalar in
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            default:
                let isPlain =
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                        false
                    default: true
                    }
                if isPlain {
                    out.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    out += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
                }
            }
        }
        return "\"\(inner)\""
    }
}

extension [Wording] {
    /// With a project moved by so many weeks, later ones or, where negative, earlier ones. A move right after another of
    /// the same project is one move, and there and back again is none.
    func moving(_ project: String, byWeeks weeks: Int) -> [Wording] {
        var changes = self
        var weeks = weeks
        if let last = changes.last, last.value("project") == project, last.value("phase") == nil,
            let before = last.movedWeeks
        {
            weeks += before
            changes.removeLast()
        }
        guard weeks != 0 else { return changes }
        let by = abs(weeks) == 1 ? "1 week" : "\(abs(weeks)) weeks"
        changes.append(Wording(weeks > 0 ? "delay" : "advance", ["project": project, "by": by]))
        return changes
    }

    /// With a project won or lost; of several such changes of a project the last one stays.
    func deciding(_ project: String, _ verb: String) -> [Wording] {
        filter { !(["win", "lose", "chance"].contains($0.verb) && $0.value("project") == project) }
            + [Wording(verb, ["project": project])]
    }
}

extension Wording {
    /// Of a delay, or of an advance as a negative number; nil where it is neither, or does not say it in weeks.
    fileprivate var movedWeeks: Int? {
        guard verb == "delay" || verb == "advance", let by = value("by"),
            let count = by.split(separator: " ").first.flatMap({ Int($0) })
        else { return nil }
        return verb == "delay" ? count : -count
    }
}
