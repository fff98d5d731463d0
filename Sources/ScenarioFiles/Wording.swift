// SPDX-License-Identifier: GPL-3.0-or-later

extension Reference {
    var owner: String {
        switch self {
        case .need, .phase: "The project"
        case .task: "The phase"
        case .part: "The contract"
        case .person, .project, .client, .office, .calendar, .role, .skill, .pool: "The firm"
        }
    }
}

extension RateGap {
    var words: String {
        switch self {
        case .role(let role): "role \(quoted(role)) is on no rate card"
        case .person(let person): "the need has no role, and neither has \(quoted(person)), who could do it"
        case .roleOfPerson(let person, let role):
            "the need has no role, and the role \(quoted(role)) of \(quoted(person)), who could do it, is on no rate card"
        case .pool(let pool): "the need has no role, and neither has the pool \(quoted(pool)), which could do it"
        case .roleOfPool(let pool, let role):
            "the need has no role, and the first role \(quoted(role)) of the pool \(quoted(pool)), which could do it, is on no rate card"
        case .day(let day): "its rate does not cover \(day)"
        }
    }

    var advice: String {
        switch self {
        case .role(let role):
            "Add \(quoted(role)) to `rates`, or give the need a `rate`; `rate: none` for work that is not billed."
        case .person:
            "Give the need a `role` or a `rate`; `rate: none` for work that is not billed."
        case .pool:
            "Give the pool `roles`, or the need a `role` or a `rate`; `rate: none` for work that is not billed."
        case .roleOfPerson(_, let role), .roleOfPool(_, let role):
            "Add \(quoted(role)) to `rates`, or give the need a `role` or a `rate`; `rate: none` for work that is not billed."
        case .day: "Add a rate for that time."
        }
    }
}

/// A value as messages show it: between backticks, cut when long.
func quoted(_ text: String) -> String {
    let shown = text.prefix(60)
    return "`\(visible(shown))\(shown.endIndex < text.endIndex ? "…" : "")`"
}

func didYouMean(_ word: String, _ known: [String], _ lead: String) -> String {
    let guess = suggestion(for: word, among: known).map { "Did you mean \(quoted($0))? " } ?? ""
    return guess + (known.isEmpty ? "\(lead) none." : "\(lead): \(listed(known, most: 30)).")
}

func listed(_ words: [String], most: Int) -> String {
    let shown = words.prefix(most).map { visible($0.prefix(60)) }.joined(separator: ", ")
    return words.count > most ? "\(shown) and \(words.count - most) more" : shown
}

/// `100,000`
func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [Substring] = []
    while digits.count > 3 {
        groups.insert(digits.suffix(3), at: 0)
        digits.removeLast(3)
    }
    return ([digits[...]] + groups).joined(separator: ",")
}
