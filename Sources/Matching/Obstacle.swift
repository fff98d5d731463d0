// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Why a person cannot be booked on a line.
public enum Obstacle: Hashable, Sendable {
    case noSkill(Identifier<Skill>)
    case lowLevel(Identifier<Skill>, has: Int, needs: Int)
    case otherRole(needs: Identifier<Role>)
    case otherOffice(needs: Identifier<Office>)
    case excluded(Exclusion.Target)
    /// No working time in any week of the line.
    case away
}
