// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What subcontractors do in frozen weeks: as the commitment has it, shrunk in proportion where the pool has fewer hours
/// than it had or the line asks for less.
public struct FrozenPoolWork: Sendable, Hashable {
    public let pool: Int
    public let line: Int
    public let week: Int
    public internal(set) var hours: Hours
}

extension Situation {
    /// Ordered by pool, line and week; of lines that the pool may work on, and beside pinned work.
    func keptPoolWork() -> [FrozenPoolWork] {
        let pools = Dictionary(
            firm.subcontractors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [FrozenPoolWork] = []
        for kept in firm.commitment?.subcontracted ?? [] {
            guard let pool = pools[kept.pool], let line = demand.index(of: kept.line),
                self.pools(for: line).contains(pool)
            else { continue }
            for item in kept.weeks {
                guard let week = firm.horizon.index(of: item.week), isFrozen(week), item.hours > .zero else { continue }
                found.append(FrozenPoolWork(pool: pool, line: line, week: week, hours: item.hours))
            }
        }
        found = shrunk(found, \.hours, by: { [$0.pool, $0.week] }, into: { capacity(ofPool: $0.pool, week: $0.week) })
        found = shrunk(
            found, \.hours, by: { openKey(line: $0.line, week: $0.week) },
            into: { open(line: $0.line, week: $0.week) })
        return found.filter { $0.hours > .zero }.sorted { ($0.pool, $0.line, $0.week) < ($1.pool, $1.line, $1.week) }
    }

    /// What binds hours of a line together: its week, or of an anytime line all its weeks.
    func openKey(line: Int, week: Int) -> [Int] { need(of: line).spread == .anytime ? [line] : [line, week] }

    /// What is open of that.
    func open(line: Int, week: Int) -> Hours {
        need(of: line).spread == .anytime ? openTotal(line: line) : openHours(line: line, week: week)
    }

    /// What is left of a pool's week to decide: nothing in a frozen one.
    public func openCapacity(ofPool pool: Int, week: Int) -> Hours {
        isFrozen(week) ? .zero : capacity(ofPool: pool, week: week)
    }
}

/// The items with their hours shrunk in proportion, and rounded down to the second, where those of one key come to more
/// than its limit.
func shrunk<Item>(
    _ items: [Item], _ hours: WritableKeyPath<Item, Hours>, by key: (Item) -> [Int], into most: (Item) -> Hours
) -> [Item] {
    var sums: [[Int]: Hours] = [:]
    for item in items { sums[key(item), default: .zero] += item[keyPath: hours] }
    return items.map { item in
        let (sum, limit) = (sums[key(item)] ?? .zero, most(item))
        guard sum > limit else { return item }
        var item = item
        item[keyPath: hours] = item[keyPath: hours].scaledDown(by: limit, over: sum)
        return item
    }
}
