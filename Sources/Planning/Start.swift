// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing
import Verification

/// Where the solver stood when it had solved a firm's staffing, so that a changed firm can be solved from there.
struct Start: Sendable {
    let model: StaffingModel
    let basis: Basis

    /// The same place in the model of another firm: people, pools, lines and weeks are found again by their names, and
    /// runs of stretches by their weeks. What is new rests: rows are basic, columns at zero.
    func basis(for next: StaffingModel) -> Basis {
        let translation = Translation(from: model.situation, to: next)
        var rows = [Basis.Status](repeating: .basic, count: next.limits.count)
        var columns = [Basis.Status](repeating: .atLower, count: next.decisions.count)
        let rowAt = positions(next.limits)
        for (limit, status) in zip(model.limits, basis.rows) where status != .basic {
            if let row = translation.limit(limit).flatMap({ rowAt[$0] }) { rows[row] = status }
        }
        let columnAt = positions(next.decisions)
        for (decision, status) in zip(model.decisions, basis.columns) where status != .atLower {
            if let column = translation.decision(decision).flatMap({ columnAt[$0] }) { columns[column] = status }
        }
        return Basis(rows: rows, columns: columns)
    }
}

/// The positions of one firm's people, pools, lines, weeks and stretches in another firm.
private struct Translation {
    private let people: [Int?]
    private let pools: [Int?]
    private let lines: [Int?]
    private let weekOffset: Int
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
        case .promise, .budget, .booking: return nil
        case .seat(let person, let line, let stretch):
            guard let who = people[person], let to = lines[line], let at = self.stretch(line, stretch, in: to) else {
                return nil
            }
            return .seat(person: who, line: to, stretch: at)
        }
    }

    func decision(_ decision: StaffingModel.Decision) -> StaffingModel.Decision? {
        switch decision {
        case .share(let person, let line, let stretches):
            guard let who = people[person], let to = lines[line],
                let first = stretch(line, stretches.lowerBound, in: to),
                let last = stretch(line, stretches.upperBound, in: to), first <= last
            else { return nil }
            return .share(person: who, line: to, stretches: first...last)
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

    private func week(_ week: Int) -> Int? {
        let moved = week + weekOffset
        return (0..<weekCount).contains(moved) ? moved : nil
    }

    /// The stretch of the line that holds the middle of the old one, by its place among the line's weeks: a line that
    /// has moved in time keeps its stretches.
    private func stretch(_ line: Int, _ stretch: Int, in to: Int) -> Int? {
        let (before, after) = (old[line], new[to])
        if before.count == after.count { return stretch }
        guard let first = before.first?.lowerBound, let start = after.first?.lowerBound else { return nil }
        let middle = (before[stretch].lowerBound + before[stretch].upperBound) / 2 - first + start
        return after.firstIndex { $0.contains(middle) }
    }
}
