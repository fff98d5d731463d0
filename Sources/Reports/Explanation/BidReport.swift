// SPDX-License-Identifier: GPL-3.0-or-later

public import Explanation
public import Staffing
public import Verification

/// What a deal costs by its start, in words, as a table and as JSON.
public struct BidReport: Sendable {
    let bid: Bid
    let firm: Firm

    /// - Parameter firm: the firm with the deal.
    public init(of bid: Bid, in firm: Firm) {
        self.bid = bid
        self.firm = firm
    }

    private var currency: Currency { firm.currency }
    private var name: String { firm.projects.first { $0.id == bid.project }?.name ?? bid.project.text }

    public func text(_ style: Style) -> String {
        let head = [style.heading("What \(name) would cost, in \(currency.code)".printable)]
        guard let asSaid = bid.starts.first else { return style.joined([head]) }
        let report = ConsequenceReport(consequence: asSaid.consequence, firm: firm, mostShifts: 8)
        return style.joined([
            head + style.paragraphs(verdict(asSaid)), table(style), report.moves(style), closing(style),
        ])
    }

    private func money(_ money: Money) -> String { Numbers.money(money, in: currency) }

    private func verdict(_ asSaid: Bid.Start) -> [String] {
        guard let floor = asSaid.floor else { return ["Nobody can do any of it."] }
        var texts = [
            "\(Numbers.hours(asSaid.filled)) h cost \(money(asSaid.own)) themselves, and everything else loses "
                + "\(money(asSaid.displaced)): below \(Numbers.rate(floor.perHour, in: currency)) an hour it does not pay."
        ]
        if !asSaid.unfilled.isDust {
            texts.append("\(Numbers.hours(asSaid.unfilled)) h of it cannot be done, even if it comes before all else.")
        }
        let gain = money(Money(minorUnits: abs(asSaid.gain.minorUnits)))
        texts.append(
            "At its own rates it brings \(money(asSaid.revenue)), \(gain) "
                + (asSaid.gain < .zero ? "too little." : "more than it costs."))
        if let best = bid.best, best.delay > 0 {
            texts.append(
                "Best start: \(best.delay == 1 ? "1 week" : "\(best.delay) weeks") later, on \(best.days.first).")
        } else if bid.starts.count > 1 {
            texts.append("No later start is better.")
        }
        return texts
    }

    private func table(_ style: Style) -> [String] {
        var table = TextTable([
            .text("start"), .text("end"), .number("done"), .number("own cost"), .number("others lose"),
            .number("floor, an hour"), .number("gain"), .text(""),
        ])
        for start in bid.starts {
            table.add([
                .init("\(start.days.first)"), .init("\(start.days.last)"),
                .init("\(Numbers.hours(start.filled)) h", start.unfilled.isDust ? nil : .warning),
                .init(money(start.own)), .init(money(start.displaced)),
                .init(start.floor.map { Numbers.rate($0.perHour, in: currency) } ?? "--"),
                .init(Numbers.change(start.gain, in: currency), start.gain < .zero ? .bad : .good),
                .init(start.delay == bid.best?.delay ? "best" : ""),
            ])
        }
        return table.lines(style)
    }

    private func closing(_ style: Style) -> [String] {
        style.paragraphs([
            "Each row is the difference of two plans: the best without the deal, and the best that does as much of it as "
                + "can be done. Losses are at the prices of the policy, unmet hours of other work included."
        ]).map { style.paint($0, .quiet) }
    }

    public func json() -> JSON {
        .object([
            "project": .string(bid.project.text), "best delay": bid.best.map { .integer($0.delay) } ?? .null,
            "starts": .array(
                bid.starts.map { start in
                    .object([
                        "delay": .integer(start.delay), "from": .string("\(start.days.first)"),
                        "to": .string("\(start.days.last)"), "demanded hours": .number(start.asked.decimal),
                        "filled hours": .number(start.filled.decimal),
                        "own cost": .number(start.own.decimal(in: currency)),
                        "displaced": .number(start.displaced.decimal(in: currency)),
                        "floor": start.floor.map { .number($0.perHour.decimal(in: currency)) } ?? .null,
                        "revenue": .number(start.revenue.decimal(in: currency)),
                        "gain": .number(start.gain.decimal(in: currency)),
                        "consequence": ConsequenceReport(consequence: start.consequence, firm: firm).json(),
                    ])
                }),
        ])
    }
}
