// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing
import Verification

extension Obstacle {
    /// What keeps somebody from a line, and what would have to change.
    func words(on line: DemandLine) -> (obstacle: String, change: String) {
        switch self {
        case .noSkill(let skill):
            let level = line.skills.first { $0.skill == skill }?.level ?? 1
            return ("has no \(skill); the line needs level \(level)", "learn \(skill) to level \(level)")
        case .lowLevel(let skill, let has, let needs):
            return ("has \(skill) at level \(has); the line needs \(needs)", "train \(skill) from \(has) to \(needs)")
        case .otherRole(let role):
            return ("is not \(role.text.withArticle)", "take the role off the line, or let them work as \(role)")
        case .otherOffice(let office):
            return ("is not in the office \(office)", "take the office off the line, or let them work there")
        case .staysAtHome(let site):
            return ("does not travel to \(site)", "let them travel, or take the site off the project")
        case .excluded(let target): return ("is excluded from \(target)", "lift the exclusion")
        case .away: return ("has no working hour in any week of the line", "move the line")
        }
    }

    /// In a few words, for a cell of a table.
    var brief: String {
        switch self {
        case .noSkill(let skill): "no \(skill)"
        case .lowLevel(let skill, let has, let needs): "\(skill) \(has) of \(needs)"
        case .otherRole(let role): "not \(role.text.withArticle)"
        case .otherOffice(let office): "not in \(office)"
        case .staysAtHome(let site): "no travel to \(site)"
        case .excluded(let target): "excluded from \(target)"
        case .away: "not there"
        }
    }

    var json: JSON {
        switch self {
        case .noSkill(let skill): .object(["kind": .string("skill"), "skill": .string(skill.text)])
        case .lowLevel(let skill, let has, let needs):
            .object([
                "kind": .string("level"), "skill": .string(skill.text), "has": .integer(has), "needs": .integer(needs),
            ])
        case .otherRole(let role): .object(["kind": .string("role"), "needs": .string(role.text)])
        case .otherOffice(let office): .object(["kind": .string("office"), "needs": .string(office.text)])
        case .staysAtHome(let site): .object(["kind": .string("travel"), "site": .string(site.text)])
        case .excluded(let target): .object(["kind": .string("excluded"), "from": .string(target.description)])
        case .away: .object(["kind": .string("away")])
        }
    }
}

extension String {
    fileprivate var withArticle: String {
        guard let first = lowercased().first else { return self }
        return ("aeiou".contains(first) ? "an " : "a ") + self
    }
}
