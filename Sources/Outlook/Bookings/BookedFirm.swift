// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// A firm's bookings laid out by position of person, line and week: what is promised before any plan.
///
/// The rules that look at promises and demand are its extensions, one rule a function.
struct BookedFirm {
    /// A booking in its place. One that names nobody and nothing of the firm has none.
    struct Placed {
        let booking: Booking
        let person: Int
        /// Position in `Demand.lines`; nil where the project is lost.
        let line: Int?
        let stage: Stage
        let weeks: [(week: Int, hours: Hours)]

        var hours: Hours { weeks.reduce(.zero) { $0 + $1.hours } }
        /// From the first to the last week with hours; nil without any.
        var span: Range<Int>? {
            guard let first = weeks.first, let last = weeks.last else { return nil }
            return first.week..<last.week + 1
        }
    }

    /// Hours by how firmly they are booked.
    struct Sum {
        var tentative = Hours.zero
        var confirmed = Hours.zero
        var pinned = Hours.zero

        var promised: Hours { confirmed + pinned }
        var all: Hours { tentative + promised }

        mutating func add(_ hours: Hours, _ firmness: Booking.Firmness) {
            switch firmness {
            case .tentative: tentative += hours
            case .confirmed, .pinnedPerson, .pinnedTime: confirmed += hours
            case .pinned: pinned += hours
            }
        }

        static func + (left: Sum, right: Sum) -> Sum {
            Sum(
                tentative: left.tentative + right.tentative, confirmed: left.confirmed + right.confirmed,
                pinned: left.pinned + right.pinned)
        }
    }

    let situation: Situation
    /// Bookings on top of those of the firm.
    let added: [Booking]
    /// In the order of the files, then those added.
    let bookings: [Placed]
    private var byPerson: [Sum]
    private var byLine: [Sum]

    var firm: Firm { situation.firm }

    init(_ situation: Situation, adding bookings: [Booking]) {
        let firm = situation.firm
        let people = Dictionary(firm.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let lines = Dictionary(
            situation.demand.lines.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let stages = Dictionary(firm.projects.map { ($0.id, $0.stage) }, uniquingKeysWith: { first, _ in first })
        self.situation = situation
        added = bookings
        self.bookings = (firm.bookings + bookings).compactMap { booking in
            guard let person = people[booking.person], let stage = stages[booking.line.project] else { return nil }
            return Placed(
                booking: booking, person: person, line: lines[booking.line], stage: stage,
                weeks: firm.weeks(of: booking, by: firm.people[person]))
        }
        byPerson = Array(repeating: Sum(), count: firm.people.count * firm.horizon.weekCount)
        byLine = Array(repeating: Sum(), count: situation.demand.lines.count * firm.horizon.weekCount)
        for placed in self.bookings {
            // A lost project takes nobody's time.
            guard let line = placed.line else { continue }
            for (week, hours) in placed.weeks {
                byPerson[placed.person * firm.horizon.weekCount + week].add(hours, placed.booking.firmness)
                byLine[line * firm.horizon.weekCount + week].add(hours, placed.booking.firmness)
            }
        }
    }

    func booked(person: Int, week: Int) -> Sum { byPerson[person * firm.horizon.weekCount + week] }
    func booked(line: Int, week: Int) -> Sum { byLine[line * firm.horizon.weekCount + week] }
}
