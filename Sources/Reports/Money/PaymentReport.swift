// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing
public import Verification

/// Amounts as messages name them.
public enum Amounts {
    /// `1,234.50 EUR`
    public static func exact(_ amount: Money, _ currency: Currency) -> String {
        "\(Numbers.exact(amount, in: currency)) \(currency.code)"
    }
}

/// Payments, what they pay and what is left of them.
public struct PaymentReport {
    private let payments: [Payment]

    public init(_ payments: [Payment]) {
        self.payments = payments
    }

    public func text(_ style: Style) -> String {
        guard !payments.isEmpty else { return "No payments.\n" }
        var table = TextTable([
            .number("no"), .text("client", .cut(floor: 8)), .text("day"), .number("amount"), .text(""),
            .text("reference", .cut(floor: 8)), .text("pays", .wrap(floor: 12)), .number("left"),
        ])
        for payment in payments {
            let left = left(of: payment)
            table.add([
                .init("\(payment.number)"), .init(payment.client.text), .init("\(payment.day)"),
                .init(Numbers.exact(payment.amount, in: payment.currency)), .init(payment.currency.code),
                .init(payment.reference),
                .init(payment.uses.map { "\($0.invoice)" }.joined(separator: " ")),
                .init(left == .zero ? "" : Numbers.exact(left, in: payment.currency)),
            ])
        }
        return table.lines(style).joined(separator: "\n") + "\n"
    }

    public func json() -> JSON {
        .array(
            payments.map { payment in
                .object([
                    "number": .integer(payment.number.value), "client": .string(payment.client.text),
                    "day": .string("\(payment.day)"), "amount": .number(payment.amount.decimal(in: payment.currency)),
                    "currency": .string(payment.currency.code), "reference": .string(payment.reference),
                    "uses": .array(
                        payment.uses.map {
                            .object([
                                "invoice": .string("\($0.invoice)"), "day": .string("\($0.day)"),
                                "amount": .number($0.amount.decimal(in: payment.currency)),
                            ])
                        }),
                    "left": .number(left(of: payment).decimal(in: payment.currency)),
                ])
            })
    }

    private func left(of payment: Payment) -> Money { payment.uses.reduce(payment.amount) { $0 - $1.amount } }
}
