// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Billing {
    /// Milestones that were reached, instalments that are due, or what was completed.
    func fixed(_ part: ContractPart, _ terms: FixedFee) -> Billed {
        switch terms.billing {
        case .milestones(let instalments):
            let reached = accounts.milestones.filter {
                $0.contract == contract.id && $0.part == part.id && $0.day <= day
            }
            return Billed(
                lines: instalments.compactMap { item in
                    let source = BillingSource.milestone(part.id, item.name)
                    guard let milestone = reached.first(where: { $0.name == item.name }), !isBilled(source) else {
                        return nil
                    }
                    return piece(part, "\(item.name), reached \(milestone.day)", item.amount, source)
                })
        case .schedule(let instalments):
            return Billed(
                lines: instalments.enumerated().compactMap { index, item in
                    let source = BillingSource.instalment(part.id, item.day)
                    guard item.day <= day, !isBilled(source) else { return nil }
                    return piece(
                        part, "Instalment \(index + 1) of \(instalments.count), \(item.day)", item.amount, source)
                })
        case .percentComplete:
            let month = Month(of: day)
            let source = BillingSource.progress(part.id, month)
            let done = Completion(of: part, contract, accounts, pricing, work, through: day).share
            let amount = terms.price.times(done) - invoiced(part)
            guard amount > .zero, !isBilled(source) else { return Billed() }
            return Billed(
                lines: [piece(part, "Completed through \(day): \(done.inPercent) of the price", amount, source)])
        }
    }

    /// Each period's fee, on its first day or after its last.
    func fees(_ part: ContractPart, inAdvance: Bool) -> Billed {
        Billed(
            lines: contract.periods(of: part, beginningThrough: day).compactMap { period in
                let source = BillingSource.fee(part.id, period.days.first)
                guard inAdvance || period.days.last <= day, !isBilled(source) else { return nil }
                return piece(part, "\(part.name), \(period.days)", period.fee, source)
            })
    }

    /// Fees, and for periods that are over, hours beyond those that were included or rolled over.
    func retainer(_ part: ContractPart, _ terms: Retainer, _ entries: [TimeEntry]) -> Billed {
        var result = fees(part, inAdvance: terms.inAdvance)
        let over = contract.periods(of: part, beginningThrough: day).filter { $0.days.last <= day }
        let billable = entries.filter(\.billable).sorted { ($0.day, $0.number) < ($1.day, $1.number) }
        let worked = over.map { period in billable.filter { period.days.contains($0.day) } }
        let hours = terms.hours(
            worked: zip(over, worked).map { ($0.days, $1.reduce(Hours.zero) { $0 + $1.hours }) })
        for (period, entries) in zip(hours, worked) where period.beyond > .zero {
            let source = BillingSource.overage(part.id, period.days.first)
            guard !isBilled(source) else { continue }
            if let rate = terms.overage {
                let amount = rate.amount(for: period.beyond)
                result.lines.append(
                    InvoiceLine(
                        part: part.id, project: nil, text: "Beyond the hours included, \(period.days)", unit: .hours,
                        quantity: period.beyond.seconds, price: rate.perHour, amount: amount, tax: tax,
                        sources: [.init(source, amount)]))
            } else {
                let (amount, unpriced) = latest(period.beyond, of: entries, part)
                result.notes += unpriced
                result.lines.append(
                    InvoiceLine(
                        part: part.id, project: nil, text: "Beyond the hours included, \(period.days)", unit: .hours,
                        quantity: period.beyond.seconds, price: nil, amount: amount, tax: tax,
                        sources: [.init(source, amount)]))
            }
        }
        return result
    }

    /// The price of the last hours of a period, each at its own rate.
    private func latest(_ beyond: Hours, of entries: [TimeEntry], _ part: ContractPart) -> (Money, [BillingNote]) {
        var left = beyond
        var amount = Money.zero
        var notes: [BillingNote] = []
        let takenBack = Set(entries.compactMap(\.reverses))
        for entry in entries.reversed() where entry.reverses == nil && !takenBack.contains(entry.number) {
            let hours = min(left, entry.hours)
            guard hours > .zero else { break }
            left = left - hours
            if let rate = pricing.rate(of: entry, under: contract, part) {
                amount += rate.amount(for: hours)
            } else {
                notes.append(.noRate(entry.person, hours))
            }
        }
        return (amount, notes)
    }

    /// At cost with the mark-up, in the contract's currency, as far as the client pays for them.
    func expenses() -> Billed {
        var result = Billed()
        guard contract.expenses.billable else { return result }
        let sorted = work.expenses.filter { $0.billable && $0.day <= day }
            .sorted { ($0.day, $0.number) < ($1.day, $1.number) }
        let open = sorted.filter { !isBilled(.expense($0.number)) }
        let numbers = Set(open.map(\.number))
        let takenBack = Set(open.compactMap(\.reverses))
        var room = contract.expenses.cap.map { $0 - (history.expenses[contract.id] ?? .zero) }
        var beyond = Money.zero
        for expense in open {
            let source = BillingSource.expense(expense.number)
            if let original = expense.reverses {
                guard !numbers.contains(original), let amount = history.expenseAmounts[original] else { continue }
                room = room.map { $0 + amount }
                result.lines.append(line(expense, "Taken back: \(expense.category)", -amount, source))
                continue
            }
            guard !takenBack.contains(expense.number) else { continue }
            guard let cost = accounts.rates.convert(expense.cost, expense.currency, contract.currency, on: expense.day)
            else {
                result.notes.append(.noExchangeRate(expense.currency, expense.day))
                continue
            }
            let full = cost + cost.times(expense.markUp ?? contract.expenses.markUp)
            let amount = min(full, max(.zero, room ?? full))
            beyond += full - amount
            guard amount > .zero else { continue }
            room = room.map { $0 - amount }
            let whom = expense.supplier.isEmpty ? "" : ", \(expense.supplier)"
            result.lines.append(line(expense, "\(expense.category)\(whom), \(expense.day)", amount, source))
        }
        if beyond > .zero { result.notes.append(.expensesBeyondCap(beyond)) }
        return result
    }

    private func line(_ expense: Expense, _ text: String, _ amount: Money, _ source: BillingSource) -> InvoiceLine {
        InvoiceLine(
            part: pricing.part(of: contract, covering: nil, of: expense.project)?.id, project: expense.project,
            text: text, unit: .pieces, quantity: amount < .zero ? -1 : 1, price: amount < .zero ? -amount : amount,
            amount: amount, tax: tax, sources: [.init(source, amount)])
    }
}

extension Share {
    /// `62.5 %`, to a hundredth of a percent.
    var inPercent: String {
        let hundredths = (millionths + (millionths < 0 ? -50 : 50)) / 100
        let (whole, rest) = (hundredths / 100, abs(hundredths % 100))
        let digits = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
        return "\(whole)\(digits) %"
    }
}
