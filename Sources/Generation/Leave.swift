// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// When somebody is away in a year: some weeks of summer, a week of winter, a few days here and there, and for one in
/// thirty months on end.
struct Leave {
    let horizon: DayRange

    func draw(_ random: inout SplitMix64) -> [TimeOff] {
        var away: [DayRange] = []
        if random.chance(3), horizon.dayCount > 140 { away.append(longAbsence(&random)) }
        for year in horizon.first.date.year...horizon.last.date.year {
            away += [summer(of: year, &random), winter(of: year, &random)].compactMap(\.self)
            away += (0..<random.within(2...5)).compactMap { _ in scattered(in: year, &random) }
        }
        // Days that are taken already are not taken again.
        var leave: [TimeOff] = []
        for days in away where !leave.contains(where: { $0.days.overlaps(days) }) {
            guard let inside = days.intersection(horizon) else { continue }
            let isHalf = inside.dayCount == 1 && random.chance(25)
            leave.append(TimeOff(inside, isHalf ? .halfDay : .wholeDay))
        }
        return leave.sorted { $0.days.first < $1.days.first }
    }

    private func longAbsence(_ random: inout SplitMix64) -> DayRange {
        let first = Week(of: horizon.first + random.below(horizon.dayCount - 70)).monday
        return DayRange(first, first + 7 * random.within(6...16) - 3)
    }

    /// Two or three weeks that begin between late June and late August.
    private func summer(of year: Int, _ random: inout SplitMix64) -> DayRange? {
        guard let start = Day(year: year, month: 6, day: 22) else { return nil }
        let monday = Week(of: start).monday + 7 * random.below(10)
        return DayRange(monday, monday + 7 * random.within(2...3) - 3)
    }

    /// The days about New Year, or a week of skiing.
    private func winter(of year: Int, _ random: inout SplitMix64) -> DayRange? {
        if random.chance(65) {
            guard let first = Day(year: year, month: 12, day: 27) else { return nil }
            return DayRange(first, first + 4)
        }
        guard let start = Day(year: year, month: 1, day: 26) else { return nil }
        let monday = Week(of: start).monday + 7 * random.below(7)
        return DayRange(monday, monday + 4)
    }

    /// One to three days within a working week.
    private func scattered(in year: Int, _ random: inout SplitMix64) -> DayRange? {
        guard let newYear = Day(year: year, month: 1, day: 1) else { return nil }
        let monday = Week(of: newYear + random.below(365)).monday
        let length = random.position(weights: [5, 3, 2])
        let first = monday + random.below(5 - length)
        return DayRange(first, first + length)
    }
}
