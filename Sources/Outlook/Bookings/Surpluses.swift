// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension BookedFirm {
    /// More booked on a line than it asks for: week by week, of an anytime line in total. Where pinned bookings alone
    /// are too many, the planner cannot take any of it back, and that is told instead.
    func surpluses() -> [Alert] {
        situation.demand.lines.indices.flatMap { line -> [Alert] in
            let demand = situation.demand.lines[line]
            guard !demand.weeks.isEmpty else { return [] }
            switch situation.need(of: line).spread {
            case .anytime: return surplus(of: line, in: demand.weeks).map { [$0] } ?? []
            case .steady, .weekly:
                return runs(in: demand.weeks) { excess(of: line, in: $0..<$0 + 1) }
                    .compactMap { surplus(of: line, in: $0.weeks) }
            }
        }
    }

    private enum Excess { case pinned, booked }

    private func excess(of line: Int, in weeks: Range<Int>) -> Excess? {
        let (sum, asked) = sums(of: line, in: weeks)
        if !(sum.pinned - asked).isDust { return .pinned }
        return (sum.all - asked).isDust ? nil : .booked
    }

    private func surplus(of line: Int, in weeks: Range<Int>) -> Alert? {
        guard let excess = excess(of: line, in: weeks) else { return nil }
        let (sum, asked) = sums(of: line, in: weeks)
        func surplus(_ hours: Hours, _ counted: [Booking.Firmness]) -> Alert.Surplus {
            let people = bookings.filter { placed in
                placed.line == line && counted.contains(placed.booking.firmness)
                    && placed.weeks.contains { weeks.contains($0.week) }
            }
            return Alert.Surplus(
                line: situation.demand.lines[line].id, people: people.map(\.booking.person).uniqued(), booked: hours,
                asked: asked)
        }
        let cause: Alert.Cause =
            switch excess {
            case .pinned: .lineOverpinned(surplus(sum.pinned, [.pinned]))
            case .booked: .lineOverbooked(surplus(sum.all, Booking.Firmness.allCases))
            }
        return Alert(cause, .warning, situation.dated(weeks))
    }

    private func sums(of line: Int, in weeks: Range<Int>) -> (booked: Sum, asked: Hours) {
        weeks.reduce((Sum(), .zero)) { sums, week in
            (sums.0 + booked(line: line, week: week), sums.1 + situation.demand.lines[line].hours(in: week))
        }
    }
}
