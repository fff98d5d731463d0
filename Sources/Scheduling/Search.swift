// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Threads

/// How long to look. Counted in schedules that are tried, not by the clock, so that the answer is always the same.
public struct Tries: Sendable, Equatable {
    /// Schedules tried from each start.
    public let steps: Int
    /// Searches that know nothing of each other; the best one counts.
    public let starts: Int

    /// - Precondition: neither is negative, and there is a start.
    public init(steps: Int, starts: Int) {
        precondition(steps >= 0 && starts > 0, "there is something to try")
        self.steps = steps
        self.starts = starts
    }
}

/// A schedule, and how good it is known to be.
public struct Found: Sendable, Equatable {
    public let schedule: Schedule
    public let rank: Rank
    /// No schedule has a smaller rank.
    public let bound: Rank

    /// Nothing is better in what counts first and second; the third is a matter of order alone.
    public var isOptimal: Bool { rank.first == bound.first && rank.second == bound.second }
}

/// Looks for the schedule of the smallest rank, by annealing from several starts.
///
/// The answer depends on the problem, the tries and the seed, and not on the number of threads.
/// - Parameters:
///   - known: schedules to begin with instead of one put together task by task.
///   - threads: how many starts are worked on at a time.
/// - Precondition: the problem is sound.
public func findSchedule(
    for problem: ScheduleProblem, goal: Goal, tries: Tries, from known: Schedule? = nil, seed: UInt64 = 1,
    threads: Int = 1
) -> Found {
    precondition(problem.isSound, "the problem is sound")
    let tables = Tables(problem)
    let bound = tables.bound(for: goal)
    let start = known.map { TaskList($0, tables) } ?? TaskList(firstFor: goal, tables)
    // The first start that has reached the bound: those after it need not go on, as they could find nothing better.
    let settled = Atomic<Int>(.max)
    let lists = mapInParallel(tries.starts, threads: threads) { index in
        let end = tables.anneal(from: start, goal, bound, tries.steps, seed &+ UInt64(index) &* 0x9E37) {
            settled.load(ordering: .relaxed) > index
        }
        if end.rank <= bound { settled.min(index, ordering: .relaxed) }
        return end.list
    }
    var decoder = Decoder(tables)
    let ranked = lists.map { list in
        let schedule = decoder.schedule(list)
        return (schedule: schedule, rank: schedule.rank(for: goal, in: problem))
    }
    // The first of the best.
    var best = ranked[0]
    for one in ranked where one.rank < best.rank { best = one }
    return Found(schedule: best.schedule, rank: best.rank, bound: bound)
}

extension Tables {
    /// The best list that is met on the way down from a list.
    fileprivate func anneal(
        from list: TaskList, _ goal: Goal, _ bound: Rank, _ steps: Int, _ seed: UInt64, while goesOn: () -> Bool
    ) -> (list: TaskList, rank: Rank) {
        func down<A: Aim>(_ aim: A) -> (list: TaskList, rank: Rank) {
            var annealing = Annealing(self, aim: aim, from: list, bound: bound, seed: seed)
            annealing.run(steps, while: goesOn)
            return (annealing.best, annealing.bestRank)
        }
        switch goal {
        case .makespan: return down(MakespanAim(self, target: 0))
        case .lateness: return down(LatenessAim(self))
        case .cost(let within): return down(CostAim(self, within: within ?? .max / 4))
        }
    }
}
