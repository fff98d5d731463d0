// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What each month will bring if everything that is booked is delivered as it is booked; in the firm's currency.
public struct MoneyForecast: Sendable {
    /// An amount of won work, and with proposed work times its chance.
    public struct Amount: Sendable, Equatable {
        public var confirmed = Money.zero
        public var weighted = Money.zero

        static func += (left: inout Amount, right: Amount) {
            left.confirmed += right.confirmed
            left.weighted += right.weighted
        }

        init(_ amount: Money = .zero, chance: Share = .whole) {
            confirmed = chance == .whole ? amount : .zero
            weighted = chance == .whole ? amount : amount.times(chance)
        }
    }

    public struct Line: Sendable, Equatable {
        public let month: Month
        /// As it will be recognised; in the current month also what is earned already and not recognised.
        public internal(set) var revenue = Amount()
        /// Before tax.
        public internal(set) var invoiced = Amount()
        /// Paid by clients, with tax.
        public internal(set) var received = Amount()
        /// Everybody's working hours of the month at their cost rates, booked or not; nothing where the payday is over.
        public internal(set) var payroll = Money.zero
        /// Booked subcontractors, in the month of their work.
        public internal(set) var subcontractors = Amount()
        public internal(set) var overheads = Money.zero
        /// Tax on invoices, in the month after theirs.
        public internal(set) var tax = Amount()

        init(_ month: Month) {
            self.month = month
        }

        public var net: Amount {
            var result = Amount()
            result.confirmed = received.confirmed - payroll - subcontractors.confirmed - overheads - tax.confirmed
            result.weighted = received.weighted - payroll - subcontractors.weighted - overheads - tax.weighted
            return result
        }
    }

    /// From the current month on.
    public let lines: [Line]
    /// Revenue by contract, in the order of the files; those that bring nothing are left out.
    public let contracts: [Contract]

    public struct Contract: Sendable, Equatable {
        public let contract: Identifier<ClientContract>
        public let name: String
        /// That it is won.
        public let chance: Share
        /// By month, in full, whatever the chance.
        public let revenue: [Money]
    }
}

extension Controlling {
    /// The months from the current one through another. What is booked is worked, approved, recognised and invoiced by
    /// the terms of each contract at the end of each month; milestones are reached when their phases end, or else their
    /// projects; invoices are paid as late as the client is used to pay.
    public func forecast(through last: Month) throws(MissingRate) -> MoneyForecast {
        var run = ForecastRun(self, through: max(last, Month(of: today)))
        try run.go()
        return run.forecast
    }

    /// How likely it is that a contract is, or will be, won: of its projects the likeliest.
    func chance(of contract: ClientContract) -> Share {
        contract.projects.map { chance(of: $0) }.max() ?? .whole
    }

    func chance(of project: Identifier<Project>) -> Share {
        switch projects[project]?.stage {
        case .won?, nil: .whole
        case .proposed(let share)?: share
        case .lost?: .zero
        }
    }
}

/// Months to come, one after the other, as they would be if all went as planned.
private struct ForecastRun {
    private let controlling: Controlling
    private let months: [Month]
    private var accounts: Accounts
    private var lines: [MoneyForecast.Line]
    private var revenue: [Identifier<ClientContract>: [Money]] = [:]
    private let chances: [Identifier<ClientContract>: Share]

    init(_ controlling: Controlling, through last: Month) {
        self.controlling = controlling
        accounts = controlling.accounts
        let first = Month(of: controlling.today)
        months = (0...first.distance(to: last)).map { first.advanced(by: $0) }
        lines = months.map(MoneyForecast.Line.init)
        chances = Dictionary(controlling.books.contracts.map { ($0.id, controlling.chance(of: $0)) }) { first, _ in
            first
        }
    }

    private var today: Day { controlling.today }
    private func chance(of contract: Identifier<ClientContract>) -> Share { chances[contract] ?? .whole }
    private func index(of month: Month) -> Int? {
        let index = months[0].distance(to: month)
        return index < months.count ? max(0, index) : nil
    }

    mutating func go() throws(MissingRate) {
        try receive(controlling.accounts.open(on: today).filter { $0.open > .zero }.map { ($0.invoice, $0.open) })
        for invoice in accounts.invoices { try owe(taxOn: invoice) }
        if accounts.closed.map({ $0 < months[0].previous }) ?? true {
            accounts = accounts.recognising(try accounts.recognitions(closing: months[0].previous))
        }
        for index in months.indices {
            try deliver(index)
            try recognise(index)
            try bill(index)
        }
        pay()
    }

    /// The work of a month, as if it were entered and approved, and its milestones.
    private mutating func deliver(_ index: Int) throws(MissingRate) {
        let last = months[index].days.last
        let before = max(today, months[index].days.first - 1)
        var number = accounts.time.last?.number.value ?? 0
        var entries: [TimeEntry] = []
        for work in accounts.booked {
            let hours = work.hours(after: before) - work.hours(after: last)
            guard hours > .zero else { continue }
            number += 1
            let day = min(work.week.monday + 4, last)
            var person: Identifier<Person>
            switch work.whose {
            case .person(let id): person = id
            case .pool(let id):
                person = Identifier(id.text)
                let chance = controlling.chance(of: work.line.project)
                let cost = controlling.pricing.cost(of: person, on: day).amount(for: hours)
                lines[index].subcontractors += MoneyForecast.Amount(cost, chance: chance)
            }
            entries.append(
                TimeEntry(
                    number: EntryNumber(number), person: person, project: work.line.project, line: work.line.line,
                    day: day, month: months[index], hours: hours, billable: controlling.isBillable(work.line)))
        }
        accounts = accounts.replacing(
            time: accounts.time + entries, milestones: accounts.milestones + reached(index))
    }

    /// Milestones that are expected in a month; those that should have been reached before, in the first one.
    private func reached(_ index: Int) -> [MilestoneReached] {
        let last = months[index].days.last
        return controlling.books.contracts.flatMap { contract in
            contract.asOf(last).parts.flatMap { part -> [MilestoneReached] in
                guard case .fixedFee(let terms) = part.terms, case .milestones(let instalments) = terms.billing else {
                    return []
                }
                return instalments.compactMap { item in
                    let isReached = accounts.milestones.contains {
                        $0.contract == contract.id && $0.part == part.id && $0.name == item.name
                    }
                    let day = expected(item.name, of: contract)
                    guard !isReached, day <= last else { return nil }
                    return MilestoneReached(
                        contract: contract.id, part: part.id, name: item.name, day: max(day, min(today + 1, last)))
                }
            }
        }
    }

    /// When the phase with that milestone ends, or else the last of the projects.
    private func expected(_ milestone: String, of contract: ClientContract) -> Day {
        let projects = contract.projects.compactMap { controlling.projects[$0] }
        for project in projects {
            for (phase, days) in zip(project.phases, project.phaseDays()) {
                if phase.milestone?.name == milestone || phase.id.text == milestone, let days { return days.last }
            }
        }
        return projects.map { $0.days(within: controlling.firm.horizon).last }.max()
            ?? controlling.firm.horizon.days.last
    }

    private mutating func recognise(_ index: Int) throws(MissingRate) {
        let month = months[index]
        if let closed = accounts.closed, month <= closed { return }
        let entries = try accounts.recognitions(closing: month)
        accounts = accounts.recognising(entries)
        for entry in entries where entry.kind == .revenue {
            lines[index].revenue += MoneyForecast.Amount(entry.home, chance: chance(of: entry.contract))
            revenue[entry.contract, default: months.map { _ in .zero }][index] += entry.home
        }
    }

    /// One invoice for each contract at the end of each month.
    private mutating func bill(_ index: Int) throws(MissingRate) {
        let last = months[index].days.last
        let invoices = accounts.proposals(through: last).filter { !$0.lines.isEmpty }.enumerated().map {
            position, item in
            Invoice(
                number: InvoiceNumber(series: "\u{7F}\(months[index])", year: months[index].year, number: position + 1),
                client: item.client, contract: item.contract, currency: item.currency, issued: last,
                due: last + item.dueDays, lines: item.lines)
        }
        accounts = accounts.replacing(invoices: accounts.invoices + invoices)
        for invoice in invoices {
            let net = try controlling.home(invoice.totals.net, invoice.currency, last)
            lines[index].invoiced += MoneyForecast.Amount(net, chance: chance(of: invoice.contract))
            try owe(taxOn: invoice)
        }
        try receive(invoices.map { ($0, $0.totals.gross) })
    }

    private mutating func receive(_ open: [(invoice: Invoice, amount: Money)]) throws(MissingRate) {
        for (invoice, amount) in open {
            let habit = controlling.books.account(of: invoice.client)?.habitDays ?? 0
            let day = max(invoice.due + habit, today)
            guard let index = index(of: Month(of: day)) else { continue }
            let home = try controlling.home(amount, invoice.currency, max(invoice.issued, today))
            lines[index].received += MoneyForecast.Amount(home, chance: chance(of: invoice.contract))
        }
    }

    private mutating func owe(taxOn invoice: Invoice) throws(MissingRate) {
        let month = Month(of: invoice.issued).next
        guard month >= months[0], let index = index(of: month) else { return }
        let tax = try controlling.home(invoice.totals.tax, invoice.currency, invoice.issued)
        lines[index].tax += MoneyForecast.Amount(tax, chance: chance(of: invoice.contract))
    }

    /// Payroll and overheads.
    private mutating func pay() {
        for index in months.indices {
            let days = months[index].days
            let payday = days.first + min(controlling.books.seller.payday, days.dayCount) - 1
            if payday > today { lines[index].payroll = payroll(days) }
            lines[index].overheads = controlling.books.overheads(of: months[index])
        }
    }

    private func payroll(_ days: DayRange) -> Money {
        let firm = controlling.firm
        return firm.people.reduce(.zero) { sum, person in
            var hours: [Rate: Hours] = [:]
            for (offset, worked) in firm.workingHours(of: person, over: days).enumerated() where worked > .zero {
                hours[person.cost.value(on: days.first + offset) ?? .zero, default: .zero] += worked
            }
            return hours.reduce(sum) { $0 + $1.key.amount(for: $1.value) }
        }
    }

    var forecast: MoneyForecast {
        MoneyForecast(
            lines: lines,
            contracts: controlling.books.contracts.compactMap { contract in
                guard let amounts = revenue[contract.id], amounts.contains(where: { $0 != .zero }) else { return nil }
                return MoneyForecast.Contract(
                    contract: contract.id, name: contract.name, chance: chance(of: contract.id), revenue: amounts)
            })
    }
}

extension Books {
    /// What is paid in a month whatever is worked.
    public func overheads(of month: Month) -> Money {
        overheads.reduce(.zero) { $0 + ($1.monthly.value(on: month.days.first) ?? .zero) }
    }
}
