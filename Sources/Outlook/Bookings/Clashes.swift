// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// What is wrong with a person's booked week: the first of these that is true.
private enum Clash: Equatable {
    case notEmployed
    case leave
    case pins
    case overbooked
}

private struct Finding: Equatable {
    let clash: Clash
    let severity: Alert.Severity
}

extension BookedFirm {
    /// Bookings against the time of each person, week by week; weeks in a row with the same finding are one alert.
    func clashes() -> [Alert] {
        firm.people.indices.flatMap { person in
            runs(in: situation.horizonWeeks) { clash(person, week: $0) }.map { alert(person, $0) }
        }
    }

    /// What tentative bookings alone break, or overtime can hold, is a warning; the rest is an error.
    ///
    /// Leave that is to blame on its own is a warning too, since the planner may still move what is not pinned.
    private func clash(_ person: Int, week: Int) -> Finding? {
        let booked = booked(person: person, week: week)
        let cell = situation.capacity[person, week]
        guard !(booked.all - cell.plannable).isDust else { return nil }
        if cell.contracted == .zero {
            return Finding(clash: .notEmployed, severity: booked.promised > .zero ? .error : .warning)
        }
        let most = cell.plannable + situation.overtimeLimit(person: person, week: week)
        if cell.leave > .zero, (booked.all - most - cell.leave).isDust, booked.all > most {
            return Finding(clash: .leave, severity: booked.pinned > most ? .error : .warning)
        }
        if !(booked.pinned - most).isDust { return Finding(clash: .pins, severity: .error) }
        return Finding(clash: .overbooked, severity: (booked.promised - most).isDust ? .warning : .error)
    }

    private func alert(_ person: Int, _ run: Run<Finding>) -> Alert {
        let weeks = run.weeks
        let booked = weeks.reduce(Sum()) { $0 + self.booked(person: person, week: $1) }
        let load = Alert.Load(
            person: firm.people[person].id, lines: lines(of: person, in: weeks, pinnedOnly: run.finding.clash == .pins),
            booked: run.finding.clash == .pins ? booked.pinned : booked.all,
            capacity: weeks.reduce(.zero) { $0 + situation.capacity[person, $1].plannable },
            overtime: weeks.reduce(.zero) { $0 + situation.overtimeLimit(person: person, week: $1) },
            leave: weeks.reduce(.zero) { $0 + situation.capacity[person, $1].leave })
        let cause: Alert.Cause =
            switch run.finding.clash {
            case .notEmployed: .notEmployed(load)
            case .leave: .leaveClash(load)
            case .pins: .contradictoryPins(load)
            case .overbooked: .overbooked(load)
            }
        return Alert(cause, run.finding.severity, situation.dated(weeks))
    }

    private func lines(of person: Int, in weeks: Range<Int>, pinnedOnly: Bool) -> [LineID] {
        bookings.filter { placed in
            placed.person == person && placed.line != nil && (!pinnedOnly || placed.booking.firmness == .pinned)
                && placed.weeks.contains { weeks.contains($0.week) }
        }.sorted { ($0.line ?? 0) < ($1.line ?? 0) }.map(\.booking.line).uniqued()
    }
}
