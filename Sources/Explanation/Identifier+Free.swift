// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

extension Identifier {
    /// The name itself where nothing has it yet; else with the first number that makes it free: `hire`, `hire-2`.
    static func free(_ name: String, among taken: [Identifier]) -> Identifier {
        let taken = Set(taken)
        guard taken.contains(Identifier(name)) else { return Identifier(name) }
        var number = 2
        while taken.contains(Identifier("\(name)-\(number)")) { number += 1 }
        return Identifier("\(name)-\(number)")
    }
}
