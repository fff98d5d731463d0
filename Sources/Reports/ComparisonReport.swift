// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Verification
public import WhatIf

/// Scenarios side by side: in tables, as JSON and as rows for a spreadsheet.
public struct ComparisonReport: Sendable {
    let comparison: Comparison

    public init(of comparison: Comparison) {
        self.comparison = comparison
    }

    var base: Comparison.Case { comparison.base }
    var currency: Currency { base.firm.currency }

    /// Everything there is to say of the scenarios; of their curves alone, where these were asked for.
    public func text(_ style: Style) -> String {
        let variants = comparison.variants
        let isDrawn = variants.contains { $0.frontier != nil }
        let told: [[String]] =
            isDrawn
            ? variants.map { frontier($0, style) }
            : [figures(style)] + variants.map { attribution($0, style) } + [dates(style)]
                + variants.map { changes($0, style) }
        let sections = [legend(style)] + told + [notes(style)]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// Which scenario each column is.
    private func legend(_ style: Style) -> [String] {
        let span = "\(base.firm.horizon.firstWeek) … \(base.firm.horizon.lastWeek)"
        let count = comparison.variants.count
        let title = count == 1 ? "A what-if beside its base" : "\(count) what-ifs beside their base"
        let space = String(repeating: " ", count: style.width - title.columns - span.columns)
        var table = TextTable([.text(""), .text("", .cut(floor: 20))])
        for item in comparison.cases { table.add([.init(head(item)), .init(item.firm.name)]) }
        return [style.heading(title) + space + style.paint(span, .quiet)] + table.lines(style)
    }

    /// The label as a column's title.
    func head(_ item: Comparison.Case) -> String { item.label.printable.cut(to: 14) }

    /// Tables that stand below each other where not all variants fit side by side: each with as many as there is room for.
    func blocks(_ style: Style, _ table: ([Comparison.Variant]) -> TextTable) -> [String] {
        var lines: [String] = []
        var rest = comparison.variants[...]
        let plain = Style(width: style.width, isColoured: false)
        while !rest.isEmpty {
            var count = rest.count
            while count > 1, table(Array(rest.prefix(count))).lines(plain).contains(where: { $0.columns > style.width })
            {
                count -= 1
            }
            lines += (lines.isEmpty ? [] : [""]) + table(Array(rest.prefix(count))).lines(style)
            rest = rest.dropFirst(count)
        }
        return lines
    }
}
