// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// Weeks in a row of which the same is true.
struct Run<Finding> {
    let finding: Finding
    /// By position in the horizon.
    var weeks: Range<Int>
}

/// Joins weeks in a row with equal findings; a week without one stands between runs.
func runs<Finding: Equatable>(in weeks: Range<Int>, of finding: (_ week: Int) -> Finding?) -> [Run<Finding>] {
    var runs: [Run<Finding>] = []
    for week in weeks {
        guard let found = finding(week) else { continue }
        if let last = runs.indices.last, runs[last].weeks.upperBound == week, runs[last].finding == found {
            runs[last].weeks = runs[last].weeks.lowerBound..<week + 1
        } else {
            runs.append(Run(finding: found, weeks: week..<week + 1))
        }
    }
    return runs
}

extension Situation {
    var horizonWeeks: Range<Int> { 0..<firm.horizon.weekCount }

    /// The weeks at positions of the horizon.
    func dated(_ weeks: Range<Int>) -> ClosedRange<Week> {
        let first = firm.horizon.firstWeek.advanced(by: weeks.lowerBound)
        return first...first.advanced(by: weeks.count - 1)
    }

    var wholeHorizon: ClosedRange<Week> { firm.horizon.firstWeek...firm.horizon.lastWeek }
}

extension Array where Element: Hashable {
    /// The first of each.
    package func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
