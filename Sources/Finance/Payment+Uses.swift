// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension Payment {
    /// What an amount pays: the invoices asked for, each with the amount asked or all that is open of it as far as the
    /// payment reaches; or where none is asked for, the open ones, first due first.
    public static func uses(
        of amount: Money, _ asked: [(InvoiceNumber, Money?)], among invoices: [Invoice], open: [InvoiceNumber: Money],
        on day: Day, month: Month?
    ) -> [Use] {
        let wanted: [(InvoiceNumber, Money?)] =
            asked.isEmpty
            ? invoices.filter { (open[$0.number] ?? .zero) > .zero }
                .sorted { ($0.due, $0.number) < ($1.due, $1.number) }.map { ($0.number, nil) } : asked
        var left = amount
        return wanted.compactMap { number, part in
            let use = part ?? min(left, open[number] ?? left)
            guard use > .zero else { return nil }
            left -= use
            return Use(number, use, on: day, month: month)
        }
    }
}
