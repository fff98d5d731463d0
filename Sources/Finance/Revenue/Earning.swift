// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// What one contract has earned by the end of a month, by the method of each part.
struct Earning {
    private let accounts: Accounts
    private let pricing: Pricing
    private let work: ContractWork
    private let billing: Billing
    private let month: Month

    /// - Parameter accounts: as they were known at the end of the month.
    init(
        _ accounts: Accounts, _ pricing: Pricing, _ history: BillingHistory, _ work: ContractWork, through month: Month
    ) {
        self.accounts = accounts
        self.pricing = pricing
        self.work = work
        self.month = month
        billing = Billing(accounts, pricing, history, work, through: month.days.last)
    }

    private var contract: ClientContract { billing.contract }
    private var last: Day { month.days.last }

    var all: [EarnedToDate] {
        contract.parts.enumerated().flatMap { index, part in
            var items = revenue(of: part, work.time[index])
            if part.id == contract.parts.first(where: \.phases.isEmpty)?.id ?? contract.parts.first?.id {
                items = merged(items + lines(billing.expenses().lines, invoicedLines { $0.isExpense }))
            }
            return items.filter { $0.value != .zero }.map { entry(part, .revenue, $0.key, $0.value) }
                + losses(of: part)
        }
    }

    /// By project, in an order of its own.
    private typealias Amounts = [(key: Identifier<Project>?, value: Money)]

    private func revenue(of part: ContractPart, _ entries: [TimeEntry]) -> Amounts {
        switch part.recognition {
        case .asDelivered: delivered(part, entries)
        case .percentageOfCompletion: shared(part, price(of: part).times(completion(of: part).share))
        case .milestone: shared(part, reached(part))
        case .straightLine: shared(part, evenly(part) + beyond(part, entries))
        }
    }

    /// What was invoiced for the part, and what could be: work at its prices, up to the cap or the price.
    private func delivered(_ part: ContractPart, _ entries: [TimeEntry]) -> Amounts {
        let invoiced = invoicedLines { $0.part == part.id && !$0.isExpense }
        switch part.terms {
        case .timeAndMaterials(let terms): return lines(billing.hourly(part, terms, entries).lines, invoiced)
        case .fixedFee(let terms):
            // Instalments say nothing of the work: it is priced as if none had been invoiced, up to the price.
            let worked = TimeAndMaterials(cap: terms.price)
            return lines(billing.forgettingInvoices.hourly(part, worked, entries).lines, [])
        case .retainer, .subscription: return shared(part, evenly(part) + beyond(part, entries))
        }
    }

    private func invoicedLines(_ belongs: (InvoiceLine) -> Bool) -> [InvoiceLine] {
        accounts.invoices.filter { $0.contract == contract.id }.flatMap { $0.lines.filter(belongs) }
    }

    private func lines(_ proposed: [InvoiceLine], _ invoiced: [InvoiceLine]) -> Amounts {
        merged((invoiced + proposed).map { ($0.project ?? onlyProject, $0.amount) })
    }

    private func merged(_ items: Amounts) -> Amounts {
        var result: Amounts = []
        for item in items {
            if let index = result.firstIndex(where: { $0.key == item.key }) {
                result[index].value += item.value
            } else {
                result.append(item)
            }
        }
        return result
    }

    private var onlyProject: Identifier<Project>? { contract.projects.count == 1 ? contract.projects[0] : nil }

    /// An amount by project: in proportion to what its work has cost so far.
    private func shared(_ part: ContractPart, _ amount: Money) -> Amounts {
        guard contract.projects.count > 1 else { return [(onlyProject, amount)] }
        let index = contract.parts.firstIndex { $0.id == part.id } ?? 0
        let costs = contract.projects.map { project in
            work.time[index].filter { $0.project == project }.reduce(0) { sum, entry in
                sum + pricing.cost(of: entry.person, on: entry.day).amount(for: entry.hours).minorUnits
            }
        }
        return zip(contract.projects, amount.shared(by: costs.map { max(0, $0) })).map { ($0, $1) }
    }

    private func completion(of part: ContractPart) -> Completion {
        Completion(of: part, contract, accounts, pricing, work, through: last)
    }

    /// What the part is sold for in all; of what has no price, what was earned by the hour or by the period.
    private func price(of part: ContractPart) -> Money {
        switch part.terms {
        case .fixedFee(let terms): terms.price
        case .timeAndMaterials(let terms): terms.cap ?? .zero
        case .retainer(let terms): periods(part, through: terms.days.last)
        case .subscription(let terms): periods(part, through: terms.days.last)
        }
    }

    private func periods(_ part: ContractPart, through day: Day?) -> Money {
        contract.periods(of: part, beginningThrough: day ?? last).reduce(.zero) { $0 + $1.fee }
    }

    private func reached(_ part: ContractPart) -> Money {
        guard case .fixedFee(let terms) = part.terms else { return .zero }
        switch terms.billing {
        case .milestones(let instalments):
            let names = Set(
                accounts.milestones.filter { $0.contract == contract.id && $0.part == part.id && $0.day <= last }
                    .map(\.name))
            return instalments.filter { names.contains($0.name) }.reduce(.zero) { $0 + $1.amount }
        case .schedule(let instalments):
            return instalments.filter { $0.day <= last }.reduce(.zero) { $0 + $1.amount }
        case .percentComplete: return terms.price.times(completion(of: part).share)
        }
    }

    /// Fees by the days of their periods that are over; a price by those of the projects.
    private func evenly(_ part: ContractPart) -> Money {
        switch part.terms {
        case .retainer, .subscription:
            return contract.periods(of: part, beginningThrough: last).reduce(.zero) { sum, period in
                let done = min(last, period.days.last) - period.days.first + 1
                return sum + period.fee.times(done, over: period.days.dayCount)
            }
        case .fixedFee(let terms): return overProjects(terms.price)
        case .timeAndMaterials(let terms): return overProjects(terms.cap ?? .zero)
        }
    }

    private func overProjects(_ price: Money) -> Money {
        let days = contract.projects.compactMap { id in accounts.firm.projects.first { $0.id == id } }
            .map { $0.days(within: accounts.firm.horizon) }
        guard let first = days.map(\.first).min(), let end = days.map(\.last).max() else { return .zero }
        let done = min(last, end) - first + 1
        return done <= 0 ? .zero : price.times(done, over: end - first + 1)
    }

    /// Hours beyond those of a retainer, of periods that are over.
    private func beyond(_ part: ContractPart, _ entries: [TimeEntry]) -> Money {
        guard case .retainer(let terms) = part.terms else { return .zero }
        return billing.forgettingInvoices.retainer(part, terms, entries).lines.reduce(.zero) { sum, line in
            guard case .overage? = line.sources.first?.source else { return sum }
            return sum + line.amount
        }
    }

    /// What is expected to be lost on the whole and is not yet in what was earned and spent: at once, when it becomes
    /// known.
    private func losses(of part: ContractPart) -> [EarnedToDate] {
        guard case .percentageOfCompletion = part.recognition else { return [] }
        let completion = completion(of: part)
        let total = completion.costToDate + completion.costToComplete
        guard let cost = accounts.rates.convert(total, accounts.firm.currency, contract.currency, on: last),
            cost > price(of: part)
        else { return [] }
        let loss = (price(of: part) - cost).times(.whole - completion.share)
        return shared(part, loss).filter { $0.value != .zero }.map { entry(part, .expectedLoss, $0.key, $0.value) }
    }

    private func entry(
        _ part: ContractPart, _ kind: Recognition.Kind, _ project: Identifier<Project>?, _ amount: Money
    ) -> EarnedToDate {
        EarnedToDate(contract: contract.id, part: part.id, project: project, kind: kind, amount: amount)
    }
}
