// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What was earned and spent, in the firm's currency.
public struct ProfitFigures: Summable, Equatable {
    public var revenue = Money.zero
    /// The part of the revenue that is of open months.
    public var preliminary = Money.zero
    /// Approved time at the cost rates of its days.
    public var labour = Money.zero
    /// Spent by people of the firm.
    public var expenses = Money.zero
    /// Invoiced by suppliers.
    public var thirdParties = Money.zero
    /// Losses that are expected on contracts, counted at once; below zero once they have come.
    public var expectedLosses = Money.zero
    /// Invoices that will not be paid.
    public var badDebt = Money.zero
    public var hours = Hours.zero

    public init() {}

    public var cost: Money { labour + expenses + thirdParties + expectedLosses + badDebt }
    public var margin: Money { revenue - cost }
    /// Of the revenue; nil without any.
    public var marginShare: Share? { Share.ratio(margin, revenue) }
    /// Revenue for each hour that was worked; nil without hours.
    public var effectiveRate: Money? { revenue.perHour(hours) }

    public static func += (left: inout ProfitFigures, right: ProfitFigures) {
        left.revenue += right.revenue
        left.preliminary += right.preliminary
        left.labour += right.labour
        left.expenses += right.expenses
        left.thirdParties += right.thirdParties
        left.expectedLosses += right.expectedLosses
        left.badDebt += right.badDebt
        left.hours += right.hours
    }
}

extension Controlling {
    /// Profit and loss of some months. Revenue belongs to people in proportion to what their billable work of the month
    /// is worth; where nobody worked, to nobody.
    public func profitAndLoss(
        by grouping: ReportGrouping, _ months: ClosedRange<Month>
    ) throws(MissingRate) -> Grouped<ProfitFigures> {
        var sums = Summing<ProfitFigures>(grouping, self)
        let needsPeople = grouping == .person || grouping == .office
        let people = needsPeople ? try PeopleShares(self, months) : nil
        for item in try accounts.revenue(months) { add(item, people, &sums) }
        for work in worked where months.contains(work.month) {
            var figures = ProfitFigures()
            figures.labour = cost(of: work)
            figures.hours = work.total
            sums.add(figures, at: Place(project: work.project, person: work.person, month: work.month))
        }
        for expense in accounts.expenses where months.contains(expense.month) {
            var figures = ProfitFigures()
            let cost = try home(expense.cost, expense.currency, expense.day)
            if expense.person == nil { figures.thirdParties = cost } else { figures.expenses = cost }
            sums.add(figures, at: Place(project: expense.project, person: expense.person, month: expense.month))
        }
        try addBadDebt(months, &sums)
        return sums.grouped
    }

    private func add(_ item: CountedRevenue, _ people: PeopleShares?, _ sums: inout Summing<ProfitFigures>) {
        let entry = item.entry
        var place = Place(project: entry.project, contract: entry.contract, month: entry.month)
        let parts = people?.parts(of: entry.home, entry, books) ?? [(nil, entry.home)]
        for (person, amount) in parts {
            var figures = ProfitFigures()
            switch entry.kind {
            case .revenue:
                figures.revenue = amount
                if item.isPreliminary { figures.preliminary = amount }
            case .expectedLoss: figures.expectedLosses = -amount
            }
            place.person = person
            sums.add(figures, at: place)
        }
    }

    private func addBadDebt(_ months: ClosedRange<Month>, _ sums: inout Summing<ProfitFigures>) throws(MissingRate) {
        let invoices = Dictionary(accounts.invoices.map { ($0.number, $0) }) { first, _ in first }
        for item in accounts.writeOffs where months.contains(Month(of: item.day)) {
            guard case .invoice(let number) = item.target, let invoice = invoices[number] else { continue }
            var figures = ProfitFigures()
            figures.badDebt = try home(item.amount, invoice.currency, item.day)
            sums.add(
                figures,
                at: Place(
                    project: onlyProject(of: invoice.contract), contract: invoice.contract, month: Month(of: item.day)))
        }
    }
}

/// Who has done what part of a project's billable work of a month, by what it is worth.
private struct PeopleShares {
    private struct Key: Hashable {
        let project: Identifier<Project>
        let month: Month
    }

    private var weights: [Key: [Identifier<Person>: Int]] = [:]

    init(_ controlling: Controlling, _ months: ClosedRange<Month>) throws(MissingRate) {
        for work in controlling.worked where work.billable && months.contains(work.month) {
            let worth = try controlling.worth(of: work)?.minorUnits ?? 0
            weights[Key(project: work.project, month: work.month), default: [:]][work.person, default: 0] += worth
        }
    }

    func parts(
        of amount: Money, _ entry: Recognition, _ books: Books
    ) -> [(Identifier<Person>?, Money)] {
        let projects = entry.project.map { [$0] } ?? books.contract(entry.contract)?.projects ?? []
        var all: [Identifier<Person>: Int] = [:]
        for project in projects {
            all.merge(weights[Key(project: project, month: entry.month)] ?? [:], uniquingKeysWith: +)
        }
        let people = all.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        guard !people.isEmpty else { return [(nil, amount)] }
        return zip(people, amount.shared(by: people.map(\.value))).map { ($0.key, $1) }
    }
}
