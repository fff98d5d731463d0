// SPDX-License-Identifier: GPL-3.0-or-later

public import Explanation
public import Finance
public import Staffing
public import Verification

/// What a project costs, is worth and may be offered for, in the firm's currency and in the client's.
public struct QuoteReport: Sendable {
    let quote: Quote
    let firm: Firm
    let margins: [Share]
    /// The client's, and how the firm's amounts become it; nil where it is the firm's.
    let foreign: Foreign?

    /// The currency of a client, and the rate that is used.
    public struct Foreign: Sendable {
        let currency: Currency
        private let rates: ExchangeRates
        private let day: Day
        let rate: ExchangeRate

        /// Nil where no rate of the currency is known on that day.
        public init?(_ currency: Currency, _ rates: ExchangeRates, on day: Day) {
            guard let rate = rates.rate(of: currency, on: day) else { return nil }
            (self.currency, self.rates, self.day, self.rate) = (currency, rates, day, rate)
        }

        /// Rounded half to even.
        public func amount(_ money: Money) -> Money {
            guard let amount = rates.convert(money, rates.home, currency, on: day) else {
                preconditionFailure("the rate is known")
            }
            return amount
        }
    }

    public init(of quote: Quote, in firm: Firm, margins: [Share], foreign: Foreign?) {
        (self.quote, self.firm, self.margins, self.foreign) = (quote, firm, margins, foreign)
    }

    private var home: Currency { firm.currency }
    private var project: Project? { firm.projects.first { $0.id == quote.project } }
    private func money(_ amount: Money) -> String { Numbers.money(amount, in: home) }

    public func text(_ style: Style) -> String {
        let name = project?.name ?? quote.project.text
        let head = [style.heading("What \(name) costs and is worth, in \(home.code)".printable)]
        return style.joined([head + style.paragraphs(verdict), team(style), prices(style), closing(style)])
    }

    private var verdict: [String] {
        var texts = [
            "\(Numbers.hours(quote.asked)) h from \(quote.days.first) to \(quote.days.last) cost \(money(quote.cost)), and "
                + "are worth \(money(quote.value)) at the rate card. Below \(money(quote.floor)) everything else loses "
                + "more than it brings."
        ]
        let missing = quote.asked - quote.filled
        if !missing.isDust {
            texts.append(
                "\(Numbers.hours(missing)) h of it cannot be done, even if it comes before all else; they are priced like "
                    + "the rest.")
        }
        return texts
    }

    private func team(_ style: Style) -> [String] {
        var table = TextTable([
            .text("role", .cut(floor: 10)), .number("hours"), .number("cost"), .number("value"),
            .number("value, an hour"),
        ])
        for role in quote.roles {
            let rate = Money(minorUnits: Int((Double(role.value.minorUnits) / role.hours.inHours).rounded()))
            table.add([
                .init(role.role?.text ?? "no role"), .init(Numbers.hours(role.hours)), .init(money(role.cost)),
                .init(money(role.value)), .init(Numbers.rate(rate, in: home)),
            ])
        }
        return table.lines(style)
    }

    private struct Offer {
        let name: String
        let price: Money
    }

    private var offers: [Offer] {
        [Offer(name: "floor", price: quote.floor)]
            + margins.map { Offer(name: "\(Numbers.percent($0)) margin", price: quote.price(atMargin: $0)) }
            + [Offer(name: "rate card", price: quote.value)]
    }

    private func prices(_ style: Style) -> [String] {
        var columns: [TextTable.Column] = [
            .text("price"), .number(home.code), .number("above cost"), .number("margin"),
        ]
        if let foreign { columns.append(.number(foreign.currency.code)) }
        var table = TextTable(columns)
        for offer in offers {
            let left = offer.price - quote.cost
            let ratio = offer.price > .zero ? Double(left.minorUnits) / Double(offer.price.minorUnits) : nil
            var cells: [TextTable.Cell] = [
                .init(offer.name), .init(money(offer.price)),
                .init(Numbers.change(left, in: home), left < .zero ? .bad : nil), .init(Numbers.percent(ratio)),
            ]
            if let foreign { cells.append(.init(Numbers.money(foreign.amount(offer.price), in: foreign.currency))) }
            table.add(cells)
        }
        return table.lines(style)
    }

    private func closing(_ style: Style) -> [String] {
        var texts = [
            "Costs are the plan's hours at cost rates and what subcontractors take; the floor is what they cost by the "
                + "policy, and what other work loses by them."
        ]
        if let foreign {
            texts.append("1 \(foreign.currency.code) is \(foreign.rate.text) \(home.code), as of \(foreign.rate.day).")
        }
        return style.paragraphs(texts).map { style.paint($0, .quiet) }
    }

    public func json() -> JSON {
        func amount(_ money: Money) -> JSON { .number(money.decimal(in: home)) }
        let prices = margins.map { margin -> JSON in
            let price = quote.price(atMargin: margin)
            let other: JSON? = foreign.map { .number($0.amount(price).decimal(in: $0.currency)) }
            return .object([
                "margin": .real(margin.fraction), "price": amount(price), "in the client's currency": other ?? .null,
            ])
        }
        let roles = quote.roles.map { role -> JSON in
            let name: JSON? = role.role.map { .string($0.text) }
            return .object([
                "role": name ?? .null, "hours": .number(role.hours.decimal), "cost": amount(role.cost),
                "value": amount(role.value),
            ])
        }
        let code: JSON? = foreign.map { .string($0.currency.code) }
        return .object([
            "project": .string(quote.project.text), "from": .string("\(quote.days.first)"),
            "to": .string("\(quote.days.last)"), "currency": .string(home.code),
            "demanded hours": .number(quote.asked.decimal), "filled hours": .number(quote.filled.decimal),
            "cost": amount(quote.cost), "value": amount(quote.value), "floor": amount(quote.floor),
            "prices": .array(prices), "client's currency": code ?? .null, "roles": .array(roles),
        ])
    }
}

extension ExchangeRate {
    /// `0.0893`
    var text: String {
        let digits = String(String(billionths % 1_000_000_000 + 1_000_000_000).dropFirst())
        let fraction = String(digits.reversed().drop { $0 == "0" }.reversed())
        return "\(billionths / 1_000_000_000)" + (fraction.isEmpty ? "" : ".\(fraction)")
    }
}
