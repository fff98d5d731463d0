// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
public import Explanation
public import Staffing
public import Verification

/// What could be done, in tables and as JSON.
public struct AdviceReport: Sendable {
    let advice: Advice
    let firm: Firm

    public init(of advice: Advice, in firm: Firm) {
        self.advice = advice
        self.firm = firm
    }

    private var currency: Currency { firm.currency }

    public func text(_ style: Style, everything: Bool = false) -> String {
        let gains = advice.options.filter {
            everything || $0.rank > .zero && !$0.consequence.worth.isNothing(in: currency)
        }
        let others = advice.options.count - gains.count
        return style.joined([
            [style.heading("What could be done, in \(currency.code)")]
                + (gains.isEmpty
                    ? style.paragraphs(["Nothing that was tried would bring anything."])
                    : table(gains, "measure", style))
                + (others > 0
                    ? [style.paint("  \(others) more would bring nothing, or cost more than they bring.", .quiet)]
                    : []),
            curve(style), section("What it would cost to do without", advice.losses, style),
            section("What rules cost: the difference without them", advice.rules, style), closing(style),
        ])
    }

    private func section(_ title: String, _ options: [Advice.Option], _ style: Style) -> [String] {
        options.isEmpty ? [] : [style.heading(title)] + table(options, "measure", style)
    }

    private func table(_ options: [Advice.Option], _ title: String, _ style: Style) -> [String] {
        let hasPay = options.contains { $0.pay != nil }
        var table = TextTable(
            [.text(title, .wrap(floor: 24)), .number("value"), .number("margin"), .number("filled")]
                + (hasPay ? [.number("salary"), .number("is left")] : []))
        for option in options {
            let consequence = option.consequence
            let worth = option.pay?.brings ?? consequence.worth
            table.add(
                [
                    .init(option.measure.words(in: firm)), .init(Numbers.change(worth, in: currency)),
                    .init(Numbers.change(consequence.margin, in: currency)),
                    .init("\(Numbers.change(consequence.filled)) h"),
                ]
                    + (hasPay
                        ? [
                            .init(option.pay.map { Numbers.money($0.salary, in: currency) } ?? ""),
                            .init(
                                Numbers.change(option.rank, in: currency), option.rank > .zero ? .good : nil),
                        ] : []))
        }
        return table.lines(style)
    }

    private func curve(_ style: Style) -> [String] {
        guard advice.curve.count > 1 else { return [] }
        var table = TextTable([
            .text(""), .number("brings"), .number("salary"), .number("is left"), .number("booked"), .number("of"),
        ])
        for (name, option) in zip(["first", "second", "third"], advice.curve) {
            guard let pay = option.pay else { continue }
            table.add([
                .init(name), .init(Numbers.change(pay.brings, in: currency)),
                .init(Numbers.money(pay.salary, in: currency)),
                .init(Numbers.change(pay.net, in: currency), pay.net > .zero ? .good : .bad),
                .init("\(Numbers.hours(pay.booked)) h"), .init("\(Numbers.hours(pay.capacity)) h"),
            ])
        }
        return [style.heading(advice.curve[0].measure.words(in: firm) + ", and one more, and one more")]
            + table.lines(style)
    }

    private func closing(_ style: Style) -> [String] {
        let more = advice.skipped > 0 ? " `--all` tries \(advice.skipped) more." : ""
        let target = firm.policy.target == nil ? "" : " The utilisation target costs nothing: no plan is bound by it."
        return style.paragraphs([
            "Each number is the difference of two best plans; \(advice.tried) were made.\(more) Value is that of the "
                + "policy: margin, less misfit, less the price of unmet hours; of a hire, before salaries, but after overtime.\(target)"
        ]).map { style.paint($0, .quiet) }
    }

    public func json() -> JSON {
        func options(_ list: [Advice.Option]) -> JSON { .array(list.map(json)) }
        return .object([
            "options": options(advice.options), "hires": options(advice.curve), "losses": options(advice.losses),
            "rules": options(advice.rules), "tried": .integer(advice.tried), "skipped": .integer(advice.skipped),
        ])
    }

    private func json(_ option: Advice.Option) -> JSON {
        var members: [JSON.Member] = [
            .init("kind", .string(option.kind.rawValue)), .init("measure", .string(option.measure.words(in: firm))),
            .init("consequence", ConsequenceReport(consequence: option.consequence, firm: firm).json()),
        ]
        if let pay = option.pay {
            members.append(
                .init(
                    "pay",
                    .object([
                        "brings": .number(pay.brings.decimal(in: currency)),
                        "salary": .number(pay.salary.decimal(in: currency)),
                        "is left": .number(pay.net.decimal(in: currency)),
                        "booked hours": .number(pay.booked.decimal), "capacity": .number(pay.capacity.decimal),
                    ])))
        }
        return .object(members)
    }
}

extension Advice.Measure {
    func words(in firm: Firm) -> String {
        switch self {
        case .change(let change): change.sentence(in: firm)
        case .lift(let exclusion): "\(firm.name(of: exclusion.person)) not excluded from \(exclusion.target)"
        case .without(let pool): "Do without \(firm.name(of: pool))"
        case .noOvertime: "No overtime"
        case .tentative(let tentative):
            switch tentative {
            case .full: "Plan proposals as if they were won"
            case .weighted: "Weigh proposals by their chance"
            case .out: "Plan without proposals"
            }
        }
    }
}
