// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// The towns in which made-up firms have offices, with their public holidays.
struct Place {
    let id: String
    let name: String
    /// How many of a hundred people work there.
    let frequency: Int
    /// Month and day.
    let fixed: [(month: Int, day: Int)]
    /// Days after Easter Sunday.
    let movable: [Int]

    static let all: [Place] = [
        Place(
            id: "lisbon", name: "Lisbon", frequency: 38,
            fixed: [(1, 1), (4, 25), (5, 1), (6, 10), (6, 13), (8, 15), (10, 5), (11, 1), (12, 1), (12, 8), (12, 25)],
            movable: [-2, 60]),
        Place(
            id: "munich", name: "Munich", frequency: 29,
            fixed: [(1, 1), (1, 6), (5, 1), (8, 15), (10, 3), (11, 1), (12, 25), (12, 26)],
            movable: [-2, 1, 39, 50, 60]),
        Place(
            id: "krakow", name: "Kraków", frequency: 21,
            fixed: [(1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 24), (12, 25), (12, 26)],
            movable: [1, 60]),
        Place(
            id: "lyon", name: "Lyon", frequency: 12,
            fixed: [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)],
            movable: [1, 39, 50]),
    ]

    /// The holidays from Monday to Friday within the days, in order.
    func holidays(within days: DayRange) -> [Day] {
        var found: [Day] = []
        for year in days.first.date.year...days.last.date.year {
            found += fixed.compactMap { Day(year: year, month: $0.month, day: $0.day) }
            if let easter = easterSunday(of: year) { found += movable.map { easter + $0 } }
        }
        return found.filter { days.contains($0) && $0.weekday < 5 }.sorted()
    }
}

/// The Gregorian computus in the form of Meeus, Jones and Butcher.
func easterSunday(of year: Int) -> Day? {
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let correction = (8 * century + 13) / 25
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let sum = epact + weekday - 7 * late + 114
    return Day(year: year, month: sum / 31, day: sum % 31 + 1)
}
