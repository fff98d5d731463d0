// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// An entry with its price.
private struct PricedEntry {
    let entry: TimeEntry
    let rate: Rate
    /// Hours of the entry at each discount, in the order of the tiers.
    let bands: [Band]

    struct Band: Hashable {
        let discount: Share
        let hours: Hours
    }

    /// About what it comes to; what counts is worked out for whole lines.
    var value: Money { bands.reduce(.zero) { $0 + rate.amount(for: $1.hours).less($1.discount) } }
}

/// Entries that make one line.
private struct LineKey: Hashable {
    let project: Identifier<Project>
    let line: Identifier<DemandLine>?
    let person: Identifier<Person>
    let rate: Rate

    func precedes(_ other: LineKey) -> Bool {
        (project.text, line?.text ?? "", person.text, rate) < (
            other.project.text, other.line?.text ?? "", other.person.text, other.rate
        )
    }
}

extension Money {
    fileprivate func less(_ discount: Share) -> Money { self - times(discount) }
}

extension Billing {
    /// Hours at their prices, less discounts, as far as the cap reaches, and what a month lacks to its minimum.
    func hourly(_ part: ContractPart, _ terms: TimeAndMaterials, _ entries: [TimeEntry]) -> Billed {
        let sorted = entries.filter { $0.billable && $0.day <= day }
            .sorted { ($0.day, $0.number) < ($1.day, $1.number) }
        let open = self.open(sorted)
        var result = Billed(lines: takenBack(part, open, among: sorted))
        let (priced, unpriced) = price(open.filter { $0.reverses == nil }, part, terms, billed: sorted)
        result.notes += unpriced
        let refunds = result.lines.reduce(Money.zero) { $0 + $1.amount }
        let room = terms.cap.map { max(.zero, $0 - invoiced(part) - refunds) }
        let fitting = priced.fitting(room)
        result.lines += lines(part, fitting, upTo: room)
        let rest = priced.dropFirst(fitting.count)
        if !rest.isEmpty {
            result.notes.append(
                .beyondCap(
                    part.id, rest.reduce(.zero) { $0 + $1.entry.hours }, rest.reduce(.zero) { $0 + $1.value }))
        }
        let left = room.map { room in result.lines.reduce(room + refunds) { $0 - $1.amount } }
        result.lines += minimums(part, terms, sorted, result.lines, upTo: left)
        return result
    }

    /// What is neither on an invoice nor written off; an entry and the one that takes it back cancel each other.
    private func open(_ entries: [TimeEntry]) -> [TimeEntry] {
        let written = Set(
            accounts.writeOffs.compactMap { item -> EntryNumber<TimeEntry>? in
                if case .time(let number) = item.target { number } else { nil }
            })
        let open = entries.filter { !written.contains($0.number) && !isBilled(.time($0.number)) }
        let numbers = Set(open.map(\.number))
        let takenBack = Set(open.compactMap(\.reverses))
        return open.filter { entry in
            guard let original = entry.reverses else { return !takenBack.contains(entry.number) }
            return !numbers.contains(original) && !written.contains(original)
        }
    }

    /// What was invoiced for entries that were taken back since goes back to the client, to the cent.
    private func takenBack(_ part: ContractPart, _ open: [TimeEntry], among entries: [TimeEntry]) -> [InvoiceLine] {
        open.compactMap { entry in
            guard let original = entry.reverses, let amount = history.amounts[original] else { return nil }
            let who = pricing.name(of: entry.person)
            return InvoiceLine(
                part: part.id, project: entry.project, text: "Taken back: \(who), \(entry.day)", unit: .hours,
                quantity: entry.hours.seconds, price: nil, amount: -amount, tax: tax,
                sources: [.init(.time(entry.number), -amount)])
        }
    }

    private func price(
        _ open: [TimeEntry], _ part: ContractPart, _ terms: TimeAndMaterials, billed entries: [TimeEntry]
    ) -> ([PricedEntry], [BillingNote]) {
        var hours: [Month: Hours] = [:]
        if !terms.tiers.isEmpty {
            for entry in entries where isBilled(.time(entry.number)) {
                hours[Month(of: entry.day), default: .zero] += entry.hours
            }
        }
        var unpriced: [Identifier<Person>: Hours] = [:]
        let priced: [PricedEntry] = open.compactMap { entry in
            guard let rate = pricing.rate(of: entry, under: contract, part) else {
                unpriced[entry.person, default: .zero] += entry.hours
                return nil
            }
            let before = hours[Month(of: entry.day)] ?? .zero
            hours[Month(of: entry.day)] = before + entry.hours
            return PricedEntry(entry: entry, rate: rate, bands: terms.bands(from: before, entry.hours))
        }
        return (priced, unpriced.sorted { $0.key < $1.key }.map { .noRate($0.key, $0.value) })
    }

    /// A line for each person, line of demand and rate: the price times the hours, rounded once, less discounts. What is
    /// above the room is taken off the lines of the latest work.
    private func lines(_ part: ContractPart, _ priced: [PricedEntry], upTo room: Money?) -> [InvoiceLine] {
        var groups: [LineKey: [PricedEntry]] = [:]
        for item in priced {
            let key = LineKey(
                project: item.entry.project, line: item.entry.line, person: item.entry.person, rate: item.rate)
            groups[key, default: []].append(item)
        }
        let order = groups.keys.sorted { $0.precedes($1) }
        let net = order.map { (groups[$0] ?? []).net(at: $0.rate) }
        var excess = room.map { max(.zero, net.reduce(.zero, +) - $0) } ?? .zero
        var amounts = net
        let last = order.indices.sorted {
            ((groups[order[$0]] ?? []).lastDay, $0) > ((groups[order[$1]] ?? []).lastDay, $1)
        }
        for index in last where excess > .zero {
            let taken = min(excess, max(.zero, amounts[index]))
            amounts[index] -= taken
            excess -= taken
        }
        return order.indices.map { index in line(part, order[index], groups[order[index]] ?? [], amounts[index]) }
    }

    private func line(_ part: ContractPart, _ key: LineKey, _ items: [PricedEntry], _ amount: Money) -> InvoiceLine {
        let hours = items.reduce(Hours.zero) { $0 + $1.entry.hours }
        let shares = amount.shared(by: items.map(\.entry.hours.seconds))
        let days = DayRange(items[0].entry.day, items.lastDay)
        let what = key.line.map { ", " + pricing.name(of: LineID(key.project, $0)) } ?? ""
        return InvoiceLine(
            part: part.id, project: key.project, text: "\(pricing.name(of: key.person))\(what), \(days)",
            unit: .hours, quantity: hours.seconds, price: key.rate.perHour,
            discount: key.rate.amount(for: hours) - amount, amount: amount, tax: tax,
            sources: zip(items, shares).map { .init(.time($0.entry.number), $1) })
    }

    /// For each month that is over, from the signature or the first work on, through the last day of the projects.
    private func minimums(
        _ part: ContractPart, _ terms: TimeAndMaterials, _ entries: [TimeEntry], _ lines: [InvoiceLine],
        upTo left: Money?
    ) -> [InvoiceLine] {
        guard let minimum = terms.monthlyMinimum, let first = contract.signed ?? entries.first?.day else { return [] }
        let ends = contract.projects.compactMap { id in accounts.firm.projects.first { $0.id == id }?.days?.last }
        let end = ends.count == contract.projects.count ? min(day, ends.max() ?? day) : day
        var amounts: [Month: Money] = [:]
        let days = Dictionary(entries.map { ($0.number, $0.day) }) { first, _ in first }
        for item in lines.flatMap(\.sources) {
            if case .time(let number) = item.source, let day = days[number] {
                amounts[Month(of: day), default: .zero] += item.amount
            }
        }
        var left = left
        var result: [InvoiceLine] = []
        var month = Month(of: first)
        let key = BillingHistory.Key(contract: contract.id, part: part.id)
        while month.days.first <= end, month.days.last <= day {
            defer { month = month.next }
            guard !isBilled(.minimum(part.id, month)) else { continue }
            let done = (amounts[month] ?? .zero) + (history.months[.init(key: key, month: month)] ?? .zero)
            let lack = min(minimum - done, left ?? minimum)
            guard lack > .zero else { continue }
            left = left.map { $0 - lack }
            result.append(piece(part, "To the minimum of \(month)", lack, .minimum(part.id, month)))
        }
        return result
    }
}

extension [PricedEntry] {
    fileprivate var lastDay: Day { map(\.entry.day).max() ?? Day(number: 0) }

    /// The price times all hours, less the discount of each band of hours; each rounded once.
    fileprivate func net(at rate: Rate) -> Money {
        var bands: [Share: Hours] = [:]
        for band in flatMap(\.bands) { bands[band.discount, default: .zero] += band.hours }
        let gross = rate.amount(for: bands.values.reduce(.zero, +))
        return bands.reduce(gross) { $0 - rate.amount(for: $1.value).times($1.key) }
    }

    /// The first ones that come to no more than the room, and the one that goes beyond it.
    fileprivate func fitting(_ room: Money?) -> [PricedEntry] {
        guard let room else { return self }
        var sum = Money.zero
        return Array(
            prefix { item in
                defer { sum += item.value }
                return sum < room
            })
    }
}

extension TimeAndMaterials {
    /// How the hours of an entry fall into tiers, where a month has so many hours before it.
    fileprivate func bands(from before: Hours, _ hours: Hours) -> [PricedEntry.Band] {
        let edges = [Hours.zero] + tiers.map(\.above)
        let discounts = [discount] + tiers.map(\.discount)
        return edges.indices.compactMap { index in
            let end = index + 1 < edges.count ? edges[index + 1] : max(before + hours, edges[index])
            // What a month had below zero lies in the first tier.
            let first = index == 0 ? before : max(before, edges[index])
            let part = min(before + hours, end) - first
            return part > .zero ? PricedEntry.Band(discount: discounts[index], hours: part) : nil
        }
    }
}
