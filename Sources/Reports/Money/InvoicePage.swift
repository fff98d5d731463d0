// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Finance
import Staffing

extension InvoiceReport {
    /// A page to print: one file without anything from elsewhere, on A4.
    public func html() -> String {
        let seller = books.seller
        let account = books.account(of: invoice.client)
        return Letter(
            title: "\(kind) \(invoice.number)", from: [seller.name] + seller.address,
            to: [client] + (account?.address ?? []),
            foot: [seller.taxNumber.map { "Tax number \($0)" }, seller.bank].compactMap(\.self)
        ) {
            HTML("h1", text: "\(kind) \(invoice.number)")
            Letter.facts(facts(account))
            lineTable
            if !invoice.note.isEmpty { HTML("p", text: invoice.note) }
        }.document()
    }

    private var lineTable: HTML {
        let totals = invoice.totals
        return HTML("table") {
            Letter.head(["What", "Quantity", "Price", "Less", invoice.currency.code])
            HTML("tbody") {
                for line in invoice.lines {
                    Letter.row([
                        line.text, line.quantityWords, line.unit == .hours ? line.price.map(money) ?? "" : "",
                        line.discount == .zero ? "" : "−" + money(line.discount), money(line.amount),
                    ])
                }
            }
            HTML("tfoot") {
                Letter.sum("Net", money(totals.net), over: 4)
                for group in totals.groups {
                    Letter.sum("\(group.tax.words) on \(money(group.taxable))", money(group.amount), over: 4)
                }
                invoice.credits == nil
                    ? Letter.sum("To pay", money(totals.gross), over: 4, isLast: true)
                    : Letter.sum("In your favour", money(-totals.gross), over: 4, isLast: true)
            }
        }
    }

    private func facts(_ account: ClientAccount?) -> [(String, String)] {
        let all: [(String, String?)] = [
            ("Contract", contract), ("Date", "\(invoice.issued)"),
            ("Due", invoice.credits == nil ? "\(invoice.due)" : nil),
            ("Takes back", invoice.credits.map { "\($0)" }), ("Your order", invoice.purchaseOrder),
            ("Your tax number", account?.taxNumber),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    private func money(_ amount: Money) -> String { Numbers.exact(amount, in: invoice.currency) }
}
