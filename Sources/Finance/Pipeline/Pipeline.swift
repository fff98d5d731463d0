// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// The deals that are still open, in the firm's currency: what they may bring, and by how much it is to be expected.
public struct Pipeline: Sendable, Equatable {
    public struct Deal: Sendable, Equatable {
        public let opportunity: Opportunity
        /// Nil where no rate of its currency is known.
        public let value: Money?

        /// The value in the firm's currency times the chance, rounded once.
        public var weighted: Money? { value?.times(opportunity.chance) }
    }

    /// Deals with a value in the firm's currency, added up.
    public struct Sum: Sendable, Equatable {
        public private(set) var count = 0
        public private(set) var value = Money.zero
        public private(set) var weighted = Money.zero

        init(of deals: [Deal]) {
            for deal in deals {
                guard let value = deal.value, let weighted = deal.weighted else { continue }
                count += 1
                self.value += value
                self.weighted += weighted
            }
        }
    }

    public struct MonthSum: Sendable, Equatable {
        /// Of the expected decision; nil for deals that name no day.
        public let month: Month?
        public let sum: Sum
    }

    public struct StageSum: Sendable, Equatable {
        public let stage: Opportunity.Stage
        public let sum: Sum
    }

    /// By the day of their decision, those without one last, and then as they were entered.
    public let deals: [Deal]
    /// Of deals that are in no sum.
    public let unknown: [Currency]

    /// - Parameter day: whose exchange rates count.
    public init(of opportunities: [Opportunity], _ rates: ExchangeRates, on day: Day) {
        let open = opportunities.filter(\.stage.isOpen)
            .map { Deal(opportunity: $0, value: rates.home($0.value, in: $0.currency, on: day)) }
        deals = open.enumerated().sorted { left, right in
            let (first, second) = (left.element.opportunity.closes, right.element.opportunity.closes)
            if first == second { return left.offset < right.offset }
            return first.map { one in second.map { one < $0 } ?? true } ?? false
        }.map(\.element)
        var unknown: [Currency] = []
        for deal in deals where deal.value == nil && !unknown.contains(deal.opportunity.currency) {
            unknown.append(deal.opportunity.currency)
        }
        self.unknown = unknown
    }

    public var total: Sum { Sum(of: deals) }

    /// Those that have deals, in their order; deals without a day last.
    public var byMonth: [MonthSum] {
        var months: [Month?] = []
        for deal in deals {
            let month = deal.month
            if !months.contains(month) { months.append(month) }
        }
        return months.map { month in MonthSum(month: month, sum: Sum(of: deals.filter { $0.month == month })) }
    }

    /// Those that have deals, from the earliest stage on.
    public var byStage: [StageSum] {
        Opportunity.Stage.allCases.compactMap { stage in
            let those = deals.filter { $0.opportunity.stage == stage }
            return those.isEmpty ? nil : StageSum(stage: stage, sum: Sum(of: those))
        }
    }
}

extension Pipeline.Deal {
    fileprivate var month: Month? { opportunity.closes.map { Month(of: $0) } }
}
