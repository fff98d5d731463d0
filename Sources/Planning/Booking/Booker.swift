// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import LinearProgramming
import Matching
import Staffing

/// Finds who holds what in a bookable plan: by search among allocations, and in small firms by a program in whole
/// numbers that leaves nothing out.
struct Booker {
    let situation: Situation
    /// The linear program that bounds what there is to be had, and its solution.
    let relaxed: StaffingModel
    let relaxation: Answer
    let options: Options
    let effort: Effort
    /// A bookable plan of the firm before a change, which is followed as far as it can be.
    var base: PlannedFirm?
    let onProgress: ProgressReceiver?

    /// Shares and hours of a bookable plan: the model over who holds what, with the values of its columns.
    struct Booked {
        let support: Support
        let model: StaffingModel
        let answer: Answer
        /// What no bookable plan exceeds in the first stage, where a search of all of them said so.
        var bound: Double?
    }

    func book() throws -> Booked {
        let firm = AllocationOfFirm(of: situation, anytime: anytimeHours())
        var best = try settle(Support(of: search(firm), in: firm))
        try WholeNumbers(booker: self).improve(&best)
        return best
    }

    private func search(_ firm: AllocationOfFirm) -> Allocation {
        let density = PriceDensity(
            of: Start(
                model: relaxed, basis: relaxation.basis, values: relaxation.values, rowPrices: relaxation.rowPrices))
        let weeks = 0..<situation.firm.horizon.weekCount
        var search = SearchOptions(iterations: effort.rounds(for: firm.problem.options.count))
        search.threads = options.threads
        search.guide = before(firm) ?? guide(firm)
        search.prices = firm.workers.map { worker in
            weeks.map { week in
                switch worker {
                case .person(let person): density.person(person, week: week)
                case .pool(let pool): density.pool(pool, week: week)
                }
            }
        }
        if let cancellation = options.cancellation { search.isCancelled = { cancellation.isCancelled } }
        if let onProgress {
            let (currency, bound) = (situation.firm.currency, relaxation.objective)
            search.onBetter = { progress in
                onProgress(PlanningProgress(.choose, best: progress.value, bound: bound, in: currency))
            }
        }
        return firm.problem.bestAllocation(search)
    }

    /// What the linear program gives to whom.
    private func guide(_ firm: AllocationOfFirm) -> [[Double]] {
        let people = situation.firm.people.count
        var held: [Support.Place: Double] = [:]
        for (decision, value) in zip(relaxed.decisions, relaxation.values) where value > 1e-9 {
            switch decision {
            case .share(let person, let line, let stretches):
                for stretch in stretches { held[.init(who: person, line: line, place: stretch), default: 0] += value }
            case .poolShare(let pool, let line, let stretch):
                held[.init(who: people + pool, line: line, place: stretch), default: 0] += value
            case .hours(let person, let line, let week): held[.init(who: person, line: line, place: week)] = value
            case .poolHours(let pool, let line, let week):
                held[.init(who: people + pool, line: line, place: week)] = value
            case .overtime, .kept, .moves, .choice: break
            }
        }
        return firm.problem.options.map { option in
            let job = firm.job(of: option)
            guard let week = job.week else {
                return option.value.indices.map {
                    held[.init(who: option.worker, line: job.line, place: $0)] ?? 0
                }
            }
            let all = job.hours ?? situation.openHours(line: job.line, week: week).inHours
            return [(held[.init(who: option.worker, line: job.line, place: week)] ?? 0) / max(all, 1e-9)]
        }
    }

    /// What everybody had of what is there still; nil where there is no plan to follow.
    private func before(_ firm: AllocationOfFirm) -> [[Double]]? {
        guard let base, base.plan.style == .bookable else { return nil }
        let kept = situation.firm.horizon
        var shares: [Identifier<Person>: [LineID: [ShareHeld]]] = [:]
        for work in base.plan.assignments where work.kind == .steady {
            shares[work.person, default: [:]][work.line, default: []] += work.shares
        }
        return firm.problem.options.map { option in
            let job = firm.job(of: option)
            guard case .person(let person) = firm.worker(of: option), job.week == nil else {
                return option.value.map { _ in 0 }
            }
            let held = shares[situation.firm.people[person].id]?[situation.demand.lines[job.line].id] ?? []
            return situation.stretches[job.line].map { stretch in
                let week = kept.firstWeek.advanced(by: stretch.lowerBound)
                return held.first { $0.first <= week && week <= $0.last }?.share.fraction ?? 0
            }
        }
    }

    /// When the linear program has anytime lines worked.
    private func anytimeHours() -> [Int: [Int: Double]] {
        var hours: [Int: [Int: Double]] = [:]
        for (decision, value) in zip(relaxed.decisions, relaxation.values) where value > 1e-6 {
            switch decision {
            case .hours(_, let line, let week), .poolHours(_, let line, let week):
                guard situation.need(of: line).spread == .anytime else { continue }
                hours[line, default: [:]][week, default: 0] += value
            case .share, .poolShare, .overtime, .kept, .moves, .choice: break
            }
        }
        return hours
    }

    /// How much everybody has of what they hold: a linear program, solved again until the loose work beside it keeps the
    /// rules, too.
    func settle(_ support: Support) throws -> Booked {
        var support = support
        support.repair(in: situation)
        var model = StaffingModel(of: situation, within: support)
        var answer = try Answer(to: model.model, with: options, effort)
        for round in 0..<8 {
            let offenders = LooseWork(answer.values, of: model, within: support)
                .offenders(strictness: round < 2 ? 0.5 + 0.25 * Double(round) : 1)
            guard !offenders.isEmpty else { break }
            support.barred.formUnion(offenders)
            support.repair(in: situation)
            let next = StaffingModel(of: situation, within: support)
            let start = Start(model: model, basis: answer.basis, values: answer.values, rowPrices: answer.rowPrices)
            answer = try Answer(to: next.model, with: options, effort, near: start.nearby(next))
            model = next
        }
        // What still offends is left undone.
        let offenders = LooseWork(answer.values, of: model, within: support).offenders(strictness: 1)
        for (column, decision) in model.decisions.enumerated() {
            guard case .hours(let person, let line, let week) = decision,
                offenders.contains(.init(who: person, line: line, place: week))
            else { continue }
            answer.values[column] = 0
        }
        return Booked(support: support, model: model, answer: answer, bound: nil)
    }
}

extension Effort {
    /// Rounds of ruin and recreation of a walk.
    func rounds(for options: Int) -> Int { steps(max(4_000, min(60_000, 20 * options))) }

    /// The most choices of a program in whole numbers that is worth a try.
    var mostChoices: Int { steps(1_500) }
    /// Nodes of such a program that are looked at.
    var nodes: Int { steps(300) }
}
