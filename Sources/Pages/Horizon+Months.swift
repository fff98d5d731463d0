// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

extension Horizon {
    /// Weeks of one month: positions in the horizon.
    struct Month {
        /// `Feb`, and the year where it is the first of the horizon or of the year: `Jan 2026`.
        let name: String
        let weeks: Range<Int>
    }

    /// The months in order; a week belongs to that of its Thursday.
    var months: [Month] {
        var found: [Month] = []
        var last: (year: Int, month: Int)?
        for (index, week) in weeks.enumerated() {
            let (year, month, _) = week.thursday.date
            if let last, last == (year, month), let open = found.last {
                found[found.count - 1] = Month(name: open.name, weeks: open.weeks.lowerBound..<index + 1)
            } else {
                let name = Day.monthNames[month - 1]
                found.append(Month(name: last?.year == year ? name : "\(name) \(year)", weeks: index..<index + 1))
            }
            last = (year, month)
        }
        return found
    }
}

extension Day {
    static let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `7 Apr`
    var short: String { "\(date.day) \(Day.monthNames[date.month - 1])" }
}
