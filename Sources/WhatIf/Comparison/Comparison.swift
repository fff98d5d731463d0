// SPDX-License-Identifier: GPL-3.0-or-later

public import Changes
public import LinearProgramming
import Matching
public import Outlook
public import Planning
public import Staffing
public import Verification

/// Plans of several scenarios side by side, each against the first.
public struct Comparison: Sendable {
    /// A scenario with its plan and what follows from it.
    public struct Case: Sendable {
        /// A short word for the scenario: at the head of its column.
        public let label: String
        public let planned: PlannedFirm
        public let totals: Totals
        public let alerts: [Alert]
        public let deliveries: [Delivery]

        public var firm: Firm { planned.situation.firm }
    }

    /// Another scenario, and what it changes.
    public struct Variant: Sendable {
        public let result: Case
        public let difference: PlanDifference
        public let turnover: Turnover
        /// Alerts that the base does not have.
        public let newAlerts: [Alert]
        /// Alerts of the base that this one does not have.
        public let goneAlerts: [Alert]
        /// What each of its changes brings, where that was asked for.
        public var attribution: Attribution?
        /// What it is worth with no more than so much moved, where that was asked for.
        public var frontier: Frontier?
    }

    public let basis: Figures.Basis
    public let base: Case
    public var variants: [Variant]

    public var cases: [Case] { [base] + variants.map(\.result) }
}

/// A scenario that takes part in a comparison.
public struct Contender: Sendable {
    public let label: String
    public let firm: Firm

    public init(_ label: String, _ firm: Firm) {
        self.label = label
        self.firm = firm
    }
}

/// Why scenarios cannot be compared.
public enum ComparisonError: Error, Equatable {
    case currencies(label: String, Currency, base: Currency)
}

/// Plans the base, and each other scenario starting from the base's plan, and sets them side by side.
///
/// ```swift
/// let comparison = try compare(Contender("base", firm), with: [Contender("slip", slipped)], .weighted)
/// print(comparison.variants[0].result.totals.margin)
/// ```
/// - Parameters:
///   - style: bookable plans are searched for, each from the base's, and differ by what the search misses as well.
///   - onCase: told of each scenario as its plan begins.
///   - onProgress: told how far each plan has come.
/// - Throws: ``ComparisonError`` before any plan is made; what `makePlan` throws.
public func compare(
    _ base: Contender, with others: [Contender], _ basis: Figures.Basis, style: Plan.Style = .fractional,
    options: Options = Options(),
    onCase: (Contender) -> Void = { _ in }, onProgress: ProgressReceiver? = nil
) throws -> Comparison {
    for other in others where other.firm.currency != base.firm.currency {
        throw ComparisonError.currencies(label: other.label, other.firm.currency, base: base.firm.currency)
    }
    onCase(base)
    let first = Comparison.Case(
        base.label, try makePlan(for: base.firm, style: style, with: options, onProgress: onProgress), basis)
    let variants = try others.map { other in
        onCase(other)
        let planned = try makePlan(
            for: other.firm, style: style, with: options, from: first.planned, onProgress: onProgress)
        return Comparison.Variant(Comparison.Case(other.label, planned, basis), against: first)
    }
    return Comparison(basis: basis, base: first, variants: variants)
}

extension Comparison {
    /// Splits the difference of each variant over its changes.
    ///
    /// - Parameter changes: of each variant, those that lead from the base's firm to its own; nil leaves it out.
    public mutating func attribute(_ changes: [[any Change]?], options: Options = Options()) throws {
        for (index, changes) in changes.enumerated() {
            guard let changes, !changes.isEmpty else { continue }
            variants[index].attribution = try Attribution(
                of: changes, from: base, to: variants[index].result, basis, options: options)
        }
    }
}

extension Comparison.Case {
    init(_ label: String, _ planned: PlannedFirm, _ basis: Figures.Basis) {
        self.init(
            label: label, planned: planned, totals: Totals(of: planned, basis), alerts: Outlook.alerts(for: planned),
            deliveries: Delivery.all(in: planned))
    }
}

extension Comparison.Variant {
    init(_ result: Comparison.Case, against base: Comparison.Case) {
        let difference = PlanDifference(from: base.planned.plan, to: result.planned.plan)
        self.init(
            result: result, difference: difference, turnover: Turnover(difference),
            newAlerts: result.alerts.without(base.alerts), goneAlerts: base.alerts.without(result.alerts))
    }
}

extension ComparisonError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .currencies(let label, let currency, let base):
            "'\(label)' is in \(currency.code) and the first scenario in \(base.code); compare scenarios of one currency"
        }
    }
}
