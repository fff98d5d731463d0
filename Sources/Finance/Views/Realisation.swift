// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// How much of what was worked came onto invoices. Two figures have that name; both are given.
public struct RealisationFigures: Summable, Equatable {
    /// Approved billable hours of work that is sold by the hour.
    public var recorded = Hours.zero
    /// Hours on invoices, less those on credit notes.
    public var billed = Hours.zero
    /// All approved billable work at the rates that are agreed.
    public var worth = Money.zero
    /// Before tax, less credit notes, expenses aside.
    public var invoiced = Money.zero
    /// Billable hours without a rate, which are not in their worth.
    public var unpriced = Hours.zero

    public init() {}

    public var byHours: Share? { Share.ratio(billed, recorded) }
    public var byValue: Share? { Share.ratio(invoiced, worth) }

    public static func += (left: inout RealisationFigures, right: RealisationFigures) {
        left.recorded += right.recorded
        left.billed += right.billed
        left.worth += right.worth
        left.invoiced += right.invoiced
        left.unpriced += right.unpriced
    }
}

extension Controlling {
    /// What was invoiced in some months against what was worked in them.
    /// - Parameter grouping: project, client, portfolio or month: invoices are of projects, not of people.
    public func realisation(
        by grouping: ReportGrouping, _ months: ClosedRange<Month>
    ) throws(MissingRate) -> Grouped<RealisationFigures> {
        var sums = Summing<RealisationFigures>(grouping, self)
        for work in worked where work.billable && months.contains(work.month) {
            guard let contract = pricing.contract(of: work.project) else { continue }
            var figures = RealisationFigures()
            if let worth = try worth(of: work) { figures.worth = worth } else { figures.unpriced = work.total }
            if isHourly(pricing.part(of: contract, covering: work.line, of: work.project)) {
                figures.recorded = work.total
            }
            sums.add(figures, at: Place(project: work.project, contract: contract.id, month: work.month))
        }
        for invoice in accounts.invoices where months.contains(Month(of: invoice.issued)) {
            for line in invoice.lines where !line.isExpense {
                var figures = RealisationFigures()
                figures.invoiced = try home(line.amount, invoice.currency, invoice.issued)
                if line.unit == .hours { figures.billed = Hours(seconds: line.quantity) }
                let place = Place(
                    project: line.project ?? onlyProject(of: invoice.contract), contract: invoice.contract,
                    month: Month(of: invoice.issued))
                sums.add(figures, at: place)
            }
        }
        return sums.grouped
    }

    private func isHourly(_ part: ContractPart?) -> Bool {
        if case .timeAndMaterials? = part?.terms { true } else { false }
    }
}
