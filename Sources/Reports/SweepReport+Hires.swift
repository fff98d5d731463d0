// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import WhatIf

extension SweepReport {
    /// By skill and month, in blocks of months that fit the width; skills of which nine draws in ten need nobody are left
    /// out.
    func hires(_ point: SweepSummary.Point) -> [String] {
        let needed = point.hires.filter { $0.thousandths.p90 >= 50 }
        let skills = needed.map(\.skill).uniqued()
        let months = Set(needed.map(\.month)).sorted()
        guard !skills.isEmpty else { return [] }
        let width = min(20, skills.map(\.columns).max() ?? 0)
        let perBlock = max(1, (style.width - 2 - width - 5) / 9)
        let blocks = stride(from: 0, to: months.count, by: perBlock).map { start in
            let shown = Array(months[start..<min(start + perBlock, months.count)])
            return table(needed, skills, shown).lines(style)
        }
        return [style.heading("Hires needed, in full-time people")] + blocks.joined(separator: [""])
    }

    private func people(_ thousandths: Int) -> String {
        thousandths < 50 ? "0" : Numbers.tenths(Double(thousandths) / 1000)
    }

    private func table(_ needed: [SweepSummary.Hires], _ skills: [String], _ months: [String]) -> TextTable {
        var table = TextTable([.text("skill", .cut(floor: 10)), .text("")] + months.map { .number($0) })
        for skill in skills {
            let found = months.map { month in needed.first { $0.skill == skill && $0.month == month }?.thousandths }
            guard found.contains(where: { $0 != nil }) else { continue }
            let ranks: [(name: String, of: (Spread<Int>) -> Int)] = [
                ("P10", { $0.p10 }), ("P50", { $0.p50 }), ("P90", { $0.p90 }),
            ]
            let rows = ranks.map { rank in
                (name: rank.name, people: found.map { people($0.map(rank.of) ?? 0) })
            }
            // Where no draw matters, one row says so.
            let isCertain = rows.allSatisfy { $0.people == rows[0].people }
            for (index, row) in (isCertain ? [rows[0]] : rows).enumerated() {
                table.add(
                    [.init(index == 0 ? skill : ""), .init(isCertain ? "all" : row.name, .quiet)]
                        + row.people.map { .init($0) })
            }
        }
        return table
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, where it stands first.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
