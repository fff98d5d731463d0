// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Synchronization

/// Jobs with fixed times, people with qualifications: all jobs are to be done by as few people as possible, each person
/// doing one at a time. Jobs that touch are not at the same time.
///
/// File, after comments: the number of jobs, start and end of each; the number of people, and for each the jobs that she
/// is qualified for.
struct ShiftMinimisation {
    let jobs: [Range<Int>]
    let qualified: [[Int]]
    /// What a job brings: a little more than the fee of a person, so that no job is left undone to do without somebody,
    /// and that the way from one person to the next leads over jobs left undone for a while.
    static let prize = 1.01

    init(_ text: String) {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let first = lines.firstIndex { $0.hasPrefix("Jobs") } ?? 0
        let count = numbers(in: lines[first])[0]
        jobs = lines[(first + 1)...(first + count)].map { line in
            let times = numbers(in: line)
            return times[0]..<times[1]
        }
        let people = numbers(in: lines[first + count + 1])[0]
        qualified = lines[(first + count + 2)...].prefix(people).map { Array(numbers(in: $0).dropFirst()).sorted() }
    }

    /// Moments at which nothing else is going on than at a moment before or after, together with more: starts that are
    /// followed by an end before the next start.
    private var moments: [Int] {
        let starts = Set(jobs.map(\.lowerBound)).sorted()
        let ends = Set(jobs.map(\.upperBound)).sorted()
        return starts.indices.filter { index in
            index + 1 == starts.count || ends.contains { $0 > starts[index] && $0 <= starts[index + 1] }
        }.map { starts[$0] }
    }

    var problem: AllocationProblem {
        let moments = moments
        let stretches = jobs.map { job in
            let first = moments.firstIndex { $0 >= job.lowerBound } ?? moments.count
            let end = moments.firstIndex { $0 >= job.upperBound } ?? moments.count
            return first..<end
        }
        var options: [AllocationProblem.Option] = []
        var people: [[Int]] = Array(repeating: [], count: jobs.count)
        for (person, list) in qualified.enumerated() { for job in list { people[job].append(person) } }
        for job in jobs.indices {
            options += people[job].map { .init(job: job, worker: $0, value: [Self.prize], least: 1) }
        }
        return AllocationProblem(
            periods: moments.count,
            workers: qualified.map { _ in .init(capacity: Array(repeating: 1, count: moments.count), fee: 1) },
            jobs: stretches.enumerated().map { number, stretch in
                .init(
                    stretches: [stretch], load: Array(repeating: 1, count: stretch.count), team: 1...1, group: number)
            },
            options: options)
    }

    func solve(_ iterations: Int, evictions: Int) -> Answer {
        let problem = problem
        let begin = userTime()
        let last = Mutex<Int>(0)
        let found = problem.bestAllocation(
            SearchOptions(
                iterations: iterations, evictions: evictions,
                onBetter: { progress in last.withLock { $0 = progress.iteration } }))
        let searched = userTime()
        let bound = problem.bound(steps: 50, target: found.value)
        let bounded = userTime()
        let holder = found.holders(in: problem)
        return Answer(
            holder: holder, searched: Double(Set(holder).subtracting([-1]).count),
            bound: Self.prize * Double(jobs.count) - bound.value,
            priceBound: Self.prize * Double(jobs.count) - bound.value,
            search: searched - begin, bounding: bounded - searched, proof: 0, iteration: last.withLock { $0 })
    }
}
