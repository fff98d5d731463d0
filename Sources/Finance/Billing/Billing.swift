// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// Works out what can be invoiced under one contract.
struct Billing {
    let accounts: Accounts
    let pricing: Pricing
    private(set) var history: BillingHistory
    private var knowsInvoices = true
    let work: ContractWork
    /// As agreed on the last day.
    let contract: ClientContract
    let day: Day
    let tax: Tax

    init(_ accounts: Accounts, _ pricing: Pricing, _ history: BillingHistory, _ work: ContractWork, through day: Day) {
        self.accounts = accounts
        self.pricing = pricing
        self.history = history
        self.work = work
        self.day = day
        contract = work.contract.asOf(day)
        tax = pricing.tax(of: contract)
    }

    var proposal: InvoiceProposal {
        var all = Billed()
        for (index, part) in contract.parts.enumerated() {
            switch part.terms {
            case .timeAndMaterials(let terms): all = all + hourly(part, terms, work.time[index])
            case .fixedFee(let terms): all = all + fixed(part, terms)
            case .retainer(let terms): all = all + retainer(part, terms, work.time[index])
            case .subscription(let terms): all = all + fees(part, inAdvance: terms.inAdvance)
            }
        }
        all = all + expenses() + Billed(notes: uncovered)
        return InvoiceProposal(
            contract: contract.id, client: contract.client, currency: contract.currency, through: day,
            dueDays: pricing.dueDays(of: contract), purchaseOrder: contract.purchaseOrder?.number, lines: all.lines,
            notes: all.notes + beyondOrder(all.lines))
    }

    func isBilled(_ source: BillingSource) -> Bool {
        knowsInvoices && accounts.billed.contains(source, of: contract.id)
    }

    /// The same as if nothing had been invoiced yet.
    var forgettingInvoices: Billing {
        var billing = self
        billing.knowsInvoices = false
        billing.history = BillingHistory()
        return billing
    }

    /// Invoiced under a part so far, expenses aside.
    func invoiced(_ part: ContractPart) -> Money {
        history.work[BillingHistory.Key(contract: contract.id, part: part.id)] ?? .zero
    }

    /// One of something, for one source.
    func piece(_ part: ContractPart, _ text: String, _ amount: Money, _ source: BillingSource) -> InvoiceLine {
        InvoiceLine(
            part: part.id, project: contract.projects.count == 1 ? contract.projects[0] : nil, text: text,
            unit: .pieces, quantity: 1, price: amount, amount: amount, tax: tax, sources: [.init(source, amount)])
    }

    private var uncovered: [BillingNote] {
        contract.projects.compactMap { project in
            let hours = work.uncovered.filter { $0.project == project && $0.billable && $0.day <= day }
                .reduce(Hours.zero) { $0 + $1.hours }
            return hours > .zero ? .uncovered(project, hours) : nil
        }
    }

    private func beyondOrder(_ lines: [InvoiceLine]) -> [BillingNote] {
        guard let order = contract.purchaseOrder, let limit = order.limit else { return [] }
        let sum = lines.reduce(history.all[contract.id] ?? .zero) { $0 + $1.amount }
        return sum > limit && !lines.isEmpty ? [.beyondOrder(order.number, sum - limit)] : []
    }
}
