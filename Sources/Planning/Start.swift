// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing
import Verification

/// Where the solver stood when it had solved a firm's staffing, so that a changed firm can be solved from there.
struct Start: Sendable {
    let model: StaffingModel
    let basis: Basis
    let values: [Double]
    let rowPrices: [Double]

    init(model: StaffingModel, answer: Answer) {
        self.model = model
        (basis, values, rowPrices) = (answer.basis, answer.values, answer.rowPrices)
    }

    /// The same place in the model of another firm: people, pools, lines and weeks are found again by their names, and
    /// runs of stretches by their weeks. What is new rests: rows are basic, columns at zero, nothing has a price.
    func nearby(_ next: StaffingModel) -> Nearby {
        if next.limits == model.limits, next.decisions == model.decisions { return Nearby(basis: basis, point: nil) }
        let translation = Translation(from: model.situation, to: next)
        var found = Basis(
            rows: Array(repeating: .basic, count: next.limits.count),
            columns: Array(repeating: .atLower, count: next.decisions.count))
        var point = Nearby.Point(
            values: Array(repeating: 0, count: next.decisions.count), rowPrices: prices(next, translation))
        let rowAt = positions(next.limits)
        for (limit, status) in zip(model.limits, basis.rows) where status != .basic {
            if let row = translation.limit(limit).flatMap({ rowAt[$0] }) { found.rows[row] = status }
        }
        let columnAt = positions(next.decisions)
        for (index, decision) in model.decisions.enumerated()
        where basis.columns[index] != .atLower || values[index] != 0 {
            if let column = translation.decisions(decision).lazy.compactMap({ columnAt[$0] }).first {
                found.columns[column] = basis.columns[index]
                point.values[column] = values[index]
            }
        }
        return Nearby(basis: found, point: point)
    }

    /// The same place in the model of another stage of the same firm: rows and columns that are new rest.
    func place(in next: StaffingModel) -> (basis: Basis, values: [Double]) {
        let (rowAt, columnAt) = (positions(model.limits), positions(model.decisions))
        let found = Basis(
            rows: next.limits.map { rowAt[$0].map { basis.rows[$0] } ?? .basic },
            columns: next.decisions.map { columnAt[$0].map { basis.columns[$0] } ?? .atLower })
        return (found, next.decisions.map { columnAt[$0].map { values[$0] } ?? 0 })
    }

    /// The prices, laid out by hour and week and put together again, since rows of the two models may hold other weeks.
    private func prices(_ next: StaffingModel, _ translation: Translation) -> [Double] {
        let density = PriceDensity(of: self)
        return next.limits.enumerated().map { row, limit in
            switch limit {
            case .stretch(let line, let stretch):
                guard let from = translation.oldLines[line] else { return 0 }
                let weeks = next.situation.stretches[line][stretch]
                return weeks.reduce(0) { $0 + density.line(from, week: translation.oldWeek($1, of: line, from: from)) }
            case .week(let line, let week):
                guard let from = translation.oldLines[line] else { return 0 }
                return density.line(from, week: translation.oldWeek(week, of: line, from: from))
            case .total(let line): return translation.oldLines[line].map { density.total($0) } ?? 0
            case .capacity(let person, let weeks):
                guard let from = translation.oldPeople[person] else { return 0 }
                let sum = weeks.reduce(0) { $0 + density.person(from, week: $1 - translation.weekOffset) }
                return sum / Double(weeks.count) * (next.scales[row] ?? 1)
            case .pool(let pool, let week):
                return translation.oldPools[pool].map { density.pool($0, week: week - translation.weekOffset) } ?? 0
            case .seat, .promise, .budget, .keptBooking, .worth, .booking, .goal, .apart: return 0
            }
        }
    }
}
