// SPDX-License-Identifier: GPL-3.0-or-later

/// A makespan, and the cheapest schedule found that keeps it.
public struct FrontierPoint: Sendable, Equatable {
    public let schedule: Schedule
    public let makespan: Int
    public let cost: Int
    /// No schedule within that makespan costs less.
    public let costBound: Int
}

/// The cheapest schedules: every task goes to its cheapest worker, the first of those that cost the same, and all is
/// done as early as that allows.
public func cheapestSchedule(
    for problem: ScheduleProblem, tries: Tries, seed: UInt64 = 1, threads: Int = 1
) -> Found {
    var cheap = problem
    var chosen: [Int] = []
    for (index, task) in problem.tasks.enumerated() {
        let best = task.options.indices.min { task.options[$0].cost < task.options[$1].cost } ?? 0
        chosen.append(best)
        cheap.tasks[index].options = [task.options[best]]
    }
    let found = findSchedule(for: cheap, goal: .makespan, tries: tries, seed: seed, threads: threads)
    let schedule = Schedule(
        placements: zip(found.schedule.placements, chosen).map {
            Schedule.Placement(option: $1, worker: $0.worker, start: $0.start, end: $0.end)
        })
    let rank = schedule.rank(for: .cost(within: nil), in: problem)
    return Found(schedule: schedule, rank: rank, bound: Rank(0, rank.second, 0))
}

/// What time costs: from the shortest schedule to the cheapest one, the cheapest for each of some makespans between.
///
/// Points that another one is as good as in both are left out; of equal ones the first found stays.
/// - Parameter count: how many makespans are looked at; fewer than 2 count as 2.
/// - Returns: the shortest first.
public func frontier(
    of problem: ScheduleProblem, count: Int, tries: Tries, seed: UInt64 = 1, threads: Int = 1
) -> [FrontierPoint] {
    let shortest = findSchedule(for: problem, goal: .makespan, tries: tries, seed: seed, threads: threads)
    let cheapest = cheapestSchedule(for: problem, tries: tries, seed: seed, threads: threads)
    let (low, high) = (shortest.schedule.makespan, cheapest.schedule.makespan)
    var known = cheapest.schedule
    var points = [FrontierPoint(known, bound: cheapest.bound.second, in: problem)]
    // From the cheap end: a schedule that is a little too long is a good one to begin with.
    let steps = max(2, count) - 1
    for step in 1...steps where high > low {
        let target = high - (high - low) * step / steps
        let goal = Goal.cost(within: target)
        let starts = [known, shortest.schedule].map { start in
            findSchedule(for: problem, goal: goal, tries: tries, from: start, seed: seed, threads: threads)
        }
        let found = starts[1].rank < starts[0].rank ? starts[1] : starts[0]
        guard found.rank.first == 0 else { continue }
        known = found.schedule
        points.append(FrontierPoint(known, bound: found.bound.second, in: problem))
    }
    return points.indices.reversed().filter { index in
        !points.indices.contains { other in
            guard points[other].makespan <= points[index].makespan, points[other].cost <= points[index].cost else {
                return false
            }
            let isEqual = points[other].makespan == points[index].makespan && points[other].cost == points[index].cost
            return !isEqual || other < index
        }
    }.map { points[$0] }
}

extension FrontierPoint {
    fileprivate init(_ schedule: Schedule, bound: Int, in problem: ScheduleProblem) {
        self.schedule = schedule
        makespan = schedule.makespan
        cost = schedule.cost(in: problem)
        costBound = bound
    }
}
