// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// Approved time of somebody on a line, of one month of the accounts and at one price and cost.
///
/// Each entry is rounded to the cent by itself, as it is in the journal; then they are summed.
struct Worked {
    let person: Identifier<Person>
    let project: Identifier<Project>
    let line: Identifier<DemandLine>?
    /// In which it counts.
    let month: Month
    let billable: Bool
    private let costRate: Rate
    private let price: Price?
    private(set) var hours = Hours.zero
    private(set) var cost = Money.zero
    /// At the agreed rate, in the currency of the contract.
    private var value = Money.zero

    fileprivate init(_ entry: TimeEntry, cost: Rate, price: Price?) {
        person = entry.person
        project = entry.project
        line = entry.line
        month = entry.month
        billable = entry.billable
        costRate = cost
        self.price = price
    }

    fileprivate mutating func add(_ hours: Hours) {
        self.hours += hours
        cost += costRate.amount(for: hours)
        if let price { value += price.rate.amount(for: hours) }
    }

    /// What it would be sold for by its hours, whatever the contract says on caps and prices, in the firm's currency at the
    /// rate of the month's end; nil where no rate is agreed or nobody pays for it.
    func worth(_ rates: ExchangeRates) throws(MissingRate) -> Money? {
        guard let price else { return nil }
        let day = month.days.last
        guard let home = rates.home(value, in: price.currency, on: day) else { throw MissingRate(price.currency, day) }
        return home
    }
}

/// What an hour is sold for under a contract.
struct Price {
    let rate: Rate
    let currency: Currency
}

extension Controlling {
    /// The entries of the accounts, summed up, in the order in which the first of each comes.
    func worked(where belongs: (TimeEntry) -> Bool) -> [Worked] {
        struct Key: Hashable {
            let person: Identifier<Person>
            let project: Identifier<Project>
            let line: Identifier<DemandLine>?
            let month: Int
            let billable: Bool
            let epoch: Int
        }
        let changes = rateChanges
        var positions: [Key: Int] = [:]
        var result: [Worked] = []
        for entry in accounts.time where belongs(entry) {
            let key = Key(
                person: entry.person, project: entry.project, line: entry.line, month: entry.month.number,
                billable: entry.billable, epoch: changes.count { $0 <= entry.day })
            if let position = positions[key] {
                result[position].add(entry.hours)
            } else {
                positions[key] = result.count
                var new = Worked(
                    entry, cost: pricing.cost(of: entry.person, on: entry.day), price: price(of: entry))
                new.add(entry.hours)
                result.append(new)
            }
        }
        return result
    }

    func worked(in months: ClosedRange<Month>) -> [Worked] { worked { months.contains($0.month) } }

    func price(of entry: TimeEntry) -> Price? {
        guard let contract = pricing.contract(of: entry.project),
            let part = pricing.part(of: contract, covering: entry.line, of: entry.project) ?? contract.parts.first,
            let rate = pricing.rate(of: entry, under: contract, part)
        else { return nil }
        return Price(rate: rate, currency: contract.currency)
    }

    /// All days on which the rate of something changes, ascending: between two of them each keeps its price and cost.
    private var rateChanges: [Day] {
        var days: Set<Day> = []
        func add(_ rate: Dated<Rate>) {
            for piece in rate.pieces {
                if let first = piece.first { days.insert(first) }
                if let last = piece.last { days.insert(last + 1) }
            }
        }
        for person in firm.people { add(person.cost) }
        for pool in firm.subcontractors { add(pool.cost) }
        let cards = [firm.rates] + firm.projects.map(\.rates) + books.accounts.map(\.rates)
        for entry in cards.flatMap(\.entries) { add(entry.rate) }
        for rate in firm.projects.lazy.flatMap(\.lines).compactMap(\.rate) { add(rate) }
        for contract in books.contracts {
            for amendment in contract.amendments {
                days.insert(amendment.day)
                for rate in amendment.rates { add(rate.rate) }
            }
            for part in contract.parts {
                guard case .timeAndMaterials(let terms) = part.terms else { continue }
                for rate in terms.rates { add(rate.rate) }
            }
        }
        return days.sorted()
    }
}

extension Money {
    /// What it comes to for each hour, rounded half to even; nil without hours.
    func perHour(_ hours: Hours) -> Money? {
        guard hours > .zero else { return nil }
        return Money(minorUnits: halfEven(Int128(minorUnits) * 3600, Int128(hours.seconds)))
    }
}

extension Share {
    /// A part of a whole, to a millionth, rounded half to even; nil where the whole is nothing or less.
    static func ratio(_ part: Int, _ whole: Int) -> Share? {
        whole > 0 ? Share(millionths: halfEven(Int128(part) * 1_000_000, Int128(whole))) : nil
    }

    static func ratio(_ part: Money, _ whole: Money) -> Share? { ratio(part.minorUnits, whole.minorUnits) }
    static func ratio(_ part: Hours, _ whole: Hours) -> Share? { ratio(part.seconds, whole.seconds) }
}
