// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import ScenarioFiles
import Staffing

extension Situation {
    /// The position of the person whom the caller names by their key in the files.
    func person(named text: String) throws -> Int {
        guard let index = firm.people.firstIndex(where: { $0.id.text == text }) else {
            throw WrongInput(unknown: "person", text, among: firm.people.map(\.id.text))
        }
        return index
    }

    /// The position of the line that the caller names as the files do: `apollo.backend`.
    func line(named text: String) throws -> Int {
        if let index = demand.lines.firstIndex(where: { $0.id.description == text }) { return index }
        if let project = firm.projects.first(where: { text.hasPrefix($0.id.text + ".") }), project.stage == .lost {
            throw WrongInput(description: "\(project.id) is lost, so nothing is planned for it")
        }
        throw WrongInput(unknown: "line", text, among: demand.lines.map(\.id.description))
    }
}

extension WrongInput {
    /// Names what there is instead, the likeliest first.
    init(unknown kind: String, _ text: String, among known: [String]) {
        let advice =
            suggestion(for: text, among: known).map { "Did you mean \($0)?" }
            ?? (known.isEmpty
                ? "The firm has none."
                : "The firm has: \(known.prefix(12).joined(separator: ", "))"
                    + (known.count > 12 ? " and \(known.count - 12) more." : "."))
        self.init(description: "there is no \(kind) \(text). \(advice)")
    }
}
