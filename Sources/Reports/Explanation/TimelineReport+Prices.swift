// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Planning
import Staffing
import Verification

extension TimelineReport {
    /// What each start of a phase would be worth beside the plan.
    func table(of price: PriceOfTime, _ style: Style) -> [String] {
        var table = TextTable([
            .text("\(price.phase) begins"), .text("project ends"), .number("filled"), .number("penalties"),
            .number("worth"), .text(""),
        ])
        for start in price.starts {
            table.add([
                .init("\(start.day)"), .init("\(start.ends)"),
                .init(start.coverage.map { Numbers.coverage($0) } ?? "--"),
                .init(start.penalty > .zero ? Numbers.money(start.penalty, in: firm.currency) : ""),
                .init(
                    start.isChosen ? "" : Numbers.change(start.change, in: firm.currency),
                    start.change < .zero ? .bad : start.change > .zero ? .good : nil),
                .init(start.isChosen ? "as planned" : ""),
            ])
        }
        let sentence = neighbours(of: price)
        return table.lines(style) + (sentence.isEmpty ? [] : sentence.wrapped(to: style.width - 2).map { "  " + $0 })
    }

    /// What the weeks next to the chosen one would cost or bring.
    private func neighbours(of price: PriceOfTime) -> String {
        guard let chosen = price.starts.firstIndex(where: \.isChosen) else { return "" }
        func told(_ index: Int, _ word: String) -> String? {
            guard price.starts.indices.contains(index) else { return nil }
            let change = price.starts[index].change
            let weeks = Numbers.weeks(max(1, abs(price.starts[index].day - price.starts[chosen].day) / 7))
            if change == .zero { return "\(weeks) \(word) costs nothing" }
            let sum = Numbers.money(Money(minorUnits: abs(change.minorUnits)), in: firm.currency)
            return "\(weeks) \(word) \(change < .zero ? "costs" : "brings") \(sum) \(firm.currency.code)"
        }
        let texts = [told(chosen + 1, "later"), told(chosen - 1, "earlier")].compactMap(\.self)
        return texts.isEmpty ? "" : texts.joined(separator: "; ") + "."
    }
}
