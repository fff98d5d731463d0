// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

extension StaffingModel {
    /// The rows of promises: no more of a promise counts as kept than is worked of it.
    mutating func addPromiseRows() {
        promiseRows = situation.promises.indices.map { addRow(.promise($0), atMost: 0) }
    }

    /// What hours of a column do for promises: entries in their rows.
    func keeping(person: Int?, line: Int, week: Int) -> [(Row, Double)] {
        situation.promises(of: person, on: line).filter { $0.promise.weeks.contains(week) }
            .map { (promiseRows[$0.index], -1) }
    }

    /// The same of a share through a stretch.
    func keeping(person: Int?, line: Int, stretch: Int) -> [(Row, Double)] {
        let promises = situation.promises(of: person, on: line)
        guard !promises.isEmpty else { return [] }
        let weeks = situation.stretches[line][stretch]
        return promises.compactMap { index, promise in
            let hours = weeks.filter(promise.weeks.contains).reduce(0.0) { sum, week in
                let whole = person.map { situation.delivery(person: $0, line: line, week: week) }
                return sum + (whole ?? situation.openHours(line: line, week: week)).inHours
            }
            return hours > 0 ? (promiseRows[index], -hours) : nil
        }
    }

    /// Whether hours of the person on the line keep a promise, so that they may be wanted though they bring nothing else.
    func isPromised(person: Int?, line: Int) -> Bool { !situation.promises(of: person, on: line).isEmpty }

    /// The columns of promises: the hours of each that are kept, at its price; and what a change budget allows.
    ///
    /// The budget is a row: of hours, no more than it are moved; of bookings, a whole number decides for each whether
    /// any of it may move, and no more than the budget of them do.
    mutating func addPromises() {
        guard !promiseRows.isEmpty else { return }
        let promises = situation.promises
        model.constant = -promises.reduce(0.0) { $0 + Double($1.price.perHour.minorUnits) * $1.hours.inHours } * major
        let kept = promises.indices.filter { promises[$0].origin == .kept }
        var moved: [Int: Row] = [:]
        switch situation.firm.commitment?.budget {
        case nil: break
        case .hours(let most):
            let all = kept.reduce(Hours.zero) { $0 + promises[$1].hours }
            let slack = situation.keptBookings.reduce(0.0) { $0 + $1.slack }
            let row = addRow(.budget, atMost: (most - all).inHours + slack)
            for index in kept { moved[index] = row }
        case .bookings(let most):
            let budget = addRow(.budget, atMost: Double(most))
            for booking in situation.keptBookings {
                let all = booking.promises.reduce(Hours.zero) { $0 + promises[$1].hours }
                guard all > .zero else { continue }
                let row = addRow(
                    .keptBooking(person: booking.person, line: booking.line), atMost: booking.slack - all.inHours)
                for index in booking.promises { moved[index] = row }
                decisions.append(.moves(person: booking.person, line: booking.line))
                model.addColumn(
                    objective: 0, .between(0, 1), .integer, entries: [(row, -all.inHours), (budget, 1)])
            }
        }
        for (index, promise) in promises.enumerated() {
            addColumn(
                .kept(promise: index), objective: Double(promise.price.perHour.minorUnits) * major,
                upTo: promise.hours.inHours,
                entries: [(promiseRows[index], 1)] + (moved[index].map { [($0, -1)] } ?? []))
        }
    }
}
