// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Why a person cannot be booked on a line.
public enum Obstacle: Hashable, Sendable {
    case noSkill(Identifier<Skill>)
    case lowLevel(Identifier<Skill>, has: Int, needs: Int)
    case otherRole(needs: Identifier<Role>)
    case otherOffice(needs: Identifier<Office>)
    /// They do not travel, and the project's site is not their office.
    case staysAtHome(site: Identifier<Office>)
    case excluded(Exclusion.Target)
    /// No working time in any week of the line.
    case away
}

extension Obstacle: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noSkill(let skill): "lacks \(skill)"
        case .lowLevel(let skill, let has, let needs): "has \(skill) at level \(has), needs \(needs)"
        case .otherRole(let role): "is not \(role)"
        case .otherOffice(let office): "is not in \(office)"
        case .staysAtHome(let site): "does not travel to \(site)"
        case .excluded(let target): "is excluded from \(target)"
        case .away: "is not there"
        }
    }
}

extension [Obstacle] {
    /// How far somebody is from a line: levels that lack, a missing skill counting as five, anything else as ten.
    public var distance: Int {
        reduce(0) { sum, obstacle in
            switch obstacle {
            case .noSkill: sum + 5
            case .lowLevel(_, let has, let needs): sum + needs - has
            case .otherRole, .otherOffice, .staysAtHome, .excluded, .away: sum + 10
            }
        }
    }
}
