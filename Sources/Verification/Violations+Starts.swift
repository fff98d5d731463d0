// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension PlanCheck {
    /// Every phase with a window, and no other, has a start, within its window and whole weeks from its first day; and
    /// none begins earlier than the phases before it allow. Where these end too late for the window, as early as can be;
    /// which, of starts that the plan has chosen, may only be so where it is so in any case.
    func starts() -> [Violation] {
        let placed = firm.placed(at: plan.starts)
        let unplaced = Dictionary(firm.unplaced.projects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [Violation] = []
        var rest = plan.starts
        for project in placed.projects where project.stage != .lost {
            let settled = Dictionary(
                zip(project.phases.map(\.id), project.phaseDays()), uniquingKeysWith: { first, _ in first }
            ).compactMapValues(\.self)
            let late = unplaced[project.id]?.missedWindows ?? []
            for phase in project.phases where phase.hasWindow {
                guard let index = rest.firstIndex(where: { $0.project == project.id && $0.phase == phase.id }) else {
                    found.append(.startMissing(project.id, phase.id))
                    continue
                }
                let day = rest.remove(at: index).day
                guard let earliest = phase.earliest(after: settled) else { continue }
                if day < earliest {
                    found.append(.startTooEarly(project.id, phase.id, day, earliest: earliest))
                } else if !phase.choices(from: earliest).contains(day)
                    || day > phase.latest ?? day && plan.startsProof != nil && !late.contains(phase.id)
                {
                    found.append(.startOutsideWindow(project.id, phase.id, day))
                }
            }
        }
        found += rest.map { .stranger("window of \($0.project).\($0.phase)") }
        if found.isEmpty, Set(plan.starts) != Set(firm.starts) { found.append(.startsElsewhere) }
        return found
    }

    /// What the plan is worth at its starts is what is stated, and the bound for all starts follows from its prices.
    func startsProof() -> [Violation] {
        guard let proof = plan.startsProof else { return [] }
        let bound = StartsBound(of: firm.unplaced)
        let bad = proof.prices.flatMap { prices in
            PriceBook(prices.ofWorkers, in: situation).bad + (prices == prices.ofWorkers ? [] : ["a line"])
        }
        let actual = StartsProof(
            of: tally, in: situation, planned: proof.planned, prices: proof.prices, by: bound)
        var found: [Violation] = bad.map { .badStartsPrice($0) }
        if !actual.objective.isClose(to: proof.objective) {
            found.append(.startsValueWrong(stated: proof.objective, actual: actual.objective))
        }
        if !actual.bound.isClose(to: proof.bound) {
            found.append(.startsBoundWrong(stated: proof.bound, actual: actual.bound))
        }
        if Double(proof.objective.minorUnits - proof.bound.minorUnits) > rounding(of: proof.bound) {
            found.append(.startsBoundBelow)
        }
        if !(0...bound.combinations).contains(proof.planned) {
            found.append(.startsPlannedWrong(proof.planned, of: bound.combinations))
        }
        if plan.certificate.status == .optimal, !proof.isProven(of: bound.combinations, plan.style) {
            found.append(.statusWrong(stated: plan.certificate.status, gap: proof.gap))
        }
        return found
    }
}
