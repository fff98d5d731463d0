// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Staffing
import Verification
package import WhatIf

extension ComparisonReport {
    /// What each change of a variant brings, and their sum; nothing where that was not asked for.
    func attribution(_ variant: Comparison.Variant, _ style: Style) -> [String] {
        guard let attribution = variant.attribution else { return [] }
        let measures: [(title: String, measure: Measure)] = [
            ("unfilled, h", .unfilled), ("revenue", .revenue), ("cost", .cost), ("margin", .margin), ("worth", .worth),
        ]
        var table = TextTable([.text("", .wrap(floor: 20))] + measures.map { .number($0.title) })
        func add(_ title: String, _ totals: Totals) {
            table.add([.init(title)] + measures.map { cell($0.measure, totals) })
        }
        for item in attribution.items { add(item.sentences.joined(separator: "; "), item.share) }
        if attribution.items.count > 1 { add("all together", attribution.total) }
        return [style.heading("\(head(variant.result)): what each change brings, in \(currency.code)")]
            + table.lines(style)
            + note(attribution).wrapped(to: style.width - 2).map { style.paint("  " + $0, .quiet) }
    }

    private func cell(_ measure: Measure, _ totals: Totals) -> TextTable.Cell {
        let text =
            switch totals[measure] {
            case .hours(let hours): Numbers.signed(hours)
            case .money(let money): Numbers.signed(money, in: currency)
            case .ratio: ""
            }
        return .init(text.isEmpty ? "0" : text)
    }

    package func note(_ attribution: Attribution) -> String {
        switch attribution.method {
        case .fair where attribution.items.count == 1:
            attribution.items[0].sentences.count == 1
                ? "It is the only one." : "They cannot be made without each other."
        case .fair: "Each brings the mean of what it adds to those made before it, over all orders."
        case .inOrder:
            "Each brings what it adds to those before it in the file: for more than "
                + "\(Attribution.mostFairItems), all orders would be too many plans."
        }
    }

    /// One row a change, or several that are one item, of all variants.
    public func attributionCSV() -> String {
        let measures = Measure.allCases.filter { measure in
            if case .ratio = base.totals[measure] { false } else { true }
        }
        let rows = comparison.variants.flatMap { variant in
            (variant.attribution?.items ?? []).map { item in
                [
                    variant.result.label, item.sentences.joined(separator: "; "),
                    variant.attribution?.method.rawValue ?? "",
                ]
                    + measures.map { decimal(item.share[$0]) ?? "" }
            }
        }
        return CSV.text([["scenario", "change", "method"] + measures.map(\.name)] + rows)
    }

    func json(_ attribution: Attribution) -> JSON {
        .object([
            "method": .string(attribution.method.rawValue),
            "items": .array(
                attribution.items.map { item in
                    .object([
                        "changes": .array(item.sentences.map { .string($0) }),
                        "brings": figures(item.share, ratios: false),
                    ])
                }),
        ])
    }
}
