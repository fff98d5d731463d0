// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// The hours that people could still be planned for, while work is made up for them.
struct FreeTime {
    /// By person and week, in seconds; below zero where too much is asked.
    private var seconds: [Int]
    /// Over all people, by week.
    private var byWeek: [Int]
    private let people: Int
    private let weekCount: Int

    let total: Hours

    init(of firm: Firm) {
        let capacity = Capacity(of: firm)
        people = firm.people.count
        weekCount = capacity.weekCount
        seconds = []
        byWeek = Array(repeating: 0, count: weekCount)
        for person in firm.people.indices {
            for (week, cell) in capacity.weeks(of: person).enumerated() {
                seconds.append(cell.plannable.seconds)
                byWeek[week] += cell.plannable.seconds
            }
        }
        total = Hours(seconds: byWeek.reduce(0, +))
    }

    /// Of a few people, the one with the most time; nil where all of them are away.
    func someone(during weeks: Range<Int>, _ random: inout SplitMix64) -> Int? {
        var best: (person: Int, free: Int)?
        for _ in 0..<8 {
            let person = random.below(people)
            let free = weeks.reduce(0) { $0 + seconds[person * weekCount + $1] }
            if best.map({ free > $0.free }) ?? true { best = (person, free) }
        }
        return weeks.isEmpty ? nil : best?.person
    }

    func average(_ weeks: Range<Int>) -> Int {
        weeks.isEmpty ? .min : weeks.reduce(0) { $0 + byWeek[$1] } / weeks.count
    }

    mutating func take(_ demand: LineDemand, from person: Int) {
        for week in demand.weeks {
            seconds[person * weekCount + week] -= demand.hours(in: week).seconds
            byWeek[week] -= demand.hours(in: week).seconds
        }
    }
}
