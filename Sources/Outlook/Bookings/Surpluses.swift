// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension BookedFirm {
    /// More booked on a line than it asks for: week by week, of an anytime line in total. Where pinned bookings alone
    /// are too many, the planner cannot take any of it back, and that is told instead.
    ///
    /// A week is measured by what a whole one asks for, since the line's holidays need not be those of its people.
    func surpluses() -> [Alert] {
        situation.demand.lines.indices.flatMap { line -> [Alert] in
            let demand = situation.demand.lines[line]
            guard !demand.weeks.isEmpty else { return [] }
            switch situation.need(of: line).spread {
            case .anytime:
                let booked = demand.weeks.reduce(Sum()) { $0 + self.booked(line: line, week: $1) }
                return excess(booked, over: demand.total).map { [surplus(of: line, in: demand.weeks, $0)] } ?? []
            case .steady, .weekly:
                return runs(in: demand.weeks) { excess(booked(line: line, week: $0), over: demand.pace(in: $0)) }
                    .map { surplus(of: line, in: $0.weeks, $0.finding) }
            }
        }
    }

    private enum Excess { case pinned, booked }

    private func excess(_ booked: Sum, over asked: Hours) -> Excess? {
        if !(booked.pinned - asked).isDust { return .pinned }
        return (booked.all - asked).isDust ? nil : .booked
    }

    private func surplus(of line: Int, in weeks: Range<Int>, _ excess: Excess) -> Alert {
        let demand = situation.demand.lines[line]
        let sum = weeks.reduce(Sum()) { $0 + booked(line: line, week: $1) }
        func surplus(_ hours: Hours, _ counted: [Booking.Firmness]) -> Alert.Surplus {
            let people = bookings.filter { placed in
                placed.line == line && counted.contains(placed.booking.firmness)
                    && placed.weeks.contains { weeks.contains($0.week) }
            }
            return Alert.Surplus(
                line: demand.id, people: people.map(\.booking.person).uniqued(), booked: hours,
                asked: weeks.reduce(.zero) { $0 + demand.hours(in: $1) })
        }
        let cause: Alert.Cause =
            switch excess {
            case .pinned: .lineOverpinned(surplus(sum.pinned, [.pinned]))
            case .booked: .lineOverbooked(surplus(sum.all, Booking.Firmness.allCases))
            }
        return Alert(cause, .warning, situation.dated(weeks))
    }
}
