// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import LinearProgramming
import Matching
import Staffing

/// Finds who holds what in a bookable plan: by search among allocations, and in small firms by a program in whole
/// numbers that leaves nothing out.
struct Booker {
    let situation: Situation
    /// Nil where the firm is too large for it.
    let relaxed: Relaxation?
    let options: Options
    let effort: Effort
    /// A bookable plan of the firm before a change, which is followed as far as it can be.
    var base: PlannedFirm?
    let onProgress: ProgressReceiver?

    /// Shares and hours of a bookable plan: the model over who holds what, with the values of its columns.
    struct Booked {
        let support: Support
        let model: StaffingModel
        var answer: Answer
        /// What no bookable plan exceeds in the first stage, where a search of all of them said so.
        var bound: Double?
    }

    /// - Returns: what is booked, and prices that prove how good it could be.
    func book() throws -> (booked: Booked, prices: StagePrices) {
        var firm = AllocationOfFirm(of: situation, anytime: relaxed?.anytimeHours() ?? situation.evenHours())
        guard let relaxed else {
            let (time, best) = firm.problem.sifted(steps: effort.steps(160))
            let all = before(firm)
            let held = all?.indices.filter { all?[$0].contains { $0 > 0 } ?? false } ?? []
            let kept = Set(best + held).sorted()
            firm.keep(kept)
            let found = search(firm, at: time, guide: all.map { all in kept.map { all[$0] } }, atMost: nil)
            return (try settle(Support(of: found, in: firm, onlyThere: true)), situation.prices(of: time))
        }
        let found = search(
            firm, at: relaxed.prices(of: firm), guide: before(firm) ?? relaxed.guide(firm),
            atMost: relaxed.bound)
        var best = try settle(Support(of: found, in: firm))
        try WholeNumbers(booker: self, relaxed: relaxed).improve(&best)
        return (best, relaxed.model.prices(relaxed.answer.rowPrices))
    }

    private func search(
        _ firm: AllocationOfFirm, at prices: [[Double]], guide: [[Double]]?, atMost bound: Double?
    ) -> Allocation {
        var search = SearchOptions(iterations: effort.rounds(for: firm.problem.options.count))
        search.threads = options.threads
        search.guide = guide
        search.prices = prices
        if let cancellation = options.cancellation { search.isCancelled = { cancellation.isCancelled } }
        if let onProgress {
            let currency = situation.firm.currency
            search.onBetter = { progress in
                onProgress(PlanningProgress(.choose, best: progress.value, bound: bound, in: currency))
            }
        }
        return firm.problem.bestAllocation(search)
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

    /// How much everybody has of what they hold: a linear program, solved again until the loose work beside it keeps the
    /// rules, too.
    func settle(_ support: Support) throws -> Booked {
        var support = support
        support.repair(in: situation)
        var model = StaffingModel(of: situation, within: support)
        var answer = try Answer(to: model.model, with: options.finishing, effort)
        for round in 0..<8 {
            let offenders = LooseWork(answer.values, of: model, within: support)
                .offenders(strictness: round < 2 ? 0.5 + 0.25 * Double(round) : 1)
            guard !offenders.isEmpty else { break }
            support.barred.formUnion(offenders)
            support.repair(in: situation)
            let next = StaffingModel(of: situation, within: support)
            let start = Start(model: model, answer: answer)
            answer = try Answer(to: next.model, with: options.finishing, effort, near: start.nearby(next))
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
    func rounds(for options: Int) -> Int { steps(max(10_000, min(150_000, 25 * options))) }

    /// The most choices of a program in whole numbers that is worth a try: more of them cost seconds for a hundredth of a
    /// per cent.
    var mostChoices: Int { steps(160) }
    /// Parts of a firm that are planned anew by such programs, and the places that a part has at most.
    var parts: Int { steps(6) }
    var partSize: Int { 120 }
    /// Nodes of such a program that are looked at.
    var nodes: Int { steps(200) }
}
