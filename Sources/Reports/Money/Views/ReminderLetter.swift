// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
public import Finance
public import Staffing

/// A letter that asks a client to pay, firmer from stage to stage.
public struct ReminderLetter: Sendable {
    private let reminder: Reminder
    private let firm: Firm
    private let books: Books

    public init(_ reminder: Reminder, _ firm: Firm, _ books: Books) {
        self.reminder = reminder
        self.firm = firm
        self.books = books
    }

    /// Without an extension: `F-2026-0007-reminder-2`.
    public var fileName: String { "\(reminder.invoice.number)-reminder-\(reminder.stage)" }

    private var subject: String {
        switch reminder.stage {
        case 1: "A reminder: invoice \(reminder.invoice.number)"
        case reminder.stages: "Last reminder: invoice \(reminder.invoice.number)"
        default: "Reminder \(reminder.stage): invoice \(reminder.invoice.number)"
        }
    }

    private var paragraphs: [String] {
        let invoice = reminder.invoice
        let open = Amounts.exact(reminder.open, invoice.currency)
        let order = invoice.purchaseOrder.map { " for your order \($0)" } ?? ""
        let first =
            "Our invoice \(invoice.number) of \(invoice.issued)\(order) was due on \(invoice.due), \(reminder.daysLate) "
            + "\(reminder.daysLate == 1 ? "day" : "days") ago. Of \(Amounts.exact(invoice.totals.gross, invoice.currency)), "
            + "\(open) are still open."
        let second =
            switch reminder.stage {
            case 1: "It may have been overlooked: please pay it within the next days. If you have, please ignore this."
            case reminder.stages:
                "We have reminded you before. Please pay \(open) within seven days; without it we will have to take "
                    + "further steps."
            default: "We have reminded you before. Please pay \(open) within ten days, or tell us what keeps you."
            }
        return [first, second]
    }

    private var client: String {
        firm.clients.first { $0.id == reminder.invoice.client }?.name ?? reminder.invoice.client.text
    }
    private var address: [String] { [client] + (books.account(of: reminder.invoice.client)?.address ?? []) }
    private var sender: [String] { [books.seller.name] + books.seller.address }

    public func text() -> String {
        let bank = books.seller.bank.map { ["Our bank: \($0)"] } ?? []
        let parts: [[String]] =
            [sender, address, ["\(reminder.day)"], [subject]] + paragraphs.map { $0.printable.wrapped(to: 72) } + [bank]
            + [[books.seller.name]]
        return parts.filter { !$0.isEmpty }.map { $0.map(\.printable).joined(separator: "\n") }
            .joined(separator: "\n\n") + "\n"
    }

    /// A page to print.
    public func html() -> String {
        Letter(title: subject, from: sender, to: address, foot: []) {
            HTML("p", text: "\(reminder.day)")
            HTML("h1", text: subject)
            paragraphs.map { HTML("p", text: $0) }
            if let bank = books.seller.bank { HTML("p", text: "Our bank: \(bank)") }
            HTML("p", text: books.seller.name)
        }.document()
    }
}

/// Which letters are due.
public struct ReminderReport: Sendable {
    private let reminders: [Reminder]

    public init(_ reminders: [Reminder]) {
        self.reminders = reminders
    }

    public func text(_ style: Style) -> String {
        guard !reminders.isEmpty else { return "Nobody is to be reminded.\n" }
        var table = TextTable([
            .text("invoice"), .text("client", .cut(floor: 8)), .text("due"), .number("late"), .number("stage"),
            .number("open"), .text(""),
        ])
        for item in reminders {
            table.add([
                .init("\(item.invoice.number)"), .init(item.invoice.client.text), .init("\(item.invoice.due)"),
                .init("\(item.daysLate) d"), .init("\(item.stage) of \(item.stages)"),
                .init(Numbers.exact(item.open, in: item.invoice.currency)), .init(item.invoice.currency.code),
            ])
        }
        return table.lines(style).joined(separator: "\n") + "\n"
    }
}
