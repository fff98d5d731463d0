// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Double entry: every transaction's postings come to nothing, in the firm's currency, to the minor unit.
public struct Journal: Sendable {
    public let currency: Currency
    /// In the order of their days; those of one day in the order: work, invoices, payments, write-offs, closing.
    public let transactions: [Transaction]

    public struct Transaction: Sendable, Equatable {
        public let day: Day
        public let text: String
        public let postings: [Posting]
    }

    /// An amount on an account; above zero is a debit.
    public struct Posting: Sendable, Equatable {
        public let account: Account
        public let amount: Money
        public let currency: Currency
        /// What it counts for in the firm's currency; the same amount where that is its own.
        public let home: Money
    }

    public enum Account: Hashable, Sendable {
        case bank
        case receivable(Identifier<Client>)
        /// Earned and not invoiced.
        case workInProgress(Identifier<ClientContract>)
        /// Invoiced and not earned.
        case deferred(Identifier<ClientContract>)
        /// Paid and on no invoice.
        case clientCredit(Identifier<Client>)
        /// Tax on what was sold, owed to the state.
        case outputTax
        /// Tax on what was bought, owed by the state.
        case inputTax
        case revenue(Identifier<ClientContract>)
        case labour(Identifier<Project>)
        /// Pay that was earned by work.
        case accruedPay
        case projectCost(Identifier<Project>)
        case payable(String)
        case badDebt
        case expectedLosses(Identifier<ClientContract>)
        case provisions(Identifier<ClientContract>)
        case exchangeDifferences
    }
}

/// An amount in a currency and what it is carried at in the firm's.
///
/// What brings it nearer to nothing takes its part of what it is carried at, so that nothing foreign leaves nothing at
/// home; the difference to the rate of the day is a gain or a loss.
struct Carried {
    private(set) var amount = Money.zero
    private(set) var home = Money.zero

    /// - Returns: what the posting counts for at home.
    mutating func post(_ change: Money, at rate: Money) -> Money {
        let isNearer = amount != .zero && (change < .zero) != (amount < .zero)
        let cleared = isNearer ? Int(min(change.minorUnits.magnitude, amount.minorUnits.magnitude)) : 0
        var result = Money.zero
        if cleared > 0 { result = (-home).times(cleared, over: Int(amount.minorUnits.magnitude)) }
        let rest = Int(change.minorUnits.magnitude) - cleared
        if rest > 0 { result += rate.times(rest, over: Int(change.minorUnits.magnitude)) }
        amount += change
        home += result
        return result
    }
}
