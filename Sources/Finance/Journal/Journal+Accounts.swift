// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension Journal {
    /// Everything that the accounts know, as transactions: work as it costs, invoices and credit notes, payments,
    /// write-offs, and at the end of each closed month what was earned.
    ///
    /// - Throws: ``MissingRate`` where something is in a currency of which no rate is known.
    public init(of accounts: Accounts) throws(MissingRate) {
        var writing = JournalWriting(accounts)
        try writing.labour()
        try writing.expenses()
        try writing.sales()
        currency = accounts.firm.currency
        transactions = writing.sorted
    }

    /// What an account comes to: in each currency, and in the firm's.
    public func balance(_ account: Account) -> (amounts: [String: Money], home: Money) {
        var amounts: [String: Money] = [:]
        var home = Money.zero
        for posting in transactions.lazy.flatMap(\.postings) where posting.account == account {
            amounts[posting.currency.code, default: .zero] += posting.amount
            home += posting.home
        }
        return (amounts, home)
    }
}

/// Writes transactions, and keeps what accounts carry.
private struct JournalWriting {
    private let accounts: Accounts
    private let pricing: Pricing
    private let own: Currency
    private var written: [(order: Int, transaction: Journal.Transaction)] = []
    /// What is open of each invoice.
    private var open: [InvoiceNumber: Carried] = [:]
    private var credit: [CreditKey: Carried] = [:]
    /// Earned less invoiced.
    private var progress: [Identifier<ClientContract>: Carried] = [:]
    private var deferred: [Identifier<ClientContract>: (amount: Money, home: Money)] = [:]

    private struct CreditKey: Hashable {
        let client: Identifier<Client>
        let currency: Currency
    }

    init(_ accounts: Accounts) {
        self.accounts = accounts
        pricing = Pricing(firm: accounts.firm, books: accounts.books)
        own = accounts.firm.currency
    }

    var sorted: [Journal.Transaction] {
        written.enumerated().sorted {
            ($0.element.transaction.day, $0.element.order, $0.offset)
                < ($1.element.transaction.day, $1.element.order, $1.offset)
        }.map(\.element.transaction)
    }

    /// Postings that come to nothing already; those of nothing are left out.
    private mutating func write(_ order: Int, _ day: Day, _ text: String, _ postings: [Journal.Posting]) {
        let real = postings.filter { $0.amount != .zero || $0.home != .zero }
        precondition(real.reduce(Money.zero) { $0 + $1.home } == .zero, "a transaction balances")
        guard !real.isEmpty else { return }
        written.append((order, Journal.Transaction(day: day, text: text, postings: real)))
    }

    private func posting(
        _ account: Journal.Account, _ amount: Money, _ currency: Currency? = nil, home: Money? = nil
    ) -> Journal.Posting {
        Journal.Posting(account: account, amount: amount, currency: currency ?? own, home: home ?? amount)
    }

    private func home(_ amount: Money, _ currency: Currency, _ day: Day) throws(MissingRate) -> Money {
        guard let home = accounts.rates.home(amount, in: currency, on: day) else { throw MissingRate(currency, day) }
        return home
    }

    /// Where something counts in a later month than that of its day, it is booked on that month's first day.
    private func bookingDay(_ day: Day, _ month: Month) -> Day { Month(of: day) == month ? day : month.days.first }
}

extension JournalWriting {
    /// What a month's work has cost, by project: pay is owed for it.
    mutating func labour() throws(MissingRate) {
        var sums: [Month: [Identifier<Project>: Money]] = [:]
        for entry in accounts.time {
            let cost = pricing.cost(of: entry.person, on: entry.day).amount(for: entry.hours)
            sums[entry.month, default: [:]][entry.project, default: .zero] += cost
        }
        for (month, projects) in sums.sorted(by: { $0.key < $1.key }) {
            let order = projects.sorted { $0.key < $1.key }
            let total = order.reduce(Money.zero) { $0 + $1.value }
            write(
                0, month.days.last, "Work of \(month)",
                order.map { posting(.labour($0.key), $0.value) } + [posting(.accruedPay, -total)])
        }
    }

    mutating func expenses() throws(MissingRate) {
        for expense in accounts.expenses {
            let cost = try home(expense.cost, expense.currency, expense.day)
            let gross = try home(expense.cost + expense.tax, expense.currency, expense.day)
            let whom = expense.supplier.isEmpty ? expense.person?.text ?? "suppliers" : expense.supplier
            write(
                0, bookingDay(expense.day, expense.month), "Expense \(expense.number): \(expense.category), \(whom)",
                [
                    posting(.projectCost(expense.project), cost),
                    posting(.inputTax, gross - cost),
                    posting(.payable(whom), -(expense.cost + expense.tax), expense.currency, home: -gross),
                ])
        }
    }

    /// Invoices, payments, write-offs and closings one after the other, as what they carry depends on what came before.
    mutating func sales() throws(MissingRate) {
        enum Happening {
            case invoice(Invoice)
            case payment(Payment)
            case use(Payment, Payment.Use)
            case writeOff(InvoiceNumber, WriteOff)
            case closing(Month)
        }
        var all: [(day: Day, order: Int, what: Happening)] = []
        all += accounts.invoices.map { ($0.issued, 1, .invoice($0)) }
        for payment in accounts.payments {
            all.append((bookingDay(payment.day, payment.month), 2, .payment(payment)))
            all += payment.uses.map { (bookingDay($0.day, $0.month), 3, .use(payment, $0)) }
        }
        for item in accounts.writeOffs {
            if case .invoice(let number) = item.target { all.append((item.day, 4, .writeOff(number, item))) }
        }
        let months = Set(accounts.recognitions.map(\.month)).union(accounts.closed.map { [$0] } ?? [])
        all += months.map { ($0.days.last, 5, .closing($0)) }
        let sorted = all.enumerated().sorted {
            ($0.element.day, $0.element.order, $0.offset) < ($1.element.day, $1.element.order, $1.offset)
        }
        for (_, item) in sorted {
            switch item.what {
            case .invoice(let invoice): try write(invoice)
            case .payment(let payment): try write(payment, on: item.day)
            case .use(let payment, let use): try write(use, of: payment, on: item.day)
            case .writeOff(let number, let writeOff): try write(writeOff, of: number)
            case .closing(let month): try close(month)
            }
        }
    }

    /// The client owes the whole; tax is owed to the state; the rest was earned before, or is still to be.
    private mutating func write(_ invoice: Invoice) throws(MissingRate) {
        let totals = invoice.totals
        let currency = invoice.currency
        let net = try home(totals.net, currency, invoice.issued)
        let gross = try home(totals.gross, currency, invoice.issued)
        let owed = open[invoice.credits ?? invoice.number, default: Carried()].post(totals.gross, at: gross)
        let earned = progress[invoice.contract, default: Carried()].post(-totals.net, at: -net)
        let tax = -(gross - net)
        write(
            1, invoice.issued, "\(invoice.credits == nil ? "Invoice" : "Credit note") \(invoice.number)",
            [
                posting(.receivable(invoice.client), totals.gross, currency, home: owed),
                posting(.workInProgress(invoice.contract), -totals.net, currency, home: earned),
                posting(.outputTax, tax),
                posting(.exchangeDifferences, -(owed + earned + tax)),
            ])
    }

    /// All of it is the client's credit first; what it is used for follows.
    private mutating func write(_ payment: Payment, on day: Day) throws(MissingRate) {
        let value = try home(payment.amount, payment.currency, day)
        let key = CreditKey(client: payment.client, currency: payment.currency)
        let carried = credit[key, default: Carried()].post(-payment.amount, at: -value)
        write(
            2, day, "Payment \(payment.number): \(payment.client), \(payment.reference)",
            [
                posting(.bank, payment.amount, payment.currency, home: value),
                posting(.clientCredit(payment.client), -payment.amount, payment.currency, home: carried),
                posting(.exchangeDifferences, -(value + carried)),
            ])
    }

    private mutating func write(_ use: Payment.Use, of payment: Payment, on day: Day) throws(MissingRate) {
        let value = try home(use.amount, payment.currency, day)
        let key = CreditKey(client: payment.client, currency: payment.currency)
        let paid = credit[key, default: Carried()].post(use.amount, at: value)
        let owed = open[use.invoice, default: Carried()].post(-use.amount, at: -value)
        write(
            3, day, "Payment \(payment.number) for \(use.invoice)",
            [
                posting(.clientCredit(payment.client), use.amount, payment.currency, home: paid),
                posting(.receivable(payment.client), -use.amount, payment.currency, home: owed),
                posting(.exchangeDifferences, -(paid + owed)),
            ])
    }

    private mutating func write(_ item: WriteOff, of number: InvoiceNumber) throws(MissingRate) {
        guard let invoice = accounts.invoices.first(where: { $0.number == number }) else { return }
        let value = try home(item.amount, invoice.currency, item.day)
        let owed = open[number, default: Carried()].post(-item.amount, at: -value)
        write(
            4, item.day, "Write-off of \(number): \(item.reason)",
            [
                posting(.badDebt, -owed),
                posting(.receivable(invoice.client), -item.amount, invoice.currency, home: owed),
            ])
    }

    /// What was earned in a month; then what was invoiced and not earned is shown for what it is, a debt.
    private mutating func close(_ month: Month) throws(MissingRate) {
        let last = month.days.last
        for entry in accounts.recognitions where entry.month == month {
            guard let contract = accounts.books.contract(entry.contract) else { continue }
            switch entry.kind {
            case .revenue:
                let carried = progress[contract.id, default: Carried()].post(entry.amount, at: entry.home)
                write(
                    5, last, "Earned in \(month): \(contract.id)",
                    [
                        posting(.workInProgress(contract.id), entry.amount, contract.currency, home: carried),
                        posting(.revenue(contract.id), -entry.home),
                        posting(.exchangeDifferences, entry.home - carried),
                    ])
            case .expectedLoss:
                write(
                    5, last, "Expected loss, \(month): \(contract.id)",
                    [
                        posting(.expectedLosses(contract.id), -entry.home),
                        posting(.provisions(contract.id), entry.home),
                    ])
            }
        }
        for contract in accounts.books.contracts { showDeferred(contract, on: last) }
    }

    /// Moves what is below nothing of the work in progress to where it belongs, or back.
    private mutating func showDeferred(_ contract: ClientContract, on day: Day) {
        let balance = progress[contract.id] ?? Carried()
        let shown = deferred[contract.id] ?? (.zero, .zero)
        let isOwed = balance.amount < .zero
        let wanted = isOwed ? (amount: -balance.amount, home: -balance.home) : (.zero, .zero)
        let (amount, home) = (wanted.amount - shown.amount, wanted.home - shown.home)
        deferred[contract.id] = wanted
        write(
            6, day, "Invoiced and not earned: \(contract.id)",
            [
                posting(.workInProgress(contract.id), amount, contract.currency, home: home),
                posting(.deferred(contract.id), -amount, contract.currency, home: -home),
            ])
    }
}
