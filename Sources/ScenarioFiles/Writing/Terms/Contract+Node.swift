// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

extension Firm {
    /// The projects with the budgets that they had before all amendments; nil where changes have made a budget smaller
    /// than what its amendments bring.
    func withoutAmendedBudgets(_ books: Books) -> [Project]? {
        var added: [Identifier<Project>: Money] = [:]
        for amendment in books.contracts.flatMap(\.amendments) {
            if let project = amendment.project { added[project, default: .zero] += amendment.budget }
        }
        var projects = projects
        for index in projects.indices {
            guard let sum = added[projects[index].id], sum != .zero else { continue }
            guard let budget = projects[index].budget, budget >= sum else { return nil }
            projects[index].budget = budget - sum
        }
        return projects
    }
}

extension Books {
    /// With amendments that leave budgets as they are.
    var withoutBudgets: Books {
        var books = self
        for contract in books.contracts.indices {
            for amendment in books.contracts[contract].amendments.indices {
                books.contracts[contract].amendments[amendment].budget = .zero
            }
        }
        return books
    }
}

extension ClientContract {
    func node(in firm: Firm, _ books: Books) -> Node {
        typealias Format = ClientContractFormat
        var record = Record(in: currency)
        let project = projects.count == 1 ? firm.projects.first { $0.id == projects[0] } : nil
        if name != project?.name ?? id.text { record.set(Format.name, name) }
        let usual = projects.lazy.compactMap { id in firm.projects.first { $0.id == id }?.client }.first
        if usual != client { record.set(Format.client, client) }
        if projects.map(\.text) != [id.text] { record.set(Format.projects, projects.map(\.text)) }
        if currency != books.account(of: client)?.currency ?? firm.currency {
            record.set(Format.currency, currency.code)
        }
        record.set(Format.signed, signed)
        if parts.count == 1, parts[0].id.text == id.text, parts[0].name == name, parts[0].phases.isEmpty {
            parts[0].write(into: &record)
        } else {
            record.set(Format.parts, parts.map { ($0.id.text, $0.node(in: currency)) })
        }
        record.set(Format.expenses, expenses.node(in: currency))
        record.set(Format.tax, tax?.text)
        record.set(Format.due, dueDays.map(daysText))
        record.set(Format.order, purchaseOrder?.node(in: currency))
        record.set(Format.amendments, amendments.map { ($0.id.text, $0.node(of: self, in: firm.currency)) })
        return record.node
    }
}

extension ExpenseTerms {
    fileprivate func node(in currency: Currency) -> Node? {
        guard billable else { return .written("none") }
        var record = Record(in: currency)
        if markUp != .zero { record.set(ExpenseFormat.markUp, markUp.text) }
        record.set(ExpenseFormat.cap, cap?.text(in: currency))
        return record.nodeIfAny
    }
}

extension PurchaseOrder {
    fileprivate func node(in currency: Currency) -> Node {
        var record = Record(in: currency)
        record.set(OrderFormat.number, number)
        record.set(OrderFormat.limit, limit?.text(in: currency))
        return record.node
    }
}

extension Amendment {
    fileprivate func node(of contract: ClientContract, in home: Currency) -> Node {
        typealias Format = AmendmentFormat
        let own = contract.currency
        let terms = contract.parts.first { $0.id == part }?.terms
        var record = Record(in: own)
        record.set(Format.day, day)
        if name != id.text { record.set(Format.name, name) }
        if contract.parts.count > 1 { record.set(Format.part, part) }
        if contract.projects.count > 1 || budget == .zero && lines.isEmpty { record.set(Format.project, project) }
        if price != .zero { record.set(Format.price, price.text(in: own)) }
        if budget != .zero { record.set(Format.budget, budget.text(in: home)) }
        record.set(TermsFormat.instalments, milestones.declarations(in: own))
        record.set(TermsFormat.schedule, schedule.map { $0.text(in: own) })
        record.set(rates)
        record.set(
            Format.fee, fee.flatMap { fee in terms?.every.map { "\(fee.text(in: own))/\($0.word)" } })
        if orderLimit != .zero { record.set(Format.order, orderLimit.text(in: own)) }
        record.set(Format.needs, lines.map(\.line.text))
        return record.node
    }
}
