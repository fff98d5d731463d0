// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What a part of a contract has earned on a project by the end of a month, by all that is known then.
public struct EarnedToDate: Sendable, Equatable {
    public let contract: Identifier<ClientContract>
    public let part: Identifier<ContractPart>
    /// Nil where the contract is for several and the work tells none.
    public let project: Identifier<Project>?
    public let kind: Recognition.Kind
    /// In the contract's currency.
    public let amount: Money
}

extension Accounts {
    /// Revenue that counts in a month: what was earned by its end, less what was recognised before. So whatever
    /// becomes known later (late time, a new estimate, an amendment) counts in the month in which it became known, and no
    /// figure of a closed month moves.
    ///
    /// - Returns: without what is nothing, in the order of contracts, parts and projects; numbered from 1.
    /// - Throws: ``MissingRate`` where a contract is in a currency of which no rate is known.
    public func recognitions(closing month: Month) throws(MissingRate) -> [Recognition] {
        let last = month.days.last
        var before: [RecognitionKey: (amount: Money, home: Money)] = [:]
        for entry in recognitions {
            let key = RecognitionKey(entry.contract, entry.part, entry.project, entry.kind)
            before[key, default: (.zero, .zero)].amount += entry.amount
            before[key, default: (.zero, .zero)].home += entry.home
        }
        var result: [Recognition] = []
        func add(_ key: RecognitionKey, _ amount: Money, _ currency: Currency) throws(MissingRate) {
            guard amount != .zero else { return }
            guard let home = rates.home(amount, in: currency, on: last) else { throw MissingRate(currency, last) }
            result.append(
                Recognition(
                    number: EntryNumber(result.count + 1), contract: key.contract, part: key.part,
                    project: key.project, month: month, kind: key.kind, amount: amount, home: home))
        }
        for item in asOf(month).earned(through: month) {
            let key = RecognitionKey(item.contract, item.part, item.project, item.kind)
            guard let contract = books.contract(item.contract) else { continue }
            try add(key, item.amount - (before.removeValue(forKey: key)?.amount ?? .zero), contract.currency)
        }
        // What was recognised for a key that earns nothing any more.
        for (key, sums) in before.sorted(by: { $0.key.precedes($1.key) }) {
            guard let contract = books.contract(key.contract) else { continue }
            try add(key, -sums.amount, contract.currency)
        }
        return result
    }

    /// What each part of each contract has earned by the end of a month.
    public func earned(through month: Month) -> [EarnedToDate] {
        let pricing = Pricing(firm: firm, books: books)
        let history = BillingHistory(of: self)
        return work(pricing).flatMap { work in
            Earning(self, pricing, history, work, through: month).all
        }
    }
}

/// No rate of a currency is known on a day.
public struct MissingRate: Error, Hashable, Sendable {
    public let currency: Currency
    public let day: Day

    init(_ currency: Currency, _ day: Day) {
        self.currency = currency
        self.day = day
    }
}

private struct RecognitionKey: Hashable {
    let contract: Identifier<ClientContract>
    let part: Identifier<ContractPart>
    let project: Identifier<Project>?
    let kind: Recognition.Kind

    init(
        _ contract: Identifier<ClientContract>, _ part: Identifier<ContractPart>, _ project: Identifier<Project>?,
        _ kind: Recognition.Kind
    ) {
        self.contract = contract
        self.part = part
        self.project = project
        self.kind = kind
    }

    func precedes(_ other: RecognitionKey) -> Bool {
        (contract.text, part.text, project?.text ?? "", kind.rawValue) < (
            other.contract.text, other.part.text, other.project?.text ?? "", other.kind.rawValue
        )
    }
}
