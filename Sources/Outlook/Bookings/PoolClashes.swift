// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension Situation {
    /// Subcontractors' hours against what they give, week by week; weeks in a row in which they are booked for more are one
    /// alert. A plan keeps to what its pools give; several together may not.
    func poolClashes(in booked: BookedTime) -> [Alert] {
        var hours: [PoolWeek: Hours] = [:]
        var lines: [PoolWeek: [LineID]] = [:]
        for (cell, amount) in booked.all {
            guard case .pool(let pool) = cell.worker, let week = firm.horizon.index(of: cell.week) else { continue }
            hours[PoolWeek(pool, week), default: .zero] += amount
            lines[PoolWeek(pool, week), default: []].append(cell.line)
        }
        return firm.subcontractors.enumerated().flatMap { index, pool in
            func booked(_ week: Int) -> Hours { hours[PoolWeek(pool.id, week)] ?? .zero }
            let over = runs(in: horizonWeeks) { week -> Bool? in
                (booked(week) - capacity(ofPool: index, week: week)).isDust ? nil : true
            }
            return over.map { run in
                let load = Alert.PoolLoad(
                    pool: pool.id,
                    lines: run.weeks.flatMap { lines[PoolWeek(pool.id, $0)] ?? [] }.uniqued().sorted(),
                    booked: run.weeks.reduce(.zero) { $0 + booked($1) },
                    capacity: run.weeks.reduce(.zero) { $0 + capacity(ofPool: index, week: $1) })
                return Alert(.poolOverbooked(load), .error, dated(run.weeks))
            }
        }
    }
}

private struct PoolWeek: Hashable {
    let pool: Identifier<SubcontractorPool>
    let week: Int

    init(_ pool: Identifier<SubcontractorPool>, _ week: Int) {
        self.pool = pool
        self.week = week
    }
}
