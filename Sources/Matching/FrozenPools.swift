// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What subcontractors do in frozen weeks: as the commitment has it, shrunk in proportion where the pool has fewer hours
/// than it had or the line asks for less.
public struct FrozenPoolWork: Sendable, Hashable {
    public let pool: Int
    public let line: Int
    public let week: Int
    public let hours: Hours
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
        found = fitted(found, by: { [$0.pool, $0.week] }, into: { capacity(ofPool: $0.pool, week: $0.week) })
        found = fitted(
            found, by: { need(of: $0.line).spread == .anytime ? [$0.line] : [$0.line, $0.week] },
            into: {
                need(of: $0.line).spread == .anytime
                    ? openTotal(line: $0.line) : openHours(line: $0.line, week: $0.week)
            })
        return found.filter { $0.hours > .zero }.sorted { ($0.pool, $0.line, $0.week) < ($1.pool, $1.line, $1.week) }
    }

    private func fitted(
        _ work: [FrozenPoolWork], by key: (FrozenPoolWork) -> [Int], into most: (FrozenPoolWork) -> Hours
    ) -> [FrozenPoolWork] {
        var sums: [[Int]: Hours] = [:]
        for item in work { sums[key(item), default: .zero] += item.hours }
        return work.map { item in
            let (sum, limit) = (sums[key(item)] ?? .zero, most(item))
            guard sum > limit else { return item }
            return FrozenPoolWork(
                pool: item.pool, line: item.line, week: item.week,
                hours: item.hours.scaledDown(by: limit, over: sum))
        }
    }

    /// What is left of a pool's week to decide: nothing in a frozen one.
    public func openCapacity(ofPool pool: Int, week: Int) -> Hours {
        isFrozen(week) ? .zero : capacity(ofPool: pool, week: week)
    }
}
