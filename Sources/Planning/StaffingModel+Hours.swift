// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

extension StaffingModel {
    /// The columns of weekly and anytime lines: a person, a line, a week.
    mutating func addHours(lines: LineRows, capacity: CapacityRows) {
        for line in situation.demand.lines.indices where situation.weight(of: line) > .zero {
            let spread = situation.need(of: line).spread
            guard spread != .steady else { continue }
            let weeks = situation.demand.lines[line].weeks
            for week in weeks {
                let row = lines.rows[line][spread == .weekly ? week - weeks.lowerBound : 0]
                for candidate in situation.candidates[line] {
                    let value = situation.value(of: candidate, line: line, week: week) * major
                    let isPromised = isPromised(person: candidate.person, line: line)
                    let least = situation.reservedHours(person: candidate.person, line: line, week: week).inHours
                    guard value > 0 || isPromised || least > 0 || aim.isStaged,
                        let capacityRow = capacity.ofWeek[candidate.person][week]
                    else {
                        continue
                    }
                    let settled = support?.hours(person: candidate.person, line: line, week: week)
                    if support != nil, settled == nil { continue }
                    let most = min(
                        mostHours(of: candidate.person, line: line, week: week), settled?.upperBound ?? .infinity)
                    guard most > 0 else { continue }
                    addColumn(
                        .hours(person: candidate.person, line: line, week: week), objective: value,
                        from: min(max(least, settled?.lowerBound ?? 0), most), upTo: most,
                        entries: [(row, 1), (capacityRow, 1)]
                            + booking.hourEntries(person: candidate.person, line: line, week: week)
                            + (isPromised ? keeping(person: candidate.person, line: line, week: week) : []))
                }
            }
        }
    }

    /// No more than a seat of the week's demand, or than the person has; none for somebody who is away.
    func mostHours(of person: Int, line: Int, week: Int) -> Double {
        let open = situation.openCapacity(person: person, week: week)
        let limit = situation.openOvertime(person: person, week: week)
        switch situation.need(of: line).spread {
        case .steady, .weekly:
            let seat = situation.openHours(line: line, week: week).inHours * situation.seat(of: line)
            return min(seat, (open + limit).inHours)
        case .anytime: return min(situation.openTotal(line: line), open + limit).inHours
        }
    }
}
