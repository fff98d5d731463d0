// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

extension Situation {
    /// The stretches of a steady line: it may change hands where somebody who is eligible joins, departs, is away for
    /// as long as the policy's long absence, or is pinned for half of their time as long. Without such an event there
    /// is one stretch, the line's whole life.
    ///
    /// - Returns: runs of weeks, by position in the horizon, that together cover the line's weeks.
    public func stretches(of line: Int) -> [Range<Int>] {
        let weeks = demand.lines[line].weeks
        guard !weeks.isEmpty else { return [] }
        var cuts: Set<Int> = []
        for candidate in candidates[line] {
            for absence in absences(of: candidate.person, in: weeks) {
                cuts.insert(absence.lowerBound)
                cuts.insert(absence.upperBound)
            }
        }
        let inner = cuts.filter { weeks.lowerBound < $0 && $0 < weeks.upperBound }.sorted()
        return zip([weeks.lowerBound] + inner, inner + [weeks.upperBound]).map { $0..<$1 }
    }

    /// The runs of weeks without an hour of work, or pinned for half of it, that last as long as a long absence.
    private func absences(of person: Int, in weeks: Range<Int>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for week in weeks.lowerBound...weeks.upperBound {
            let isAway = week < weeks.upperBound && isAway(person, week)
            if isAway {
                start = start ?? week
            } else if let first = start {
                if week - first >= firm.policy.longAbsenceWeeks { runs.append(first..<week) }
                start = nil
            }
        }
        return runs
    }

    private func isAway(_ person: Int, _ week: Int) -> Bool {
        let cell = capacity[person, week]
        return cell.effective == .zero || 2 * pinned.hours(person: person, week: week) >= cell.full
    }
}
