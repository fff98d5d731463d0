// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

/// The rows of each line: by stretch, by week, or one for all its weeks.
struct LineRows {
    /// By position of the line; for a steady line by stretch, for a weekly one by week of the line.
    var rows: [[Row]]
}

extension StaffingModel {
    /// A line gives out no more than it asks for: a steady one its whole share in each stretch, a weekly one its hours
    /// in each week, an anytime one its hours in all.
    mutating func addLineRows() -> LineRows {
        LineRows(
            rows: situation.demand.lines.indices.map { line in
                guard situation.weight(of: line) > .zero else { return [] }
                switch situation.need(of: line).spread {
                case .steady:
                    return situation.stretches[line].indices.map { stretch in
                        addRow(.stretch(line: line, stretch: stretch), atMost: 1)
                    }
                case .weekly:
                    return situation.demand.lines[line].weeks.map { week in
                        addRow(
                            .week(line: line, week: week),
                            atMost: situation.openHours(line: line, week: week).inHours)
                    }
                case .anytime:
                    return [addRow(.total(line: line), atMost: situation.openTotal(line: line).inHours)]
                }
            })
    }
}
