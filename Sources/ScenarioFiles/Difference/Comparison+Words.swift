// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// The one place where differences get their words.
extension Comparison {
    /// Another value: `The contract of Ana Duarte is 60%, was 80%`.
    mutating func change(_ old: String?, _ new: String?, _ path: [String]) {
        let words = PathWords(path, in: after)
        let usual = RootFormat.field(at: path)?.standard
        let (verb, past) = words.isPlural ? ("are", "were") : ("is", "was")
        add(
            path, old, new,
            "\(words.text) \(verb) \(new ?? usual ?? "none"), \(past) \(old ?? usual ?? "none")")
    }

    /// Something with an id that is new or gone: `Nia is new: role engineer, cost 58/h`.
    mutating func declare(_ old: Node?, _ new: Node?, _ path: [String]) {
        let words = PathWords(path, in: new == nil ? before : after)
        let shape = RootFormat.shape(at: path.joined(separator: "."))
        let told = new.map { summary(of: $0, shape) } ?? ""
        add(
            path, old.map { CanonicalWriter.line($0, shape) }, new.map { CanonicalWriter.line($0, shape) },
            new == nil ? "\(words.text) is gone" : "\(words.text) is new" + (told.isEmpty ? "" : ": \(told)"))
    }

    /// What has gone from a list and what has come.
    mutating func list(_ gone: [String], _ come: [String], _ path: [String]) {
        switch path {
        case [RootFormat.bookings.name]: bookings(gone, come, path)
        case [RootFormat.exclusions.name]:
            for text in gone { add(path, text, nil, "no longer excluded: \(named(text, in: before))") }
            for text in come { add(path, nil, text, "excluded: \(named(text, in: after))") }
        case [RootFormat.together.name]:
            for text in gone { add(path, text, nil, "no longer together: \(people(text, in: before))") }
            for text in come { add(path, nil, text, "together: \(people(text, in: after))") }
        default:
            for text in gone { add(path, text, nil, "gone from \(PathWords(path, in: before).text): \(text)") }
            for text in come { add(path, nil, text, "new in \(PathWords(path, in: after).text): \(text)") }
        }
    }

    mutating func reorder(_ old: [String], _ new: [String], _ path: [String]) {
        add(
            path, old.joined(separator: ", "), new.joined(separator: ", "),
            "\(PathWords(path, in: after).text) stand in another order")
    }

    /// Promises of the same person on the same need that go and come in turn are one that has changed.
    private mutating func bookings(_ gone: [String], _ come: [String], _ path: [String]) {
        var come = come
        for text in gone {
            let who = text.prefix { $0 != "," }
            if let index = come.firstIndex(where: { $0.prefix { $0 != "," } == who }) {
                let new = come.remove(at: index)
                let old = text.dropFirst(who.count + 2)
                add(path, text, new, "\(named(new, in: after)); was \(old)")
            } else {
                add(path, text, nil, "no longer booked: \(named(text, in: before))")
            }
        }
        for text in come { add(path, nil, text, "booked: \(named(text, in: after))") }
    }

    /// The names of those whose ids stand between brackets.
    private func people(_ list: String, in firm: Firm) -> String {
        list.dropFirst().dropLast().split(separator: ", ").map { id in
            firm.people.first { $0.id.text == id }?.name ?? String(id)
        }.joined(separator: ", ")
    }

    /// A sentence about bookings with the names of those that it is about.
    private func named(_ sentence: String, in firm: Firm) -> String {
        let words = sentence.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        var named = words
        for (index, word) in words.enumerated() {
            let previous = index > 0 ? words[index - 1] : ""
            if index == 0, let person = firm.people.first(where: { $0.id.text == word }) { named[index] = person.name }
            guard previous == "on" || previous == "client" else { continue }
            let bare = word.hasSuffix(",") ? String(word.dropLast()) : word
            let comma = word.hasSuffix(",") ? "," : ""
            let parts = bare.split(separator: ".").map(String.init)
            if previous == "client" {
                named[index] = (firm.clients.first { $0.id.text == bare }?.name ?? bare) + comma
            } else if parts.count == 2 {
                named[index] = PathWords(["projects", parts[0], "needs", parts[1]], in: firm).text + comma
            } else if bare != "client" {
                named[index] = PathWords(["projects", bare], in: firm).text + comma
            }
        }
        return named.joined(separator: " ")
    }

    /// What is said of something new, without its name: long parts by their ids.
    private func summary(of node: Node, _ shape: Shape?) -> String {
        let parts = node.entries.filter { $0.key.text != "name" }.map { entry in
            let inner = shape?.step(to: entry.key.text)
            if case .map(_, .record)? = inner { return "\(entry.key.text) \(entry.value.keys.joined(separator: ", "))" }
            return "\(entry.key.text) \(CanonicalWriter.line(entry.value, inner))"
        }
        return parts.joined(separator: ", ")
    }
}
