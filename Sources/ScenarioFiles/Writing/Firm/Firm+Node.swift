// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing

extension ScenarioFormat {
    /// A scenario as one file in its canonical form. Reading the text gives an equal firm.
    public static func text(of scenario: Scenario) -> String {
        text(of: scenario.firm.node(with: scenario.books, onLedger: scenario.plansOnLedger))
    }

    /// A firm as one scenario file in its canonical form. Reading the text gives an equal firm.
    public static func text(of firm: Firm) -> String { text(of: firm.node) }

    /// A firm and its terms of money as one scenario file in its canonical form. Reading the text gives equal ones.
    public static func text(of firm: Firm, with books: Books) -> String {
        text(of: firm.node(with: books, onLedger: false))
    }

    private static func text(of node: Node) -> String {
        var writer = CanonicalWriter()
        writer.block(CommentedItem.Value(node, isRoot: true), .record(RootFormat.record), depth: 0)
        return writer.text
    }
}

extension Firm {
    /// The firm as the values of a scenario file.
    var node: Node { node(with: Books(seller: Seller(name: name)), onLedger: false) }

    /// With terms of money. What amendments have brought stands in the projects, but for their budgets.
    ///
    /// - Parameter usual: the seller where a file says nothing.
    func node(with books: Books, onLedger: Bool, usual: Seller? = nil) -> Node {
        let original = withoutAmendedBudgets(books)
        let books = original == nil ? books.withoutBudgets : books
        var record = Record(in: currency)
        record.set(RootFormat.version, "1")
        record.set(RootFormat.name, name)
        record.set(RootFormat.horizon, horizon.days)
        record.set(RootFormat.currency, currency.code)
        record.set(RootFormat.calendar, calendar)
        record.set(RootFormat.calendars, calendars.map { ($0.id.text, $0.node(in: currency)) })
        record.set(RootFormat.offices, offices.map { ($0.id.text, $0.node(in: currency)) })
        record.set(
            RootFormat.clients, clients.map { ($0.id.text, $0.node(with: books.account(of: $0.id), in: currency)) })
        record.set(RootFormat.people, people.map { ($0.id.text, $0.node(in: currency)) })
        record.set(RootFormat.rates, rates.declarations(in: currency))
        record.set(RootFormat.projects, (original ?? projects).map { ($0.id.text, $0.node(in: currency)) })
        record.set(RootFormat.contracts, books.contracts.map { ($0.id.text, $0.node(in: self, books)) })
        if onLedger, bookings.isEmpty {
            record.set(RootFormat.bookings, Word.ledger.example)
        } else {
            record.set(RootFormat.bookings, (onLedger ? [Word.ledger.example] : []) + bookings.map(\.text))
        }
        record.set(RootFormat.exclusions, exclusions.map(\.text))
        if !together.isEmpty {
            record.set(
                RootFormat.together,
                Node(.list(together.map { Node.written($0.map(\.text)) }), at: .nowhere))
        }
        record.set(RootFormat.subcontractors, subcontractors.map { ($0.id.text, $0.node(in: currency)) })
        record.set(RootFormat.seller, books.seller.node(beside: usual ?? Seller(name: name), in: currency))
        record.set(
            RootFormat.overheads, books.overheads.map { ($0.name, $0.monthly.monthlyNode(in: currency)) })
        let policy = policy.node(in: currency)
        if !policy.keys.isEmpty { record.set(RootFormat.policy, policy) }
        return record.node
    }
}

extension CommentedItem.Value {
    /// Values without comments; a blank line stands before each section of a file.
    init(_ node: Node, isRoot: Bool = false) {
        func item(_ key: String?, _ node: Node) -> CommentedItem {
            let isSection = isRoot && !node.isText
            return CommentedItem(
                key: key, value: Self(node), above: isSection ? [""] : [], beside: nil)
        }
        switch node.content {
        case .text(let text): self = .text(text)
        case .list(let nodes): self = .list(nodes.map { item(nil, $0) })
        case .mapping(let entries): self = .mapping(entries.map { item($0.key.text, $0.value) })
        }
    }
}

extension Node {
    var isText: Bool { if case .text = content { true } else { false } }
}

extension WorkCalendar {
    fileprivate func node(in currency: Currency) -> Node {
        var record = Record(in: currency)
        if pattern != .fullTime { record.set(CalendarFormat.week, pattern.text) }
        record.set(CalendarFormat.holidays, holidays.map(\.text))
        return record.node
    }
}

extension Office {
    fileprivate func node(in currency: Currency) -> Node {
        var record = Record(in: currency)
        if name != id.text { record.set(OfficeFormat.name, name) }
        record.set(OfficeFormat.calendar, calendar)
        return record.node
    }
}

extension Client {
    fileprivate func node(with account: ClientAccount?, in currency: Currency) -> Node {
        var record = Record(in: account?.currency ?? currency)
        if name != id.text { record.set(ClientFormat.name, name) }
        account?.write(into: &record)
        return record.node
    }
}

extension SubcontractorPool {
    fileprivate func node(in currency: Currency) -> Node {
        var record = Record(in: currency)
        if name != id.text { record.set(PoolFormat.name, name) }
        record.set(PoolFormat.skills, skills)
        record.set(PoolFormat.roles, roles.map(\.text))
        record.set(PoolFormat.hours, hoursPerWeek.text + "h/week")
        record.set(PoolFormat.cost, cost)
        record.set(PoolFormat.dates, days)
        return record.node
    }
}
