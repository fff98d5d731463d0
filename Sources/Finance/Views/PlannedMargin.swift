// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What booked work was to bring, and what the months brought.
public struct MarginFigures: Summable, Equatable {
    /// Booked work at the agreed rates; of fixed prices the part that the booked work costs of all that is booked.
    public var plannedRevenue = Money.zero
    public var plannedCost = Money.zero
    public var actual = ProfitFigures()

    public init() {}

    public var plannedMargin: Money { plannedRevenue - plannedCost }
    public var plannedShare: Share? { Share.ratio(plannedMargin, plannedRevenue) }
    /// Above zero: more was made than planned.
    public var difference: Money { actual.margin - plannedMargin }

    public static func += (left: inout MarginFigures, right: MarginFigures) {
        left.plannedRevenue += right.plannedRevenue
        left.plannedCost += right.plannedCost
        left.actual += right.actual
    }
}

extension Controlling {
    /// - Parameter grouping: project, client, portfolio or month.
    public func margins(
        by grouping: ReportGrouping, _ months: ClosedRange<Month>
    ) throws(MissingRate) -> Grouped<MarginFigures> {
        var sums = Summing<MarginFigures>(grouping, self)
        let fixed = try fixedPrices
        var costs: [Identifier<Project>: Money] = [:]
        for work in accounts.booked { costs[work.line.project, default: .zero] += pricing.cost(of: work) }
        for work in accounts.booked {
            let project = work.line.project
            for (month, part) in work.byMonth where months.contains(month) {
                var figures = MarginFigures()
                figures.plannedCost = pricing.cost(of: part)
                if let price = fixed[project], let cost = costs[project], cost > .zero {
                    figures.plannedRevenue = price.times(figures.plannedCost.minorUnits, over: cost.minorUnits)
                } else {
                    figures.plannedRevenue = try worth(of: part) ?? .zero
                }
                let contract = pricing.contract(of: project)?.id
                sums.add(figures, at: Place(project: project, contract: contract, month: month))
            }
        }
        for row in try profitAndLoss(by: grouping, months).rows {
            var figures = MarginFigures()
            figures.actual = row.figures
            sums.add(figures, key: row.key)
        }
        return sums.grouped
    }

    /// The price of each project whose contract is all for one fixed fee, in the firm's currency; where it is for several
    /// projects, its part by what is booked on each.
    private var fixedPrices: [Identifier<Project>: Money] {
        get throws(MissingRate) {
            var result: [Identifier<Project>: Money] = [:]
            for contract in books.contracts {
                let agreed = contract.asOf(today)
                var price = Money.zero
                var isFixed = true
                for part in agreed.parts {
                    if case .fixedFee(let terms) = part.terms { price += terms.price } else { isFixed = false }
                }
                guard isFixed, !contract.projects.isEmpty else { continue }
                let costs = contract.projects.map { id in
                    accounts.booked.reduce(0) { $0 + ($1.line.project == id ? pricing.cost(of: $1).minorUnits : 0) }
                }
                let whole = try home(price, contract.currency, today)
                for (id, part) in zip(contract.projects, whole.shared(by: costs)) { result[id] = part }
            }
            return result
        }
    }
}

extension BookedWork {
    /// The week's work by month: of the days from Monday through Friday.
    var byMonth: [(month: Month, work: BookedWork)] {
        let first = Month(of: week.monday)
        let last = Month(of: week.monday + 4)
        guard first != last else { return [(first, self)] }
        let after = hours(after: first.days.last)
        return [(first, with(hours - after)), (last, with(after))]
    }
}
