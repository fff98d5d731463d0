// SPDX-License-Identifier: GPL-3.0-or-later

import SmallFirms
import Staffing
import Synchronization

@testable import WhatIf

/// One week, and one coder for two proposals; what the four ways come to is easy to say.
///
///     won        demand   Ana does            unfilled   revenue      cost   margin
///     neither       8 h   8 h of base                0       800       400      400
///     sure         38 h   base and 30 h sure         0     3,800     1,900    1,900
///     risk         28 h   base and 20 h risk         0     2,000+800   1,400  1,400
///     both         58 h   base, 30 h and 2 h      18 h     4,000     2,000    2,000
///
/// Both proposals pay the same, and sure has the higher priority. A full-time person can be planned for 40 h in the only
/// month, so both together lack 18 / 40 = 0.45 of a coder.
func twoProposals(chances: (sure: Int, risk: Int) = (75, 25)) throws -> Firm {
    try firm(
        """
        people:
          ana: { skills: { swift: 3 }, cost: 50/h }
        projects:
          base:
            priority: critical
            needs:
              care: { skills: { swift: 3 }, hours: 8h/week, spread: weekly, rate: 100/h }
          sure:
            stage: proposed \(chances.sure)%
            priority: high
            needs:
              app: { skills: { swift: 3 }, hours: 30h/week, spread: weekly, rate: 100/h }
          risk:
            stage: proposed \(chances.risk)%
            needs:
              site: { skills: { swift: 3 }, hours: 20h/week, spread: weekly, rate: 100/h }
        """, horizon: "2026-01-05 .. 2026-01-11")
}

extension Sweep {
    /// All rows, by their numbers.
    func rows(_ numbers: [Int]? = nil, threads: Int = 1) throws -> [SweepRow] {
        let rows = Mutex<[SweepRow]>([])
        try run(numbers ?? Array(0..<count), threads: threads) { new in rows.withLock { $0 += new } }
        return rows.withLock { $0 }.sorted { $0.number < $1.number }
    }
}
