// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

/// Programs in whole numbers over a part of the choices, small enough to be searched through.
///
/// First those that the linear program or the plan in hand makes use of (relaxation induced neighbourhoods: Danna,
/// Rothberg and Le Pape 2005); then all that reduced costs do not rule out: whoever would lose more by the smallest booking
/// than the plan in hand lacks to the bound is in no better plan. Where that search ends by itself, the plan is the best.
struct WholeNumbers {
    let booker: Booker

    private var situation: Situation { booker.situation }

    func improve(_ best: inout Booker.Booked) throws {
        for _ in 0..<3 {
            let near = used(by: best)
            guard let found = try search(near, beyond: best)?.booked,
                found.answer.objective > best.answer.objective + tolerance(best)
            else { break }
            best = found
        }
        let gap = booker.relaxation.objective - best.answer.objective
        guard let all = try search(possible(within: gap), beyond: best) else { return }
        if let found = all.booked, found.answer.objective > best.answer.objective { best = found }
        best.bound = max(all.bound, best.answer.objective)
    }

    private func tolerance(_ best: Booker.Booked) -> Double { 1e-6 * abs(best.answer.objective) }

    /// Nil where there are too many choices.
    private func search(
        _ places: [Support.Place], beyond best: Booker.Booked
    ) throws -> (booked: Booker.Booked?, bound: Double)? {
        guard places.count <= booker.effort.mostChoices else { return nil }
        var open = Support()
        for place in places {
            open.hold(person: place.who, line: place.line, stretch: place.place, 0...situation.seat(of: place.line))
        }
        let program = StaffingModel(of: situation, style: .bookable, within: open)
        var options = booker.options
        options.nodeLimit = booker.effort.nodes
        options.relativeGap = 1e-6
        options.division = .whole
        let outcome = try solve(program.model, with: options)
        switch outcome {
        case .optimal(let solution):
            return (try booker.settle(Support(of: solution.values, in: program)), solution.objective)
        case .feasible(let solution, _):
            return (try booker.settle(Support(of: solution.values, in: program)), solution.bound)
        case .stopped: return (nil, booker.relaxation.objective)
        case .infeasible, .unbounded, .failed: return nil
        }
    }

    /// Places that the linear program or the plan has somebody at.
    private func used(by best: Booker.Booked) -> [Support.Place] {
        var places = Set(best.support.shares.keys)
        for (decision, value) in zip(booker.relaxed.decisions, booker.relaxation.values) where value > 1e-6 {
            guard case .share(let person, let line, let stretches) = decision else { continue }
            for stretch in stretches { places.insert(.init(who: person, line: line, place: stretch)) }
        }
        return places.sorted()
    }

    /// Places at which somebody could be in a plan that lacks no more than that to the bound.
    private func possible(within gap: Double) -> [Support.Place] {
        let model = booker.relaxed.model
        var cost: [Support.Place: Double] = [:]
        for (column, decision) in booker.relaxed.decisions.enumerated() {
            guard case .share(let person, let line, let stretches) = decision else { continue }
            let entries = model.entries(of: Column(column))
            let reduced =
                model[objective: Column(column)]
                - entries.reduce(0) { $0 + $1.coefficient * booker.relaxation.rowPrices[$1.row.index] }
            for stretch in stretches {
                let place = Support.Place(who: person, line: line, place: stretch)
                cost[place] = min(cost[place] ?? .infinity, max(0, -reduced))
            }
        }
        return cost.filter { place, cost in
            cost * situation.leastBooking(of: place.line, stretch: place.place) <= gap + 1
        }.keys.sorted()
    }
}
