// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension BookedFirm {
    /// Bookings of people whom the hard rules keep from the line. An exclusion is a promise of its own and thus an
    /// error; a lack of skill, role or office, or of the will to travel, may be what the planner wants, and is a warning.
    ///
    /// That somebody is not there is told by ``clashes()``.
    func unfitBookings() -> [Alert] {
        bookings.flatMap { placed -> [Alert] in
            guard let line = placed.line, let span = placed.span else { return [] }
            let promise = placed.promise
            let obstacles = situation.eligibility.obstacles(
                person: placed.person, demand: situation.demand.lines[line])
            var lacks: [Obstacle] = []
            var alerts: [Alert] = []
            for obstacle in obstacles {
                switch obstacle {
                case .excluded(let target):
                    alerts.append(Alert(.excluded(promise, from: target), .error, situation.dated(span)))
                case .noSkill, .lowLevel, .otherRole, .otherOffice, .staysAtHome: lacks.append(obstacle)
                case .away: break
                }
            }
            if !lacks.isEmpty { alerts.append(Alert(.unqualified(promise, lacks), .warning, situation.dated(span))) }
            return alerts
        }
    }

    /// Time promised to a project that is not won, and any booking on one that is lost.
    func notWon() -> [Alert] {
        bookings.compactMap { placed in
            guard let span = placed.span else { return nil }
            let isTold: Bool =
                switch placed.stage {
                case .won: false
                case .proposed: placed.booking.firmness != .tentative
                case .lost: true
                }
            return isTold ? Alert(.notWon(placed.promise, placed.stage), .warning, situation.dated(span)) : nil
        }
    }

    /// Hours booked in weeks of the horizon in which the line does not run.
    func outsideDates() -> [Alert] {
        bookings.compactMap { placed in
            guard let line = placed.line else { return nil }
            let demand = situation.demand.lines[line]
            let outside = placed.weeks.filter { !demand.weeks.contains($0.week) }
            guard let first = outside.first, let last = outside.last else { return nil }
            let promise = Alert.Promise(
                person: placed.booking.person, line: placed.booking.line,
                hours: outside.reduce(.zero) { $0 + $1.hours })
            return Alert(
                .outsideDates(promise, line: demand.days), .warning, situation.dated(first.week..<last.week + 1))
        }
    }
}

extension BookedFirm.Placed {
    fileprivate var promise: Alert.Promise { Alert.Promise(person: booking.person, line: booking.line, hours: hours) }
}
