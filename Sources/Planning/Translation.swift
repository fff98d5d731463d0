// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// The positions of one firm's people, pools, lines, weeks and stretches in another firm.
struct Translation {
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
        case .promise, .budget, .keptBooking, .worth, .booking, .goal: return nil
        case .apart(let person): return people[person].map { .apart(person: $0) }
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
        case .kept, .moves, .choice: return nil
        case .level: return .level
        case .above(let person): return people[person].map { .above(person: $0) }
        case .below(let person): return people[person].map { .below(person: $0) }
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
