// SPDX-License-Identifier: GPL-3.0-or-later

public import Explanation
import Planning
public import Staffing
public import Verification

/// Plans nearly as good as the best, in words and as JSON.
public struct AlternativesReport: Sendable {
    let alternatives: Alternatives
    let firm: Firm

    public init(of alternatives: Alternatives, in firm: Firm) {
        self.alternatives = alternatives
        self.firm = firm
    }

    public func text(_ style: Style) -> String {
        style.joined(
            [head(style)]
                + alternatives.found.enumerated().flatMap { number, item -> [[String]] in
                    let report = ConsequenceReport(consequence: item.consequence, firm: firm, mostShifts: 8)
                    let title = style.heading("Alternative \(number + 1)")
                    return [[title] + style.paragraphs([facts(item, report)]), report.moves(style)]
                })
    }

    private func head(_ style: Style) -> [String] {
        let allowed =
            alternatives.allowed == .zero
            ? "as good as the best"
            : "within \(Numbers.money(alternatives.allowed, in: firm.currency)) \(firm.currency.code) of the best"
        guard !alternatives.found.isEmpty else {
            let proof =
                alternatives.isComplete
                ? " None has anybody on a line in a week in which the best plan does not have them."
                : " There may be one all the same: cover thwarted the search."
            return style.paragraphs(["No other plan \(allowed) was found.\(proof)"])
        }
        let count = alternatives.found.count == 1 ? "1 other plan" : "\(alternatives.found.count) other plans"
        let rest =
            alternatives.isComplete
            ? "No further one has anybody on a line in a week in which none of these has them."
            : "There may be more: `--count` looks for them."
        return [style.heading("\(count) \(allowed)")] + style.paragraphs([rest])
    }

    private func facts(_ item: Alternatives.Alternative, _ report: ConsequenceReport) -> String {
        let currency = firm.currency
        let worth =
            item.consequence.worth.isNothing(in: currency)
            ? "Worth the same" : "Worth \(Numbers.change(item.consequence.worth, in: currency)) \(currency.code)"
        let margin = "margin \(Numbers.change(item.consequence.margin, in: currency))"
        let filled = "filled \(Numbers.change(item.consequence.filled)) h"
        return "\(worth), checked (gap \(Numbers.gap(item.gap))); \(margin), \(filled). "
            + "\(Numbers.hours(item.new)) h are booked beyond what any plan above has there."
    }

    public func json() -> JSON {
        .object([
            "allowed loss": .number(alternatives.allowed.decimal(in: firm.currency)),
            "complete": .bool(alternatives.isComplete),
            "alternatives": .array(
                alternatives.found.map { item in
                    .object([
                        "gap": .real(item.gap), "new hours": .number(item.new.decimal),
                        "consequence": ConsequenceReport(consequence: item.consequence, firm: firm).json(),
                    ])
                }),
        ])
    }
}
