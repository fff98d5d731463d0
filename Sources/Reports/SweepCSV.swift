// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Verification
public import WhatIf

/// A sweep as a table for spreadsheets, one row a scenario.
public enum SweepCSV {
    public static func text(of rows: [SweepRow], from input: SweepInput) -> String {
        let paths = input.varied.map { String($0.prefix { $0 != "=" }) }
        let hasRanges = input.ranges > 0 && input.draws != nil
        let head =
            ["draw"] + paths + ["wins"] + (hasRanges ? ["drawn"] : []) + [
                "demand", "filled", "coverage", "revenue", "cost", "margin", "worth", "overtime",
                "subcontracted", "bench", "hires",
            ]
        let currency = Currency(input.currency)
        func money(_ money: Money) -> String { currency.map { money.decimal(in: $0) } ?? "\(money.minorUnits)" }
        let cells = rows.map { row in
            let drawn = hasRanges ? [row.drawn.joined(separator: "; ")] : []
            return [row.draw.map { "\($0)" } ?? ""] + row.values + [row.wins.map(\.text).joined(separator: " ")] + drawn
                + [
                    row.asked.decimal, row.filled.decimal,
                    coverage(row), money(row.revenue), money(row.cost), money(row.margin), money(row.worth),
                    row.overtime.decimal, row.subcontracted.decimal, row.bench.decimal,
                    row.hires.map { "\($0.skill) \($0.month) \(Numbers.thousandths($0.thousandths))" }
                        .joined(separator: "; "),
                ]
        }
        return CSV.text([head] + cells)
    }

    /// Filled / demand to four decimals, rounded down, so that 1 means all of it.
    private static func coverage(_ row: SweepRow) -> String {
        guard row.asked > .zero else { return "1" }
        let digits = String(row.filled.seconds * 10_000 / row.asked.seconds + 10_000)
        return "\(digits == "20000" ? 1 : 0)." + digits.suffix(4)
    }
}
