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
        /// Hours that neither the best plan nor an alternative before this one has at that place.
        public let new: Hours
    }

    /// What rounding to whole seconds may cost, as a part of the value.
    static let roundingLoss = 1e-5

    /// What was allowed, in money.
    public let allowed: Money
    /// The most different first.
    public let found: [Alternative]
    /// Whether every plan within the loss has been found, but for those that mix the ones shown or differ by less than
    /// an hour: the last search came back with nothing new.
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
    while found.count < most {
        guard let plan = try another(than: known, within: allowed, rounding: rounding) else {
            return Alternatives(allowed: allowed, found: found, isComplete: false)
        }
        let new = plan.hours(newTo: known)
        guard new >= Hours(1) else { return Alternatives(allowed: allowed, found: found, isComplete: true) }
        known.append(plan)
        found.append(
            Alternatives.Alternative(
                plan: plan, consequence: Consequence(from: base, to: plan), gap: plan.plan.certificate.gap, new: new))
    }
    return Alternatives(allowed: allowed, found: found, isComplete: false)
}

/// The plan that is most unlike those known and worth no less than is allowed; nil where cover thwarts every attempt.
private func another(than known: [PlannedFirm], within allowed: Money, rounding: Money) throws -> PlannedFirm? {
    let base = known[0]
    var loss = allowed
    for _ in 0..<4 {
        let plan = try makeAlternative(to: base, within: loss, unlike: Array(known.dropFirst()), with: .single)
        let excess = base.figures.worth - plan.figures.worth - allowed - rounding
        if excess <= .zero { return plan }
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
