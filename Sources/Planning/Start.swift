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
            case .seat, .promise, .budget, .booking, .worth: return 0
            }
        }
    }
}

/// Prices of a solved model by week: of an hour of a person or a pool, of what a line asks for.
private struct PriceDensity {
    private let weekCount: Int
    private var people: [Double]
    private var pools: [Double]
    private var lines: [Double]
    private var totals: [Double]

    init(of start: Start) {
        let situation = start.model.situation
        weekCount = situation.firm.horizon.weekCount
        people = Array(repeating: 0, count: situation.firm.people.count * weekCount)
        pools = Array(repeating: 0, count: situation.firm.subcontractors.count * weekCount)
        lines = Array(repeating: 0, count: situation.demand.lines.count * weekCount)
        totals = Array(repeating: 0, count: situation.demand.lines.count)
        for (row, (limit, price)) in zip(start.model.limits, start.rowPrices).enumerated() where price != 0 {
            switch limit {
            case .stretch(let line, let stretch):
                let weeks = situation.stretches[line][stretch]
                let hours = weeks.map { situation.openHours(line: line, week: $0).inHours }
                let all = hours.reduce(0, +)
                guard all > 0 else { continue }
                for (week, part) in zip(weeks, hours) { lines[line * weekCount + week] += price * part / all }
            case .week(let line, let week): lines[line * weekCount + week] = price
            case .total(let line): totals[line] = price
            case .capacity(let person, let weeks):
                for week in weeks { people[person * weekCount + week] = price / (start.model.scales[row] ?? 1) }
            case .pool(let pool, let week): pools[pool * weekCount + week] = price
            case .seat, .promise, .budget, .booking, .worth: break
            }
        }
    }

    func line(_ line: Int, week: Int) -> Double { at(line, week, in: lines) }
    func person(_ person: Int, week: Int) -> Double { at(person, week, in: people) }
    func pool(_ pool: Int, week: Int) -> Double { at(pool, week, in: pools) }
    func total(_ line: Int) -> Double { totals[line] }

    private func at(_ owner: Int, _ week: Int, in prices: [Double]) -> Double {
        (0..<weekCount).contains(week) ? prices[owner * weekCount + week] : 0
    }
}

/// The positions of one firm's people, pools, lines, weeks and stretches in another firm.
private struct Translation {
    private let people: [Int?]
    private let pools: [Int?]
    private let lines: [Int?]
    let oldPeople: [Int?]
    let oldPools: [Int?]
    let oldLines: [Int?]
    let weekOffset: Int
    private let weekCount: Int
    private let old: [[Range<Int>]]
    private let new: [[Range<Int>]]
    /// By person and week: the weeks of the capacity row that the week belongs to.
    private var alike: [[[Int]]]

    init(from old: Situation, to model: StaffingModel) {
        let new = model.situation
        func places<ID: Hashable>(_ from: [ID], _ to: [ID]) -> [Int?] {
            let known = Dictionary(zip(to, to.indices), uniquingKeysWith: { first, _ in first })
            return from.map { known[$0] }
        }
        people = places(old.firm.people.map(\.id), new.firm.people.map(\.id))
        pools = places(old.firm.subcontractors.map(\.id), new.firm.subcontractors.map(\.id))
        lines = places(old.demand.lines.map(\.id), new.demand.lines.map(\.id))
        oldPeople = places(new.firm.people.map(\.id), old.firm.people.map(\.id))
        oldPools = places(new.firm.subcontractors.map(\.id), old.firm.subcontractors.map(\.id))
        oldLines = places(new.demand.lines.map(\.id), old.demand.lines.map(\.id))
        weekOffset = new.firm.horizon.firstWeek.distance(to: old.firm.horizon.firstWeek)
        weekCount = new.firm.horizon.weekCount
        self.old = old.stretches
        self.new = new.stretches
        alike = Array(repeating: Array(repeating: [], count: weekCount), count: new.firm.people.count)
        for limit in model.limits {
            guard case .capacity(let person, let weeks) = limit else { continue }
            for week in weeks { alike[person][week] = weeks }
        }
    }

    func limit(_ limit: StaffingModel.Limit) -> StaffingModel.Limit? {
        switch limit {
        case .stretch(let line, let stretch):
            guard let to = lines[line], let at = self.stretch(line, stretch, in: to) else { return nil }
            return .stretch(line: to, stretch: at)
        case .week(let line, let week):
            guard let to = lines[line], let at = self.week(week) else { return nil }
            return .week(line: to, week: at)
        case .total(let line): return lines[line].map { .total(line: $0) }
        case .capacity(let person, let weeks):
            guard let to = people[person], let at = self.week(weeks[0]), !alike[to][at].isEmpty else { return nil }
            return .capacity(person: to, weeks: alike[to][at])
        case .pool(let pool, let week):
            guard let to = pools[pool], let at = self.week(week) else { return nil }
            return .pool(pool: to, week: at)
        case .promise, .budget, .booking, .worth: return nil
        case .seat(let person, let line, let stretch):
            guard let who = people[person], let to = lines[line], let at = self.stretch(line, stretch, in: to) else {
                return nil
            }
            return .seat(person: who, line: to, stretch: at)
        }
    }

    /// The same decision, and those that come next to it where it is no longer there: of a share, shorter runs.
    func decisions(_ decision: StaffingModel.Decision) -> [StaffingModel.Decision] {
        guard case .share(let person, let line, let stretches) = decision else {
            return [self.decision(decision)].compactMap(\.self)
        }
        guard let who = people[person], let to = lines[line],
            let first = stretch(line, stretches.lowerBound, in: to),
            let last = stretch(line, stretches.upperBound, at: .end, in: to), first <= last
        else { return [] }
        return (first...last).reversed().map { .share(person: who, line: to, stretches: first...$0) }
    }

    private func decision(_ decision: StaffingModel.Decision) -> StaffingModel.Decision? {
        switch decision {
        case .share: return nil
        case .hours(let person, let line, let week):
            guard let who = people[person], let to = lines[line], let at = self.week(week) else { return nil }
            return .hours(person: who, line: to, week: at)
        case .poolShare(let pool, let line, let stretch):
            guard let who = pools[pool], let to = lines[line], let at = self.stretch(line, stretch, in: to) else {
                return nil
            }
            return .poolShare(pool: who, line: to, stretch: at)
        case .poolHours(let pool, let line, let week):
            guard let who = pools[pool], let to = lines[line], let at = self.week(week) else { return nil }
            return .poolHours(pool: who, line: to, week: at)
        case .kept, .moves: return nil
        case .overtime(let person, let week):
            guard let who = people[person], let at = self.week(week) else { return nil }
            return alike[who][at].first.map { .overtime(person: who, week: $0) }
        }
    }

    /// The week of the old line with the same place among its weeks.
    func oldWeek(_ week: Int, of line: Int, from: Int) -> Int {
        guard let start = new[line].first?.lowerBound, let first = old[from].first?.lowerBound else { return -1 }
        return week - start + first
    }

    private func week(_ week: Int) -> Int? {
        let moved = week + weekOffset
        return (0..<weekCount).contains(moved) ? moved : nil
    }

    private enum Edge { case start, end }

    /// The stretch of the line that holds the first or the last week of the old one, by its place among the line's weeks:
    /// a line that has moved in time keeps its stretches.
    private func stretch(_ line: Int, _ stretch: Int, at edge: Edge = .start, in to: Int) -> Int? {
        let (before, after) = (old[line], new[to])
        guard let first = before.first?.lowerBound, let start = after.first?.lowerBound else { return nil }
        let week: Int =
            switch edge {
            case .start: before[stretch].lowerBound
            case .end: before[stretch].upperBound - 1
            }
        return after.firstIndex { $0.contains(week - first + start) }
    }
}
