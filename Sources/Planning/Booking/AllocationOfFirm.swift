// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import LinearProgramming
import Matching
import Staffing
import Threads

/// The work of a firm as an allocation problem: people and subcontractor pools are the workers, steady lines and the weeks
/// of loose ones the jobs, money is in major units, time in hours. Where the firm's rules are finer than the problem's, the
/// problem is mostly the stricter one; shares of a grade it measures in parts of the line, the firm in hours of people, so what
/// it allows is repaired before it is settled.
struct AllocationOfFirm {
    struct Job {
        let line: Int
        /// Of a weekly or anytime line, the week; nil for a steady one.
        var week: Int?
        /// Of an anytime line, the hours that the week is to have; of others nil.
        var hours: Double?
    }

    enum Worker: Hashable {
        case person(Int)
        case pool(Int)
    }

    let situation: Situation
    let problem: AllocationProblem
    /// By job.
    let jobs: [Job]
    /// By worker; people come first, each at their own position.
    let workers: [Worker]

    /// - Parameters:
    ///   - anytime: hours of anytime lines by line and week, as the linear program has them: an anytime line could
    ///     be worked in any week, and a job has a week of its own.
    ///   - shortlist: who is looked at; nil: all who may do the work.
    ///   - threads: how many work at the same time; it does not change the answer.
    init(of situation: Situation, anytime: [Int: [Int: Double]], among shortlist: Shortlist? = nil, threads: Int = 1) {
        self.situation = situation
        let firm = situation.firm
        jobs = situation.demand.lines.indices.flatMap { line -> [Job] in
            guard situation.weight(of: line) > .zero else { return [] }
            switch situation.need(of: line).spread {
            case .steady: return situation.stretches[line].isEmpty ? [] : [Job(line: line)]
            case .weekly:
                return situation.demand.lines[line].weeks.compactMap { week in
                    situation.openHours(line: line, week: week) > .zero && !situation.isFrozen(week)
                        ? Job(line: line, week: week) : nil
                }
            case .anytime:
                return (anytime[line] ?? [:]).sorted { $0.key < $1.key }.map {
                    Job(line: line, week: $0.key, hours: $0.value)
                }
            }
        }
        workers = firm.people.indices.map { .person($0) } + firm.subcontractors.indices.map { .pool($0) }
        let builder = AllocationBuilder(of: situation, among: shortlist)
        let made = jobs.map(builder.job)
        let options = mapInParallel(jobs.count, threads: threads) { [jobs] index in
            builder.options(index, jobs[index], load: made[index].load)
        }
        problem = AllocationProblem(
            periods: firm.horizon.weekCount,
            workers: firm.people.indices.map { builder.worker($0) }
                + firm.subcontractors.indices.map { builder.worker(pool: $0) },
            jobs: made, options: options.flatMap(\.self))
    }

    func worker(of option: AllocationProblem.Option) -> Worker { workers[option.worker] }
    /// All hours of a job of loose work.
    func hours(of job: Job) -> Double {
        job.hours ?? situation.openHours(line: job.line, week: job.week ?? 0).inHours
    }

    func job(of option: AllocationProblem.Option) -> Job { jobs[option.job] }
}
