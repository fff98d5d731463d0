// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing
import Verification

/// What a month earned when it was closed.
public struct RecognitionReport {
    private let entries: [Recognition]
    private let firm: Firm
    private let books: Books

    public init(_ entries: [Recognition], _ firm: Firm, _ books: Books) {
        self.entries = entries
        self.firm = firm
        self.books = books
    }

    public func text(_ style: Style) -> String {
        guard !entries.isEmpty else { return "Nothing was earned that had not been recognised before.\n" }
        var table = TextTable([
            .text("contract", .cut(floor: 10)), .text("part", .cut(floor: 6)), .text("project", .cut(floor: 8)),
            .text(""), .number("earned"), .text(""), .number(firm.currency.code),
        ])
        for entry in entries {
            let currency = books.contract(entry.contract)?.currency ?? firm.currency
            table.add([
                .init(entry.contract.text), .init(entry.part.text), .init(entry.project?.text ?? ""),
                .init(entry.kind == .expectedLoss ? "expected loss" : ""),
                .init(Numbers.exact(entry.amount, in: currency)), .init(currency.code),
                .init(Numbers.exact(entry.home, in: firm.currency)),
            ])
        }
        let sum = entries.reduce(Money.zero) { $0 + $1.home }
        table.add([.init("in all", .quiet), "", "", "", "", "", .init(Numbers.exact(sum, in: firm.currency), .strong)])
        return table.lines(style).joined(separator: "\n") + "\n"
    }
}

/// What currencies are worth, from which day on.
public struct ExchangeReport {
    private let rates: [ExchangeRate]
    private let home: Currency

    public init(_ rates: [ExchangeRate], home: Currency) {
        self.rates = rates
        self.home = home
    }

    public func text(_ style: Style) -> String {
        guard !rates.isEmpty else { return "No rates.\n" }
        var table = TextTable([.text("currency"), .text("from"), .number(home.code)])
        for rate in rates {
            let digits = String(rate.billionths)
            let padded = String(repeating: "0", count: max(0, 10 - digits.count)) + digits
            var fraction = padded.suffix(9)
            while fraction.hasSuffix("0") { fraction.removeLast() }
            let whole = padded.dropLast(9)
            table.add([
                .init(rate.currency.code), .init("\(rate.day)"),
                .init(fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"),
            ])
        }
        return table.lines(style).joined(separator: "\n") + "\n"
    }
}
