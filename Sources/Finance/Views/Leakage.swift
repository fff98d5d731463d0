// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Work for clients that brings nothing.
public struct LeakageFigures: Summable, Equatable {
    /// Worked beyond a cap, not invoiced, by the end of the months.
    public var beyondCap = Money.zero
    /// Time and invoices that were given up in the months.
    public var writtenOff = Money.zero
    /// What is not billable on projects that somebody pays for, at the rates that are agreed.
    public var notBillable = Money.zero
    public var notBillableHours = Hours.zero
    /// Billable hours for which no rate is agreed.
    public var unpriced = Hours.zero
    public var revenue = Money.zero

    public init() {}

    public var lost: Money { beyondCap + writtenOff + notBillable }
    /// Of the revenue.
    public var share: Share? { Share.ratio(lost, revenue) }

    public static func += (left: inout LeakageFigures, right: LeakageFigures) {
        left.beyondCap += right.beyondCap
        left.writtenOff += right.writtenOff
        left.notBillable += right.notBillable
        left.notBillableHours += right.notBillableHours
        left.unpriced += right.unpriced
        left.revenue += right.revenue
    }
}

extension Controlling {
    /// - Parameter grouping: project, client or portfolio.
    public func leakage(
        by grouping: ReportGrouping, _ months: ClosedRange<Month>
    ) throws(MissingRate) -> Grouped<LeakageFigures> {
        var sums = Summing<LeakageFigures>(grouping, self)
        for work in worked where months.contains(work.month) {
            guard let contract = pricing.contract(of: work.project) else { continue }
            var figures = LeakageFigures()
            let worth = try worth(of: work)
            if work.billable {
                if worth == nil { figures.unpriced = work.total }
            } else {
                figures.notBillable = worth ?? .zero
                figures.notBillableHours = work.total
            }
            sums.add(figures, at: Place(project: work.project, contract: contract.id, month: work.month))
        }
        try addWriteOffs(months, &sums)
        try addBeyondCaps(months.upperBound, &sums)
        for item in try accounts.revenue(months) where item.entry.kind == .revenue {
            var figures = LeakageFigures()
            figures.revenue = item.entry.home
            let place = Place(project: item.entry.project, contract: item.entry.contract, month: item.entry.month)
            sums.add(figures, at: place)
        }
        return sums.grouped
    }

    private func addWriteOffs(_ months: ClosedRange<Month>, _ sums: inout Summing<LeakageFigures>) throws(MissingRate) {
        let written = accounts.writeOffs.filter { months.contains(Month(of: $0.day)) }
        guard !written.isEmpty else { return }
        let invoices = Dictionary(accounts.invoices.map { ($0.number, $0) }) { first, _ in first }
        let entries = Dictionary(accounts.time.map { ($0.number, $0.project) }) { first, _ in first }
        for item in written {
            var figures = LeakageFigures()
            var place = Place(month: Month(of: item.day))
            switch item.target {
            case .invoice(let number):
                guard let invoice = invoices[number] else { continue }
                figures.writtenOff = try home(item.amount, invoice.currency, item.day)
                place.contract = invoice.contract
                place.project = onlyProject(of: invoice.contract)
            case .time(let number):
                guard let project = entries[number], let contract = pricing.contract(of: project) else { continue }
                figures.writtenOff = try home(item.amount, contract.currency, item.day)
                place.contract = contract.id
                place.project = project
            }
            sums.add(figures, at: place)
        }
    }

    private func addBeyondCaps(_ month: Month, _ sums: inout Summing<LeakageFigures>) throws(MissingRate) {
        let last = month.days.last
        for proposal in accounts.asOf(month).proposals(through: last) {
            for case .beyondCap(_, _, let amount) in proposal.notes {
                var figures = LeakageFigures()
                figures.beyondCap = try home(amount, proposal.currency, last)
                let place = Place(
                    project: onlyProject(of: proposal.contract), contract: proposal.contract, month: month)
                sums.add(figures, at: place)
            }
        }
    }
}
