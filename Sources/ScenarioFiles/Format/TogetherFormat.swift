// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Reading {
    /// The people who work together, each in one list.
    func together() -> [[Identifier<Person>]] {
        var places: [String: SourcePlace] = [:]
        return sections.together.compactMap { node in
            let before = problems.count
            let people = RootFormat.team.read(node, self) ?? []
            guard problems.count == before, case .list(let nodes) = node.content else { return nil }
            for (person, node) in zip(people, nodes) {
                if let first = places.updateValue(node.place, forKey: person.text) {
                    report(.togetherTwice(person.text, first: first), at: node.place)
                }
            }
            if people.count < 2 { report(.togetherAlone, at: node.place) }
            return people
        }
    }
}
