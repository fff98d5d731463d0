// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
public import Staffing
import Verification

/// Plans that are as good as the best, or nearly, and what differs.
public struct Alternatives: Sendable {
    public struct Alternative: Sendable {
        public let plan: PlannedFirm
        public let consequence: Consequence
        /// At most so far from the best possible, proven by the bound of the best plan.
        public let gap: Double
        /// Hours of somebody on a line in a week beyond what the best plan and the alternatives before this one have there.
        public let new: Hours
    }

    /// What rounding to whole seconds may cost, as a part of the value.
    static let roundingLoss = 1e-5

    /// What was allowed, in money.
    public let allowed: Money
    /// As they were found, each as unlike those before it as can be.
    public let found: [Alternative]
    /// Whether it is proven that the staffing of no plan within the loss has an hour or more of gainful work where
    /// neither the best plan nor any of these has the same person or pool on the same line in the same week. There may
    /// still be plans with other hours at the same places: looked for, but without proof.
    public let isComplete: Bool
}

/// Looks for plans within a loss that differ as much as they can from the best plan and from each other.
///
/// The search holds the value of the staffing; cover is decided afterwards. Where that makes a plan worth less than is
/// allowed, the search is narrowed by as much, and in the end given up.
///
/// - Parameters:
///   - loss: of the value of the best staffing; zero for plans that are as good but for rounding.
///   - most: how many to look for.
public func alternatives(to base: PlannedFirm, within loss: Double = 0, atMost most: Int = 3) throws -> Alternatives {
    let best = abs(Double(base.staffing.minorUnits))
    let allowed = Money(minorUnits: Int((best * max(0, loss)).rounded()))
    let rounding = Money(minorUnits: 100 + Int(best * Alternatives.roundingLoss))
    var found: [Alternatives.Alternative] = []
    var known = [base]
    var isComplete = false
    while found.count < most {
        let first = try another(than: known, by: .places, within: allowed, rounding: rounding)
        isComplete = first.map { $0.isWidest && $0.plan.hours(newTo: known) < Hours(1) } ?? false
        var plan = first?.plan
        if plan.map({ $0.hours(newTo: known) < Hours(1) }) ?? true {
            plan = try another(than: known, by: .placesAndRoom, within: allowed, rounding: rounding)?.plan
        }
        guard let plan else { break }
        let new = plan.hours(newTo: known)
        guard new >= Hours(1) else { break }
        known.append(plan)
        found.append(
            Alternatives.Alternative(
                plan: plan, consequence: Consequence(from: base, to: plan), gap: plan.plan.certificate.gap, new: new))
    }
    return Alternatives(allowed: allowed, found: found, isComplete: isComplete)
}

/// The plan that is most unlike those known and worth no less than is allowed, and whether all that is allowed was
/// searched; nil where cover thwarts every attempt.
private func another(
    than known: [PlannedFirm], by measure: Unlikeness, within allowed: Money, rounding: Money
) throws -> (plan: PlannedFirm, isWidest: Bool)? {
    let base = known[0]
    var loss = allowed
    for attempt in 0..<4 {
        let plan = try makeAlternative(
            to: base, within: loss, unlike: Array(known.dropFirst()), by: measure, with: .single)
        let excess = base.figures.worth - plan.figures.worth - allowed - rounding
        if excess <= .zero { return (plan, attempt == 0) }
        // The plan may not be worth more than the best staffing, however much cover takes.
        guard loss > .zero else { return nil }
        loss = max(.zero, loss - excess)
    }
    return nil
}

extension PlannedFirm {
    /// The value of the staffing, as the certificate states it.
    fileprivate var staffing: Money {
        plan.certificate.stages.first { $0.name == .staffing }?.objective ?? .zero
    }
}
