// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

/// Programs in whole numbers over a part of the choices, small enough to be searched through.
///
/// First those that the linear program or the plan in hand makes use of (relaxation induced neighbourhoods: Danna,
/// Rothberg and Le Pape 2005); then all that reduced costs do not rule out: whoever would lose more by the smallest booking
/// than the plan in hand lacks to the bound is in no better plan. Where that search ends by itself, it says what none exceeds.
struct WholeNumbers {
    let booker: Booker
    let relaxed: Relaxation

    private var situation: Situation { booker.situation }

    func improve(_ best: inout Booker.Booked) throws {
        guard used(by: best).count <= booker.effort.mostChoices else { return }
        var isBetter = true
        for _ in 0..<4 where isBetter { isBetter = try improve(&best, among: used(by: best)).isBetter }
        try improveInParts(&best)
        // Where the linear program was stopped, neither its value nor its prices rule anything out.
        guard relaxed.answer.stop == nil, booker.options.cancellation?.isCancelled != true else { return }
        let gap = relaxed.bound - best.answer.objective
        guard let bound = try improve(&best, among: possible(within: gap)).bound else { return }
        best.bound = max(bound, best.answer.objective)
    }

    /// Line by line, those first that are furthest from the linear program: the line and those that share most people with
    /// it are planned anew, all others stay with who has them.
    private func improveInParts(_ best: inout Booker.Booked) throws {
        let neighbourhoods = Neighbourhoods(of: situation)
        for line in neighbourhoods.order(by: distances(of: best)).prefix(booker.effort.parts) {
            let free = neighbourhoods.around(line, atMost: booker.effort.partSize)
            let places = neighbourhoods.places(of: free)
            _ = try improve(&best, among: places, keeping: { !free.contains($0.line) })
            if booker.options.cancellation?.isCancelled == true { return }
        }
    }

    /// By line, how far a plan's shares are from those of the linear program, in hours.
    private func distances(of best: Booker.Booked) -> [Int: Double] {
        var shares: [Support.Place: Double] = [:]
        func add(_ model: StaffingModel, _ values: [Double], _ sign: Double) {
            for (decision, value) in zip(model.decisions, values) where value > 1e-9 {
                guard case .share(let person, let line, let stretches) = decision else { continue }
                for stretch in stretches {
                    shares[.init(who: person, line: line, place: stretch), default: 0] += sign * value
                }
            }
        }
        add(relaxed.model, relaxed.answer.values, 1)
        add(best.model, best.answer.values, -1)
        var distances: [Int: Double] = [:]
        for (place, share) in shares.sorted(by: { $0.key < $1.key }) {
            let hours = situation.stretches[place.line][place.place].reduce(0.0) {
                $0 + situation.openHours(line: place.line, week: $1).inHours
            }
            distances[place.line, default: 0] += abs(share) * hours
        }
        return distances
    }

    private func tolerance(_ best: Booker.Booked) -> Double { 1e-6 * abs(best.answer.objective) }

    /// Searches the plans that have people at those places only, and takes a better one.
    ///
    /// - Parameter keeping: where whoever is there stays.
    /// - Returns: whether there was one, and what none of them exceeds; nil where there were too many to look, or the search
    ///   did not end by itself.
    @discardableResult
    private func improve(
        _ best: inout Booker.Booked, among places: [Support.Place],
        keeping isKept: (Support.Place) -> Bool = { _ in false }
    ) throws -> (isBetter: Bool, bound: Double?) {
        guard places.count <= booker.effort.mostChoices else { return (false, nil) }
        var open = Support()
        for place in Set(places).union(best.support.shares.keys).sorted() {
            open.hold(person: place.who, line: place.line, stretch: place.place, 0...situation.seat(of: place.line))
        }
        var program = StaffingModel(of: situation, style: .bookable, within: open)
        for (column, decision) in program.decisions.enumerated() {
            guard case .choice(.holds(let person, let line, let stretch)) = decision else { continue }
            let place = Support.Place(who: person, line: line, place: stretch)
            if best.support.shares[place] != nil, isKept(place) { program.model[Column(column)] = .exactly(1) }
        }
        var options = booker.options
        options.nodeLimit = booker.effort.nodes
        options.relativeGap = max(1e-6, options.relativeGap)
        options.division = .whole
        let outcome = try solve(program.model, with: options, near: program.start(at: best))
        if let end = outcome.end { best.answer.stop = [best.answer.stop, end].compactMap(\.self).max() }
        guard let solution = outcome.solution else { return (false, nil) }
        let bound = outcome.end == nil ? max(solution.objective, solution.bound) : nil
        guard solution.objective > best.answer.objective + tolerance(best) else { return (false, bound) }
        var found = try booker.settle(Support(of: solution.values, in: program))
        found.answer.stop = [best.answer.stop, found.answer.stop].compactMap(\.self).max()
        guard found.answer.objective > best.answer.objective + tolerance(best) else { return (false, bound) }
        best = found
        return (true, bound)
    }

    /// Places that the linear program or the plan has somebody at.
    private func used(by best: Booker.Booked) -> [Support.Place] {
        var places = Set(best.support.shares.keys)
        for (decision, value) in zip(relaxed.model.decisions, relaxed.answer.values) where value > 1e-6 {
            guard case .share(let person, let line, let stretches) = decision else { continue }
            for stretch in stretches { places.insert(.init(who: person, line: line, place: stretch)) }
        }
        return places.sorted()
    }

    /// Places at which somebody could be in a plan that lacks no more than that to the bound. Whoever is never worth their
    /// cost has no place in the linear program; where others may need them beside them, they count as possible.
    func possible(within gap: Double) -> [Support.Place] {
        let model = relaxed.model.model
        var cost: [Support.Place: Double] = [:]
        for (column, decision) in relaxed.model.decisions.enumerated() {
            guard case .share(let person, let line, let stretches) = decision else { continue }
            let entries = model.entries(of: Column(column))
            let reduced =
                model[objective: Column(column)]
                - entries.reduce(0) { $0 + $1.coefficient * relaxed.answer.rowPrices[$1.row.index] }
            for stretch in stretches {
                let place = Support.Place(who: person, line: line, place: stretch)
                cost[place] = min(cost[place] ?? .infinity, max(0, -reduced))
            }
        }
        if situation.somebodyMayBeNeeded {
            for place in Neighbourhoods(of: situation).allPlaces where cost[place] == nil { cost[place] = 0 }
        }
        return cost.filter { place, cost in
            cost * situation.leastBooking(of: place.line, stretch: place.place) <= gap + 1
        }.keys.sorted()
    }
}

extension Outcome {
    /// What ended a search from outside; nil where it ended by itself, be it at a gap or a number of nodes.
    fileprivate var end: Stop? {
        switch self {
        case .optimal, .infeasible, .unbounded, .failed: nil
        case .feasible(_, let stop), .stopped(let stop):
            switch stop {
            case .gap, .nodes, .iterations: nil
            case .time, .cancelled: stop
            }
        }
    }
}

extension Situation {
    /// Whether a rule can ask for somebody so that others may work: a companion, a member or a grade of a team, others than
    /// those of a grade that may only do a part, or whoever takes what whole steps leave of a line.
    fileprivate var somebodyMayBeNeeded: Bool {
        firm.policy.bookable.step != nil || !companionships().isEmpty
            || demand.lines.indices.contains { line in
                let need = need(of: line)
                return need.team.map { $0.least > 1 } ?? false
                    || need.mix.contains { $0.atLeast > 0 || $0.atMost < .whole }
            }
    }
}
