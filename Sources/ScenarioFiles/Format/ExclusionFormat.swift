// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Reading {
    func exclusions() -> [Exclusion] {
        var exclusions: [Exclusion] = []
        for node in sections.exclusions {
            let before = problems.count
            guard let exclusion = exclusion(node), problems.count == before else { continue }
            places[.exclusion(exclusions.count)] = node.place
            exclusions.append(exclusion)
        }
        return exclusions
    }

    /// `PERSON not on TARGET`, where the target is a project, a need or `client CLIENT`.
    func exclusion(_ node: Node) -> Exclusion? {
        guard let sentence = sentence(node, .exclusion) else { return nil }
        guard let (person, target) = sentence.cut(at: " not on "), !target.text.isEmpty else {
            report(
                sentence.fault(.notASentence(sentence.text, of: Word.exclusion.name, example: Word.exclusion.example)))
            return nil
        }
        check(.person, person)
        return Exclusion(person: Identifier(person.text), target: self.target(target))
    }

    private func target(_ target: Excerpt) -> Exclusion.Target {
        if let client = target.without(prefix: "client ")?.trimmed {
            check(.client, client)
            return .client(Identifier(client.text))
        }
        if let (project, need) = target.cut(at: ".") {
            checkNeed(project, need)
            return .line(LineID(Identifier(project.text), Identifier(need.text)))
        }
        if !isDeclared(.project, target.text), isDeclared(.client, target.text) {
            report(target.fault(.clientAsTarget(target.text)))
        } else {
            check(.project, target)
        }
        return .project(Identifier(target.text))
    }
}
