// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing
public import Verification

/// What could be invoiced, contract by contract, or what has just been.
public struct ProposalReport {
    private let proposals: [InvoiceProposal]
    private let firm: Firm
    private let books: Books
    /// The numbers that they got, where they were issued.
    private let numbers: [InvoiceNumber]

    public init(_ proposals: [InvoiceProposal], issued numbers: [InvoiceNumber] = [], in firm: Firm, _ books: Books) {
        self.proposals = proposals
        self.numbers = numbers
        self.firm = firm
        self.books = books
    }

    public func text(_ style: Style) -> String {
        guard !proposals.isEmpty else { return "Nothing is to be invoiced.\n" }
        return proposals.indices.map { section($0, style).joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func section(_ index: Int, _ style: Style) -> [String] {
        let proposal = proposals[index]
        let number = index < numbers.count ? "\(numbers[index])  " : ""
        let contract = books.contract(proposal.contract)?.name ?? proposal.contract.text
        let client = firm.clients.first { $0.id == proposal.client }?.name ?? proposal.client.text
        let order = proposal.purchaseOrder.map { ", order \($0)" } ?? ""
        return [
            style.heading("\(number)\(contract) · \(client)".printable.cut(to: style.width)),
            style.paint(
                "through \(proposal.through), due in \(proposal.dueDays) days, in \(proposal.currency.code)\(order)"
                    .printable.cut(to: style.width), .quiet),
        ] + (proposal.lines.isEmpty ? ["  Nothing is to be invoiced."] : proposal.lines.table(proposal.currency, style))
            + proposal.notes.flatMap { note in
                note.words(in: proposal.currency).printable.wrapped(to: style.width - 4).enumerated().map {
                    index, line in
                    "  " + style.paint(index == 0 ? "! " : "  ", .warning) + line
                }
            }
    }

    public func json() -> JSON {
        .array(
            proposals.indices.map { index in
                let proposal = proposals[index]
                return .object([
                    "number": index < numbers.count ? .string("\(numbers[index])") : .null,
                    "contract": .string(proposal.contract.text), "client": .string(proposal.client.text),
                    "currency": .string(proposal.currency.code), "through": .string("\(proposal.through)"),
                    "due days": .integer(proposal.dueDays),
                    "purchase order": proposal.purchaseOrder.map { .string($0) } ?? .null,
                    "lines": .array(proposal.lines.map { $0.json(proposal.currency) }),
                    "totals": proposal.totals.json(proposal.currency),
                    "notes": .array(proposal.notes.map { .string($0.words(in: proposal.currency)) }),
                ])
            })
    }
}

extension [InvoiceLine] {
    /// Lines, then what they come to, tax by tax.
    func table(_ currency: Currency, _ style: Style) -> [String] {
        var table = TextTable([
            .text("", .wrap(floor: 24)), .number("quantity"), .number("price"), .number("less"), .number("amount"),
        ])
        for line in self {
            table.add([
                .init(line.text), .init(line.quantityWords),
                .init(line.unit == .hours ? line.price.map { Numbers.exact($0, in: currency) } ?? "" : ""),
                .init(line.discount == .zero ? "" : Numbers.exact(line.discount, in: currency)),
                .init(Numbers.exact(line.amount, in: currency)),
            ])
        }
        let totals = InvoiceTotals(of: self)
        table.add([.init("net", .quiet), "", "", "", .init(Numbers.exact(totals.net, in: currency))])
        for group in totals.groups {
            let words = "\(group.tax.words) on \(Numbers.exact(group.taxable, in: currency))"
            table.add([.init(words, .quiet), "", "", "", .init(Numbers.exact(group.amount, in: currency))])
        }
        table.add([
            .init("to pay", .strong), "", "", "", .init(Numbers.exact(totals.gross, in: currency), .strong),
        ])
        return table.lines(style)
    }
}

extension InvoiceLine {
    func json(_ currency: Currency) -> JSON {
        .object([
            "text": .string(text), "part": part.map { .string($0.text) } ?? .null,
            "project": project.map { .string($0.text) } ?? .null, "unit": .string(unit.rawValue),
            "quantity": .number(unit == .hours ? Hours(seconds: quantity).decimal : "\(quantity)"),
            "price": price.map { .number($0.decimal(in: currency)) } ?? .null,
            "discount": .number(discount.decimal(in: currency)), "amount": .number(amount.decimal(in: currency)),
            "tax": .object(["category": .string(tax.category.rawValue), "percent": .number(tax.rate.percent)]),
            "sources": .array(
                sources.map {
                    .object([
                        "kind": .string($0.source.code.kind), "of": .string($0.source.code.of),
                        "amount": .number($0.amount.decimal(in: currency)),
                    ])
                }),
        ])
    }
}

extension InvoiceTotals {
    func json(_ currency: Currency) -> JSON {
        .object([
            "net": .number(net.decimal(in: currency)), "tax": .number(tax.decimal(in: currency)),
            "gross": .number(gross.decimal(in: currency)),
            "taxes": .array(
                groups.map {
                    .object([
                        "category": .string($0.tax.category.rawValue), "percent": .number($0.tax.rate.percent),
                        "taxable": .number($0.taxable.decimal(in: currency)),
                        "amount": .number($0.amount.decimal(in: currency)),
                    ])
                }),
        ])
    }
}

extension Share {
    /// `23`, `7.5`: a number of per cent for programs.
    var percent: String { String(Numbers.percent(self).dropLast(2)) }
}

extension BillingNote {
    /// What is left out, and what to do.
    public func words(in currency: Currency) -> String {
        func money(_ amount: Money) -> String { "\(Numbers.exact(amount, in: currency)) \(currency.code)" }
        switch self {
        case .noRate(let person, let hours):
            return "\(Numbers.clock(hours)) h of \(person) have no rate in \(currency.code); agree one under `rates`"
        case .beyondCap(let part, let hours, let amount):
            return "\(Numbers.clock(hours)) h, about \(money(amount)), are beyond the cap of \(part): raise it by an "
                + "amendment, or write them off"
        case .expensesBeyondCap(let amount): return "\(money(amount)) of expenses are beyond what the client pays"
        case .uncovered(let project, let hours):
            return "\(Numbers.clock(hours)) h on \(project) belong to no part of the contract"
        case .beyondOrder(let number, let amount):
            return "\(money(amount)) are beyond the limit of order \(number); it cannot be issued before that is raised"
        case .noExchangeRate(let currency, let day):
            return "no rate of \(currency.code) is known for \(day); `muster exchange add` records one"
        }
    }
}
