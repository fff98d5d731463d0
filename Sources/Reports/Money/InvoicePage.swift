// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import Staffing

extension InvoiceReport {
    /// A page to print: one file without anything from elsewhere, on A4.
    public func html() -> String {
        let lines = invoice.lines.map { line in
            """
            <tr><td>\(escaped(line.text))</td><td>\(line.quantityWords)</td>\
            <td>\(line.unit == .hours ? line.price.map(money) ?? "" : "")</td>\
            <td>\(line.discount == .zero ? "" : "−" + money(line.discount))</td><td>\(money(line.amount))</td></tr>
            """
        }
        let totals = invoice.totals
        let taxes = totals.groups.map { group in
            "<tr><td colspan=\"4\">\(escaped(group.tax.words)) on \(money(group.taxable))</td>"
                + "<td>\(money(group.amount))</td></tr>"
        }
        let seller = books.seller
        let account = books.account(of: invoice.client)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped("\(kind) \(invoice.number)"))</title>
            <style>\(InvoiceReport.look)</style>
            </head>
            <body>
            <header><address>\(block([seller.name] + seller.address))</address></header>
            <main>
            <address>\(block([client] + (account?.address ?? [])))</address>
            <h1>\(kind) \(escaped("\(invoice.number)"))</h1>
            <dl>\(facts(account).map { "<div><dt>\(escaped($0.0))</dt><dd>\(escaped($0.1))</dd></div>" }.joined())</dl>
            <table>
            <thead><tr><th scope="col">What</th><th scope="col">Quantity</th><th scope="col">Price</th>\
            <th scope="col">Less</th><th scope="col">\(invoice.currency.code)</th></tr></thead>
            <tbody>
            \(lines.joined(separator: "\n"))
            </tbody>
            <tfoot>
            <tr><td colspan="4">Net</td><td>\(money(totals.net))</td></tr>
            \(taxes.joined(separator: "\n"))
            <tr class="sum"><td colspan="4">\(invoice.credits == nil ? "To pay" : "In your favour")</td>\
            <td>\(money(invoice.credits == nil ? totals.gross : -totals.gross))</td></tr>
            </tfoot>
            </table>
            \(invoice.note.isEmpty ? "" : "<p>\(escaped(invoice.note))</p>")
            </main>
            <footer>\(block([seller.taxNumber.map { "Tax number \($0)" }, seller.bank].compactMap(\.self)))</footer>
            </body>
            </html>

            """
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

    private func block(_ lines: [String]) -> String { lines.map(escaped).joined(separator: "<br>") }

    static let look = """
        @page { size: A4; margin: 20mm } \
        body { font: 10.5pt/1.45 system-ui, sans-serif; color: #1a1a1a; max-width: 170mm; margin: 2rem auto; \
        padding: 0 1rem } \
        address { font-style: normal } header { text-align: right; margin-bottom: 2.5rem } \
        h1 { font-size: 1.5rem; font-weight: 600; margin: 2.5rem 0 1rem } \
        dl { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0 0 2rem } dt { color: #666; font-size: .85em } \
        dd { margin: 0 } table { width: 100%; border-collapse: collapse } \
        th { font-weight: 400; color: #666; font-size: .85em } th, td { padding: .35rem 0 .35rem .75rem; \
        text-align: right; vertical-align: top; font-variant-numeric: tabular-nums; white-space: nowrap } \
        th:first-child, td:first-child { text-align: left; padding-left: 0; white-space: normal } \
        thead th { border-bottom: 1px solid #999 } tbody tr + tr td { border-top: 1px solid #e6e6e6 } \
        tfoot td:first-child { text-align: right; color: #555 } \
        tfoot tr:first-child td { border-top: 1px solid #999 } .sum td { font-weight: 600; font-size: 1.1em } \
        .sum td:first-child { color: inherit } \
        footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid #ddd; color: #666; font-size: .85em } \
        @media print { body { margin: 0; max-width: none; padding: 0 } } \
        @media screen and (prefers-color-scheme: dark) { body { background: #16181b; color: #e8e8e8 } \
        thead th, tfoot tr:first-child td { border-color: #777 } tbody tr + tr td, footer { border-color: #33373c } \
        dt, th, footer, tfoot td:first-child { color: #9aa0a6 } }
        """
}

/// Text as HTML shows it, whatever it holds.
func escaped(_ text: String) -> String {
    text.printable.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
}
