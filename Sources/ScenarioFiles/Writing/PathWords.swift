// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// What stands at a path in a scenario file, with names where there are some: `the contract of Ana Duarte`.
struct PathWords {
    let text: String
    /// Whether one speaks of it in the plural.
    private(set) var isPlural = false

    init(_ path: [String], in firm: Firm) {
        var (owner, rest) = PathWords.owner(path, in: firm)
        guard let key = rest.first else {
            text = owner
            return
        }
        rest = rest.dropFirst()
        let words: String
        if let inner = rest.first, let phrase = PathWords.inner(key, inner) {
            words = phrase
        } else {
            let isOfTask = key == "after" && path.contains("tasks")
            let keys = [isOfTask ? "tasks before" : PathWords.phrases[key] ?? key] + rest
            words = keys.joined(separator: " ")
            isPlural = key == "after" || keys.last?.hasSuffix("s") ?? false
        }
        let preposition = key == "after" ? "" : "of "
        text = owner.isEmpty ? "the \(words)" : "the \(words) \(preposition)\(owner)"
    }

    /// The thing with a name of its own that the path leads to first, and the keys that are left.
    private static func owner(_ path: [String], in firm: Firm) -> (String, ArraySlice<String>) {
        guard path.count > 1 else { return ("", path[...]) }
        let id = path[1]
        func named(_ kind: String, _ name: String?) -> (String, ArraySlice<String>) {
            (kind + (name ?? id), path[2...])
        }
        switch path[0] {
        case "people": return named("", firm.people.first { $0.id.text == id }?.name)
        case "clients": return named("the client ", firm.clients.first { $0.id.text == id }?.name)
        case "offices": return named("the office ", firm.offices.first { $0.id.text == id }?.name)
        case "subcontractors": return named("the pool ", firm.subcontractors.first { $0.id.text == id }?.name)
        case "calendars": return named("the calendar ", nil)
        case "contracts":
            let contract = "the contract \(id)"
            guard path.count > 3, ["parts", "amendments"].contains(path[2]) else { return (contract, path[2...]) }
            return ("\(path[2].dropLast()) \(path[3]) of \(contract)", path[4...])
        case "seller": return ("the seller", path[1...])
        case "policy": return ("the policy", path[1...])
        case "projects":
            let project = firm.projects.first { $0.id.text == id }
            let name = project?.name ?? id
            guard path.count > 3 else { return (name, path[2...]) }
            switch path[2] {
            case "needs":
                return ("\(project?.lines.first { $0.id.text == path[3] }?.name ?? path[3]) of \(name)", path[4...])
            case "phases" where path.count > 5 && path[4] == "tasks":
                let phase = project?.phases.first { $0.id.text == path[3] }
                let task = phase?.tasks.first { $0.id.text == path[5] }?.name ?? path[5]
                return ("\(task) in phase \(path[3]) of \(name)", path[6...])
            case "phases": return ("phase \(path[3]) of \(name)", path[4...])
            default: return (name, path[2...])
            }
        default: return ("", path[...])
        }
    }

    /// One of several entries under a key.
    private static func inner(_ key: String, _ entry: String) -> String? {
        switch key {
        case "skills", "skill": "level of \(entry)"
        case "prefer": "preferred level of \(entry)"
        case "rates": "rate for \(entry)"
        case "unmet": "price of unmet \(entry) work"
        case "fit": "price of fit for “\(entry)”"
        case "bookable": "rule of booking “\(entry)”"
        case "mix": "quota of \(entry)"
        case "alerts": "limit of “\(entry)”"
        default: nil
        }
    }

    /// Keys that do not read as nouns.
    private static let phrases = [
        "knows": "known clients", "prefer": "preferred skills", "after": "phases before",
        "internal": "internal time", "tentative": "way to count proposed work", "team": "team size",
        "long absence": "length of a long absence", "fit": "prices of fit", "unmet": "prices of unmet work",
        "scenario": "name", "travels": "willingness to travel", "together": "people who work together",
        "bookable": "rules of booking", "pays": "habit of paying", "due": "time to pay", "on": "day",
        "recognise": "way of recognition", "billed": "time of billing", "hourly": "terms by the hour",
        "fixed": "fixed price", "series": "prefix of an invoice number",
    ]
}
