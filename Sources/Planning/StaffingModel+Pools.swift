// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

/// The rows of subcontractor pools, by pool and week.
struct PoolRows {
    var ofWeek: [[Row]]
}

extension StaffingModel {
    /// A subcontractor pool gives no more than its hours in any week.
    mutating func addPoolRows() -> PoolRows {
        PoolRows(
            ofWeek: situation.firm.subcontractors.indices.map { pool in
                (0..<situation.firm.horizon.weekCount).map { week in
                    addRow(
                        .pool(pool: pool, week: week), atMost: situation.openCapacity(ofPool: pool, week: week).inHours)
                }
            })
    }

    /// The columns of subcontracted work: a share of a steady line through a stretch, or hours of a loose one.
    mutating func addPoolWork(lines: LineRows, pools: PoolRows) {
        for line in situation.demand.lines.indices where situation.weight(of: line) > .zero {
            for pool in situation.pools(for: line) {
                switch situation.need(of: line).spread {
                case .steady: addPoolShares(pool: pool, line: line, lines: lines, pools: pools)
                case .weekly, .anytime: addPoolHours(pool: pool, line: line, lines: lines, pools: pools)
                }
            }
        }
    }

    private mutating func addPoolShares(pool: Int, line: Int, lines: LineRows, pools: PoolRows) {
        for (index, stretch) in situation.stretches[line].enumerated() where !situation.isFrozen(stretch.lowerBound) {
            var value = 0.0
            var entries: [(Row, Double)] = [(lines.rows[line][index], 1)]
            for week in stretch {
                let hours = situation.openHours(line: line, week: week).inHours
                guard hours > 0 else { continue }
                value += hours * situation.value(ofPool: pool, line: line, week: week) * major
                entries.append((pools.ofWeek[pool][week], hours))
            }
            if let support, !support.mayHold(pool: pool, line: line, stretch: index) { continue }
            entries += booking.poolEntries(pool: pool, line: line, stretch: index)
            let promises = keeping(person: nil, line: line, stretch: index)
            // Where the rules of booking hold, a team may need one whose hour costs more than it brings.
            let isAsked = booking.isChoosing || support != nil
            guard value > 0 || !promises.isEmpty || aim.isStaged || isAsked else { continue }
            addColumn(
                .poolShare(pool: pool, line: line, stretch: index), objective: value,
                from: support?.poolShares[.init(who: pool, line: line, place: index)] ?? 0, upTo: 1,
                entries: entries + promises)
        }
    }

    private mutating func addPoolHours(pool: Int, line: Int, lines: LineRows, pools: PoolRows) {
        let weeks = situation.demand.lines[line].weeks
        let isWeekly = situation.need(of: line).spread == .weekly
        for week in weeks {
            let value = situation.value(ofPool: pool, line: line, week: week) * major
            let asked = isWeekly ? situation.openHours(line: line, week: week) : situation.openTotal(line: line)
            let most = min(asked, situation.openCapacity(ofPool: pool, week: week)).inHours
            let promises = keeping(person: nil, line: line, week: week)
            guard value > 0 || !promises.isEmpty || aim.isStaged, most > 0 else { continue }
            addColumn(
                .poolHours(pool: pool, line: line, week: week), objective: value, upTo: most,
                entries: [(lines.rows[line][isWeekly ? week - weeks.lowerBound : 0], 1), (pools.ofWeek[pool][week], 1)]
                    + promises)
        }
    }
}
