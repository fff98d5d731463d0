// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing
public import Verification

/// How two plan files differ, as they stand: no scenario is needed, and what they state is not checked.
///
/// Certificates are left out: two searches may prove the same plan in two ways.
public struct PlanFileDifference: Sendable, Equatable {
    /// A figure that is not the same in both; nil where a file does not state it.
    public struct Figure: Sendable, Equatable {
        public let name: String
        public let before: Double?
        public let after: Double?
    }

    /// The name of the first plan's scenario.
    public let scenarioBefore: String
    public let scenarioAfter: String
    /// Whether both were made from the same input, to the last word.
    public let isOfSameInput: Bool
    public let currency: Currency
    public let figures: [Figure]
    public let plan: PlanDifference

    /// - Throws: ``ComparisonError/currencies(label:_:base:)`` where sums of money cannot be set side by side.
    public init(from before: StatedPlan, to after: StatedPlan) throws(ComparisonError) {
        guard before.header.currency == after.header.currency else {
            throw .currencies(label: after.plan.scenario, after.header.currency, base: before.header.currency)
        }
        scenarioBefore = before.plan.scenario
        scenarioAfter = after.plan.scenario
        isOfSameInput = before.plan.digest == after.plan.digest
        currency = before.header.currency
        let extra = Set(before.summary.keys).union(after.summary.keys).subtracting(Figures.summaryNames)
        figures = (Figures.summaryNames + extra.sorted()).compactMap { name in
            let figure = Figure(name: name, before: before.summary[name], after: after.summary[name])
            return figure.before == figure.after ? nil : figure
        }
        plan = PlanDifference(from: before.plan, to: after.plan)
    }

    /// Whether the files say the same of bookings, unmet hours and figures.
    public var isEmpty: Bool { figures.isEmpty && plan.isEmpty }
}
