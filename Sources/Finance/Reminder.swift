// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A letter that reminds a client of an invoice.
public struct Reminder: Sendable, Equatable {
    public let invoice: Invoice
    public let open: Money
    /// 1 for the first letter.
    public let stage: Int
    /// How many stages there are.
    public let stages: Int
    public let daysLate: Int
    /// When it is written.
    public let day: Day
}

extension Accounts {
    /// The letters that are due on a day: for each invoice that is open, the latest stage whose days after the due date
    /// are over, if neither it nor a later one was sent.
    ///
    /// - Parameter sent: the latest stage that each invoice has been reminded with.
    /// - Returns: in the order of the invoices' numbers.
    public func reminders(on day: Day, sent: [InvoiceNumber: Int]) -> [Reminder] {
        let stages = books.seller.reminders
        return open(on: day).filter { $0.open > .zero }.compactMap { invoice, open in
            let late = day - invoice.due
            let stage = stages.count { $0 <= late }
            guard stage > (sent[invoice.number] ?? 0) else { return nil }
            return Reminder(
                invoice: invoice, open: open, stage: stage, stages: stages.count, daysLate: late, day: day)
        }.sorted { $0.invoice.number < $1.invoice.number }
    }
}
