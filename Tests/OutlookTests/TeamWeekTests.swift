// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Outlook

struct TeamWeekTests {
    /// 30 and 30 for a worker of 40; 10 more for either of two, of whom one is idle.
    @Test func theBottleneckLeavesOutWhoeverHasTime() {
        let week = TeamWeek(asked: [30, 30, 10], open: [40, 40], able: [[0], [0], [0, 1]])
        #expect(week.shortages() == [.init(lines: [0, 1], workers: [0], full: [])])
        #expect(week.shortages().map(week.missing) == [20])
    }

    /// 50 for the first worker of 40; 70 for either of two, of whom the first is full.
    @Test func theNarrowestComesFirstAndItsWorkersAreFullForTheRest() {
        let week = TeamWeek(asked: [70, 50], open: [40, 40], able: [[0, 1], [0]])
        #expect(
            week.shortages() == [
                .init(lines: [1], workers: [0], full: []), .init(lines: [0], workers: [1], full: [0]),
            ])
        #expect(week.shortages().map(week.missing) == [10, 30])
    }

    @Test func whatCanBeReshuffledIsNotShort() {
        // The first line must go to the second worker, although the first one could do it.
        #expect(TeamWeek(asked: [40, 40], open: [40, 40], able: [[0, 1], [0]]).shortages() == [])
    }

    /// By Hall's condition the work that cannot be done is the largest surplus of any set of lines over its workers,
    /// and the lines told are the smallest set with that surplus. Every set of lines of small random weeks is tried.
    @Test func agreesWithEverySubset() {
        var random = Dice(state: 7)
        for _ in 0..<500 {
            let week = random.week()
            let surpluses = (0..<1 << week.asked.count).map { set in
                (set: set, surplus: week.surplus(of: set))
            }
            let most = surpluses.map(\.surplus).max() ?? 0
            // The sets with the largest surplus are closed under intersection, so one is within all others.
            let smallest = surpluses.filter { $0.surplus == most }.reduce(~0) { $0 & $1.set }
            let shortages = week.shortages()
            #expect(shortages.reduce(0) { $0 + week.missing($1) } == most)
            #expect(shortages.allSatisfy { week.missing($0) > 0 })
            let told = shortages.flatMap(\.lines)
            #expect(told.reduce(0) { $0 | 1 << $1 } == (most == 0 ? 0 : smallest))
            #expect(told.count == Set(told).count, "shortages share a line")
            let workers = shortages.flatMap(\.workers)
            #expect(workers.count == Set(workers).count, "shortages share a worker")
            for shortage in shortages {
                #expect(Set(shortage.lines.flatMap { week.able[$0] }) == Set(shortage.workers + shortage.full))
                #expect(Set(shortage.full).isSubset(of: workers))
            }
        }
    }
}

extension TeamWeek {
    /// What a set of lines, a bit for each, asks for beyond what its workers have.
    fileprivate func surplus(of set: Int) -> Int {
        let lines = asked.indices.filter { set & 1 << $0 != 0 }
        return lines.reduce(0) { $0 + asked[$1] } - Set(lines.flatMap { able[$0] }).reduce(0) { $0 + open[$1] }
    }
}

/// A linear congruential generator, so that every run rolls the same.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 32
    }

    mutating func week() -> TeamWeek {
        let lines = Int.random(in: 1...6, using: &self)
        let workers = Int.random(in: 0...5, using: &self)
        return TeamWeek(
            asked: (0..<lines).map { _ in Int.random(in: 0...9, using: &self) },
            open: (0..<workers).map { _ in Int.random(in: 0...9, using: &self) },
            able: (0..<lines).map { _ in (0..<workers).filter { _ in Bool.random(using: &self) } })
    }
}
