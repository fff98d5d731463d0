// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What a contract still holds, and what was earned and invoiced of it; in the contract's currency, by the end of a month.
public struct ContractStanding: Sendable, Equatable {
    public let contract: Identifier<ClientContract>
    public let name: String
    public let client: Identifier<Client>
    public let currency: Currency
    /// What was agreed by then, amendments included; nil for work by the hour without a cap and for what has no end.
    public let value: Money?
    /// Revenue, of open months as it would be recognised now.
    public let earned: Money
    /// Of that, from open months.
    public let preliminary: Money
    /// Before tax, less credit notes.
    public let invoiced: Money

    /// Agreed and not earned; nil where there is no agreed value.
    public var backlog: Money? { value.map { max(.zero, $0 - earned) } }
    /// Earned and not invoiced.
    public var workInProgress: Money { max(.zero, earned - invoiced) }
    /// Invoiced and not earned.
    public var deferred: Money { max(.zero, invoiced - earned) }
}

extension Controlling {
    /// Each contract as it stood at the end of a month, in the order of the files.
    public func standings(through month: Month) throws(MissingRate) -> [ContractStanding] {
        let last = month.days.last
        var earned: [Identifier<ClientContract>: (sum: Money, preliminary: Money)] = [:]
        for item in try accounts.revenue(through: month) where item.entry.kind == .revenue {
            earned[item.entry.contract, default: (.zero, .zero)].sum += item.entry.amount
            if item.isPreliminary {
                earned[item.entry.contract, default: (.zero, .zero)].preliminary += item.entry.amount
            }
        }
        var invoiced: [Identifier<ClientContract>: Money] = [:]
        for invoice in accounts.invoices where invoice.issued <= last {
            invoiced[invoice.contract, default: .zero] += invoice.totals.net
        }
        return books.contracts.filter { ($0.signed ?? last) <= last }.map { contract in
            let sums = earned[contract.id] ?? (.zero, .zero)
            return ContractStanding(
                contract: contract.id, name: contract.name, client: contract.client, currency: contract.currency,
                value: contract.asOf(last).value, earned: sums.sum, preliminary: sums.preliminary,
                invoiced: invoiced[contract.id] ?? .zero)
        }
    }
}

extension ClientContract {
    /// All that was agreed to be paid, expenses aside; nil where a part is open: by the hour without a cap, or without end.
    public var value: Money? {
        var sum = Money.zero
        for part in parts {
            switch part.terms {
            case .fixedFee(let terms): sum += terms.price
            case .timeAndMaterials(let terms):
                guard let cap = terms.cap else { return nil }
                sum += cap
            case .retainer(let terms):
                guard let last = terms.days.last else { return nil }
                sum += periods(of: part, beginningThrough: last).reduce(.zero) { $0 + $1.fee }
            case .subscription(let terms):
                guard let last = terms.days.last else { return nil }
                sum += periods(of: part, beginningThrough: last).reduce(.zero) { $0 + $1.fee }
            }
        }
        return sum
    }
}
